// Whether an answer is right: the rules by which golden questions are judged.
import type { AnswerKind } from '../answer.ts';

/** What a right answer is; `all`, `any` and `none` are regular expressions on its plain text. */
export type Expectation = {
  readonly kind: 'answer' | 'list' | 'abstain' | 'clarify' | 'chat' | (string & {});
  readonly all?: readonly string[] | undefined;
  readonly any?: readonly string[] | undefined;
  readonly none?: readonly string[] | undefined;
};
export type Golden = {
  readonly id: string;
  readonly turns: readonly string[];
  readonly expect: Expectation;
  readonly tags: readonly string[];
  readonly reason: string;
};
export type Judged = { readonly kind: AnswerKind; readonly text: string; readonly sources: readonly unknown[] };
/**
 * `wrong`: another value was stated, or one where none is known; `missed`: declined though it is known;
 * `dumped`: buried in a wall of text; `uncited`: without a source.
 */
export type Verdict = { readonly verdict: 'right' | 'wrong' | 'missed' | 'dumped' | 'uncited'; readonly why: string };

/** One question gets one short answer. */
const MAX_SHORT = 600;
const LONG_TAGS = /^(list|filter|compare|superlative|slug|command|count|multi-hop)$/;
const LONG_COMMANDS = /^\/(spec|compare|list|find)/;

const RIGHT: Verdict = { verdict: 'right', why: '' };

/** Quotes and blanks in one form, so that expectations need not list them. */
const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u00a0\u202f\u2009]/g, ' ');

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'iu').test(text);
  } catch {
    return new RegExp(pattern, 'i').test(text);
  }
}

function compareContent({ all = [], any = [], none = [] }: Expectation, text: string) {
  const lacking = all.filter((pattern) => !matches(pattern, text));
  const anyFound = any.length === 0 || any.some((pattern) => matches(pattern, text));
  const forbidden = none.filter((pattern) => matches(pattern, text));
  const why = [
    lacking.length > 0 && `lacks /${lacking.join('/ /')}/`,
    !anyFound && `none of /${any.join('/ /')}/`,
    forbidden.length > 0 && `says /${forbidden.join('/ /')}/`,
  ].filter((reason) => reason !== false);
  return {
    fits: why.length === 0,
    forbidden: forbidden.length > 0,
    demanded: all.length + any.length > 0,
    why: why.join('; '),
  };
}

/** Judges the answer to the last turn of a golden question. */
export function judge({ expect, tags, turns }: Golden, answer: Judged): Verdict {
  const text = normalized(answer.text);
  const { fits, forbidden, demanded, why } = compareContent(expect, text);
  const stated = answer.kind === 'answer';
  const wrong = (reason: string): Verdict => ({ verdict: 'wrong', why: reason });
  switch (expect.kind) {
    case 'answer':
    case 'list': {
      if (!stated) return { verdict: 'missed', why: answer.kind };
      if (!fits) return wrong(why);
      if (answer.sources.length === 0) return { verdict: 'uncited', why: 'no source' };
      const mayBeLong =
        expect.kind === 'list' || tags.some((tag) => LONG_TAGS.test(tag)) || LONG_COMMANDS.test(turns.at(-1) ?? '');
      return !mayBeLong && text.length > MAX_SHORT ? { verdict: 'dumped', why: `${text.length} characters` } : RIGHT;
    }
    case 'abstain':
      // A correction of a false premise is welcome, where it says what the expectation demands.
      if (stated) return demanded && fits ? RIGHT : wrong('stated something where nothing is known');
      return forbidden ? wrong(why) : RIGHT;
    case 'clarify':
      // Giving every candidate's value at once is as good as asking back.
      if (answer.kind === 'clarify') return forbidden ? wrong(why) : RIGHT;
      if (!stated) return { verdict: 'missed', why: why || answer.kind };
      return fits ? RIGHT : wrong(why);
    default:
      return fits ? RIGHT : wrong(why);
  }
}
