// Which sources an answer names below itself, and whom their packs ask to be credited; each platform draws them in its own form.
import type { Answer, CitedSource } from '../answer.ts';

export type Credit = { readonly attribution: string; readonly licence: string };

/** Each source once; one that the answer itself names (as a list of sources does) is not named again. */
export const citedSources = ({ sources, lines }: Answer): CitedSource[] =>
  [...new Map(sources.map((source) => [source.id, source])).values()].filter(
    ({ title }) => title === '' || !lines.some((line) => line.includes(title)),
  );

/** Each credit once; one that the answer itself gives is not given again. */
export function creditsOf({ sources, lines }: Answer): Credit[] {
  const credits = new Map<string, Credit>();
  for (const { attribution = '', licence = '' } of sources)
    if (attribution !== '' && !lines.some((line) => line.includes(attribution)))
      credits.set(`${attribution}\n${licence}`, { attribution, licence });
  return [...credits.values()];
}
