// How typical answers look in Slack: drawn by the adapter, shown as Slack shows blocks, kept as a page and as pictures.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { types } from '@slack/bolt';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as SlackMessage } from 'slack-blocks-to-jsx';
import { allCommands } from '../../commands/all.ts';
import { typeable } from '../adapters/slack/commands.ts';
import { drawHome } from '../adapters/slack/home.ts';
import { type Drawing, drawAnswer } from '../adapters/slack/reply.ts';
import type { Bot } from '../bot/contract.ts';
import { openBot } from '../cli/open-bot.ts';
import { openBrowser } from './browser.ts';
import { typicalQuestions } from './questions.ts';

/** How some of the answers are shown otherwise than to all. */
const SHOWN: Readonly<Record<string, Partial<Drawing>>> = {
  declined: { audience: 'asker', shareable: true },
  shared: { sharedBy: 'U0SHARER' },
};
const SIZES = [
  { name: 'desktop', width: 760 },
  { name: 'phone', width: 390 },
] as const;
const PEOPLE = [
  { id: 'U0ASKER', name: 'Ada' },
  { id: 'U0SHARER', name: 'Grace' },
];

const avatar = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" rx="1" fill="#4a154b"/></svg>',
)}`;

type Shot = {
  readonly name: string;
  readonly input: string;
  readonly text: string;
  readonly blocks: readonly types.AnyBlock[];
};

async function shots(bot: Bot): Promise<Shot[]> {
  const drawn: Shot[] = [];
  for (const { name, input, page } of await typicalQuestions()) {
    const answer = await bot.ask({ input });
    const message = drawAnswer(typeable(answer, { about: bot.about, commands: allCommands }), {
      say: bot.say,
      asker: 'U0ASKER',
      reference: '0a1b2c3d',
      page,
      audience: 'all',
      shareable: false,
      feedback: true,
      ...SHOWN[name],
    });
    drawn.push({ name, input, ...message });
  }
  const about = bot.about();
  const home = drawHome({
    about,
    commands: allCommands,
    say: bot.say,
    names: bot.localNames(),
    language: 'en',
    person: 'U0ASKER',
  });
  return [...drawn, { name: 'home', input: 'App Home', text: '', blocks: home.blocks }];
}

/** The library takes "verbatim" for "no markup"; to Slack it means "look for no names and addresses". */
const withoutVerbatim = (blocks: Shot['blocks']): unknown =>
  JSON.parse(JSON.stringify(blocks), (key, value) => (key === 'verbatim' ? undefined : value));

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function figure({ name, input, text, blocks }: Shot): string {
  const props = {
    blocks: withoutVerbatim(blocks) as never,
    logo: avatar,
    name: 'Answers',
    time: new Date('2026-01-05T09:00:00Z'),
    theme: 'light' as const,
    data: { users: PEOPLE },
  };
  const message = renderToStaticMarkup(createElement(SlackMessage, props));
  return `<figure id="${name}"><figcaption>${escapeHtml(input)}</figcaption>${message}<pre>${escapeHtml(text)}</pre></figure>`;
}

const STYLE = `
  body { margin: 0; font-family: Lato, "Noto Sans CJK SC", sans-serif; background: #fff; }
  figure { margin: 0; padding: 12px 16px; }
  figcaption { color: #616061; font-size: 13px; margin-bottom: 6px; }
  pre { display: none; }
  body.texts pre { display: block; white-space: pre-wrap; background: #f4f4f4; padding: 8px; }
`;

/**
 * Leaves a page with every typical answer, and a picture of each on a desktop and on a phone.
 * @param folder where they go; made where it is missing
 * @returns the paths of what was left; the page alone where there is no browser
 */
export async function previewSlack(folder: string): Promise<string[]> {
  const { bot } = await openBot();
  const drawn = await shots(bot);
  const css = await readFile(createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');
  const page = join(folder, 'index.htm'); // the linter would read .html
  await mkdir(folder, { recursive: true });
  const html = `<!doctype html><meta charset="utf-8"><title>Slack</title><style>${css}${STYLE}</style>${drawn.map(figure).join('\n')}`;
  await writeFile(page, html);
  const browser = await openBrowser();
  if (!browser) return [page];
  const files = [page];
  try {
    for (const { name: size, width } of SIZES) {
      const tab = await browser.newPage({ viewport: { width, height: 400 } });
      await tab.goto(pathToFileURL(page).href);
      for (const { name } of drawn) {
        const path = join(folder, `${name}-${size}.png`);
        await tab.locator(`#${name}`).screenshot({ path });
        files.push(path);
      }
    }
  } finally {
    await browser.close();
  }
  return files;
}
