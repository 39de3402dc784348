// What products, or two variants of one, differ in: what people want to know first, and no more than is taken in at a glance.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** So many rows are taken in at a glance, of so many characters together on each side. */
const MOST_ROWS = 8;
const MOST_TEXT = 160;
/** So many more differences are named without their values. */
const MOST_NAMED = 6;
/** Where less than this is wanted first, whatever else differs is told with its values. */
const FEW_ROWS = 3;

/** One side: what it is called, and the facts that are held of it. */
type Side = { readonly name: string; readonly facts: readonly Fact[] };
type Row = { readonly attribute: string; readonly cells: readonly string[]; readonly facts: readonly Fact[] };

/** What the products differ in; undefined where nothing is known to be different. */
export function differences(subjects: readonly string[], context: Context, composer: Composer): Draft | undefined {
  const sides = subjects.map((id) => ({ name: composer.format.subject(id), facts: factsOf(id, context) }));
  const lead = composer.messages.say('differ', { subjects: sides.map(({ name }) => name).join(' / ') });
  return apart(sides, lead, context, composer);
}

/** By what the products differ that people want to know first. */
export function labelsApart(subjects: readonly string[], context: Context, composer: Composer): string[] {
  const sides = subjects.map((id) => ({ name: id, facts: factsOf(id, context) }));
  const { wanted } = sorted(rowsOf(sides, context, composer, true), context);
  return wanted.slice(0, MOST_ROWS).map(({ attribute }) => composer.format.label(attribute));
}

/** What two variants of one product differ in; undefined where nothing is known to be different. */
export function betweenVariants(
  subject: string,
  variants: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const own = factsOf(subject, context);
  const sides = variants.map((name) => ({ name, facts: own.filter(({ variant }) => variant === name) }));
  const subjects = `${composer.format.subject(subject)}: ${variants.join(' / ')}`;
  return apart(sides, composer.messages.say('differ', { subjects }), context, composer, false);
}

function apart(
  sides: readonly Side[],
  lead: string,
  context: Context,
  composer: Composer,
  tellsVariants = true,
): Draft | undefined {
  const rows = rowsOf(sides, context, composer, tellsVariants);
  const { wanted, others } = sorted(rows, context);
  const shown: Row[] = [];
  let room = MOST_TEXT * sides.length;
  for (const row of [...wanted, ...(wanted.length < FEW_ROWS ? others : [])]) {
    const size = row.cells.join('').length;
    if (size > room || shown.length === MOST_ROWS) continue;
    shown.push(row);
    room -= size;
  }
  if (shown.length === 0) return undefined;
  const { format, messages } = composer;
  const named = [...wanted, ...others].filter((row) => isHeld(row) && !shown.includes(row));
  const labels = named.slice(0, MOST_NAMED).map(({ attribute }) => format.label(attribute));
  if (named.length > labels.length) labels.push(messages.say('more-found', { count: named.length - labels.length }));
  const missing = messages.say('compare-missing');
  return {
    lead,
    notes: labels.length > 0 ? [messages.say('differ-more', { labels: labels.join(messages.say('separator')) })] : [],
    table: {
      columns: ['', ...sides.map(({ name }) => name)],
      rows: shown.map(({ attribute, cells }) => [format.label(attribute), ...cells.map((cell) => cell || missing)]),
    },
    facts: shown.flatMap(({ facts }) => facts),
  };
}

const isHeld = ({ cells }: Row): boolean => cells.every((cell) => cell !== '');

/** What people want to know first, in that order, and what else there is, with what all sides have before the rest. */
function sorted(rows: readonly Row[], { knowledge }: Context): Record<'wanted' | 'others', readonly Row[]> {
  const placeOf = ({ attribute }: Row): number | undefined => knowledge.attributes.get(attribute)?.wanted;
  const wanted = rows
    .filter((row) => placeOf(row) !== undefined)
    .sort((a, b) => (placeOf(a) as number) - (placeOf(b) as number));
  const others = rows.filter((row) => placeOf(row) === undefined).sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)));
  return { wanted, others };
}

/** What is not the same on all sides, attribute by attribute. */
function rowsOf(sides: readonly Side[], context: Context, composer: Composer, tellsVariants: boolean): Row[] {
  const { attributes } = context.knowledge;
  const each = sides.map(({ facts }) => Map.groupBy(facts, ({ attribute }) => attribute));
  return [...new Set(each.flatMap((own) => [...own.keys()]))].flatMap((attribute): Row[] => {
    const { general = false, kind } = attributes.get(attribute) ?? {};
    if (general) return [];
    const held = each.map((own) => own.get(attribute) ?? []);
    const facts = (kind === 'money' ? inOneCurrency(held) : held).map(ofAllMarkets);
    const cells = facts.map((own) => cellOf(own, composer, tellsVariants));
    return new Set(cells).size > 1 ? [{ attribute, cells, facts: facts.flat() }] : [];
  });
}

/** Sums in the first currency that all sides have, and none of a few days where there are others. */
function inOneCurrency(sides: readonly (readonly Fact[])[]): (readonly Fact[])[] {
  const held = sides.map(
    (facts) => new Set(facts.flatMap(({ value }) => (value.kind === 'money' ? value.currency : []))),
  );
  const shared = [...(held[0] ?? [])].find((currency) => held.every((own) => own.has(currency)));
  return sides.map((facts) => {
    const own = facts.filter(
      ({ value }) => shared === undefined || (value.kind === 'money' && value.currency === shared),
    );
    const lasting = own.filter(({ offer }) => offer !== 'early-bird');
    return lasting.length > 0 ? lasting : own;
  });
}

/** "On sale in June, in one market": of what holds everywhere the others are compared. */
function ofAllMarkets(facts: readonly Fact[]): readonly Fact[] {
  const everywhere = facts.filter(({ markets }) => markets.length === 0);
  return everywhere.length > 0 ? everywhere : facts;
}

/** Values with what tells them apart: the kind of price is the same on all sides. */
const cellOf = (facts: readonly Fact[], composer: Composer, tellsVariants: boolean): string =>
  facts
    .map((fact) => {
      const { offer: _offer, variant, ...rest } = fact;
      const told = composer.qualifiers(tellsVariants && variant !== undefined ? { ...rest, variant } : rest);
      const value = composer.format.value(fact.value);
      return told.length > 0 ? `${value} (${told.join(composer.messages.say('separator'))})` : value;
    })
    .join(composer.messages.say('clause'));
