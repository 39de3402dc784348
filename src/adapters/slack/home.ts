// The App Home: what can be asked and how, products to begin with, and what the knowledge rests on.
import type { types } from '@slack/bolt';
import type { About, LocalNames } from '../../bot/contract.ts';
import { clip } from '../../chat/clean.ts';
import type { Chat } from '../../chat/contract.ts';
import { dateIn } from '../../chat/dates.ts';
import type { Command } from '../../command.ts';
import { hintOf, RESERVED, rootCommand } from './commands.ts';
import { button } from './controls.ts';
import { LIMITS, READABLE } from './limits.ts';
import { bold, escapeMarkup, link, mrkdwn, plain } from './mrkdwn.ts';

/** The reference that presses in the App Home carry: they stand below no answer. */
const HOME_REFERENCE = 'home';

export type Home = {
  readonly about: About;
  readonly commands: readonly Command[];
  readonly say: Chat['say'];
  /** What options are called in languages other than English. */
  readonly names: LocalNames;
  readonly language: string;
  /** Slack id of the person whose Home it is. */
  readonly person: string;
};

const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plain(text, LIMITS.headerText.most) });
const section = (text: string): types.SectionBlock => ({ type: 'section', text: mrkdwn(text) });

/** The view of a person's App Home. */
export function drawHome({ about, commands, say, names, language, person }: Home): types.HomeView {
  const told = (id: string, blanks = {}): string =>
    say(id, language, { company: about.company?.name ?? '', ...blanks });
  const ask = (label: string, text: string, index: number): types.Button[] =>
    button(label, { kind: 'ask', reference: HOME_REFERENCE, asker: person, ask: text, leads: 'example' }, index);
  const name = /^zh\b/i.test(language) ? 'zh' : 'en';
  const offered = commands.filter(({ name: own }) => !RESERVED.has(own));
  const commandSections = offered.map((command, index): types.SectionBlock => {
    const usage = `${bold(escapeMarkup(`/${command.name}`))} ${escapeMarkup(hintOf(command, names[name]))}`.trim();
    const [example = ''] = command.examples;
    const [accessory] = ask(example, example, index);
    return {
      ...section(`${usage}\n${escapeMarkup(command.description[name])}`),
      ...(accessory && command.options.length > 0 ? { accessory } : {}),
    };
  });
  const root = rootCommand(about, commands);
  const [first] = commands;
  const behind =
    root && first
      ? [told('slack-home-root', { root, example: first.examples[0]?.replace(/^\//, '') ?? first.name })]
      : [];
  const recent = about.recent.flatMap(({ label, value }, index) =>
    ask(label, `/spec ${value}`, commands.length + index),
  );
  const sources = about.sources.slice(0, READABLE.sources).map(({ publisher, title, date, url }) => {
    const said = say('source-line', language, {
      publisher: escapeMarkup(clip(publisher, READABLE.publisher)),
      date: dateIn(language, date),
      title: link(url, escapeMarkup(clip(title, READABLE.title))),
    });
    return `• ${said}`;
  });
  const known = told('slack-home-known', {
    facts: about.facts,
    subjects: about.subjects,
    count: about.sources.length,
    date: dateIn(language, about.sources[0]?.date ?? ''),
  });
  const all = commands.find(({ toRequest }) => toRequest({}).kind === 'sources');
  return {
    type: 'home',
    blocks: [
      header(told('slack-app-name')),
      section(`${escapeMarkup(told('identity'))}\n${escapeMarkup(told('slack-home-ways'))}`),
      { type: 'divider' },
      header(told('slack-home-ask')),
      ...commandSections,
      ...behind.map((text): types.ContextBlock => ({ type: 'context', elements: [mrkdwn(escapeMarkup(text))] })),
      ...(recent.length > 0
        ? [
            { type: 'divider' as const },
            header(told('slack-home-recent')),
            { type: 'actions' as const, elements: recent.slice(0, LIMITS.actionsElements.most) },
          ]
        : []),
      { type: 'divider' },
      header(told('sources')),
      ...(sources.length > 0 ? [section(sources.join('\n'))] : []),
      { type: 'context', elements: [mrkdwn(escapeMarkup(known))] },
      ...(all && about.sources.length > sources.length
        ? [
            {
              type: 'actions' as const,
              elements: ask(told('slack-home-sources'), `/${all.name}`, commands.length * 2 + recent.length),
            },
          ]
        : []),
    ],
  };
}
