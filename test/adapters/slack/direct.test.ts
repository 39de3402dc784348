// Direct messages, the agent view of today and the earlier one, the App Home, and the message shortcut.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { direct, event, freshTs, homeOpened, press, shortcut } from './deliveries.ts';
import { button, elementsOf, openWorkspace, type Workspace } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
/** Ann's direct messages with the bot. */
let ann: Workspace['ann'];
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

async function open() {
  workspace = await openWorkspace({ bot });
  const { emulator, ann: inChannel } = workspace;
  const opened = (await emulator.call('conversations.open', { users: inChannel.user })) as { channel?: { id: string } };
  ann = { ...inChannel, channel: opened.channel?.id ?? '' };
  return workspace;
}

const PRICE = 'how much is the redmi 9c';

describe('a direct message', () => {
  it('is answered where it was written, and goes on', async () => {
    const { deliver, api } = await open();
    await deliver(direct(ann, PRICE));
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.channel });
    expect(args).not.toHaveProperty('thread_ts');
    expect(args.text).toMatch(/EUR 119/);
    await deliver(direct(ann, 'and its battery?'));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9C.*mAh/s);
  });

  it('that asks what is not known is declined as openly as all else: nobody but the asker reads it', async () => {
    const { deliver, api } = await open();
    await deliver(direct(ann, 'how much is the redmi 9t'));
    const { args } = await api.next('chat.postMessage');
    expect(args.text).toMatch(/don't know a product/);
    expect(JSON.stringify(args.blocks)).not.toContain('"Share"');
  });

  it('that may mean several things is answered in place of the question back', async () => {
    const { deliver, api } = await open();
    await deliver(direct(ann, 'when did he join xiaomi'));
    const question = await api.next('chat.postMessage');
    await deliver(press(ann, button(question, 'Wang Xiang'), api.responseUrl('p1')));
    const { args } = await api.next('response_url');
    expect(args).toMatchObject({ replace_original: true, response_type: 'in_channel' });
    expect(args.text).toMatch(/July 2015/);
    await deliver(direct(ann, 'and his role?'));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Wang Xiang.*President/s);
  });

  it('has ways on that are answered beneath', async () => {
    const { deliver, api } = await open();
    await deliver(direct(ann, PRICE));
    const answer = await api.next('chat.postMessage');
    await deliver(press(ann, button(answer, 'Full specs'), api.responseUrl('p1')));
    const { args } = await api.next('response_url');
    expect(args).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(args.text).toMatch(/specifications/);
  });

  it('shows a status while the answer is sought, and takes it away', async () => {
    const { deliver, api } = await open();
    const ts = freshTs();
    await deliver(direct(ann, PRICE, { ts }));
    expect((await api.next('assistant.threads.setStatus')).args).toMatchObject({
      channel_id: ann.channel,
      thread_ts: ts,
      status: expect.stringContaining('looking'),
    });
    await api.next('chat.postMessage');
    await workspace.close();
    expect(api.of('assistant.threads.setStatus').at(-1)?.args.status).toBe('');
  });

  it('is answered where Slack shows no status', async () => {
    const { deliver, api, logged } = await open();
    api.always('assistant.threads.setStatus', () => ({ body: { ok: false, error: 'missing_scope' } }));
    await deliver(direct(ann, PRICE));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/EUR 119/);
    await workspace.close();
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('with a picture and no words, of a bot, or changed, is no question', async () => {
    const { deliver, api } = await open();
    await deliver(direct(ann, '', { more: { subtype: 'file_share' } }));
    await deliver(direct(ann, PRICE, { more: { bot_id: 'B0BOT', user: 'U0BOT' } }));
    await deliver(direct(ann, PRICE, { more: { subtype: 'message_changed' } }));
    await workspace.close();
    expect(api.of('chat.postMessage')).toEqual([]);
  });

  it('delivered three times is answered once', async () => {
    const { deliver, api } = await open();
    const delivery = direct(ann, PRICE);
    for (const retry of ['0', '1', '2']) await deliver(delivery, { 'x-slack-retry-num': retry });
    await workspace.close();
    expect(api.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('the agent view', () => {
  it('offers prompts that are answered, for the view as a whole', async () => {
    const { deliver, api } = await open();
    await deliver(homeOpened(ann, 'messages'));
    const { args } = await api.next('assistant.threads.setSuggestedPrompts');
    expect(args).toMatchObject({ channel_id: ann.channel });
    expect(args).not.toHaveProperty('thread_ts');
    const prompts = args.prompts as { title: string; message: string }[];
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { message } of prompts) expect((await bot.ask({ input: message })).kind).toBe('answer');
  });

  it('of earlier times offers prompts in each of its threads, and answers there', async () => {
    const { deliver, api } = await open();
    const thread = freshTs();
    const context = { channel_id: 'C0ELSEWHERE', team_id: ann.team, enterprise_id: null };
    const assistant_thread = { user_id: ann.user, context, channel_id: ann.channel, thread_ts: thread };
    await deliver(event(ann.team, { type: 'assistant_thread_started', assistant_thread, event_ts: thread }));
    expect((await api.next('assistant.threads.setSuggestedPrompts')).args.thread_ts).toBe(thread);
    await deliver(event(ann.team, { type: 'assistant_thread_context_changed', assistant_thread, event_ts: thread }));
    await deliver(direct(ann, PRICE, { thread }));
    expect((await api.next('assistant.threads.setStatus')).args.thread_ts).toBe(thread);
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.channel, thread_ts: thread });
    expect(args.text).toMatch(/EUR 119/);
  });

  it('that Slack does not have is missed by the log alone', async () => {
    const { deliver, api, logged } = await open();
    api.once('assistant.threads.setSuggestedPrompts', () => ({ body: { ok: false, error: 'not_allowed' } }));
    await deliver(homeOpened(ann, 'messages'));
    await workspace.close();
    expect(logged.map((line) => line.event)).toContain('slack-prompts-refused');
    expect(api.of('chat.postMessage')).toEqual([]);
  });
});

describe('the App Home', () => {
  it('shows what can be asked, the newest products, the sources and the date of the knowledge', async () => {
    const { deliver, api } = await open();
    await deliver(homeOpened(ann, 'home'));
    const { args } = await api.next('views.publish');
    expect(args.user_id).toBe(ann.user);
    const shown = JSON.stringify(args.view);
    const { sources, recent, facts } = bot.about();
    for (const part of ['/price', recent[0]?.label, sources[0]?.publisher, String(facts), '2025']) {
      expect(shown).toContain(part);
    }
  });

  it('answers its examples in a direct message', async () => {
    const { deliver, api } = await open();
    await deliver(homeOpened(ann, 'home'));
    const { args } = await api.next('views.publish');
    const [example] = elementsOf((args.view as { blocks: unknown }).blocks);
    if (!example) throw new Error('no example');
    await deliver(press(ann, example, '', { home: true }));
    const answer = await api.next('chat.postMessage');
    expect(answer.args.channel).toBe(ann.user);
    expect(String(answer.args.text).length).toBeGreaterThan(20);
  });
});

describe('"Ask about this"', () => {
  it('answers the question in a message to the one who asked, who may share it', async () => {
    const { deliver, api, ann: inChannel } = await open();
    await deliver(shortcut(inChannel, `Does anybody know ${PRICE}?`, api.responseUrl('s1')));
    const { args } = await api.next('response_url');
    expect(args.response_type).toBe('ephemeral');
    expect(args.text).toMatch(/EUR 119/);
    expect(JSON.stringify(args.blocks)).toContain('"Share"');
  });

  it('says so when there is no question in it', async () => {
    const { deliver, api, ann: inChannel } = await open();
    await deliver(shortcut(inChannel, '', api.responseUrl('s1')));
    expect((await api.next('response_url')).args.text).toMatch(/no question/);
  });
});
