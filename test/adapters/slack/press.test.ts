// What can be pressed below an answer, by the asker and by others, before and after it has expired.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import type { Feedback } from '../../../src/chat/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { command, type Element, freshTs, mention, type On, press, submission, type Whereabouts } from './deliveries.ts';
import type { Call } from './web-api.ts';
import { button, elementsOf, openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
let opinions: Feedback[];
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

async function open(options: WorkspaceOptions = {}): Promise<Workspace> {
  workspace = await openWorkspace({ bot, ...options });
  const { chat } = workspace;
  opinions = [];
  const keep = chat.feedback;
  chat.feedback = async (feedback) => {
    opinions.push(feedback);
    await keep(feedback);
  };
  return workspace;
}

/** Types a command as Ann; gives the message that answers it. */
async function answered(line: string, options: WorkspaceOptions = {}): Promise<Call> {
  const { deliver, api, ann } = await open(options);
  await deliver(command(ann, line, api.responseUrl('c1')));
  return api.next('response_url');
}

/** Presses; gives what came of it, by whatever way. */
async function pressed(by: Whereabouts, element: Element, on: On = {}): Promise<Call> {
  const { deliver, api } = workspace;
  await deliver(press(by, element, api.responseUrl('p1'), on));
  return api.next('response_url', 'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'chat.delete', 'views.open');
}

const ofType = ({ args }: Call, type: string): Element => {
  const found = elementsOf(args.blocks).find((one) => one.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
/** One side of the feedback buttons, as Slack sends it. */
const thumb = (answer: Call, side: 'positive_button' | 'negative_button'): Element => {
  const buttons = ofType(answer, 'feedback_buttons');
  const { value, text } = buttons[side] as { value: string; text: unknown };
  return { type: 'feedback_buttons', action_id: buttons.action_id, value, text };
};
const tableOf = ({ args }: Call): unknown[] =>
  (args.blocks as { type: string; rows?: unknown[] }[]).find(({ type }) => type === 'table')?.rows ?? [];

describe('More', () => {
  it('shows the next page in place, and every row of the answer once', async () => {
    const { table } = await bot.ask({ input: '/spec poco-x3' });
    let page = await answered('/spec poco-x3');
    const rows = new Set<string>();
    for (let left = 20; left > 0; left--) {
      const before = rows.size;
      for (const row of tableOf(page).slice(1)) rows.add(JSON.stringify(row));
      expect(rows.size).toBeGreaterThan(before);
      const more = elementsOf(page.args.blocks).find((one) => (one.text as { text?: string })?.text === 'More');
      if (!more) break;
      page = await pressed(workspace.bob, more);
      expect(page).toMatchObject({
        method: 'response_url',
        args: { replace_original: true, response_type: 'in_channel' },
      });
    }
    expect(rows.size).toBe(table?.rows.length);
    const back = await pressed(workspace.ann, button(page, 'Back'));
    expect(back.args.replace_original).toBe(true);
  });

  it('keeps to the asker alone what the asker alone sees', async () => {
    const page = await answered('/spec poco-x3', { visibility: 'private' });
    const next = await pressed(workspace.ann, button(page, 'More'), { ephemeral: true });
    expect(next.args).toMatchObject({ replace_original: true, response_type: 'ephemeral' });
    expect(button(next, 'Share')).toBeDefined();
  });

  it('changes the message by the Web API when the address of the press has expired', async () => {
    const { deliver, api, ann } = await open();
    await deliver(mention(ann, '/spec poco-x3'));
    const page = await api.next('chat.postMessage');
    const { ts } = page.result as { ts: string };
    api.once('response_url', () => ({ status: 404, body: 'expired_url' }));
    await deliver(press(ann, button(page, 'More'), api.responseUrl('p1'), { ts }));
    expect((await api.next('chat.update')).args).toMatchObject({ channel: ann.channel, ts });
  });

  it('of an answer that is no longer kept says so', async () => {
    const page = await answered('/spec poco-x3');
    const more = button(page, 'More');
    const lost = { ...more, value: String(more.value).replace(/"reference":"\w+"/, '"reference":"00000000"') };
    const { args } = await pressed(workspace.ann, lost);
    expect(args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(args.text).toMatch(/expired/);
  });

  it('that was not made by the bot, or long ago, says so', async () => {
    await open();
    const { args } = await pressed(workspace.ann, { type: 'button', action_id: 'press:more:0', value: '{"v":0}' });
    expect(args.text).toMatch(/expired/);
  });
});

describe('a way on', () => {
  it('compares with another product, told to the one who chose it', async () => {
    const page = await answered('/spec redmi 9');
    const menu = ofType(page, 'static_select');
    const [, second] = menu.options as { text: { text: string }; value: string }[];
    const choice = { type: menu.type, action_id: menu.action_id, block_id: menu.block_id, selected_option: second };
    const { args } = await pressed(workspace.bob, choice as Element);
    expect(args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(args.text).toContain(second?.text.text);
    expect(args.text).toMatch(/Redmi 9\b/);
  });

  it('shows the full sheet, in the thread where it was asked for', async () => {
    const { deliver, api, ann } = await open();
    const thread = freshTs();
    await deliver(mention(ann, 'how much is the redmi 9c', { ts: thread }));
    const answer = await api.next('chat.postMessage');
    const { args } = await pressed(ann, button(answer, 'Full specs'), { thread });
    expect(args).toMatchObject({ response_type: 'ephemeral', thread_ts: thread });
    expect(args.text).toMatch(/specifications/);
  });
});

describe('a clarifying question', () => {
  it('is answered in place by its asker, who may share the answer', async () => {
    const question = await answered('/ask when did he join xiaomi');
    expect(question.args.response_type).toBe('ephemeral');
    const answer = await pressed(workspace.ann, button(question, 'Wang Xiang'), { ephemeral: true });
    expect(answer.args).toMatchObject({ replace_original: true, response_type: 'ephemeral' });
    expect(answer.args.text).toMatch(/July 2015/);
    const shared = await pressed(workspace.ann, button(answer, 'Share'), { ephemeral: true });
    expect(shared.args).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shared.args.text).toMatch(/July 2015/);
    expect(JSON.stringify(shared.args.blocks)).toContain(`<@${workspace.ann.user}>`);
    expect((await workspace.api.next('response_url')).args).toEqual({ delete_original: true });
  });

  it('with many meanings has a menu, and goes on from what was chosen', async () => {
    const { deliver, api, ann } = await open();
    const thread = freshTs();
    await deliver(mention(ann, 'screen size', { thread }));
    const question = await api.next('chat.postEphemeral');
    const menu = ofType(question, 'static_select');
    const chosen = (menu.options as { text: { text: string } }[]).find(({ text }) => text.text === 'Redmi 9C');
    const choice = { type: menu.type, action_id: menu.action_id, block_id: menu.block_id, selected_option: chosen };
    const answer = await pressed(ann, choice as Element, { ephemeral: true, thread });
    expect(answer.args.text).toMatch(/6\.53/);
    await deliver(mention(ann, 'and its battery?', { thread }));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9C.*mAh/s);
  });
});

describe('Share', () => {
  it('shows the answer to both in a direct message of two people, in which the bot is not', async () => {
    const { deliver, api, ann } = await open({ visibility: 'private' });
    const between = { ...ann, channel: 'D0PEOPLE' };
    await deliver(command(between, '/price redmi-9c', api.responseUrl('c1')));
    const answer = await api.next('response_url');
    const { args } = await pressed(between, button(answer, 'Share'), { ephemeral: true });
    expect(args).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(args.text).toMatch(/EUR 119/);
  });
});

describe('Delete', () => {
  it('by the asker takes the answer away', async () => {
    const answer = await answered('/price redmi-9c');
    expect((await pressed(workspace.ann, ofType(answer, 'icon_button'))).args).toEqual({ delete_original: true });
  });

  it('leaves nothing behind that a button could still show', async () => {
    const answer = await answered('/spec poco-x3');
    await pressed(workspace.ann, ofType(answer, 'icon_button'));
    expect((await pressed(workspace.bob, button(answer, 'More'))).args.text).toMatch(/expired/);
  });

  it('by a stranger is refused', async () => {
    const answer = await answered('/price redmi-9c');
    const { args } = await pressed(workspace.bob, ofType(answer, 'icon_button'));
    expect(args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(args.text).toMatch(/Only the person who asked/);
    await workspace.close();
    expect(workspace.api.calls.filter((call) => call.args.delete_original || call.method === 'chat.delete')).toEqual(
      [],
    );
  });

  it('uses the Web API when the address of the press has expired', async () => {
    const answer = await answered('/price redmi-9c');
    const { api, ann, deliver } = workspace;
    const ts = freshTs();
    api.once('response_url', () => ({ status: 404, body: 'expired_url' }));
    api.once('chat.delete', () => ({ body: { ok: true } }));
    await deliver(press(ann, ofType(answer, 'icon_button'), api.responseUrl('p1'), { ts }));
    expect((await api.next('chat.delete')).args).toMatchObject({ channel: ann.channel, ts });
  });
});

describe('an opinion', () => {
  it('in favour is kept, with thanks', async () => {
    const answer = await answered('/price redmi-9c');
    const { args } = await pressed(workspace.bob, thumb(answer, 'positive_button'));
    expect(args.text).toMatch(/Thank you/);
    expect(opinions).toMatchObject([{ helpful: true, asker: { person: workspace.bob.user, workspace: 'T000000001' } }]);
  });

  it('against opens a modal that asks why; the words join the opinion', async () => {
    const answer = await answered('/price redmi-9c');
    const { ann, api, deliver, emulator } = workspace;
    const { trigger_id } = (await emulator.call('views.generateTriggerId', { user_id: ann.user })) as {
      trigger_id?: string;
    };
    const opened = await pressed(ann, thumb(answer, 'negative_button'), { triggerId: trigger_id ?? '' });
    expect(opened.method).toBe('views.open');
    expect(opinions).toMatchObject([{ helpful: false }]);
    const view = opened.args.view as Record<string, unknown>;
    const written = { why: { words: { type: 'plain_text_input', value: ' It is cheaper by now. ' } } };
    expect(await deliver(submission(ann, view, written))).toBe('');
    const thanks = await api.next('chat.postEphemeral');
    expect(thanks.args).toMatchObject({ channel: ann.channel, user: ann.user });
    expect(opinions.at(-1)).toMatchObject({ helpful: false, why: 'It is cheaper by now.' });
    expect(opinions.at(-1)?.reference).toBe(opinions[0]?.reference);
  });

  it('in a modal of an older version is told that it has expired, and not kept', async () => {
    const { ann, api, deliver } = await open();
    const view = { type: 'modal', callback_id: 'why', private_metadata: '{"v":0}', blocks: [] };
    await deliver(submission(ann, view, { why: { words: { type: 'plain_text_input', value: 'It is cheaper.' } } }));
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.user, text: expect.stringContaining('expired') });
    expect(opinions).toEqual([]);
  });

  it('may change: the last press counts', async () => {
    const answer = await answered('/price redmi-9c');
    const { ann, api } = workspace;
    api.once('views.open', () => ({ body: { ok: true, view: {} } }));
    await pressed(ann, thumb(answer, 'negative_button'));
    await pressed(ann, thumb(answer, 'positive_button'));
    expect(opinions.map(({ helpful }) => helpful)).toEqual([false, true]);
    expect(new Set(opinions.map(({ reference }) => reference)).size).toBe(1);
  });

  it('against is thanked for where Slack opens no modal', async () => {
    const answer = await answered('/price redmi-9c');
    const { ann, api, deliver } = workspace;
    api.once('views.open', () => ({ body: { ok: false, error: 'expired_trigger_id' } }));
    await deliver(press(ann, thumb(answer, 'negative_button'), api.responseUrl('p1')));
    expect((await api.next('response_url')).args.text).toMatch(/Thank you/);
    expect(opinions).toMatchObject([{ helpful: false }]);
  });
});

describe('a press', () => {
  it('that is delivered twice acts once', async () => {
    const answer = await answered('/price redmi-9c', { visibility: 'private' });
    const { ann, api, deliver, close } = workspace;
    const delivery = press(ann, button(answer, 'Share'), api.responseUrl('p1'), { ephemeral: true });
    await deliver(delivery);
    await deliver(delivery);
    await close();
    expect(api.calls.filter(({ args }) => args.response_type === 'in_channel')).toHaveLength(1);
  });

  it('that fails tells a reference, which the log has, too', async () => {
    const answer = await answered('/price redmi-9c');
    const { chat, logged, ann } = workspace;
    chat.feedback = async () => {
      throw new Error('the store is away');
    };
    const { args } = await pressed(ann, thumb(answer, 'positive_button'));
    const reference = /[0-9a-f]{8}/.exec(String(args.text))?.[0];
    expect(logged).toContainEqual(expect.objectContaining({ fields: expect.objectContaining({ reference }) }));
  });
});
