// Scores facts against a query: which words of the question each fact accounts for, and whether it answers what was asked.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isNumeric } from '../reading/measure.ts';
import { opened } from '../reading/ordering.ts';
import { BUT_A_WORD, CONDITION, isMeasured, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { saidInFull } from './about.ts';
import { type Covered, gather, OPEN } from './coverage.ts';
import { STRENGTH } from './evidence.ts';
import { askFit, asksWords, isGiven } from './fit.ts';
import { openFit, timeFit } from './time-fit.ts';
import { unitFits } from './unit-fit.ts';

export type Match = {
  readonly fact: Fact;
  readonly score: number;
  readonly covered: Covered;
};

/** The age of a bet is not the age of the person who made it: what is measured belongs to its own subject. */
const NOT_ITS_OWN = 1.5;
const UNASKED_MARKET = 0.1;
/** Who is named so strongly has more than a part in a fact. */
const NAMED = 0.7;
/** "When did they go there": with nothing said but names, what may hold anything goes behind what is told of all of them. */
const UNSAID = 0.15;
/** The attribute that is asked for by its name, before one that only touches it; a general one (features, a design) so of products. */
const NAMED_OWN = 0.3;
const NAMED_GENERAL = 0.15;
/** Asked "when", a fact without any date is no answer. */
const WRONG_FORM = -0.4;
/** Question words that ask for no form of value. */
const FORMLESS = new Set(['whether', 'which', 'meaning', 'define', 'list']);
/** Words alone decide so much: a fact that trails the best by more is not looked at again. */
const TRAILING = 1.7;
/** What a word of everyday grammar adds, to facts that trail the best by so little, and to so many of them at most. */
const HINT = 0.2;
const CLOSE = 0.3;
const MOST_CLOSE = 16;
/** Candidates that are looked at in full: the best by words alone. */
const MOST_CANDIDATES = 160;
/** … of so many that are looked at for their time and unit. */
const MOST_LOOKED_AT = 1500;

/**
 * Facts that could answer, best first.
 * @param scope subject ids that the fact must be about or mention; empty for any
 */
export function matchFacts(query: Query, terms: readonly Term[], scope: readonly string[], context: Context): Match[] {
  const { facts, scores, coveredBy } = gather(terms, scope, context);
  // Of several attributes that are asked for, each fact meets its own, and trails one that touches on the others.
  const trailing = TRAILING + Math.max(0, terms.filter(isMeasured).length - 1) * (1 + OPEN);
  const { within } = query;
  const isLeft = (place: number): boolean => within === undefined || within(facts[place] as number);
  let most = 0;
  for (let place = 0; place < facts.length; place++)
    if ((scores[place] as number) > most && isLeft(place)) most = scores[place] as number;
  const found: number[] = [];
  for (let place = 0; place < facts.length; place++)
    if ((scores[place] as number) >= most - trailing && isLeft(place)) found.push(place);
  if (found.length > MOST_CANDIDATES)
    found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || (facts[a] as number) - (facts[b] as number));
  const aim = aimOf(query, terms, scope, context);
  const unmet = terms.reduce((sum, { weight }) => sum + OPEN * weight, 0);
  const plainAsks = [...query.asks].filter((id) => !FORMLESS.has(id)).length;
  // "Why was it opened": the day on which it was is no reason, though it is named.
  const why = query.asks.has('why');
  // "Since 2015" is a time by itself, where it is told; "after 2015" never is.
  const isBeyond = query.operators.has('later') || query.operators.has('earlier');
  const open = isBeyond ? opened(query) : undefined;
  const matches: Match[] = [];
  for (const place of found.slice(0, MOST_LOOKED_AT)) {
    if (matches.length === MOST_CANDIDATES) break;
    const fact = context.knowledge.facts[facts[place] as number] as Fact;
    const time = (open && openFit(fact, open)) ?? timeFit(fact, query, context);
    if (time === 0 || !unitFits(fact, query, context)) continue;
    const covered = coveredBy(place);
    if (aim.excludes(fact, covered)) continue;
    const ask = askFit(fact, query, context);
    if (ask <= WRONG_FORM && plainAsks === 1 && ((why && fact.value.kind === 'date') || !aim.isAsked(fact, covered)))
      continue;
    // A figure for one market is not the figure for all: the question should have named it.
    const unasked =
      fact.markets.length > 0 && !terms.some(({ keys }) => fact.markets.some((id) => keys.includes(`s:${id}`)));
    const whole =
      (scores[place] as number) -
      unmet -
      (unasked ? UNASKED_MARKET : 0) +
      0.3 * time +
      0.55 * ask +
      aim.own(fact, covered);
    matches.push({ fact, score: whole, covered });
  }
  const told = byHints(matches.sort(byScore), namesAttribute(query) ? [] : query.hints, context);
  return [...saidInFull(told, query, context, byScore)];
}

const byScore = (a: Match, b: Match): number =>
  b.score - a.score || newer(b.fact, a.fact) || a.fact.index - b.fact.index;

/** Asks for what a name has, and no more: no other word tells anything. */
const namesAttribute = ({ asks, terms }: Query): boolean =>
  asks.size === 0 &&
  terms.some(({ role }) => role === 'attribute') &&
  terms.every(({ role, weight }) => role === 'subject' || (role === 'attribute' && weight >= BUT_A_WORD));

/** Of facts that are nearly as good, the one that has more of the question's everyday words, too. */
function byHints(matches: Match[], hints: readonly string[], { evidence }: Context): Match[] {
  const [best] = matches;
  if (!best || hints.length === 0) return matches;
  const close = matches.slice(0, MOST_CLOSE).filter(({ score }) => score >= best.score - CLOSE);
  if (close.length < 2) return matches;
  const told = close.map((match) => {
    const held = hints.reduce((sum, word) => sum + evidence.strength(match.fact.index, word), 0);
    return { ...match, score: match.score + HINT * held };
  });
  return [...told.sort(byScore), ...matches.slice(close.length)];
}

const newer = (a: Fact, b: Fact): number => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0);

type Aim = {
  excludes(fact: Fact, covered: Covered): boolean;
  /** The question names the attribute, and not in passing: its value answers whatever the question word. */
  isAsked(fact: Fact, covered: Covered): boolean;
  own(fact: Fact, covered: Covered): number;
};

/** "What became of its share price": what a text is about names all that is asked, by more than one word. */
function isAbout({ about }: Fact, asked: readonly Term[]): boolean {
  if (!about || !asked.some(({ words }) => words.length > 1)) return false;
  const words = new Set(tokenize(about.en).map(({ key }) => `w:${key}`));
  return asked.every((term) => term.words.length > 0 && term.words.every((word) => words.has(word)));
}

/** "Where was it announced", "why did it rise": what is measured is named, and another thing asked of it. */
const OTHERWISE = ['why', 'where'];

/** What the query says of whose facts may answer; worked out once for all candidates. */
function aimOf(query: Query, terms: readonly Term[], scope: readonly string[], context: Context): Aim {
  const { knowledge, evidence, root } = context;
  const subjects = new Set(scope.length > 0 ? scope : query.mentions.flatMap(({ ids }) => ids));
  const products = [...subjects]
    .map((id) => knowledge.subjects.get(id))
    .filter((subject) => subject?.kind === 'product');
  const others = [...subjects].some((id) => id !== root);
  const attributes = terms.flatMap((term) =>
    term.role === 'attribute'
      ? [{ term, ids: new Set(term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : []))) }]
      : [],
  );
  const isNamed = ({ attribute }: Fact, covered: Covered): boolean =>
    attributes.some(({ term, ids }) => ids.has(attribute) && covered.strength(term) === 1);
  const isAsked = ({ attribute }: Fact, covered: Covered): boolean =>
    attributes.some(({ term, ids }) => term.weight >= BUT_A_WORD && ids.has(attribute) && covered.strength(term) === 1);
  const asked = terms.filter(({ role, weight }) => role !== 'subject' && role !== 'class' && weight >= CONDITION);
  const isOfMeasure = ({ role, keys }: Term): boolean =>
    role === 'attribute' && keys.every((key) => !key.startsWith('a:') || isNumeric(key.slice(2), knowledge));
  // "Why did it rise" asks for no measure, whatever it is that rose.
  const onlyMeasured =
    asked.length > 0 &&
    asked.every(isOfMeasure) &&
    !OTHERWISE.some((id) => query.asks.has(id)) &&
    !asksWords(query, context);
  // A sum of a year is not told by what was dated in it.
  const asksSum = asked.some(
    ({ keys }) => knowledge.attributes.get(keys.find((key) => key.startsWith('a:'))?.slice(2) ?? '')?.kind === 'money',
  );
  const isOf = (attribute: string, key: string): boolean =>
    key === `a:${attribute}` ||
    (key.startsWith('a:') && knowledge.attributes.get(key.slice(2))?.members.includes(attribute) === true);
  const isOfAnother = (fact: Fact, covered: Covered): boolean => {
    const traits = evidence.traits(fact.index);
    // Asked for nothing but a measured attribute, a text without any figure is no answer, unless it is about just that.
    if (fact.value.kind === 'text' && !traits.number && !traits.date)
      return !(asked.every((term) => covered.strength(term) >= STRENGTH.passing) && isAbout(fact, asked));
    // … nor is one of another attribute, unless all that is asked stands in what a figure of its own kind is about.
    const told =
      fact.value.kind !== 'text' &&
      // "The revenue of that quarter": who spoke of it is no measure.
      (fact.value.kind !== 'subject' || query.periods.length === 0 || query.asks.has('who')) &&
      (fact.value.kind !== 'date' || !asksSum || query.asks.has('when')) &&
      knowledge.attributes.get(fact.attribute)?.general === true &&
      (asked.length > 1 ||
        scope.includes(fact.subject) ||
        (query.periods.length > 0 && query.asks.size > 0) ||
        terms.some(
          (term) =>
            term.role === 'subject' &&
            // The company alone, in some year, asks for its own figure of that year.
            (term.weight >= CONDITION || query.periods.length === 0) &&
            covered.strength(term) >= NAMED,
        )) &&
      asked.every((term) => covered.strength(term) >= STRENGTH.passing);
    return !told && !asked.some(({ keys }) => keys.some((key) => isOf(fact.attribute, key)));
  };
  const excludes = (fact: Fact, covered: Covered): boolean => {
    // "The purpose of its fast charging": a text that has the named attribute is asked for; a date has that of any "when".
    const isText = fact.value.kind === 'text' && isNamed(fact, covered);
    if ((onlyMeasured && !isText && isOfAnother(fact, covered)) || isGiven(fact, query, context)) return true;
    // What is said of one product does not answer for another that the question names.
    const own = knowledge.subjects.get(fact.subject);
    if (own?.kind !== 'product' || products.length === 0 || subjects.has(own.id)) return false;
    return !products.some((product) => product?.members.includes(own.id) || own.members.includes(product?.id ?? ''));
  };
  const onlyNames =
    query.asks.has('when') && terms.every(({ role, weight }) => role === 'subject' || weight < CONDITION);
  const telling = terms.filter(
    ({ role, asked: isAsked }) => role === 'content' || role === 'number' || (role === 'class' && isAsked),
  );
  const own = (fact: Fact, covered: Covered): number => {
    const general = knowledge.attributes.get(fact.attribute)?.general === true;
    const named = isNamed(fact, covered);
    const isProduct = knowledge.subjects.get(fact.subject)?.kind === 'product';
    const exact = !named ? 0 : !general ? NAMED_OWN : isProduct ? NAMED_GENERAL : 0;
    const member = products.some((product) => product?.members.includes(fact.subject));
    if ((member || subjects.has(fact.subject)) && (fact.subject !== root || scope.length > 0))
      return exact + (general ? 0.2 : 0.35);
    if (fact.subject === root) return exact + (others ? (general && onlyNames ? -UNSAID : 0) : 0.3);
    const told = named || telling.some((term) => covered.strength(term) > 0);
    if (others && !told) return -NOT_ITS_OWN;
    // "When did they buy the brand" is not told by when one of its products could be bought.
    const brand = knowledge.subjects.get(fact.subject)?.brand;
    const isOfBrand = brand !== undefined && brand !== root && subjects.has(brand) && fact.value.kind === 'date';
    if (isOfBrand && !named && query.classes.length === 0) return -NOT_ITS_OWN;
    return general ? (onlyNames ? -UNSAID : 0) : -0.35;
  };
  return { excludes, isAsked, own };
}
