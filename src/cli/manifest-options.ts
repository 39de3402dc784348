// What `npm run manifest` takes.
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run --silent manifest -- slack [--http https://host] [--assistant] [--lang zh]
  --http       the address under which Slack reaches the program; without it, Socket Mode
  --assistant  the earlier view of assistants, for an app that has it already
  --lang       language of the texts in Slack's menus: en or zh`;

/** Somebody typed something that this command does not take; the message says what is accepted. */
export class Misuse extends Error {}

export type Chosen = { readonly http?: string; readonly assistant: boolean; readonly language: string };

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { http: { type: 'string' }, assistant: { type: 'boolean', default: false }, lang: { type: 'string' } },
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads what was typed.
 * @throws Misuse
 */
export function manifestOptions(args: readonly string[]): Chosen {
  const { values, positionals } = parsed(args);
  const [platform, ...others] = positionals;
  if (platform !== 'slack' || others.length > 0) throw new Misuse('Which manifest? There is one for: slack.');
  const { http, assistant, lang: language = 'en' } = values;
  if (language !== 'en' && language !== 'zh') throw new Misuse(`--lang: "${language}" is not known; accepted: en, zh.`);
  if (http === undefined) return { assistant, language };
  const address = URL.canParse(http) ? new URL(http) : undefined;
  if (address?.protocol !== 'https:' || address.href !== `${address.origin}/`)
    throw new Misuse(`--http: "${http}" is not usable; accepted: an address such as https://bot.example.org.`);
  return { http: address.origin, assistant, language };
}
