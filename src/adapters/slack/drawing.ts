// What drawing an answer in Slack takes and gives.
import type { types } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';

/** A message as `chat.postMessage`, `chat.update` and a `response_url` take it; `text` alone says the answer. */
export type Message = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** How an answer is to be drawn. */
export type Drawing = {
  readonly say: Chat['say'];
  /** Slack id of the person who asked. */
  readonly asker: string;
  /** `Outcome.reference` of the answer: the buttons carry it. */
  readonly reference: string;
  /** From 1; one that the answer does not have is its last. */
  readonly page: number;
  /** `asker` where only the asker sees it. */
  readonly audience: 'all' | 'asker';
  /** Whether there is a button that shows the answer to all; of use only where the asker alone sees it. */
  readonly shareable: boolean;
  /** Whether to ask if the answer was of help. */
  readonly feedback: boolean;
  /** Slack id of the person who shared it, told below the answer. */
  readonly sharedBy?: string;
};
