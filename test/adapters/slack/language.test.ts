// Who writes Chinese is answered in Chinese all the way: status, buttons, small print, failures, and what has expired.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { command, type Delivery, direct, mention, press } from './deliveries.ts';
import type { Call } from './web-api.ts';
import { elementsOf, openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

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
const failing = (): Bot => ({
  ...bot,
  reply: async () => {
    throw new Error('a fault');
  },
});

describe('Chinese', () => {
  it('is spoken by the status below a direct message, and in the settings’ language where one is set', async () => {
    const { deliver, api, ann, chat } = await open();
    await deliver(direct(ann, '红米9C 多少钱'));
    expect((await api.next('assistant.threads.setStatus')).args.status).toBe(chat.say('slack-status', 'zh'));
    await api.next('chat.postMessage');
    await chat.changeSettings(ann.team, 'slack', { language: 'zh' });
    await deliver(direct(ann, 'how much is the redmi 9c'));
    const statuses = async (): Promise<unknown> => (await api.next('assistant.threads.setStatus')).args.status;
    expect(await statuses()).toBe('');
    expect(await statuses()).toBe(chat.say('slack-status', 'zh'));
  });

  it('is on every button and in the small print', async () => {
    const { deliver, api, ann } = await open();
    await deliver(mention(ann, '红米9的屏幕和电池'));
    const { args } = await api.next('chat.postMessage');
    expect(args.text).toMatch(/\p{Script=Han}/u);
    const labels = elementsOf(args.blocks).flatMap(({ text, placeholder, positive_button: positive }) =>
      [text, placeholder, (positive as { text?: unknown } | undefined)?.text].flatMap((one) =>
        one ? [(one as { text: string }).text] : [],
      ),
    );
    expect(labels.length).toBeGreaterThan(2);
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(args.blocks)).not.toMatch(/Source|As of|Page|\bNote\b/);
  });

  it.each<[string, (workspace: Workspace) => Delivery]>([
    ['a command', ({ ann, api }) => command(ann, '/ask 红米9C 多少钱', api.responseUrl('c1'))],
    ['a mention', ({ ann }) => mention(ann, '红米9C 多少钱')],
    ['a direct message', ({ ann }) => direct(ann, '红米9C 多少钱')],
  ])('tells of a failure: %s', async (_, delivery) => {
    await open({ bot: failing() });
    await workspace.deliver(delivery(workspace));
    const told = await workspace.api.next('response_url', 'chat.postEphemeral', 'chat.postMessage');
    const reference = /[0-9a-f]{8}/.exec(String(told.args.text))?.[0] ?? '';
    expect(told.args.text).toBe(workspace.chat.say('failed', 'zh', { reference }));
  });

  it('tells of a failure before the question was read, too', async () => {
    const { chat, deliver, api, ann } = await open();
    chat.claim = async () => {
      throw new Error('the store is away');
    };
    await deliver(mention(ann, '红米9C 多少钱'));
    const { args } = await api.next('chat.postEphemeral');
    const reference = /[0-9a-f]{8}/.exec(String(args.text))?.[0] ?? '';
    expect(args.text).toBe(chat.say('failed', 'zh', { reference }));
  });

  it.each<[string, string]>([
    ['更多', 'zh'],
    ['More', 'en'],
  ])('tells in the words of the button that it has expired: %s', async (label, language) => {
    const { deliver, api, ann, chat } = await open();
    const pressed = async (value: string): Promise<Call> => {
      const text = { type: 'plain_text', text: label };
      await deliver(press(ann, { type: 'button', action_id: 'press:more:0', text, value }, api.responseUrl('p1')));
      return api.next('response_url');
    };
    const gone = JSON.stringify({ v: 1, kind: 'more', reference: '00000000', asker: ann.user, page: 2 });
    for (const value of ['{"v":0}', gone]) expect((await pressed(value)).args.text).toBe(chat.say('expired', language));
  });
});
