// The App Home and the modal that asks why: what they show, and that Slack takes them.
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { encodeWhy, readPress } from '../../../src/adapters/slack/actions.ts';
import { drawHome } from '../../../src/adapters/slack/home.ts';
import { drawWhy } from '../../../src/adapters/slack/modals.ts';
import { openTestBot, type TestBot } from '../../support/bot.ts';
import { viewBreaches } from './check.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});
const home = (language = 'en') => {
  const { bot } = own;
  const { say } = bot;
  const names = bot.localNames();
  return drawHome({ about: bot.about(), commands: allCommands, say, names, language, person: 'U0ASKER' });
};
/** Everything below that can be pressed. */
const pressable = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.flatMap(pressable)
    : typeof value === 'object' && value !== null
      ? 'action_id' in value
        ? [value as Record<string, unknown>]
        : Object.values(value).flatMap(pressable)
      : [];

describe('the home', () => {
  it.each(['en', 'zh'])('is within Slack’s limits: %s', (language) => {
    expect(viewBreaches(home(language))).toEqual([]);
    expect(JSON.stringify(home(language))).not.toMatch(/\{\w+\}|slack-home|undefined/);
  });

  it('shows each command with its usage and example, new products, sources and the knowledge’s date', () => {
    const text = JSON.stringify(home());
    for (const { name, examples } of allCommands.filter((one) => one.name !== 'help')) {
      expect(text).toContain(`*/${name}`);
      if (name !== 'sources') expect(text).toContain(examples[0]);
    }
    const { recent, sources } = own.bot.about();
    expect(recent.length).toBeGreaterThan(3);
    for (const { label } of recent) expect(text).toContain(JSON.stringify(label).slice(1, -1));
    expect(text).toContain(sources[0]?.title);
    expect(text).toContain('the newest of 3 November 2025');
  });

  it('says in the reader’s language what to type behind a command', () => {
    expect(JSON.stringify(home('zh'))).toContain('*/price* &lt;产品&gt;');
    expect(JSON.stringify(home('zh'))).not.toMatch(/&lt;[a-z]/);
    expect(JSON.stringify(home())).toContain('*/price* &lt;product&gt;');
  });

  it('has only buttons that are answered', async () => {
    const presses = pressable(home().blocks).map(readPress);
    expect(presses.length).toBeGreaterThan(10);
    for (const press of presses) {
      expect(press).toMatchObject({ kind: 'ask', asker: 'U0ASKER' });
      const asked = press?.kind === 'ask' ? press.ask : '';
      expect([asked, (await own.ask(asked)).kind]).toEqual([asked, 'answer']);
    }
  });

  it('is drawn of an empty knowledge, too', () => {
    const { bot } = own;
    const about = { products: 0, subjects: 0, facts: 0, sources: [], recent: [] };
    expect(
      viewBreaches(drawHome({ about, commands: [], say: bot.say, names: {}, language: 'en', person: 'U0' })),
    ).toEqual([]);
  });
});

describe('the modal that asks why', () => {
  it.each(['en', 'zh'])('is within Slack’s limits and keeps which answer it is about: %s', (language) => {
    const metadata = encodeWhy({ reference: 'abcd1234', channel: 'C1' });
    const view = drawWhy(own.bot.say, language, metadata);
    expect(viewBreaches(view)).toEqual([]);
    expect(view.private_metadata).toBe(metadata);
    expect(JSON.stringify(view)).not.toContain('why-');
  });
});
