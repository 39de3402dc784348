// `npm run settings -- slack:T0123ABC language=zh`: what holds for one workspace or server, whatever the program's own settings.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { PlaceSettings } from '../chat/contract.ts';
import { placesOn } from '../chat/settings.ts';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import { shownAddress } from '../state/address.ts';
import { openForReading } from '../state/open.ts';
import { endWith, MisuseError } from './misuse.ts';

const USAGE = `Usage: npm run settings -- PLATFORM:ID [NAME=VALUE …]

Shows what is set for a workspace or server, and changes it. Takes effect at the next question.
PLATFORM:ID is slack:T0123ABC (the workspace's id) or discord:613425648685547541 (Developer Mode, Copy Server ID).
  visibility=channel|private   who sees answers to commands
  reply=thread|channel         where mentions are answered
  language=en|zh               answers in this language, whatever the question's own
  NAME=                        takes a setting away: the program's own holds again
  --help                       print this
`;
const PLACE = /^([a-z]{2,20}):([A-Za-z0-9_-]{2,64})$/;
const CHANGES = z.strictObject({
  visibility: z.enum(['channel', 'private', '']).optional(),
  reply: z.enum(['thread', 'channel', '']).optional(),
  language: z.enum(['en', 'zh', '']).optional(),
});

function readChange(words: readonly string[]): Partial<PlaceSettings> {
  const pairs = words.map((word) => {
    const at = word.indexOf('=');
    if (at < 1) throw new MisuseError(`"${word}" sets nothing: NAME=VALUE is expected`);
    return [word.slice(0, at), word.slice(at + 1)] as const;
  });
  const read = CHANGES.safeParse(Object.fromEntries(pairs));
  if (!read.success)
    throw new MisuseError(read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '));
  return Object.fromEntries(Object.entries(read.data).map(([name, value]) => [name, value || undefined]));
}

async function change([where, ...words]: readonly string[]): Promise<void> {
  const place = PLACE.exec(where ?? '');
  if (!place) throw new MisuseError(where === undefined ? 'no workspace is named' : `"${where}" names no workspace`);
  const [, platform = '', workspace = ''] = place;
  const asked = readChange(words);
  loadEnvironmentFile();
  const { store } = readConfig().service;
  const state = await openForReading(store);
  try {
    const places = placesOn(state);
    const held =
      words.length > 0
        ? await places.changeSettings(workspace, platform, asked)
        : await places.settings(workspace, platform);
    const lines = Object.entries(held).map(([name, value]) => `  ${name}=${value}`);
    console.log(
      [`${where} in ${shownAddress(store)}:`, ...(lines.length > 0 ? lines : ['  nothing is set'])].join('\n'),
    );
  } finally {
    await state.close();
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help) process.stdout.write(USAGE);
  else await change(positionals);
} catch (error) {
  endWith(error, USAGE);
}
