// Completes a half-typed name: by prefix of a name, alias or slug first, then by fuzzy rank of a short list.
import Fuse from 'fuse.js';
import { fold } from '../knowledge/text.ts';
import type { Context } from './context.ts';
import type { Completion } from './contract.ts';

type Entry = { readonly key: string; readonly completion: Completion };

/** A mistyped name is looked for among those that begin alike: fuse.js ranks this short list, never all names. */
const SHORT_LIST = 400;
const ranked = (entries: readonly Entry[], key: string, limit: number): Entry[] =>
  new Fuse(entries.slice(0, SHORT_LIST), { keys: ['key'], threshold: 0.4 })
    .search(key, { limit })
    .map(({ item }) => item);

/** Makes the completion of one knowledge base. */
export function completer({
  knowledge,
}: Context): (typed: string, what: 'product' | 'attribute' | 'subject', limit: number) => Completion[] {
  const describe = (id: string): string => knowledge.subjects.get(id)?.intro?.en ?? '';
  const subjects = [...knowledge.subjects.values()].flatMap((subject): (Entry & { product: boolean })[] => {
    const completion = { value: subject.id, label: subject.names.en, description: describe(subject.id) };
    return [subject.id, subject.names.en, subject.names.zh, ...subject.aliases].map((name) => ({
      key: fold(name),
      completion,
      product: subject.kind === 'product',
    }));
  });
  const attributes = [...knowledge.attributes.values()]
    .filter(({ general }) => !general)
    .flatMap(({ id, names }): Entry[] => {
      const completion = { value: id, label: names.en?.[0] ?? id, description: names.zh?.[0] ?? '' };
      return [id, ...Object.values(names).flat()].map((name) => ({ key: fold(name), completion }));
    });
  const lists = { product: subjects.filter(({ product }) => product), subject: subjects, attribute: attributes };
  return (typed, what, limit) => {
    const key = fold(typed.slice(0, 80));
    const list = lists[what];
    const starting = list.filter((entry) => entry.key.startsWith(key));
    const containing =
      starting.length > 0 ? [] : list.filter((entry) => key.split(' ').every((word) => entry.key.includes(word)));
    const near =
      starting.length + containing.length > 0 || key.length < 3
        ? []
        : ranked(
            list.filter((entry) => entry.key[0] === key[0]),
            key,
            limit,
          );
    const seen = new Map<string, Completion>();
    for (const { completion } of [...starting, ...containing, ...near])
      if (seen.size < limit && !seen.has(completion.value)) seen.set(completion.value, completion);
    return [...seen.values()];
  };
}
