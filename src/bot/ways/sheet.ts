// Whole pictures: who or what something is, a product's specification sheet, and products side by side.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** Attributes that come first in a sheet, where they are held; the rest follow as the product's file has them. */
const FIRST = ['launch-date', 'price', 'sale-date'];
/** A fact that tells rather than measures does not belong in a table. */
const inTable =
  (context: Context) =>
  (fact: Fact): boolean =>
    context.knowledge.attributes.get(fact.attribute)?.general !== true;

function cell(facts: readonly Fact[], composer: Composer): string {
  return facts
    .map((fact) => {
      const value = composer.format.value(fact.value);
      const qualifiers = [...(fact.about ? [composer.messages.text(fact.about)] : []), ...composer.qualifiers(fact)];
      return qualifiers.length > 0 ? `${value} (${qualifiers.join(composer.messages.say('separator'))})` : value;
    })
    .join(composer.messages.say('clause'));
}

function byAttribute(subject: string, context: Context): Map<string, Fact[]> {
  const own = factsOf(subject, context).filter(inTable(context));
  const map = new Map<string, Fact[]>();
  for (const first of FIRST)
    for (const fact of own) if (fact.attribute === first) map.set(first, [...(map.get(first) ?? []), fact]);
  for (const fact of own)
    if (!FIRST.includes(fact.attribute)) map.set(fact.attribute, [...(map.get(fact.attribute) ?? []), fact]);
  return map;
}

/** Everything measured that is known of a subject, as a table. */
export function sheet(subject: string, context: Context, composer: Composer): Draft {
  const rows = [...byAttribute(subject, context)];
  const title = composer.messages.say('sheet', { subject: composer.format.subject(subject) });
  if (rows.length === 0) return intro(subject, context, composer);
  const told = context.knowledge.subjects.get(subject)?.intro;
  return {
    lead: title,
    lines: told ? [composer.messages.text(told)] : [],
    table: {
      columns: ['', composer.format.subject(subject)],
      rows: rows.map(([attribute, facts]) => [composer.format.label(attribute), cell(facts, composer)]),
    },
    facts: rows.flatMap(([, facts]) => facts),
    sheetOf: subject,
  };
}

/** Several subjects side by side; only attributes that at least two of them hold, unless some are named. */
export function sideBySide(
  subjects: readonly string[],
  attributes: readonly string[],
  context: Context,
  composer: Composer,
): Draft {
  const sheets = subjects.map((subject) => byAttribute(subject, context));
  const counts = new Map<string, number>();
  for (const one of sheets) for (const attribute of one.keys()) counts.set(attribute, (counts.get(attribute) ?? 0) + 1);
  const shown =
    attributes.length > 0 ? attributes : [...counts].filter(([, count]) => count > 1).map(([attribute]) => attribute);
  const names = subjects.map((subject) => composer.format.subject(subject));
  const missing = composer.messages.say('compare-missing');
  return {
    lead: composer.messages.say('compare', { subjects: names.join(' / ') }),
    table: {
      columns: ['', ...names],
      rows: shown.map((attribute) => [
        composer.format.label(attribute),
        ...sheets.map((one) => (one.has(attribute) ? cell(one.get(attribute) as Fact[], composer) : missing)),
      ]),
    },
    facts: shown.flatMap((attribute) => sheets.flatMap((one) => one.get(attribute) ?? [])),
  };
}

/** Who or what a subject is, in a sentence, with its source. */
export function intro(subject: string, context: Context, composer: Composer): Draft {
  const held = context.knowledge.subjects.get(subject);
  const facts = factsOf(subject, context);
  if (held?.intro) {
    const source = held.source ?? facts[0]?.source;
    const name = composer.format.subject(subject);
    const said = composer.messages.text(held.intro);
    // "Leica is a German maker" needs no "Leica: " before it.
    const lead = said.startsWith(name) ? said : `${name}${composer.messages.language === 'zh' ? '：' : ': '}${said}`;
    return {
      lead,
      sources: source ? [source] : [],
    };
  }
  const members = held?.members ?? [];
  if (members.length > 0) {
    const source = held?.source ?? members.flatMap((id) => factsOf(id, context)).at(0)?.source;
    return {
      lead: composer.messages.list(members.map((id) => composer.format.subject(id))),
      sources: source ? [source] : [],
    };
  }
  return facts[0]
    ? { lead: composer.sentence(facts[0]), facts: [facts[0]] }
    : { kind: 'abstain', lead: composer.messages.say('unknown') };
}
