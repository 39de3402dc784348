// Who said it: a source as an answer cites it, with the credit that its pack asks for.
import type { CitedSource } from '../../answer.ts';
import type { Fact, Knowledge, Pack } from '../../knowledge/model.ts';
import type { Messages } from './messages.ts';

/** The sources of a fact: its own, and those in other packs that say the same. */
export const sourcesOf = ({ source, alsoFrom = [] }: Fact): readonly string[] => [source, ...alsoFrom];

/** Sources as an answer cites them, each once; ids that are not held are left out. */
export function cite(ids: Iterable<string>, { sources, packs }: Knowledge, messages: Messages): CitedSource[] {
  return [...new Set(ids)].flatMap((id): CitedSource[] => {
    const source = sources.get(id);
    if (!source) return [];
    const { pack: own, ...cited } = source;
    const pack = packs.find(({ id: other }) => other === own);
    return [{ ...cited, ...(pack?.inAnswers ? credit(pack, messages) : {}) }];
  });
}

const credit = ({ attribution, licence }: Pack, messages: Messages) => ({
  attribution: messages.text(attribution),
  licence: messages.text(licence),
});
