// Two or more things against each other: side by side, which is more or earlier, the difference, the ratio, the years between.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { factsOf } from '../matching/groups.ts';
import { timeFit } from '../matching/time-fit.ts';
import { means } from '../reading/annotate.ts';
import { withoutExcepted } from '../reading/besides.ts';
import { familiesOf } from '../reading/families.ts';
import { isNumeric, measured } from '../reading/measure.ts';
import { isMeasured, type Mention, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { sideBySide } from '../ways/sheet.ts';
import { onlyBeside, onlyOfEach } from './beside.ts';
import { fewOf } from './classes.ts';
import { attributesOf, isOfAll } from './compared-attributes.ts';
import { differences } from './differences.ts';
import { ofItsSizes } from './own-sizes.ts';
import { verdict } from './verdict.ts';

/** The subjects that a query sets against each other, families opened; fewer than two where it does not. */
export function compared(query: Query, scope: readonly string[], context: Context): string[] {
  const { knowledge, root } = context;
  if (query.operators.has('besides') && withoutExcepted(query, context).left.size > 0) return [];
  // "Compare the two of that line": a name that is short for several stands for them all.
  const all = query.operators.has('compare') && query.mentions.length === 1;
  const named = query.mentions.flatMap(({ ids }: Mention) => (all ? ids : ids.slice(0, 1)));
  if (named.length + scope.length === 0) {
    const only = onlyOfEach(query, context);
    return only.length > 0 ? only : [...fewOf(query, context)];
  }
  const family = named.length === 1 ? familyOf(named[0] as string, query, context) : undefined;
  if (family) return [...family];
  const beside = onlyBeside(query, scope, context);
  const both = scope.length > 0 && query.mentions.length < 2 ? [...scope, ...named, ...beside] : [...named, ...beside];
  const open = both.flatMap((id) => {
    const members = knowledge.subjects.get(id)?.members ?? [];
    return members.length > 0 ? members : [id];
  });
  const kinds = new Set(open.map((id) => knowledge.subjects.get(id)?.kind));
  return kinds.size === 1 ? [...new Set(open)].filter((id) => id !== root) : [];
}

/** "Is it the cheapest of the three": with a superlative, the number of a family's members stands for them all. */
const familyOf = (id: string, { superlative, spans }: Query, { knowledge }: Context): readonly string[] | undefined =>
  superlative &&
  familiesOf(id, knowledge).find(({ members }) =>
    spans.some(({ meanings }) => meanings.some((one) => one.kind === 'numeral' && one.value === members.length)),
  )?.members;

/** The facts of a subject's attribute that the query's own words narrow down to. */
function chosen(
  subject: string,
  attribute: string,
  currency: string | undefined,
  query: Query,
  context: Context,
): Fact[] {
  const own = factsOf(subject, context).filter(
    (fact) => fact.attribute === attribute && timeFit(fact, query, context) > 0,
  );
  const priced =
    own.some(({ offer }) => offer !== 'early-bird') && query.offer !== 'early-bird'
      ? own.filter(({ offer }) => offer !== 'early-bird')
      : own;
  const fitting = currency
    ? priced.filter(({ value }) => value.kind !== 'money' || value.currency === currency)
    : priced;
  const weight = (fact: Fact): number =>
    query.terms
      .filter(({ role }) => role !== 'subject')
      .reduce((sum, term) => sum + term.weight * coverage(term, fact.index, context), 0);
  const most = Math.max(0, ...fitting.map(weight));
  return fitting.filter((fact) => weight(fact) >= most - 0.01);
}

const isDated = (id: string, { knowledge }: Context): boolean => knowledge.attributes.get(id)?.kind === 'date';

/** Sums compare only in one currency: the first that all the subjects have. */
function sharedCurrency(subjects: readonly string[], attribute: string, context: Context): string | undefined {
  const held = subjects.map(
    (subject) =>
      new Set(
        factsOf(subject, context).flatMap(({ attribute: id, value }) =>
          id === attribute && value.kind === 'money' ? [value.currency] : [],
        ),
      ),
  );
  return [...(held[0] ?? [])].find((currency) => held.every((own) => own.has(currency)));
}

/** "The line, introduced where": a day is no place; of each, the one attribute that tells where is asked for. */
function placesFor(ids: string[], subjects: readonly string[], { asks }: Query, context: Context): string[] {
  if (!asks.has('where') || asks.has('when') || ids.length === 0 || !ids.every((id) => isDated(id, context)))
    return ids;
  const { attributes } = context.knowledge;
  const tellsWhere = (id: string): boolean =>
    attributes.get(id)?.general !== true && attributes.get(id)?.answers.includes('where') === true;
  const own = subjects.map((id) => new Set((context.ownFacts.get(id) ?? []).map(({ attribute }) => attribute)));
  return [...(own[0] ?? [])].filter((id) => tellsWhere(id) && own.every((held) => held.has(id))).slice(0, 1);
}

/** Answers a comparison, or undefined where the query is none or the values are not held. */
export function compare(
  asked: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const subjects = compared(asked, scope, context);
  if (subjects.length < 2) return undefined;
  const same = asked.terms.some(({ keys }) => keys.includes('c:same'));
  const query = { ...asked, terms: asked.terms.filter((term) => !isSet(term, subjects.length, asked)) };
  const { operators } = query;
  const isAsked =
    operators.has('compare') ||
    operators.has('apart') ||
    operators.has('or') ||
    operators.has('more') ||
    operators.has('less') ||
    operators.has('earlier') ||
    operators.has('later') ||
    operators.has('years-between') ||
    query.superlative !== undefined;
  const attributes = placesFor(attributesOf(query, subjects, context), subjects, query, context);
  // "How many sold in the first two months": what is asked none of them has, and a word of time asks for no date.
  const by = query.superlative?.attribute;
  const onlyBy = by !== undefined && attributes.every((id) => id === by) && isDated(by, context);
  if (onlyBy && query.terms.some((term) => isMeasured(term) && !term.keys.includes(`a:${by}`))) return undefined;
  const products = subjects.every((id) => context.knowledge.subjects.get(id)?.kind === 'product');
  // "The total for this and that": what they come to is a sum of money.
  const price = context.implying.find(({ kind }) => kind === 'money')?.id;
  if (attributes.length === 0 && operators.has('sum') && products && price && query.attributes.length === 0)
    attributes.push(price);
  if (attributes.length === 0) {
    const idle = query.terms.every(
      (term) =>
        ['subject', 'class'].includes(term.role) ||
        term.weight < 0.5 ||
        (term.at < 0 && isOfAll(query)) ||
        isWordOfAll(term, query),
    );
    // "The best selling of them": by what none of them has, none is told to be first.
    if (by !== undefined && !isDated(by, context)) return undefined;
    const isOfTime = ['earlier', 'later', 'years-between'].some((id) => operators.has(id));
    if (!(isOfTime || query.superlative))
      return products && isAsked && idle ? whole(subjects, query, context, composer) : undefined;
    const dates = dateAttribute(subjects, context);
    if (!dates) return undefined;
    attributes.push(dates);
  }
  const open = query.terms.filter(
    (term) => term.role === 'content' && term.weight >= 0.5 && !covered(term.keys, subjects, attributes, context),
  );
  if (open.length > 0) return undefined;
  // "The bigger screen" is one question: of a group, the first attribute that has a measure decides.
  const judged =
    operators.has('years-between') ||
    operators.has('more') ||
    operators.has('less') ||
    operators.has('difference') ||
    operators.has('ratio') ||
    same ||
    query.superlative !== undefined;
  if (judged && attributes.length > 1)
    attributes.splice(
      0,
      attributes.length,
      attributes.find(
        (id) => isNumeric(id, context.knowledge) && (!operators.has('years-between') || isDated(id, context)),
      ) ?? (attributes[0] as string),
    );
  if (attributes.length > 1 || !attributes[0]) return sideBySide(subjects, attributes, context, composer);
  const currency = query.currency ?? sharedCurrency(subjects, attributes[0], context);
  const all = subjects.map((subject) => {
    const own = ofItsSizes(query, subject);
    const facts = chosen(subject, attributes[0] as string, currency, own, context);
    return { subject, terms: own.terms, row: measured(facts, context.knowledge) };
  });
  // "The cheapest with 64 GB": what has no such variant is not among them.
  const isMet = ({ terms, row }: (typeof all)[0]): boolean =>
    terms.every((term) => term.role !== 'number' || row.some(({ fact }) => coverage(term, fact.index, context) > 0.5));
  const met = all.filter(isMet).length > 1 ? all.filter(isMet) : all;
  return (
    verdict(
      met.map(({ row }) => row),
      met.map(({ subject }) => subject),
      attributes[0],
      query,
      context,
      composer,
    ) ?? sideBySide(subjects, attributes, context, composer)
  );
}

/** "The best selling of the line": ranked by what none of them has. */
export function isUnranked(query: Query, scope: readonly string[], context: Context): boolean {
  const by = query.superlative?.attribute;
  if (by === undefined || isDated(by, context)) return false;
  const subjects = compared(query, scope, context);
  return subjects.length > 1 && attributesOf(query, subjects, context).length === 0;
}

/** "The same …", "the two": words that say how, and how many, are set against each other. */
const isSet = ({ keys, at }: Term, count: number, { spans }: Query): boolean =>
  keys.includes('c:same') ||
  spans.some(
    ({ start, amount, meanings }) =>
      start === at &&
      (amount?.value === count || meanings.some((one) => one.kind === 'numeral' && one.value === count)),
  );

/** "What is it stronger in": the name of an attribute that asks for what differs, too. */
const isWordOfAll = ({ at }: Term, { spans }: Query): boolean =>
  spans.some((span) => span.start === at && means(span, 'operator', 'apart'));

/** Where nothing is named: what differs, else a table of all, where there is anything to put in it. */
function whole(subjects: readonly string[], query: Query, context: Context, composer: Composer): Draft | undefined {
  const isOfProducts = subjects.every((id) => context.knowledge.subjects.get(id)?.kind === 'product');
  const apart = isOfProducts || query.operators.has('apart') ? differences(subjects, context, composer) : undefined;
  const all = apart ?? sideBySide(subjects, [], context, composer);
  return (all.table?.rows.length ?? 0) > 0 ? all : undefined;
}

const covered = (
  keys: readonly string[],
  subjects: readonly string[],
  attributes: readonly string[],
  context: Context,
): boolean =>
  subjects.some((subject) =>
    factsOf(subject, context).some(
      (fact) =>
        attributes.includes(fact.attribute) && keys.some((key) => context.evidence.strength(fact.index, key) > 0.5),
    ),
  );

function dateAttribute(subjects: readonly string[], context: Context): string | undefined {
  const shared = subjects.map(
    (subject) =>
      new Set(
        factsOf(subject, context)
          .filter(
            ({ value, attribute }) => value.kind === 'date' && !context.knowledge.attributes.get(attribute)?.general,
          )
          .map(({ attribute }) => attribute),
      ),
  );
  return [...(shared[0] ?? [])].find((attribute) => shared.every((own) => own.has(attribute)));
}
