// How a question was read, without its wording: what may be kept of a question that could not be answered.
import type { Context } from './context.ts';
import type { Gist } from './contract.ts';
import type { Query } from './reading/query.ts';
import { tokenize } from './reading/tokens.ts';

const MOST = 8;
const MOST_CHARACTERS = 40;

const few = (ids: Iterable<string>): string[] => [...new Set(ids)].sort().slice(0, MOST);

/** Ids, the model that is not known, and words that the knowledge uses itself; any other word is only counted. */
export function gistOf(query: Query, context: Context): Gist {
  const content = query.terms.filter(({ role }) => role !== 'subject' && role !== 'attribute' && role !== 'class');
  const isHeld = (text: string): boolean => tokenize(text).every(({ word }) => context.isKnown(word));
  const held = content.filter(({ text }) => isHeld(text));
  return {
    language: query.language,
    asks: few(query.asks),
    subjects: few(query.mentions.flatMap(({ ids }) => ids)),
    attributes: few(query.attributes),
    classes: few(query.classes),
    words: few(held.map(({ text }) => text)),
    unread: content.length - held.length,
    ...(query.unknownProduct === undefined ? {} : { product: query.unknownProduct.slice(0, MOST_CHARACTERS) }),
  };
}
