// "I need NFC. Which phones?": what somebody wants, and then of which kind of things, is one question.

import type { Context } from '../context.ts';
import { CONDITION, isMeasured, type Query } from '../reading/query.ts';
import { sentences } from '../reading/tokens.ts';
import { asksFor } from './clauses.ts';

/** The two as one text; undefined where the message is no wish and a bare question for a kind of things. */
export function asWish(text: string, read: (text: string) => Query, { abbreviations }: Context): string | undefined {
  if (!/[.!。！]\s*\S/u.test(text)) return undefined;
  const [wish, question, ...others] = sentences(text, abbreviations);
  if (!wish || !question || others.length > 0) return undefined;
  const [wanted, asked] = [read(wish), read(question)];
  const isBare = ({ asks, classes, mentions, terms }: Query): boolean =>
    asks.has('which') &&
    classes.length > 0 &&
    mentions.length === 0 &&
    terms.every(({ role, weight }) => role === 'class' || weight < CONDITION);
  const isWanted =
    wanted.operators.has('self') || wanted.spans.length <= FEW_WORDS
      ? !asksFor(wanted) && wanted.mentions.length === 0 && wanted.terms.some(isMeasured)
      : false;
  return isWanted && isBare(asked)
    ? `${question.replace(/[?？]\s*$/u, '')} ${wish.replace(/[.!。！]\s*$/u, '')}`
    : undefined;
}

/** "NFC please." */
const FEW_WORDS = 4;
