// `npm run manifest -- slack`: prints what a platform must be told of the app, made from the commands and the adapter's needs.
import { parseArgs } from 'node:util';
import { allCommands } from '../../commands/all.ts';
import { slackManifest } from '../adapters/slack/commands.ts';
import { failure } from './failure.ts';
import { openBot } from './open-bot.ts';

const USAGE = `Usage: npm run --silent manifest -- slack [--http https://host] [--assistant] [--lang zh]
  --http       the address under which Slack reaches the program; without it, Socket Mode
  --assistant  the earlier view of assistants, for an app that has it already
  --lang       language of the texts in Slack's menus: en or zh`;

/** Somebody typed something that this command does not take. */
class Misuse extends Error {}

function options(): { http?: string; assistant: boolean; language: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { http: { type: 'string' }, assistant: { type: 'boolean', default: false }, lang: { type: 'string' } },
  });
  const [platform, ...others] = positionals;
  if (platform !== 'slack' || others.length > 0) throw new Misuse(`Which manifest? There is one for: slack.`);
  const { http, assistant, lang: language = 'en' } = values;
  if (language !== 'en' && language !== 'zh') throw new Misuse(`--lang: "${language}" is not known; accepted: en, zh.`);
  if (http === undefined) return { assistant, language };
  const address = URL.canParse(http) ? new URL(http) : undefined;
  if (address?.protocol !== 'https:' || address.href !== `${address.origin}/`)
    throw new Misuse(`--http: "${http}" is not usable; accepted: an address such as https://bot.example.org.`);
  return { http: address.origin, assistant, language };
}

/** What cannot be parsed is a misuse as well. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof Misuse || (error instanceof TypeError && 'code' in error);

try {
  const chosen = options();
  const { bot } = await openBot();
  const manifest = slackManifest({ commands: allCommands, about: bot.about(), say: bot.say, ...chosen });
  console.log(JSON.stringify(manifest, null, 2));
} catch (error) {
  console.error(isMisuse(error) ? `${error.message}\n${USAGE}` : failure(error));
  process.exitCode = 1;
}
