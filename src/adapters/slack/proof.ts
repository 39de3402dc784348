// Which messages may go in an acknowledgement. Slack says nothing of one that it refuses there, and the asker would read an error: what a
// message is made of is therefore sent first where a refusal is heard, and in an acknowledgement once Slack has taken it.
import type { Message } from './drawing.ts';
import { LIMITS } from './limits.ts';

/** What Slack has taken once is sent where a refusal is heard again after so long, in milliseconds. */
const TRUSTED = 60 * 60 * 1000;
/** What stands around a message in a frame, in bytes. */
const ENVELOPE = 480;

export type Audience = 'all' | 'asker';

export type Proof = {
  /** Whether a message may go in an acknowledgement: Slack has taken all that it is made of, for this audience, and it fits. */
  allows(message: Message, audience: Audience): boolean;
  /** Slack took a message where it would have told a refusal. */
  taken(message: Message, audience: Audience): void;
};

/** The kinds of blocks and elements of a message. */
function* kindsOf({ blocks }: Message): Generator<string> {
  for (const block of blocks) {
    yield block.type;
    if ('elements' in block) for (const { type } of block.elements) yield type;
  }
}

/** @param framed whether acknowledgements go over a socket, whose frames Slack bounds */
export function createProof(framed: boolean): Proof {
  /** Until when each kind is trusted, on the steady clock. */
  const trusted = { all: new Map<string, number>(), asker: new Map<string, number>() };
  const fits = (message: Message): boolean =>
    !framed || Buffer.byteLength(JSON.stringify(message)) <= LIMITS.socketFrame.most - ENVELOPE;
  return {
    allows(message, audience) {
      const now = performance.now();
      for (const kind of kindsOf(message)) if ((trusted[audience].get(kind) ?? 0) < now) return false;
      return fits(message);
    },
    taken(message, audience) {
      const until = performance.now() + TRUSTED;
      for (const kind of kindsOf(message)) trusted[audience].set(kind, until);
    },
  };
}
