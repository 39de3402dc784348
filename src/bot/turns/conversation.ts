// What is remembered between the turns of one conversation, so that "and its camera?" and "how about the 9C?" make sense.
import type { AnswerKind } from '../../answer.ts';
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { CONDITION, isNamed, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { strangerOf } from './stranger.ts';

/** Facts that were told, the latest first, by their places in one version of the knowledge; the first `last` of them by the last answer. */
export type Told = { readonly version: string; readonly facts: readonly number[]; readonly last: number };

export type Memory = {
  /** What was spoken of last: subjects of the question first, then of the answer. */
  readonly subjects: readonly string[];
  /** What was asked the same before, where the last turn only named another: "which one is lighter" means both. */
  readonly beside?: readonly string[];
  /** The products that are set side by side. */
  readonly set?: readonly string[];
  /** What the last answers told. */
  readonly told?: Told;
  /** What was spoken of last, where it is not known. */
  readonly stranger?: string;
  /** The last question, to carry on when only its subject, place or time changes. */
  readonly question: string;
  /** Conversation-wide language of the last question. */
  readonly language: string;
};

/** Where conversations are kept. What has outlived its lifetime is absent. */
export type ConversationStore = {
  get(conversation: string): Promise<Memory | undefined>;
  set(conversation: string, memory: Memory): Promise<void>;
};

/** A conversation that rests this long starts anew: 30 minutes, in milliseconds. */
export const CONVERSATION_LIFETIME = 30 * 60 * 1000;
const MOST_SUBJECTS = 4;
/** What is not spoken of any more once something is asked of the company itself. */
const TALES: ReadonlySet<string> = new Set(['event', 'programme']);
/** Of a longer list nobody asks which of those. */
const MOST_LISTED = 12;
/** So many conversations are kept in this process where no store is given; the one that rested longest goes first. */
const MOST_CONVERSATIONS = 1000;

/** Conversations of this process alone. */
function inProcess(): ConversationStore {
  const kept = new Map<string, { readonly memory: Memory; readonly until: number }>();
  return {
    async get(conversation) {
      const found = kept.get(conversation);
      return found && found.until > performance.now() ? found.memory : undefined;
    },
    async set(conversation, memory) {
      kept.delete(conversation);
      kept.set(conversation, { memory, until: performance.now() + CONVERSATION_LIFETIME });
      const [oldest] = kept.keys();
      if (kept.size > MOST_CONVERSATIONS && oldest !== undefined) kept.delete(oldest);
    },
  };
}

const isTold = (value: unknown): value is Told => {
  const { version, facts, last } = (value ?? {}) as Partial<Record<keyof Told, unknown>>;
  const isCount = (one: unknown): boolean => Number.isInteger(one) && (one as number) >= 0;
  return typeof version === 'string' && Array.isArray(facts) && facts.every(isCount) && isCount(last);
};

/** Whether something was written by a program like this one: another version may share the store. */
const isMemory = (value: unknown): value is Memory => {
  const {
    subjects,
    beside = [],
    set = [],
    stranger = '',
    told = { version: '', facts: [], last: 0 },
    question,
    language,
  } = (value ?? {}) as Partial<Record<keyof Memory, unknown>>;
  return (
    [subjects, beside, set].every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string')) &&
    typeof stranger === 'string' &&
    isTold(told) &&
    typeof question === 'string' &&
    typeof language === 'string'
  );
};

/** Remembers conversations: in this process by default, else wherever a store keeps them, so that any replica can go on. */
export class Conversations {
  readonly #store: ConversationStore;
  constructor(store: ConversationStore = inProcess()) {
    this.#store = store;
  }

  /** @param isKnown whether there is still something to say of a subject: the knowledge may have changed since */
  async recall(conversation: string | undefined, isKnown: (subject: string) => boolean): Promise<Memory | undefined> {
    const kept: unknown = conversation === undefined ? undefined : await this.#store.get(conversation);
    return isMemory(kept) ? { ...kept, subjects: kept.subjects.filter(isKnown).slice(0, MOST_SUBJECTS) } : undefined;
  }

  async remember(conversation: string | undefined, memory: Memory): Promise<void> {
    if (conversation !== undefined) await this.#store.set(conversation, memory);
  }
}

/**
 * What to keep after a turn that named nothing itself, or carried the last question on: that question stays the one, and what
 * it was asked of is set beside.
 */
export function goingOn(
  turn: Memory,
  { mentions }: Query,
  { subjects, question: before }: Memory,
  continues: boolean,
  retold?: string,
): Memory {
  const question = retold ?? before;
  const beside = subjects.filter((id) => !turn.subjects.includes(id));
  if (!continues) {
    const next = { ...turn, question: retold ?? turn.question };
    return mentions.length === 0 ? { ...next, beside: turn.beside ?? beside } : next;
  }
  if (mentions.length > 0 || subjects.length === 0) return { ...turn, question, beside };
  return { ...turn, subjects: [...new Set([...turn.subjects, ...subjects])].slice(0, MOST_SUBJECTS), question };
}

/** Whom facts tell of: those that they name first, then those whose they are. */
export const subjectsOf = (facts: readonly Fact[]): string[] => [
  ...facts.flatMap(({ value }) => (value.kind === 'subject' ? value.ids : [])),
  ...facts.map(({ subject }) => subject),
];

/** Whom a fact's sentence names first: worked out once. */
const people = new WeakMap<Fact, string | null>();

function personIn(fact: Fact, { knowledge, annotator }: Context): string | null {
  const known = people.get(fact);
  if (known !== undefined) return known;
  const { say, value } = fact;
  const spans = annotator.annotate(tokenize(say?.en ?? (value.kind === 'text' ? value.text.en : '')));
  const named = spans.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'subject' ? [one.id] : [])));
  const found = named.find((id) => knowledge.subjects.get(id)?.kind === 'person') ?? null;
  people.set(fact, found);
  return found;
}

/** With the one whom the answer speaks of, where nobody else was spoken of: "he" is that one. */
export function withPerson(memory: Memory, [fact]: readonly Fact[], context: Context): Memory {
  const { subjects } = memory;
  const isPerson = (id: string): boolean => context.knowledge.subjects.get(id)?.kind === 'person';
  const named = fact && !subjects.some(isPerson) ? personIn(fact, context) : null;
  return named === null ? memory : { ...memory, subjects: [...subjects, named].slice(0, MOST_SUBJECTS) };
}

/** A brand in the place of its one product: what was told of is meant from then on. */
function ofBrand(ids: readonly string[], stated: readonly string[], { knowledge }: Context): readonly string[] {
  const own = stated.filter((id) => ids.includes(knowledge.subjects.get(id)?.brand ?? ''));
  return own.length === 1 && stated.every((id) => own.includes(id) || ids.includes(id)) ? own : ids;
}

/**
 * What to keep after a turn; a turn that named nothing keeps what was there.
 * @param told whom the answer told of, in its order
 */
export function memorize(
  query: Query,
  kind: AnswerKind,
  told: readonly string[],
  scope: readonly string[],
  before: Memory | undefined,
  context: Context,
): Memory {
  const { root } = context;
  const stated = [...new Set(told)].filter((id) => id !== root);
  // Of several that were spoken of and stand in the query without being said, those that were told.
  const putIn = query.mentions.length > 1 && query.mentions.every(({ at }) => at < 0) && stated.length > 0;
  const mentions = putIn ? [] : query.mentions;
  const named = mentions.flatMap(({ ids }) => ofBrand(ids.slice(0, 1), stated, context)).filter((id) => id !== root);
  // Of "the cheapest of the series" the one that it is was spoken of, not the series.
  const won = query.superlative ? stated.slice(0, 1) : [];
  // After another person was told, "he" is that one.
  const isPerson = (id = ''): boolean => context.knowledge.subjects.get(id)?.kind === 'person';
  const another = isPerson(scope[0]) && isPerson(stated[0]) ? stated.slice(0, 1) : [];
  // "Is it sold there": the place is where, and what was spoken of stays what is asked of.
  const isPlace = (id: string): boolean => context.knowledge.subjects.get(id)?.kind === 'place';
  const kept = named.length > 0 && named.every(isPlace) ? (before?.subjects ?? []).filter((id) => !isPlace(id)) : [];
  const about = named.length > 0 ? [...kept, ...named] : scope.length > 0 ? [...another, ...scope] : stated.slice(0, 1);
  // The family of two that were compared was not spoken of, though their sheet names it.
  const isFamily = (id: string): boolean =>
    context.knowledge.subjects.get(id)?.members.some((member) => about.includes(member)) === true;
  const extra = stated.filter((id) => !about.includes(id) && !isFamily(id)).slice(0, 1);
  const subjects = [...new Set([...won, ...about, ...(named.length > 0 ? extra : [])])].slice(0, MOST_SUBJECTS);
  // Of the company itself was told: a place that the turn before told of is no longer spoken of, nor, where it was named, an event.
  const isOfRoot = told.includes(root) && query.mentions.length === 0 && scope.length === 0;
  const isRootNamed = told.includes(root) && query.mentions.some(({ ids }) => ids.includes(root));
  const isTale = (id: string): boolean => TALES.has(context.knowledge.subjects.get(id)?.kind ?? '');
  // "Which of those": what a list told of, where nothing was named.
  const listed = named.length + scope.length === 0 && stated.length <= MOST_LISTED ? stated.slice(1) : [];
  // "Where?" is no question that could be carried on.
  // … and one that was not answered, and named nothing that has an answer, leaves the one before.
  const isLost = kind === 'abstain' && query.mentions.length === 0 && !query.terms.some(isNamed);
  const bare =
    query.mentions.length + query.classes.length === 0 &&
    (query.implied.length === 0 || kind === 'abstain') &&
    query.terms.every(({ weight }) => weight < CONDITION);
  const stranger = kind === 'abstain' ? strangerOf(query, before?.subjects ?? [], context) : undefined;
  return {
    subjects:
      subjects.length > 0
        ? subjects
        : (before?.subjects ?? []).filter(
            (id) => !(isOfRoot && isPlace(id)) && !(isRootNamed && (isPlace(id) || isTale(id))),
          ),
    ...(stranger === undefined ? {} : { stranger }),
    ...(listed.length > 0 ? { beside: listed } : {}),
    question: (kind === 'chat' || bare || isLost) && before ? before.question : query.text,
    language: query.language,
  };
}
