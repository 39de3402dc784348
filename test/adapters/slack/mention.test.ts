// Mentions, the threads that the bot follows, and those in which it keeps silent.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import { openMemory } from '../../../src/state/memory.ts';
import { openTestBot } from '../../support/bot.ts';
import { freshTs, mention, message } from './deliveries.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

const open = async (options: WorkspaceOptions = {}): Promise<Workspace> => {
  workspace = await openWorkspace({ bot, ...options });
  return workspace;
};

const PRICE = 'how much is the redmi 9c';
const UNKNOWN = 'how much is the galaxy s20';

/** A thread in which Ann asked for a price and got it. */
async function askedInThread(options: WorkspaceOptions = {}) {
  const opened = await open(options);
  const { deliver, api, ann } = opened;
  const thread = freshTs();
  await deliver(mention(ann, PRICE, { ts: thread }));
  await api.next('chat.postMessage');
  return { ...opened, thread, said: () => api.of('chat.postMessage', 'chat.postEphemeral') };
}

describe('a mention', () => {
  it('is answered in a thread under it, with the answer in the text', async () => {
    const { deliver, api, ann } = await open();
    const ts = freshTs();
    await deliver(mention(ann, PRICE, { ts }));
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.channel, thread_ts: ts });
    expect(args.text).toMatch(/EUR 119/);
  });

  it('is answered in the channel where that is wished', async () => {
    const { deliver, api, ann } = await open({ reply: 'channel' });
    await deliver(mention(ann, PRICE));
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.channel });
    expect(args).not.toHaveProperty('thread_ts');
  });

  it('within a thread is answered in that thread, whatever is wished for others', async () => {
    const { deliver, api, ann } = await open({ reply: 'channel' });
    const thread = freshTs();
    await deliver(mention(ann, PRICE, { thread }));
    expect((await api.next('chat.postMessage')).args.thread_ts).toBe(thread);
  });

  it('is answered to the asker alone where that is wished', async () => {
    const { deliver, api, ann } = await open({ visibility: 'private' });
    await deliver(mention(ann, PRICE));
    const { args } = await api.next('chat.postEphemeral');
    expect(args).toMatchObject({ channel: ann.channel, user: ann.user });
    expect(args.text).toMatch(/EUR 119/);
  });

  it('follows the settings of its workspace before those of the program', async () => {
    const { deliver, api, ann, chat } = await open();
    chat.settings = async (team) => (team === ann.team ? { visibility: 'private', language: 'zh' } : {});
    await deliver(mention(ann, PRICE));
    expect((await api.next('chat.postEphemeral')).args.text).toMatch(/欧元/);
  });

  it('that asks what is not known is declined to the asker alone, in the channel: a thread without replies shows no such message', async () => {
    const { deliver, api, ann } = await open();
    await deliver(mention(ann, UNKNOWN));
    const { args } = await api.next('chat.postEphemeral');
    expect(args).toMatchObject({ channel: ann.channel, user: ann.user });
    expect(args).not.toHaveProperty('thread_ts');
  });

  it('without a word shows what can be asked', async () => {
    const { deliver, api, ann } = await open();
    await deliver(mention(ann, ''));
    const { args } = await api.next('chat.postEphemeral');
    expect(args.text).toMatch(/ask about/i);
  });

  it('reaches an asker who is not in the channel by a direct message', async () => {
    const { deliver, api, ann } = await open();
    api.once('chat.postEphemeral', () => ({ body: { ok: false, error: 'user_not_in_channel' } }));
    await deliver(mention(ann, UNKNOWN));
    expect((await api.next('chat.postMessage')).args.channel).toBe(ann.user);
  });

  it.each([
    ['an edited message', { edited: { user: 'U0OTHER', ts: '1790000000.000001' } }],
    ['a bot', { bot_id: 'B0OTHER' }],
    ['an old form of a bot', { subtype: 'bot_message', bot_id: 'B0OTHER' }],
    ['the bot itself', { user: 'U0BOT' }],
  ])('by %s is ignored', async (_who, more) => {
    const { deliver, api, ann, close } = await open();
    await deliver(mention(ann, PRICE, { more }));
    await close();
    expect(api.of('chat.postMessage', 'chat.postEphemeral')).toEqual([]);
  });
});

describe('a thread', () => {
  it('goes on without a new mention, about the same product', async () => {
    const { deliver, api, ann, thread } = await askedInThread();
    await deliver(message(ann, 'and its battery?', { thread }));
    const { args } = await api.next('chat.postMessage');
    expect(args.thread_ts).toBe(thread);
    expect(args.text).toMatch(/Redmi 9C.*5,?000 mAh/s);
    await deliver(message(ann, 'and the camera', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9C.*MP/s);
  });

  it('whispers what it does not know, and small talk, when nobody mentioned it', async () => {
    const { deliver, api, ann, thread } = await askedInThread();
    await deliver(message(ann, UNKNOWN, { thread }));
    expect((await api.next('chat.postEphemeral')).args).toMatchObject({ thread_ts: thread, user: ann.user });
    await deliver(message(ann, 'thanks', { thread }));
    expect((await api.next('chat.postEphemeral')).args.text).toMatch(/welcome/);
  });

  it('is left to people who talk to each other', async () => {
    const { deliver, ann, bob, thread, said, close } = await askedInThread();
    await deliver(message(bob, 'I would take that one', { thread }));
    await deliver(message(ann, 'what about its battery?', { thread })); // to Bob
    await close();
    expect(said()).toHaveLength(1);
  });

  it('is left when the asker turns to somebody by name, and taken up again by a mention', async () => {
    const { deliver, api, ann, bob, thread, said } = await askedInThread();
    await deliver(message(ann, `<@${bob.user}> how is the battery?`, { thread }));
    await deliver(message(ann, 'and the price?', { thread }));
    await deliver(mention(ann, 'and its battery?', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/mAh/);
    expect(said()).toHaveLength(2);
    await deliver(message(ann, 'and the camera?', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/MP/);
  });

  it.each(['@here', '<!here> and its battery?', '<!channel> and its battery?', '<!subteam^S1|@team> and its battery?'])(
    'is left when the asker turns to all (%s)',
    async (text) => {
      const { deliver, ann, thread, said, close } = await askedInThread();
      await deliver(message(ann, text.replace(/^@here$/, '<!everyone>'), { thread }));
      await close();
      expect(said()).toHaveLength(1);
    },
  );

  it.each([
    ['stop', /Mention me/],
    ['Please leave.', /Mention me/],
    ['走开', /提到我/],
  ])('is left when told "%s", with a word, until the next mention', async (words, farewell) => {
    const { deliver, api, ann, thread, said } = await askedInThread();
    await deliver(message(ann, words, { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(farewell);
    await deliver(message(ann, 'and its battery?', { thread }));
    await deliver(mention(ann, 'and its battery?', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/mAh/);
    expect(said()).toHaveLength(3);
  });

  it('is left when told by mention, too', async () => {
    const { deliver, api, ann, thread } = await askedInThread();
    await deliver(mention(ann, 'go away', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Mention me/);
  });

  it('that it was never asked in is none of its business, nor is the channel', async () => {
    const { deliver, ann, said, close } = await askedInThread();
    await deliver(message(ann, PRICE, { thread: freshTs() }));
    await deliver(message(ann, PRICE));
    await close();
    expect(said()).toHaveLength(1);
  });

  it('changes of its messages, and messages of bots in it, are not answered', async () => {
    const { deliver, ann, thread, said, close } = await askedInThread();
    for (const more of [
      { subtype: 'message_changed', hidden: true, message: { user: ann.user, text: PRICE } },
      { subtype: 'message_deleted', hidden: true },
      { bot_id: 'B0OTHER' },
      { user: 'U0BOT', bot_id: 'B0BOT' },
    ]) {
      await deliver(message(ann, 'and its battery?', { thread, more }));
    }
    await close();
    expect(said()).toHaveLength(1);
  });

  it('speaks of one thing: who joins by a mention means what the others spoke of', async () => {
    const { deliver, api, bob, thread } = await askedInThread();
    await deliver(mention(bob, 'and its battery?', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9C.*mAh/s);
  });
});

describe('the same message', () => {
  it('delivered three times is answered once', async () => {
    const { deliver, api, ann, close } = await open();
    const delivery = mention(ann, PRICE, { eventId: 'Ev0RETRIED' });
    await deliver(delivery);
    await deliver(delivery, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    await deliver(delivery, { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' });
    await close();
    expect(api.of('chat.postMessage')).toHaveLength(1);
  });

  it('told of by two events is answered once', async () => {
    const { deliver, api, ann, thread, close } = await askedInThread();
    const ts = freshTs();
    await deliver(mention(ann, 'and its battery?', { thread, ts }));
    await deliver(message(ann, '<@U0BOT> and its battery?', { thread, ts }));
    await close();
    expect(api.of('chat.postMessage')).toHaveLength(2);
  });

  it('is answered once by two replicas that share a store', async () => {
    const state = openMemory();
    const { deliver, api, ann, close } = await open({ state });
    const other = await openWorkspace({ bot, state });
    const delivery = mention(ann, PRICE);
    await Promise.all([deliver(delivery), other.deliver(delivery)]);
    await Promise.all([close(), other.close()]);
    expect([...api.of('chat.postMessage'), ...other.api.of('chat.postMessage')]).toHaveLength(1);
  });
});
