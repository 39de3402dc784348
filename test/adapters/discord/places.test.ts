// Where the bot may do less than it would: no embeds, no history, no threads, no writing at all; and answers in threads.

import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/adapters/discord/exchange.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import type { Outcome } from '../../../src/chat/contract.ts';
import { withAsk } from '../../support/answer.ts';
import { type Loopback, type LoopbackOptions, openLastingChat, openLoopback } from './loopback.ts';
import { ALL_PERMISSIONS, ANN, CHANNEL, guild, message, press, ROLE, SERVER, slash, thread } from './payloads.ts';
import { APPLICATION, BOT, newId } from './rest.ts';
import { payloadOf, shown } from './shown.ts';

let loopback: Loopback;
afterEach(() => loopback.close());
const without = (permission: bigint, options: LoopbackOptions = {}): Promise<Loopback> =>
  openLoopback({ guilds: [guild(SERVER, CHANNEL, ALL_PERMISSIONS & ~permission)], ...options });
const question = (): ReturnType<typeof message> => message(`<@${BOT}> /spec redmi-9a`);
const refusal = (code: number) => ({ status: 403, body: { message: 'Missing Permissions', code } });
const warnings = (): string[] => loopback.test.logged.filter(({ level }) => level !== 'info').map(({ event }) => event);

describe('a channel', () => {
  it('in which all is allowed has a reply with a card', async () => {
    loopback = await openLoopback();
    expect(payloadOf(await loopback.answerTo(question())).embeds).toHaveLength(1);
  });

  it('without embeds has the same in plain text', async () => {
    loopback = await without(PermissionFlagsBits.EmbedLinks);
    const sent = await loopback.answerTo(question());
    expect(payloadOf(sent).embeds).toEqual([]);
    expect(shown(sent)).toContain('Redmi 9A');
    expect(sent.fault).toBeUndefined();
  });

  it('whose history the bot may not read has the answer without a reply', async () => {
    loopback = await without(PermissionFlagsBits.ReadMessageHistory);
    const one = question();
    loopback.gateway.dispatch('MESSAGE_CREATE', one);
    const sent = await loopback.rest.take('POST /channels/*/messages');
    expect(sent.path).toBe(`/channels/${CHANNEL}/messages`);
    expect(sent.body.message_reference).toBeUndefined();
    expect(shown(sent)).toContain('Redmi 9A');
  });

  it('in which Discord refuses more than it had said has the plainest of answers', async () => {
    loopback = await openLoopback();
    loopback.rest.except(({ body }) => (body?.embeds?.length > 0 ? refusal(50013) : undefined));
    const one = question();
    loopback.gateway.dispatch('MESSAGE_CREATE', one);
    const refused = await loopback.rest.take('POST /channels/*/messages');
    expect(payloadOf(refused).embeds).toHaveLength(1);
    const sent = await loopback.rest.take('POST /channels/*/messages');
    expect([sent.path, payloadOf(sent).embeds]).toEqual([refused.path, []]);
    expect(shown(sent)).toContain('Redmi 9A');
  });

  it('of a Chinese server has even what is said of words kept back in Chinese', async () => {
    loopback = await openLoopback({ guilds: [{ ...guild(SERVER, CHANNEL), preferred_locale: 'zh-CN' }] });
    const sent = await loopback.answerTo(message('', { roles: [ROLE] }));
    expect(shown(sent)).toMatch(/^提到我的身份组时/);
  });

  it('that is read-only has the answer go to the person, who is told why', async () => {
    loopback = await without(PermissionFlagsBits.SendMessages);
    loopback.gateway.dispatch('MESSAGE_CREATE', question());
    const opened = await loopback.rest.take('POST /users/@me/channels');
    expect(opened.body).toEqual({ recipient_id: ANN });
    const why = await loopback.rest.take('POST /channels/*/messages');
    expect(shown(why)).toBe(`I may not write in <#${CHANNEL}>, so I answer you here:`);
    const sent = await loopback.rest.take('POST /channels/*/messages', ({ path }) => path === why.path);
    expect(shown(sent)).toContain('Redmi 9A');
    expect(sent.path).not.toContain(CHANNEL);
    expect(warnings()).toEqual(['discord-may-not-write']);
  });

  it('that is read-only, of a person who takes no messages, leaves a line in the log', async () => {
    loopback = await without(PermissionFlagsBits.SendMessages);
    loopback.rest.except(({ path }) => (path.endsWith('/messages') ? refusal(50007) : undefined));
    loopback.gateway.dispatch('MESSAGE_CREATE', question());
    await loopback.rest.take('POST /channels/*/messages');
    await loopback.adapter.stop();
    expect(warnings()).toEqual(['discord-may-not-write', 'discord-person-takes-no-messages']);
  });
});

it('direct messages that Discord refuses leave a line in the log, and are not tried elsewhere', async () => {
  loopback = await openLoopback();
  loopback.rest.except(({ path }) => (path.endsWith('/messages') ? refusal(50013) : undefined));
  loopback.gateway.dispatch('MESSAGE_CREATE', message('redmi 9a', { server: null, channel: newId() }));
  await loopback.rest.take('POST /channels/*/messages');
  await loopback.adapter.stop();
  expect(loopback.rest.untaken('POST /users/@me/channels')).toEqual([]);
  expect(warnings()).toEqual(['discord-may-not-write']);
});

describe('with replies in threads', () => {
  it('a question opens a thread named by it, and follow-ups there go on', async () => {
    loopback = await openLoopback({ reply: 'thread' });
    const one = message(`<@${BOT}> how much is the redmi 9a?`);
    loopback.gateway.dispatch('MESSAGE_CREATE', one);
    const opened = await loopback.rest.take(`POST /channels/${CHANNEL}/messages/${one.id}/threads`);
    expect(opened.fault).toBeUndefined();
    expect(opened.body.name).toBe('how much is the redmi 9a?');
    const sent = await loopback.rest.take(`POST /channels/${one.id}/messages`);
    expect(shown(sent)).toContain('EUR 99');
    expect(sent.body.message_reference).toBeUndefined();
    loopback.gateway.dispatch('THREAD_CREATE', thread(one.id, CHANNEL));
    const next = await loopback.answerTo(message(`<@${BOT}> and its battery?`, { channel: one.id }));
    expect(next.path).toBe(`/channels/${one.id}/messages`);
    expect(shown(next)).toContain('Redmi 9A');
  });

  it('a channel without threads has replies', async () => {
    loopback = await without(PermissionFlagsBits.CreatePublicThreads, { reply: 'thread' });
    expect(shown(await loopback.answerTo(question()))).toContain('Redmi 9A');
  });

  it('a thread that Discord refuses is a reply', async () => {
    loopback = await openLoopback({ reply: 'thread' });
    loopback.rest.except(({ path }) => (path.endsWith('/threads') ? refusal(50013) : undefined));
    const sent = await loopback.answerTo(question());
    expect(sent.path).toBe(`/channels/${CHANNEL}/messages`);
    expect(warnings()).toEqual(['discord-thread-not-started']);
  });

  it('a thread that is there already is answered in', async () => {
    loopback = await openLoopback({ reply: 'thread' });
    const there = { status: 400, body: { message: 'A thread has already been created', code: 160004 } };
    loopback.rest.except(({ path }) => (path.endsWith('/threads') ? there : undefined));
    const one = question();
    loopback.gateway.dispatch('MESSAGE_CREATE', one);
    expect(shown(await loopback.rest.take(`POST /channels/${one.id}/messages`))).toContain('Redmi 9A');
  });

  it('direct messages have replies', async () => {
    loopback = await openLoopback({ reply: 'thread' });
    const sent = await loopback.answerTo(message('how much is the redmi 9a?', { server: null, channel: newId() }));
    expect(shown(sent)).toContain('EUR 99');
  });
});

describe('what goes wrong', () => {
  const broken = (bot: Bot): Bot => ({ ...bot, reply: () => Promise.reject(new Error('the disk is full')) });

  it('is told in a sentence with a reference that the log has too, to the asker of a command alone', async () => {
    loopback = await openLoopback({ test: await openLastingChat(broken) });
    const sent = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    const { reference } = loopback.test.logged.find(({ event }) => event === 'failed')?.fields ?? {};
    expect(shown(sent)).toContain(`this reference – ${reference}.`);
    expect(shown(sent)).not.toContain('disk');
    expect(payloadOf(sent).flags & 64).toBe(64);
    const toMessage = await loopback.answerTo(question());
    expect(shown(toMessage)).toMatch(/reference – [0-9a-f]{8}/);
    const toChinese = await loopback.answerTo(message(`<@${BOT}> 红米9A多少钱`));
    expect(shown(toChinese)).toMatch(/\p{Script=Han}{4}.*[0-9a-f]{8}/u);
    expect(shown(toChinese)).not.toContain('reference');
  });

  it('in the store is told as well, whatever was pressed or asked', async () => {
    const test = await openLastingChat();
    const away = () => Promise.reject(new Error('no store'));
    loopback = await openLoopback({ test: { ...test, chat: { ...test.chat, claim: away } } });
    for (const one of [slash('sources'), press('1:ask:/sources')])
      expect(shown(await loopback.interact(one))).toMatch(/reference – [0-9a-f]{8}/);
    expect(shown(await loopback.answerTo(question()))).toMatch(/reference – [0-9a-f]{8}/);
    expect(test.logged.map(({ fields }) => fields.during).filter(Boolean)).toHaveLength(3);
  });
});

describe('a person who asks too often', () => {
  const limited = async (outcome: Outcome): Promise<void> => {
    const test = await openLastingChat();
    loopback = await openLoopback({ test: { ...test, chat: { ...test.chat, ask: async () => outcome } } });
  };

  it('is told once, alone', async () => {
    await limited({ kind: 'limited', sentence: 'Please wait a minute.' });
    const sent = await loopback.interact(slash('sources'));
    expect([shown(sent), payloadOf(sent).flags & 64]).toEqual(['Please wait a minute.', 64]);
    expect(shown(await loopback.answerTo(question()))).toBe('Please wait a minute.');
  });

  it('then hears nothing, and no command is told not to respond', async () => {
    await limited({ kind: 'limited' });
    const one = slash('sources');
    expect((await loopback.interact(one)).body).toEqual({ type: 5, data: { flags: 64 } });
    await loopback.rest.take(`DELETE /webhooks/${APPLICATION}/${one.token}/messages/@original`);
    expect((await loopback.interact(press('1:ask:/sources'))).body).toEqual({ type: 6 });
    loopback.gateway.dispatch('MESSAGE_CREATE', question());
    await loopback.interact(slash('sources'));
    await loopback.adapter.stop();
    expect(loopback.rest.untaken('POST /channels/*/messages')).toEqual([]);
  });
});

describe('an answer that takes longer than two seconds', () => {
  /** Two seconds pass when a test says so. */
  const late: (() => void)[] = [];
  const schedule: Schedule = (run) => {
    late.push(run);
    return () => void late.splice(late.indexOf(run), 1);
  };
  const slow =
    (until: Promise<void>) =>
    (bot: Bot): Bot =>
      withAsk(bot, async (asked) => until.then(() => bot.ask(asked)));
  const open = async (work: Promise<void>, change = (bot: Bot) => bot): Promise<void> => {
    late.length = 0;
    loopback = await openLoopback({ schedule, test: await openLastingChat((bot) => slow(work)(change(bot))) });
  };
  /** Lets two seconds pass as soon as they are waited for. */
  const passes = async (): Promise<void> => {
    while (late.length === 0) await new Promise((resolve) => void setImmediate(resolve));
    for (const run of late.splice(0)) run();
  };

  it('is first acknowledged, and then takes the place of that', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await open(promise);
    const one = slash('price', { product: 'redmi-9a' });
    const first = loopback.interact(one);
    await passes();
    expect((await first).body).toEqual({ type: 5 });
    resolve();
    const sent = await loopback.rest.take(`PATCH /webhooks/${APPLICATION}/${one.token}/messages/@original`);
    expect(shown(sent)).toContain('EUR 99');
    expect(sent.fault).toBeUndefined();
  });

  it('and fails is told to the asker alone, and the acknowledgement goes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await open(promise, (bot) => ({ ...bot, ask: () => Promise.reject(new Error('the disk is full')) }));
    const one = slash('price', { product: 'redmi-9a' });
    const first = loopback.interact(one);
    await passes();
    await first;
    resolve();
    const sent = await loopback.rest.take(`POST /webhooks/${APPLICATION}/${one.token}`);
    expect(shown(sent)).toMatch(/reference – [0-9a-f]{8}/);
    expect(sent.body.flags & 64).toBe(64);
    await loopback.rest.take(`DELETE /webhooks/${APPLICATION}/${one.token}/messages/@original`);
  });

  it('to a message shows that the bot is typing', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await open(promise);
    const answered = loopback.answerTo(question());
    await passes();
    await loopback.rest.take(`POST /channels/${CHANNEL}/typing`);
    resolve();
    expect(shown(await answered)).toContain('Redmi 9A');
  });
});
