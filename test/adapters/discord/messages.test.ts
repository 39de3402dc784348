// Messages in Discord: which the bot answers, how a conversation goes on, and whom it leaves alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, openLoopback } from './loopback.ts';
import { BEN, CHANNEL, message, OTHER_CHANNEL, OTHER_SERVER, ROLE } from './payloads.ts';
import { BOT, newId, type Sent } from './rest.ts';
import { shown } from './shown.ts';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await openLoopback();
});
afterAll(() => loopback.close());

type Message = ReturnType<typeof message>;
const say = (one: Message): void => loopback.gateway.dispatch('MESSAGE_CREATE', one);
const answerTo = (one: Message): Promise<Sent> => loopback.answerTo(one);
/** Sends messages that nobody may answer, then one that is answered: by then they would have been too. */
async function expectSilence(...all: Message[]): Promise<void> {
  for (const one of all) say(one);
  await answerTo(message(`<@${BOT}> how much is the redmi 9a?`));
  expect(loopback.rest.untaken('POST /channels/*/messages').map(shown)).toEqual([]);
}

describe('a question to the bot', () => {
  it('by its name is answered as a reply, which pings nobody and cannot appear twice', async () => {
    const one = message(`<@${BOT}> how much is the redmi 9a?`);
    const { path, body, fault } = await answerTo(one);
    expect(fault).toBeUndefined();
    expect(path).toBe(`/channels/${CHANNEL}/messages`);
    expect(body.content).toContain('EUR 99');
    expect(body.content).toContain('Redmi 9A');
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(body).toMatchObject({ nonce: one.id, enforce_nonce: true });
  });

  it('by its role is answered', async () => {
    const { body } = await answerTo(message(`<@&${ROLE}> how much is the redmi 9c?`, { roles: [ROLE] }));
    expect(body.content).toContain('EUR 119');
  });

  it('by its role, where Discord keeps the words back, is told how to ask', async () => {
    const { body } = await answerTo(message('', { roles: [ROLE] }));
    expect(body.content).toContain('Mention me by my own name, or use /ask');
  });

  it('as a reply to its message is answered', async () => {
    const above = { author: BOT, content: 'EUR 99' };
    const { body } = await answerTo(message('how much is the redmi 9?', { author: BEN, above }));
    expect(body.content).toContain('EUR 149');
  });

  it('in direct messages needs no mention', async () => {
    const { body } = await answerTo(message('how much is the redmi 9a?', { server: null, channel: newId() }));
    expect(body.content).toContain('EUR 99');
  });

  it('that is nothing but a mention below somebody’s question answers that question', async () => {
    const above = { author: BEN, content: 'how much is the redmi 9a?' };
    const { body } = await answerTo(message(`<@${BOT}>`, { above }));
    expect(body.content).toContain('EUR 99');
  });

  it('in Chinese is answered in Chinese', async () => {
    const { body } = await answerTo(message(`<@${BOT}> 红米9A多少钱？`));
    expect(body.content).toContain('99 欧元');
  });

  it('that cannot be answered is told so, and never repeats a ping', async () => {
    const { body } = await answerTo(message(`<@${BOT}> how much is the @everyone <@&${ROLE}> <@${BEN}> phone 99x?`));
    expect(body.content).not.toMatch(/<@/);
    expect(body.allowed_mentions).toEqual({ parse: [] });
  });
});

describe('a conversation', () => {
  it('goes on in its channel with its person, and with nobody else', async () => {
    await answerTo(message(`<@${BOT}> how much is the redmi 9a?`));
    await answerTo(message(`<@${BOT}> how much is the redmi 9c?`, { author: BEN }));
    const elsewhere = { server: OTHER_SERVER, channel: OTHER_CHANNEL };
    await answerTo(message(`<@${BOT}> how much is the redmi 9?`, elsewhere));
    const anns = await answerTo(message(`<@${BOT}> and its battery?`));
    expect(shown(anns)).toContain('Redmi 9A');
    const bens = await answerTo(message(`<@${BOT}> and its battery?`, { author: BEN }));
    expect(shown(bens)).toContain('Redmi 9C');
    const others = await answerTo(message(`<@${BOT}> and its battery?`, elsewhere));
    expect(others.path).toBe(`/channels/${OTHER_CHANNEL}/messages`);
    expect(shown(others)).toMatch(/Redmi 9 /);
  });
});

describe('silence is kept', () => {
  it('where people speak to one another', () =>
    expectSilence(
      message('how much is the redmi 9a?'),
      message(`<@${BEN}> how much is the redmi 9a?`),
      message(`<@${BEN}> <@${BOT}> told me that the redmi 9a is EUR 99`),
      message('how much is it?', { above: { author: BEN, content: 'I have a redmi 9a' } }),
      message(`<@${BEN}> is that so?`, { above: { author: BOT, content: 'EUR 99' } }),
    ));

  it('where a reply to the bot does not ping it, so that Discord keeps the words back', () =>
    expectSilence(message('', { above: { author: BOT, content: 'EUR 99' } })));

  it('towards itself, bots, webhooks and what Discord itself writes', () =>
    expectSilence(
      message(`<@${BOT}> how much is the redmi 9a?`, { author: BOT, bot: true }),
      message(`<@${BOT}> how much is the redmi 9a?`, { author: newId(), bot: true }),
      message(`<@${BOT}> how much is the redmi 9a?`, { webhook: newId() }),
      message(`<@${BOT}> how much is the redmi 9a?`, { type: 18 }),
    ));

  it('towards a message that is delivered a second time', async () => {
    const one = message(`<@${BOT}> how much is the redmi 9a?`);
    await answerTo(one);
    await expectSilence(one);
  });
});

it('an event in no form of Discord’s leaves a line in the log, and the next one is answered', async () => {
  const events = await openLoopback();
  events.gateway.dispatch('MESSAGE_CREATE', { id: newId(), channel_id: CHANNEL });
  events.gateway.dispatch('INTERACTION_CREATE', { id: newId() });
  const sent = await events.answerTo(message(`<@${BOT}> how much is the redmi 9a?`));
  await events.close();
  expect(shown(sent)).toContain('EUR 99');
  expect(events.test.logged.filter(({ event }) => event === 'failed').length).toBeGreaterThan(0);
});

it('fifty questions at once are each answered, by their own value', async () => {
  const prices = { 'redmi 9a': 'EUR 99', 'redmi 9': 'EUR 149' };
  const asked = Array.from({ length: 50 }, (_, index) => {
    const [name, price] = Object.entries(prices)[index % 2] as [string, string];
    return {
      price,
      one: message(`<@${BOT}> how much is the ${name}?`, {
        author: String(3e17 + index * 100),
        channel: index % 3 ? CHANNEL : OTHER_CHANNEL,
      }),
    };
  });
  const answers = await Promise.all(asked.map(({ one }) => answerTo(one)));
  expect(new Set(answers.map(({ body }) => body.nonce)).size).toBe(50);
  for (const [index, { price }] of asked.entries()) expect(answers[index]?.body.content).toContain(price);
});

it('every body that went out was one that Discord takes, with the bot’s own id and nobody pinged', () => {
  const { sent } = loopback.rest;
  expect(sent.filter(({ fault }) => fault).map(({ path, fault }) => `${path}: ${fault}`)).toEqual([]);
  const messages = sent.filter(({ path }) => path.endsWith('/messages'));
  expect(messages.length).toBeGreaterThan(60);
  expect(messages.filter(({ body }) => body.allowed_mentions?.parse?.length !== 0)).toEqual([]);
  expect(loopback.test.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
