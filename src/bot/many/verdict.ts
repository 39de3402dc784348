// Which of several values is more, less, earlier or the same, or what lies between two of them, in a sentence.

import type { Context } from '../context.ts';
import type { Measured } from '../reading/measure.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { reckon, total } from '../ways/arithmetic.ts';

/**
 * What the values of one attribute come to, set against each other as the query asks; undefined where one is missing, or a
 * table tells more.
 * @param rows the values of each of the `subjects`
 */
export function verdict(
  rows: readonly Measured[][],
  subjects: readonly string[],
  attribute: string,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  // "The priciest of the line": of each its highest price counts; "which has more storage": the variant with the most.
  const isMeasure = context.knowledge.attributes.get(attribute)?.kind === 'quantity';
  const isMost = query.superlative?.pick === 'max' || (isMeasure && query.operators.has('more'));
  const least = rows.map((row) => [...row].sort((a, b) => a.measure.low - b.measure.low).at(isMost ? -1 : 0));
  if (least.some((one) => one === undefined)) return undefined;
  const dimension = least[0]?.measure.dimension;
  const entries = (least as Measured[])
    .map((own, index) => ({ own, subject: subjects[index] as string }))
    .filter(({ own }) => own.measure.dimension === dimension);
  if (entries.length < 2) return undefined;
  const { messages, format } = composer;
  const { operators } = query;
  const label = format.label(attribute);
  const facts = rows.flat().map(({ fact }) => fact);
  const sorted = [...entries].sort((a, b) => a.own.measure.low - b.own.measure.low);
  const [low, high] = [sorted[0], sorted.at(-1)] as [(typeof sorted)[0], (typeof sorted)[0]];
  const show = ({ own }: (typeof sorted)[0]): string =>
    [format.value(own.fact.value, query.units), ...(own.fact.variant ? [`(${own.fact.variant})`] : [])].join(' ');
  const named = (one: (typeof sorted)[0]): string => `${format.subject(one.subject)} ${show(one)}`;
  // "How much are the two": where no verdict is asked for, each with all of its variants.
  const allOf = (subject: string): string => {
    const row = rows[subjects.indexOf(subject)] ?? [];
    const own = row.filter(({ measure }) => measure.dimension === dimension).map((one) => show({ own: one, subject }));
    return `${format.subject(subject)} ${[...new Set(own)].join(messages.say('separator'))}`;
  };
  const wantsLess = query.superlative?.pick === 'min' || operators.has('less') || operators.has('earlier');
  const wantsMore = query.superlative?.pick === 'max' || operators.has('more') || operators.has('later');
  if (operators.has('sum') && !wantsLess && !wantsMore) {
    const sum = total(
      entries.map(({ own }) => own),
      context,
      composer,
      entries.map(named),
    );
    if (sum) return sum;
  }
  if (low.own.measure.low === high.own.measure.low)
    return { lead: messages.say('verdict-same', { value: show(low), label }), lines: sorted.map(named), facts };
  // "How much is this one less than that".
  const differs = query.asks.has('how-much') && !query.asks.has('which') && wantsLess !== wantsMore;
  const reckoned =
    differs || operators.has('difference') || operators.has('ratio') || operators.has('years-between')
      ? reckon([low.own, high.own], operators.has('ratio'), context, composer, [named(low), named(high)])
      : undefined;
  if (reckoned) return reckoned;
  const dated = dimension === 'date';
  const winner = wantsLess && !(dated && operators.has('later')) ? low : high;
  if (!wantsLess && !wantsMore) {
    // "The prices of the line": each of its variants has its own.
    const isList = query.mentions.length === 1 && !query.offer && !operators.has('sort') && low.own.fact.offer;
    if (isList && rows.some((row) => row.length > 1)) return undefined;
    const better = context.knowledge.attributes.get(attribute)?.better;
    return {
      lead: entries.map(({ subject }) => allOf(subject)).join(messages.say('clause')),
      lines: better
        ? [
            verdictLine(
              better === 'less' ? low : high,
              better === 'less' ? 'less' : 'more',
              entries,
              attribute,
              composer,
              show,
            ),
          ]
        : [],
      facts,
    };
  }
  const leaders = entries.filter(({ own }) => own.measure.low === winner.own.measure.low);
  if (leaders.length > 1 && query.superlative) {
    const names = leaders.map(({ subject }) => format.subject(subject));
    const lead = messages.say('superlative-shared', {
      subjects: messages.list(names),
      value: format.value(winner.own.fact.value, query.units),
      label,
    });
    return { lead, lines: sorted.filter((one) => !leaders.includes(one)).map(named), facts };
  }
  const kind = dated ? (winner === low ? 'earlier' : 'later') : winner === low ? 'less' : 'more';
  const { fact: first } = winner.own;
  return {
    lead: verdictLine(winner, kind, entries, attribute, composer, show),
    facts: [first, ...facts.filter((fact) => fact !== first)],
  };
}

type Entry = { own: Measured; subject: string };
function verdictLine(
  winner: Entry,
  kind: string,
  entries: readonly Entry[],
  attribute: string,
  { messages, format, knowledge }: Composer,
  show: (one: Entry) => string,
): string {
  const others = entries
    .filter((one) => one.subject !== winner.subject)
    .map((one) => `${format.subject(one.subject)} ${show(one)}`);
  const said = kind === 'more' || kind === 'less' ? knowledge.attributes.get(attribute)?.says?.[kind] : undefined;
  return messages.say(said ? 'verdict-said' : `verdict-${kind}`, {
    subject: format.subject(winner.subject),
    value: show(winner),
    label: format.label(attribute),
    said: said ? messages.text(said) : '',
    others: messages.list(others),
  });
}
