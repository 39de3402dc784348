// How typical answers look in Discord: drawn by the adapter, shown by web components as Discord shows messages, kept as pictures.
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, Route } from 'playwright-core';
import { drawAnswer } from '../adapters/discord/reply.ts';
import type { Bot } from '../bot/contract.ts';
import { openBot } from '../cli/open-bot.ts';
import { projectRoot } from '../config.ts';
import { openBrowser } from './browser.ts';
import { messageHtml } from './discord-html.ts';
import { typicalQuestions } from './questions.ts';

/** Nothing is fetched: this address is answered from node_modules. */
const ORIGIN = 'http://preview.invalid';
const MODULES = '/node_modules/';
const SIZES = [
  { name: 'desktop', width: 760 },
  { name: 'phone', width: 390 },
] as const;
type Size = (typeof SIZES)[number];
const THEMES = ['dark', 'light'] as const;
type Theme = (typeof THEMES)[number];

/** Where a browser finds the packages that the web components import. */
const IMPORTS = {
  '@skyra/discord-components-core': `${MODULES}@skyra/discord-components-core/dist/index.js`,
  '@lit/context': `${MODULES}@lit/context/index.js`,
  '@lit/reactive-element': `${MODULES}@lit/reactive-element/reactive-element.js`,
  '@lit/reactive-element/': `${MODULES}@lit/reactive-element/`,
  lit: `${MODULES}lit/index.js`,
  'lit/': `${MODULES}lit/`,
  'lit-element/': `${MODULES}lit-element/`,
  'lit-html': `${MODULES}lit-html/lit-html.js`,
  'lit-html/': `${MODULES}lit-html/`,
};

/** Where the web components are narrower than what Discord draws. */
const MENDED = {
  'discord-embed':
    ':host .discord-embed-wrapper .discord-embed-grid { display: block !important; } :host .discord-embed-wrapper { width: 100% !important; }',
  'discord-button': ':host > *:first-child { min-width: 28px !important; }',
};

const COLORS = { dark: ['#36393e', '#1e1f22', '#a0a3a8'], light: ['#fff', '#ebebeb', '#5c5e66'] } as const;

function pageHtml(sections: readonly string[], theme: Theme): string {
  const [paper, field, ink] = COLORS[theme];
  return `<!doctype html><meta charset="utf-8"><title>Discord</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">
  import '@skyra/discord-components-core';
  for (const [name, css] of Object.entries(${JSON.stringify(MENDED)}))
    for (const one of document.querySelectorAll(name)) {
      await one.updateComplete;
      one.shadowRoot.append(Object.assign(document.createElement('style'), { textContent: css }));
    }
  document.documentElement.dataset.ready = 'yes';
</script>
<style>
  body { margin: 0; background: ${paper}; }
  .menu { display: flex; justify-content: space-between; max-width: 400px; margin: 4px 0; padding: 9px 12px;
    border-radius: 8px; font-size: 16px; background: ${field}; color: ${ink}; }
</style>
${sections.join('\n')}`;
}

const section = (name: string, message: string, theme: Theme): string =>
  `<section id="${name}"><discord-messages ${theme === 'light' ? 'light-theme' : ''}>${message}</discord-messages></section>`;

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript' };

async function serve(route: Route, html: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin === ORIGIN && pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
  if (origin !== ORIGIN || !pathname.startsWith(MODULES)) return route.abort();
  const body = await readFile(join(projectRoot, pathname));
  return route.fulfill({ contentType: TYPES[extname(pathname)] ?? 'text/plain', body });
}

type Shown = { readonly name: string; readonly message: string };

async function shown(bot: Bot): Promise<Shown[]> {
  const drawn: Shown[] = [];
  for (const { name, input, page } of await typicalQuestions()) {
    const answer = await bot.ask({ input });
    const feedback = answer.kind === 'answer' || answer.kind === 'abstain';
    const drawing = { say: bot.say, asker: '1', reference: '0a1b2c3d', page: page - 1, feedback, rich: true };
    drawn.push({ name, message: messageHtml(input, drawAnswer(answer, drawing)) });
  }
  return drawn;
}

async function shoot(
  browser: Browser,
  all: readonly Shown[],
  theme: Theme,
  { name: size, width }: Size,
  folder: string,
): Promise<string[]> {
  const tab = await browser.newPage({ viewport: { width, height: 400 } });
  const html = pageHtml(
    all.map(({ name, message }) => section(name, message, theme)),
    theme,
  );
  await tab.route('**/*', (route) => serve(route, html));
  await tab.goto(`${ORIGIN}/`);
  await tab.waitForSelector('html[data-ready=yes]');
  const files: string[] = [];
  for (const { name } of all) {
    const path = join(folder, `${name}-${size}-${theme}.png`);
    await tab.locator(`#${name}`).screenshot({ path });
    files.push(path);
  }
  await tab.close();
  return files;
}

/**
 * Leaves a picture of every typical answer, in dark and in light, on a desktop and on a phone.
 * @param folder where they go; made where it is missing
 * @returns the paths of the pictures; none where there is no browser
 */
export async function previewDiscord(folder: string): Promise<string[]> {
  const { bot } = await openBot();
  const all = await shown(bot);
  const browser = await openBrowser();
  if (!browser) return [];
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  try {
    for (const theme of THEMES)
      for (const size of SIZES) files.push(...(await shoot(browser, all, theme, size, folder)));
  } finally {
    await browser.close();
  }
  return files;
}
