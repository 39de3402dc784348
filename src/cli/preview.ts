// `npm run preview`: how typical answers look on each platform, as pages and pictures in preview/.
import { join, relative } from 'node:path';
import { projectRoot } from '../config.ts';
import { failure } from './failure.ts';

/** Draws into a folder; gives the paths of what it left there. */
type Preview = (folder: string) => Promise<string[]>;

/** Loaded when asked for: they need packages that are installed for development only. */
const PLATFORMS: Readonly<Record<string, () => Promise<Preview>>> = {
  discord: async () => (await import('../preview/discord.ts')).previewDiscord,
  slack: async () => (await import('../preview/slack.ts')).previewSlack,
};

const isMissing = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

async function draw(name: string, open: () => Promise<Preview>): Promise<void> {
  const files = await (await open())(join(projectRoot, 'preview', name));
  for (const file of files) console.log(relative(projectRoot, file));
  if (!files.some((file) => file.endsWith('.png')))
    console.log('There is no Chromium at /usr/bin/chromium: open the page in a browser of your own.');
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(PLATFORMS, name));
try {
  if (unknown.length > 0) {
    console.error(`There is no preview of: ${unknown.join(', ')}. Accepted: ${Object.keys(PLATFORMS).join(', ')}.`);
    process.exitCode = 1;
  } else
    for (const [name, open] of Object.entries(PLATFORMS))
      if (names.length === 0 || names.includes(name)) await draw(name, open);
} catch (error) {
  console.error(
    isMissing(error)
      ? `A preview needs the packages for development: run npm ci without --omit=dev. (${error.message.split('\n')[0]})`
      : failure(error),
  );
  process.exitCode = 1;
}
