// A platform of the tests' own, spoken to over the program's HTTP port: POST /ask {event, input, person, workspace, conversation}.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Adapter } from '../../src/adapters/contract.ts';
import { plainText } from '../../src/answer.ts';
import type { OwnedChat } from '../../src/chat/service.ts';
import type { Offered } from '../../src/run/adapters.ts';

export type Sent = {
  readonly input: string;
  readonly person: string;
  /** Claimed first; one that was handled already gets no answer. */
  readonly event?: string;
  readonly workspace?: string;
  readonly conversation?: string;
  /** The answer is held back for so many milliseconds, as by a slow platform. */
  readonly hold?: number;
};
export type Got = { readonly kind: string; readonly text?: string };

const PLATFORM = 'test';

async function answer(chat: OwnedChat, request: IncomingMessage): Promise<Got> {
  const { input, person, event, workspace, conversation, hold } = (await json(request)) as Sent;
  if (event !== undefined && !(await chat.claim(`${PLATFORM}:${event}`))) return { kind: 'duplicate' };
  const asker = { platform: PLATFORM, person, ...(workspace === undefined ? {} : { workspace }) };
  const question = conversation === undefined ? { input } : { input, conversation: `${conversation}:${person}` };
  const outcome = await chat.ask(question, asker);
  if (hold !== undefined) await new Promise((done) => setTimeout(done, hold));
  if (outcome.kind === 'answer') return { kind: outcome.answer.kind, text: plainText(outcome.answer) };
  return outcome.sentence === undefined ? { kind: outcome.kind } : { kind: outcome.kind, text: outcome.sentence };
}

/** The adapter, as the program's composition offers it. */
export const httpAdapter: Offered = {
  name: PLATFORM,
  needsHttp: true,
  async make(chat): Promise<Adapter> {
    const underWay = new Set<Promise<unknown>>();
    let end: () => void = () => {};
    const ended = new Promise<void>((done) => {
      end = done;
    });
    return {
      name: PLATFORM,
      start: async () => {},
      async stop() {
        await Promise.all(underWay);
        end();
      },
      ended,
      handle(request: IncomingMessage, response: ServerResponse) {
        if (request.url !== '/ask') return false;
        const work = answer(chat, request)
          .then((got) => response.setHeader('content-type', 'application/json').end(JSON.stringify(got)))
          .catch(() => response.writeHead(400).end());
        const done = Promise.all([work, once(response, 'close')]).finally(() => underWay.delete(done));
        underWay.add(done);
        return true;
      },
    };
  },
};
