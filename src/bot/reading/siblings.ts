// Notices a model that is not known, so that its nearest sibling is never answered in its place.
import type { Fact } from '../../knowledge/model.ts';
import { fold } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import { unknownBeside } from './listed.ts';
import { withMembers } from './members.ts';

/** A number this large behind a brand is a year, a price or a count, not a model. */
const LARGEST_MODEL = 1000;

/** A figure of one digit with a letter is a model rather than a measure. */
const TWO_DIGITS = 10;

const isModelNumber = (span: Span): boolean =>
  span.amount !== undefined &&
  span.meanings.length === 0 &&
  span.amount.unit === undefined &&
  span.amount.currency === undefined &&
  Number.isInteger(span.amount.value) &&
  span.amount.value < LARGEST_MODEL &&
  !span.amount.orMore;
/** "2S" behind a name is no two seconds, and "9B" no nine billion. */
const isModelMark = ({ amount, time, text }: Span): boolean =>
  (amount !== undefined && amount.currency === undefined && time === undefined && /^\d{1,3}[a-z]$/.test(text)) ||
  (time?.yearless !== undefined && /^\d[a-gi-pr-z]$/.test(text));
const isLetter = (span: Span): boolean => /^[a-z]$/.test(span.text);

/** "The makers 3 principles", of one maker: what follows is counted, and is no model. */
const isGenitive = (span: Span, { knowledge }: Context): boolean =>
  span.text.endsWith('s') &&
  meaningsOf(span, 'subject').every(({ id }) => {
    const { names, aliases = [] } = knowledge.subjects.get(id) ?? {};
    return [names?.en ?? '', ...aliases].every((name) => fold(name) !== span.text);
  });

/** The text of the model that is named but not known, or undefined. */
export function unknownModel(spans: readonly Span[], context: Context): string | undefined {
  const { knowledge } = context;
  // "How much is the Pro 5G": another thing is asked of it.
  const isAll = !spans.some((span) => means(span, 'question', 'how-much') || means(span, 'question', 'how-many'));
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as Span;
    const subjects = meaningsOf(span, 'subject').map(({ id }) => knowledge.subjects.get(id));
    const product = subjects.some((subject) => subject?.kind === 'product');
    const resized = product ? otherSize(spans, index, context) : undefined;
    if (resized) return resized;
    const brand =
      subjects.some((subject) => subject?.kind === 'company' || subject?.kind === 'programme') &&
      !isGenitive(span, context);
    const productClass = meaningOf(span, 'class') !== undefined;
    if (!product && !brand && !productClass) continue;
    let end = index + 1;
    // A brand may be followed by a class before the number: "mi band 6".
    if (brand && spans[end] && meaningOf(spans[end] as Span, 'class') && !meaningOf(spans[end] as Span, 'subject'))
      end += 1;
    const begin = end;
    const beside = product ? unknownBeside(spans, index) : undefined;
    if (beside) return beside;
    const named = (at: number): boolean =>
      product && !spans[at]?.glued && meaningOf(spans[at] as Span, 'subject') !== undefined;
    const isPart = (at: number): boolean => !named(at) && isModelPart(spans, at, productClass && !brand, context);
    while (end < spans.length && end - begin < 4 && isPart(end)) end += 1;
    if (end === begin) continue;
    if (
      product &&
      spans
        .slice(begin, end)
        .every((part, at) =>
          isToldOf(
            span,
            part,
            spans[begin + at + 1] ?? spans.slice(0, index).findLast((one) => meaningOf(one, 'attribute')),
            isAll && begin + at + 1 === spans.length,
            context,
          ),
        )
    )
      continue;
    const programme = subjects.every((subject) => subject?.kind === 'programme');
    if (programme && !spans[end]?.glued && isWritten(span, spans.slice(begin, end), context)) continue;
    return [span, ...spans.slice(index + 1, end)].reduce(
      (name, part, at) => name + (at > 0 && !part.glued ? ' ' : '') + part.text,
      '',
    );
  }
  return undefined;
}

function isModelPart(spans: readonly Span[], at: number, numberOnly: boolean, context: Context): boolean {
  const { ordinals } = context;
  const span = spans[at] as Span;
  if (span.pause || isChoice(spans, at)) return false;
  // "3/64" is a variant's memory, "16:9" a ratio: not a model.
  const isNumberPart = (index: number): boolean =>
    isModelNumber(spans[index] as Span) &&
    spans[index + 1]?.text !== '/' &&
    !isPlaceOrRatio(spans, index + 1, ordinals) &&
    !isCounted(spans[index + 1]);
  if (isModelNumber(span)) return isNumberPart(at);
  const [previous, next] = [spans[at - 1], spans[at + 1]];
  // "That maker 5G": of a maker, what names an attribute is asked for.
  if (isModelMark(span)) return !(meaningOf(span, 'attribute') && isMaker(previous, context));
  // "Scooter Pro 1": behind a class, a suffix with its number.
  if (numberOnly)
    return !isLetter(span) && meaningOf(span, 'suffix') !== undefined && next !== undefined && isNumberPart(at + 1);
  // "A1", "9i": a letter and a number that stick together.
  if (isLetter(span) && next?.glued && isModelNumber(next)) return true;
  if (isLetter(span) && previous && isModelNumber(previous) && span.glued) return true;
  if (meaningOf(span, 'suffix') === undefined || isVerb(spans, at)) return false;
  // "A x B": what the two did together.
  if (isLetter(span) && !span.glued && next && !next.glued && isFirmOrModel(previous) && isFirmOrModel(next))
    return false;
  if (span.meanings.some(({ kind }) => kind === 'subject' || kind === 'attribute')) return false;
  // A lone letter may be a word ("is the 9 a good phone"); a longer suffix behind a name is one whatever else it means.
  return !isLetter(span) || span.glued || meaningOf(span, 'function') === undefined;
}

const isMaker = (span: Span | undefined, { knowledge }: Context): boolean =>
  span !== undefined && meaningsOf(span, 'subject').some(({ id }) => knowledge.subjects.get(id)?.kind === 'company');

/** "Is it 3g or 4g", "8 bit or 10 bit": figures of one measure are a choice of what it has. */
function isChoice(spans: readonly Span[], at: number): boolean {
  const shape = (from: number, to: number): string =>
    spans
      .slice(from, to)
      .map(({ text }) => text.replace(/\d+/g, '#'))
      .join(' ');
  const or = spans.findIndex((span, index) => index > at && index <= at + 2 && means(span, 'operator', 'or'));
  const own = shape(at, or);
  return or > 0 && /#.*\p{L}/u.test(own) && own === shape(or + 1, or + 1 + or - at);
}

/** What a name may stand for: a family, for each of its models. */
const subjectsOf = (name: Span, { subjects }: Context['knowledge']): string[] =>
  withMembers(
    meaningsOf(name, 'subject').map(({ id }) => id),
    subjects,
  );

/** A figure with the sign of a unit behind it. */
const SIZE_IN_NAME = /(\d+(?:\.\d+)?)[\p{P}\p{S}]/u;

/** "The 75 inch … TV": a size beside a name, where all that are called so have another in theirs. */
function otherSize(spans: readonly Span[], index: number, { knowledge, ownFacts }: Context): string | undefined {
  const span = spans[index] as Span;
  const [before, after] = [spans[index - 1], spans[index + 1]];
  const size = [before, after].find((one) => one?.amount?.unit !== undefined && one.meanings.length === 0);
  const { unit, value: asked } = size?.amount ?? {};
  if (
    !size ||
    unit === undefined ||
    (size === before && spans[index - 2]?.meanings.some(({ kind }) => kind === 'comparator'))
  )
    return undefined;
  const named = subjectsOf(span, knowledge).map((id) => ({ id, name: knowledge.subjects.get(id)?.names.en ?? '' }));
  const sizes = named.flatMap(({ name, id }) =>
    (ownFacts.get(id) ?? []).flatMap(({ value }) =>
      value.kind === 'quantity' && value.unit === unit ? [{ value: value.max, name, figure: value.figure }] : [],
    ),
  );
  const isOwn = sizes.some(({ value }) => value === asked);
  const tells = sizes.some(({ name, figure }) => (SIZE_IN_NAME.exec(name)?.[1] ?? '') === figure);
  return tells && !isOwn ? (size === before ? `${size.text} ${span.text}` : `${span.text} ${size.text}`) : undefined;
}

const isFirmOrModel = (span: Span | undefined): boolean =>
  span?.meanings.some(({ kind }) => kind === 'subject' || kind === 'outsider') === true;

/** "What role did they play in it": an everyday word that ends what an auxiliary verb began is the verb. */
function isVerb(spans: readonly Span[], at: number): boolean {
  const [span, next] = [spans[at] as Span, spans[at + 1]];
  return (
    span.text.length > 1 &&
    meaningOf(span, 'light') !== undefined &&
    (!next || next.pause || isObject(next) || isGrammar(next)) &&
    spans.slice(0, at).some((before) => meaningsOf(before, 'question').some(({ id }) => id === 'whether'))
  );
}

const isGrammar = (span: Span): boolean =>
  meaningOf(span, 'function') !== undefined && meaningOf(span, 'light') === undefined;
/** "Does it play this": what is asked for behind the verb. */
const isObject = (span: Span): boolean => meaningOf(span, 'attribute') !== undefined && !meaningOf(span, 'light');

/** Makes a place of the number that it sticks to ("24th"), or is the other side of its ratio. */
function isPlaceOrRatio(spans: readonly Span[], at: number, ordinals: ReadonlySet<string>): boolean {
  const next = spans[at];
  if (!next?.glued) return false;
  if (next.pause && next.amount !== undefined) return true;
  if (!/^\p{Script=Han}/u.test(next.text)) return ordinals.has(next.text);
  // Where blanks are not written, the sign that counts may be the head of the next word, and ends no name.
  return ordinals.has(next.text.slice(0, 1)) && (next.text.length > 1 || spans[at + 1]?.pause === false);
}

/** "xiaomi 50 markets": a counted noun follows the number, so it is no model. */
const isCounted = (next: Span | undefined): boolean => {
  const kinds = new Set(next?.meanings.map(({ kind }) => kind));
  return (
    !next?.glued && (kinds.has('concept') || kinds.has('scale')) && !kinds.has('suffix') && !kinds.has('attribute')
  );
};

/**
 * A word behind a name that makes no other model of it: one that the value of a fact of the product holds ("prime" of a
 * stick's Prime Video button), or a bound that the asked fact has ("max speed").
 * @param beside what stands behind the word, or at the end of a question what stands before the name ("clock speed … max")
 */
function isToldOf(
  name: Span,
  part: Span,
  beside: Span | undefined,
  isLast: boolean,
  { knowledge, evidence, ownFacts }: Context,
): boolean {
  const ids = new Set(subjectsOf(name, knowledge));
  // "The phone 18w": a figure in a unit in which something of it is measured.
  const { unit, value: figure = 0 } = part.amount ?? {};
  const isMeasure = ({ value }: Fact): boolean => value.kind === 'quantity' && value.unit === unit;
  if (unit !== undefined && figure >= TWO_DIGITS && [...ids].some((id) => ownFacts.get(id)?.some(isMeasure)))
    return true;
  // "Is the Pro 5G": what it has, or is said not to have.
  const isHad = ({ id }: { readonly id: string }): boolean =>
    [...ids].some((own) =>
      ownFacts.get(own)?.some(({ attribute, value }) => attribute === id && value.kind === 'boolean'),
    );
  if (isLast && meaningsOf(part, 'attribute').some(isHad)) return true;
  if ((part.amount && !meaningOf(part, 'suffix')) || part.words.length === 0) return false;
  const own = [...ids]
    .flatMap((id) => [...evidence.postings(`s:${id}`).facts])
    .map((fact) => knowledge.facts[fact] as Fact);
  const facts = own.filter(({ subject }) => ids.has(subject));
  // "Is the TV 4K": a figure of a standard that the product has.
  if (/\d/.test(part.text) && !meaningOf(part, 'attribute') && facts.some((fact) => isInValue(part.text, fact)))
    return true;
  const isBound = part.meanings.some(({ kind }) => kind === 'comparator' || kind === 'superlative');
  if (isBound && beside && isToldUpTo(meaningsOf(beside, 'attribute'), facts, knowledge)) return true;
  return beside !== undefined && facts.some((fact) => isInValue(`${part.text} ${beside.text.split(' ')[0]}`, fact));
}

/** Is a figure of one of these "up to" something? Of a group of attributes ("battery"), each that there is. */
function isToldUpTo(
  attributes: readonly { readonly id: string }[],
  facts: readonly Fact[],
  knowledge: Context['knowledge'],
): boolean {
  const isUpTo = ({ value }: Fact): boolean => value.kind === 'quantity' && value.bound === 'up-to';
  return attributes.some(({ id }) => {
    const members = knowledge.attributes.get(id)?.members ?? [];
    const held = facts.filter(({ attribute, value }) => value.kind === 'quantity' && members.includes(attribute));
    return facts.some((fact) => fact.attribute === id && isUpTo(fact)) || (held.length > 0 && held.every(isUpTo));
  });
}

/** "MIUI 12": a name and a number that some fact has in its value just so. */
function isWritten(name: Span, parts: readonly Span[], { knowledge, evidence }: Context): boolean {
  const words = [name, ...parts].map(({ text }) => text).join(' ');
  return meaningsOf(name, 'subject').some(({ id }) =>
    [...evidence.postings(`s:${id}`).facts].some((fact) => isInValue(words, knowledge.facts[fact] as Fact)),
  );
}

function isInValue(words: string, { value, say }: Fact): boolean {
  const texts = [
    ...(value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : []),
    say?.en ?? '',
  ];
  return texts.some((text) => text.toLowerCase().includes(words));
}
