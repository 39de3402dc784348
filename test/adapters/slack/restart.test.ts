// What outlives the program: buttons and threads of one run, pressed and gone on with in the next, over the same store.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import type { State } from '../../../src/state/contract.ts';
import { openMemory } from '../../../src/state/memory.ts';
import { openState } from '../../../src/state/open.ts';
import { openTestBot } from '../../support/bot.ts';
import { type Element, freshTs, mention, message, type On, press } from './deliveries.ts';
import type { Call } from './web-api.ts';
import { button, elementsOf, openWorkspace, type Workspace } from './workspace.ts';

let bot: Bot;
const folder = mkdtempSync(join(tmpdir(), 'slack-restart-'));
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = openMemory();
/** A store, how each run of the program opens it, and what is left of it between two runs. */
const stores: readonly [name: string, open: () => Promise<State>, end: (state: State) => Promise<void>][] = [
  ['handed over', async () => kept, async () => {}],
  [
    'of a file, opened anew',
    () => openState({ kind: 'sqlite', file: join(folder, 'state.db') }),
    (state) => state.close(),
  ],
];

const ofType = ({ args }: Call, type: string): Element => {
  const found = elementsOf(args.blocks).find((one) => one.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

describe.each(stores)('a store %s', (_, open, end) => {
  it('keeps every button and the thread across a restart', async () => {
    const before = await open();
    const first = await openWorkspace({ bot, state: before });
    const { ann } = first;
    const thread = freshTs();
    await first.deliver(mention(ann, '/spec poco-x3', { ts: thread }));
    const sheet = await first.api.next('chat.postMessage');
    await first.close();
    await end(before);

    const after = await open();
    const second = await openWorkspace({ bot, state: after });
    const { api, deliver } = second;
    const pressed = async (workspace: Workspace, by: typeof ann, element: Element, on: On = {}): Promise<Call> => {
      await deliver(press(by, element, workspace.api.responseUrl('p1'), { thread, ...on }));
      return api.next('response_url', 'views.open');
    };
    try {
      const page = await pressed(second, ann, button(sheet, 'More'));
      expect(page.args).toMatchObject({ replace_original: true, text: expect.stringContaining('Page 2 of') });
      expect((await pressed(second, ann, button(page, 'Back'))).args.text).toBe(sheet.args.text);
      const menu = ofType(sheet, 'static_select');
      const [chosen] = menu.options as { text: { text: string }; value: string }[];
      const { type, action_id, block_id } = menu;
      const compared = await pressed(second, ann, { type, action_id, block_id, selected_option: chosen } as Element);
      expect(compared.args.text).toContain(chosen?.text.text);
      const liked = ofType(sheet, 'feedback_buttons');
      const { value } = liked.positive_button as { value: string };
      const thanks = await pressed(second, ann, { type: liked.type, action_id: liked.action_id, value });
      expect(thanks.args.text).toMatch(/Thank you/);
      const shared = await pressed(second, ann, button(compared, 'Share'), { ephemeral: true });
      expect(shared.args).toMatchObject({ response_type: 'in_channel', text: compared.args.text });
      expect((await api.next('response_url')).args).toEqual({ delete_original: true });

      await deliver(message(ann, 'and its battery?', { thread }));
      const { args } = await api.next('chat.postMessage');
      expect(args).toMatchObject({ thread_ts: thread, text: expect.stringMatching(/mAh/) });

      const bin = ofType(sheet, 'icon_button');
      expect((await pressed(second, { ...ann, user: 'U0STRANGER' }, bin)).args.text).toMatch(
        /Only the person who asked/,
      );
      expect((await pressed(second, ann, bin)).args).toEqual({ delete_original: true });
    } finally {
      await second.close();
      await end(after);
    }
  });
});

describe('what is kept about a person', () => {
  it('goes when the person is forgotten: answers behind buttons, and threads', async () => {
    const workspace = await openWorkspace({ bot, state: openMemory() });
    const { api, deliver, ann, bob, chat } = workspace;
    const [hers, his] = [freshTs(), freshTs()];
    await deliver(mention(ann, '/spec poco-x3', { ts: hers }));
    const sheet = await api.next('chat.postMessage');
    await deliver(mention(bob, '/spec redmi 9', { ts: his }));
    const kept = await api.next('chat.postMessage');
    expect(await chat.forget(ann.user)).toBeGreaterThan(1);
    await deliver(press(bob, button(sheet, 'More'), api.responseUrl('p1')));
    expect((await api.next('response_url')).args.text).toMatch(/expired/);
    await deliver(press(bob, button(kept, 'More'), api.responseUrl('p2')));
    expect((await api.next('response_url')).args.text).toContain('Page 2 of');
    await deliver(message(ann, 'and its battery?', { thread: hers }));
    await deliver(message(bob, 'and its battery?', { thread: his }));
    expect((await api.next('chat.postMessage')).args.thread_ts).toBe(his);
    await workspace.close();
    expect(api.of('chat.postMessage').filter(({ args }) => args.thread_ts === hers)).toHaveLength(1);
  });
});
