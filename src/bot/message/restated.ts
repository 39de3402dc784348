// What somebody says anew in one message ("the share … no, how many users", "his firm, i mean hers"): the words behind count.
import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { type Memory, memorize } from '../turns/conversation.ts';
import { lastPauses } from './pauses.ts';

/** What counts of a message, and what was said before it, as a turn of its own. */
export type Restated = {
  readonly text: string;
  readonly before: Memory;
  /** The sign stands at the end ("western europe i mean"): what was asked before must go on. */
  readonly goesOn: boolean;
};

const PAUSE = /\s*(?:[,，;；:：?？!]|\.{2,}|…+|\s[-–—]+\s)\s*/gu;
/** What stands at the end and names nothing is but how the sentence went on. */
const FEW_SPANS = 6;
/** "No no, wait, i mean …": so many signs in a row. */
const MOST_SIGNS = 4;
const BETWEEN = '[\\s,，.…!-]*';

/**
 * The later of two wordings of one question, as it may go on from the earlier; none where nothing is taken back.
 * @param read turns a text into a query
 */
export function* restated(
  text: string,
  read: (text: string) => Query,
  memory: Memory | undefined,
  context: Context,
): Generator<Restated> {
  const { operators } = read(text);
  if (!operators.has('restate') && !operators.has('not')) return;
  const corrected = memory && correction(text, read, context);
  if (memory && corrected !== undefined) yield { text: corrected, before: memory, goesOn: false };
  for (const pause of lastPauses(text, PAUSE)) {
    const rest = text.slice(pause.index + pause[0].length);
    const again = withoutSign(rest, read);
    if (again === undefined || again === '') continue;
    const goesOn = rest.startsWith(again);
    const said = text.slice(0, pause.index);
    // The word at which it broke off may be what is taken back.
    for (const question of [said, said.replace(/\s+\S+\s*$/u, '')]) {
      const query = read(question);
      const before = { ...memorize(query, 'answer', [], [], memory, context), question };
      if (query.spans.length > 0 && (read(again).pronouns.size === 0 || before.subjects.length > 0))
        yield { text: again, before, goesOn };
    }
  }
}

/** "No, I meant the scooters": as a turn, what is named in the place of what was asked of last. */
function correction(text: string, read: (text: string) => Query, { knowledge }: Context): string | undefined {
  const { spans, language } = read(text);
  const [first, second] = spans;
  const isSign = (span: Span | undefined): boolean => span !== undefined && means(span, 'operator', 'restate');
  const isDenied = first !== undefined && means(first, 'operator', 'not') && (isSign(second) || second?.pause === true);
  const rest = isDenied ? cut(text, first.text, '^\\s*', '') : text;
  if (!isSign(read(rest).spans[0])) return undefined;
  const named = withoutSign(rest, read);
  if (named === undefined || named === '' || read(named).spans.length > FEW_SPANS) return undefined;
  const vocabulary = knowledge.vocabularies.find((one) => one.language === language);
  const asksItself = read(named).followup || read(named).asks.size > 0;
  return asksItself ? named : `${vocabulary?.followups[0] ?? ''} ${named}`.trim();
}

/** The text without the word at its head or end that takes back what stands before. */
function withoutSign(text: string, read: (text: string) => Query, signs = MOST_SIGNS): string | undefined {
  const { spans } = read(text);
  const [first, second] = spans;
  const last = spans.at(-1);
  const takesBack = (id: string, span = first): boolean =>
    span?.meanings.some((meaning) => meaning.kind === 'operator' && meaning.id === id) ?? false;
  // "No" by itself, between two pauses.
  if (first && second && (takesBack('restate') || (takesBack('not') && first.end === 1 && second.pause))) {
    const rest = cut(text, first.text, '^\\s*', '');
    return (signs > 1 && rest.length < text.trim().length && withoutSign(rest, read, signs - 1)) || rest;
  }
  if (last && spans.length > 1 && spans.length <= FEW_SPANS && takesBack('restate', last))
    return cut(text, last.text, '', '[\\s?!.]*$');
  return undefined;
}

function cut(text: string, words: string, head: string, end: string): string {
  const letters = tokenize(words).map(({ word }) => [...word].join("['’]?"));
  return text.replace(new RegExp(`${head}${letters.join(BETWEEN)}${BETWEEN}${end}`, 'iu'), '').trim();
}
