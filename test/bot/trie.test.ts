// A packed trie finds just what the one finds that it was packed from, read back from bytes or not.
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Meaning } from '../../src/bot/reading/meaning.ts';
import { GrowingTrie, PackedTrie, type TrieData } from '../../src/bot/reading/trie.ts';

const KEYS = ['redmi', 'note', '9', 'a', '+a', 'pro', '小', '米', ''];
const phrase = fc.array(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 5 });
const meaning = fc.constantFrom<Meaning>({ kind: 'light' }, { kind: 'function' }, { kind: 'concept', id: 'one' });

/** Where a phrase leads. */
const placeOf = (trie: GrowingTrie | PackedTrie, keys: readonly string[]): number | undefined =>
  keys.reduce<number | undefined>((place, key) => (place === undefined ? undefined : trie.next(place, key)), 0);

it('finds what was gathered, and nothing else', () => {
  const gathered = fc.array(fc.tuple(phrase, meaning, fc.boolean()), { maxLength: 40 });
  const property = fc.property(gathered, fc.array(phrase, { maxLength: 20 }), (entries, others) => {
    const trie = new GrowingTrie();
    const meanings = new Map<Meaning['kind'], Meaning>();
    for (const [keys, one, isName] of entries) {
      const place = trie.reach(keys);
      meanings.set(one.kind, meanings.get(one.kind) ?? one);
      trie.mean(place, meanings.get(one.kind) as Meaning);
      if (isName) trie.name(place, keys);
    }
    const packed = new PackedTrie(deserialize(serialize(trie.pack())) as TrieData);
    for (const keys of [...entries.map(([own]) => own), ...others]) {
      const [place, found] = [placeOf(trie, keys), placeOf(packed, keys)];
      expect(found === undefined).toBe(place === undefined);
      if (place === undefined || found === undefined) continue;
      expect(packed.meanings(found)).toEqual(trie.meanings(place));
      expect(packed.names(found)).toEqual(trie.names(place));
    }
  });
  fc.assert(property, { seed: 20_201_123, numRuns: 200 });
});
