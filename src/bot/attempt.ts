// One query on its way to an answer: what each way to answer may look at, and what comes of it.
import type { Command } from '../command.ts';
import type { Context } from './context.ts';
import { type Finding, ONE_ANSWER } from './matching/lookup.ts';
import { isOfOthers, isTold } from './matching/told.ts';
import type { Query } from './reading/query.ts';
import type { Composer, Draft } from './telling/compose.ts';

export type Outcome = {
  readonly draft: Draft;
  readonly accepted: boolean;
  readonly scope: readonly string[];
  readonly finding: Finding;
  /** By its name, the way that gave it. */
  readonly way: string;
};

/** A reading and what came of it. `continues`: it was a turn of the last question, which stays the one to carry on. */
export type Best = {
  readonly query: Query;
  readonly outcome: Outcome;
  readonly continues: boolean;
  /** That question, with what the turn put in its place. */
  readonly retold?: string | undefined;
};

export type Attempt = {
  /** As it was read. */
  readonly asked: Query;
  /** … and with what its names mean of whom it names. */
  readonly query: Query;
  /** Subjects carried over from the conversation, where the query names none. */
  readonly scope: readonly string[];
  /** What the query as a whole leads to. */
  readonly direct: Finding;
  /** … and, where that is not enough, its clauses. */
  readonly finding: Finding;
  readonly context: Context;
  readonly composer: Composer;
  readonly commands: readonly Command[];
  read(text: string): Query;
  /** Answers another query instead. */
  again(other: Query, scope?: readonly string[]): Outcome;
};

/** Answered, and by facts that account for the question. */
export const isFound = ({ accepted, finding }: Outcome): boolean => accepted && finding.accepted;

/** What was found is of what is asked. */
export const isTellable = ({ query, finding, context }: Attempt): boolean =>
  finding.accepted && !isOfOthers(query, finding, context);

/** … and accounts for all of it. */
export const isSaid = (attempt: Attempt): boolean =>
  isTellable(attempt) && (attempt.finding.content >= ONE_ANSWER || isTold(attempt.query));
