// From drafts to the files of a pack: the same YAML that people write, the same bytes for the same drafts.
import { stringify } from 'yaml';
import { fold } from '../knowledge/text.ts';
import type { Draft, DraftFact, PackText } from './contract.ts';
import { idOf } from './naming.ts';

/** Path within the pack → text. */
export type Files = ReadonlyMap<string, string>;

const yaml = (data: unknown): string =>
  stringify(data, { lineWidth: 0, flowCollectionPadding: true, aliasDuplicateObjects: false });

/** The products, one file each. Of two with one id the first stays; `doubled` names the others. */
export function productFiles(
  drafts: readonly Draft[],
  related: ReadonlyMap<number, readonly DraftFact[]>,
  source: string,
): { files: Files; doubled: string[]; facts: number } {
  const files = new Map<string, string>();
  const doubled: string[] = [];
  let facts = 0;
  const named = new Map<string, number>();
  for (const { name, zh, aliases = [] } of drafts)
    for (const one of new Set([name, zh, ...aliases].map(fold))) named.set(one, (named.get(one) ?? 0) + 1);
  drafts.forEach((draft, place) => {
    const id = idOf(draft.name);
    const path = `products/${id}.yaml`;
    if (files.has(path)) {
      doubled.push(draft.name);
      return;
    }
    const all = [...draft.facts, ...(related.get(place) ?? [])];
    facts += all.length;
    files.set(
      path,
      `# ${draft.name}, as its catalogue lists it. Made by an import: what is changed by hand here is kept.\n${yaml(product(draft, id, all, source, (alias) => named.get(fold(alias)) === 1))}`,
    );
  });
  return { files, doubled, facts };
}

function product(
  { name, zh, aliases = [], classes, brand, intro }: Draft,
  id: string,
  facts: readonly DraftFact[],
  source: string,
  isOwn: (alias: string) => boolean,
) {
  const counts = Map.groupBy(facts, ({ attribute }) => attribute);
  // A fact that needs nothing more stands in short form; an attribute with several values cannot.
  const plain = (fact: DraftFact): boolean =>
    counts.get(fact.attribute)?.length === 1 && !fact.asOf && !fact.say && !fact.note;
  const specs = Object.fromEntries(facts.filter(plain).map(({ attribute, value }) => [attribute, value]));
  const further = facts.filter((fact) => !plain(fact));
  return {
    id,
    kind: 'product',
    class: classes.length === 1 ? classes[0] : classes,
    ...(brand ? { brand } : {}),
    names: { en: name, zh },
    ...(aliases.some(isOwn) ? { aliases: aliases.filter(isOwn) } : {}),
    intro,
    source,
    ...(Object.keys(specs).length > 0 ? { specs } : {}),
    ...(further.length > 0 ? { facts: further } : {}),
  };
}

/** What says whose the pack is: `pack.yaml` and `sources.yaml`. */
export const packFiles = (pack: PackText, source: string, retrieved: string): Files =>
  new Map([
    [
      'pack.yaml',
      `# Whose this pack is, and on which terms. Made by an import.\n${yaml({
        title: pack.title,
        licence: pack.licence,
        attribution: pack.attribution,
        source: pack.source.url,
        retrieved,
      })}`,
    ],
    ['sources.yaml', `# Who said it. Made by an import.\n${yaml([{ id: source, ...pack.source, date: retrieved }])}`],
  ]);
