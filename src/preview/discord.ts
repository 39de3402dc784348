// How typical answers look in Discord: drawn by the adapter, shown by web components in a headless browser, kept as pictures.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Route } from 'playwright-core';
import { drawAnswer } from '../adapters/discord/reply.ts';
import type { Bot } from '../bot/contract.ts';
import { openBot } from '../cli/open-bot.ts';
import { projectRoot } from '../config.ts';
import { messageHtml } from './discord-html.ts';

/** Nothing is fetched: this address is answered from node_modules. */
const ORIGIN = 'http://preview.invalid';
const BROWSER = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What is asked, and which page of the answer is shown. */
const SHOWN: readonly { readonly name: string; readonly input: string; readonly page?: number }[] = [
  { name: 'price', input: '/price redmi-9c' },
  { name: 'story', input: 'who founded xiaomi' },
  { name: 'sheet', input: '/spec poco-x3-nfc' },
  { name: 'sheet-later', input: '/spec poco-x3-nfc', page: 2 },
  { name: 'compare', input: '/compare redmi-9a redmi-9c' },
  { name: 'compare-four', input: '/compare redmi-9a redmi-9c redmi-9 poco-x3-nfc' },
  { name: 'list', input: 'phones under 150 euros' },
  { name: 'clarify', input: 'what did it cost' },
  { name: 'unknown', input: 'price of the poco x4' },
  { name: 'help', input: '/help' },
  { name: 'chinese', input: '红米9C 多少钱' },
];
const SIZES = [
  { name: 'desktop', width: 760 },
  { name: 'phone', width: 390 },
] as const;
const THEMES = ['dark', 'light'] as const;

const IMPORTS = {
  '@skyra/discord-components-core': '/node_modules/@skyra/discord-components-core/dist/index.js',
  '@lit/context': '/node_modules/@lit/context/index.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-element/': '/node_modules/lit-element/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
};

/** Where the web components are not as wide or as high as Discord draws. */
const MENDED = {
  'discord-embed':
    ':host .discord-embed-wrapper .discord-embed-grid { display: block !important; } :host .discord-embed-wrapper { width: 100% !important; }',
  'discord-pre':
    ':host pre { width: auto !important; padding: 8px !important; font-size: 14px !important; line-height: 18px !important; }',
  'discord-button': ':host > *:first-child { min-width: 28px !important; }',
};

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const avatar = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="${color}"/></svg>`;

const frame = (message: string, theme: string): string => `<!doctype html><meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">
  import '@skyra/discord-components-core';
  await Promise.all([...document.querySelectorAll('discord-embed, discord-pre, discord-action-row')].map((one) => one.updateComplete));
  for (const [name, css] of Object.entries(${JSON.stringify(MENDED)}))
    for (const one of document.querySelectorAll(name)) one.shadowRoot.append(Object.assign(document.createElement('style'), { textContent: css }));
  document.documentElement.dataset.ready = 'yes';
</script>
<style>
  body { margin: 0; background: ${theme === 'light' ? '#fff' : '#36393e'}; }
  .menu { display: flex; justify-content: space-between; max-width: 400px; margin: 4px 0; padding: 9px 12px; border-radius: 8px; font-size: 16px;
    ${theme === 'light' ? 'background: #ebebeb; color: #5c5e66;' : 'background: #1e1f22; color: #a0a3a8;'} }
</style>
<discord-messages ${theme === 'light' ? 'light-theme' : ''}>${message}</discord-messages>`;

async function serve(route: Route, html: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN) return route.abort();
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
  if (pathname.startsWith('/avatar-'))
    return route.fulfill({
      contentType: TYPES['.svg'] as string,
      body: avatar(pathname.includes('bot') ? '#ff6900' : '#5865f2'),
    });
  if (!pathname.startsWith('/node_modules/')) return route.abort();
  return route.fulfill({
    contentType: TYPES[extname(pathname)] ?? 'text/plain',
    body: readFileSync(join(projectRoot, pathname)),
  });
}

async function shoot(browser: Browser, html: string, width: number, file: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 200 },
    deviceScaleFactor: width < 500 ? 2 : 1,
  });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => serve(route, html));
    await page.goto(`${ORIGIN}/`);
    await page.waitForSelector('html[data-ready=yes]');
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await context.close();
  }
}

async function bodyOf(bot: Bot, input: string, page: number) {
  const answer = await bot.ask({ input });
  return drawAnswer(answer, {
    say: bot.say,
    asker: '100000000000000001',
    reference: '0a1b2c3d',
    page,
    feedback: answer.kind === 'answer' || answer.kind === 'abstain',
    rich: true,
  });
}

/**
 * Leaves a picture of each typical answer in light and dark, on a desktop and on a phone.
 * @param folder where they go; made where it is missing
 * @returns the paths of the pictures
 */
export async function previewDiscord(folder: string, only = /./): Promise<string[]> {
  const { bot } = await openBot();
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  const files: string[] = [];
  try {
    for (const { name, input, page = 0 } of SHOWN.filter((one) => only.test(one.name))) {
      const message = messageHtml(input, await bodyOf(bot, input, page));
      for (const theme of THEMES)
        for (const { name: size, width } of SIZES) {
          const file = join(folder, `${name}-${size}-${theme}.png`);
          await shoot(browser, frame(message, theme), width, file);
          files.push(file);
        }
    }
  } finally {
    await browser.close();
  }
  return files;
}
