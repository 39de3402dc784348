// Messages in Discord: whom the bot answers, where, and whom it leaves alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, openLoopback } from './loopback.ts';
import { ANN, BEN, CHANNEL, message, OTHER_CHANNEL, OTHER_SERVER, ROLE } from './payloads.ts';
import { BOT, type Sent } from './rest.ts';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await openLoopback();
});
afterAll(() => loopback.close());

/** Sends a message and waits for the answer to it. */
async function answerTo(one: ReturnType<typeof message>): Promise<Sent> {
  loopback.gateway.dispatch('MESSAGE_CREATE', one);
  return loopback.rest.take('POST /channels/*/messages', ({ body }) => body.message_reference?.message_id === one.id);
}

describe('a message that mentions the bot', () => {
  it('is answered as a reply, which pings nobody and cannot appear twice', async () => {
    const one = message(`<@${BOT}> how much is the redmi 9a?`);
    const { path, body } = await answerTo(one);
    console.log(JSON.stringify(body));
    expect(path).toBe(`/channels/${CHANNEL}/messages`);
  });
});
