// Sets side by side what several packs say of one attribute of one subject: the same, or something else.
import type { Attribute, Fact, Source, Unit, Value } from './model.ts';
import { fold } from './text.ts';

type Known = {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
};

/**
 * Of facts that agree across packs one stays, with the others' sources; where packs differ, each value stays and is marked
 * as disputed. What several facts of one pack say (variants, markets) is no dispute.
 */
export function reconcile(facts: readonly Fact[], known: Known): Fact[] {
  const packOf = (fact: Fact): string => known.sources.get(fact.source)?.pack ?? '';
  const packs = new Set([...known.sources.values()].map(({ pack }) => pack));
  if (packs.size < 2) return [...facts];
  const dropped = new Set<Fact>();
  const changed = new Map<Fact, Fact>();
  for (const own of groups(facts, known, packOf)) {
    if (new Set(own.map(packOf)).size < 2) continue;
    let disputed = false;
    const kept: { fact: Fact; also: string[] }[] = [];
    for (const fact of own) {
      const same = kept.find((one) => packOf(one.fact) !== packOf(fact) && agrees(one.fact, fact, known));
      if (same) {
        dropped.add(fact);
        if (fact.source !== same.fact.source) same.also.push(fact.source);
      } else {
        disputed ||= kept.some((one) => packOf(one.fact) !== packOf(fact) && contradicts(one.fact, fact));
        kept.push({ fact, also: [] });
      }
    }
    for (const { fact, also } of kept)
      if (disputed || also.length > 0)
        changed.set(fact, {
          ...fact,
          ...(also.length > 0 ? { alsoFrom: [...new Set(also)] } : {}),
          ...(disputed ? { disputed } : {}),
        });
  }
  return facts
    .filter((fact) => !dropped.has(fact))
    .map((fact, index) => {
      const now = changed.get(fact) ?? fact;
      return now.index === index ? now : { ...now, index };
    });
}

/** Facts that could agree: of one subject and attribute, from several packs; stories stand for themselves. */
function* groups(
  facts: readonly Fact[],
  { attributes }: Known,
  packOf: (fact: Fact) => string,
): Generator<readonly Fact[]> {
  for (const own of Map.groupBy(facts, ({ subject }) => subject).values()) {
    const pack = packOf(own[0] as Fact);
    if (own.every((fact) => packOf(fact) === pack)) continue;
    const told = own.filter(({ attribute }) => !attributes.get(attribute)?.general);
    for (const alike of Map.groupBy(told, ({ attribute }) => attribute).values()) yield alike;
  }
}

/** Values for different variants, markets or times may differ and both be true. */
const contradicts = (a: Fact, b: Fact): boolean =>
  a.period === b.period && a.offer === b.offer && (a.markets.length === 0) === (b.markets.length === 0);

function agrees(a: Fact, b: Fact, { units }: Known): boolean {
  if (a.period !== b.period || a.offer !== b.offer || a.markets.join() !== b.markets.join()) return false;
  return sameValue(a.value, b.value, units);
}

/** Whether two values say the same, the one perhaps more exactly. */
export function sameValue(a: Value, b: Value, units: ReadonlyMap<string, Unit>): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    const [one, other] = [units.get(a.unit), units.get(b.unit)];
    if (!one || !other || one.dimension !== other.dimension) return false;
    const near = (x: number, y: number): boolean =>
      Math.abs(x * one.factor - y * other.factor) <= 1e-9 * Math.abs(x * one.factor);
    return near(a.min, b.min) && near(a.max, b.max);
  }
  if (a.kind === 'money' && b.kind === 'money') return a.amount === b.amount && a.currency === b.currency;
  if (a.kind === 'date' && b.kind === 'date') return a.date.startsWith(b.date) || b.date.startsWith(a.date);
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if (a.kind === 'text' && b.kind === 'text') return within(a.text.en, b.text.en) || within(b.text.en, a.text.en);
  if (a.kind === 'list' && b.kind === 'list') {
    const [one, other] = [a, b].map(({ items }) => new Set(items.map(({ en }) => words(en).join(' '))));
    return one?.size === other?.size && [...(one ?? [])].every((item) => other?.has(item));
  }
  if (a.kind === 'subject' && b.kind === 'subject')
    return a.ids.length === b.ids.length && a.ids.every((id) => b.ids.includes(id));
  return false;
}

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}.]+/gu) ?? [];
/** "Helio G80" is what "MediaTek Helio G80" says, too. */
function within(small: string, large: string): boolean {
  const held = new Set(words(large));
  return words(small).every((word) => held.has(word));
}
