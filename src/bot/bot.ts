// The bot: one question in, one answer out. Builds its indexes once and keeps conversations apart.
import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import type { SubjectKind } from '../knowledge/model.ts';
import type { Question, Request } from '../question.ts';
import { describeKnowledge } from './about.ts';
import type { Outcome } from './attempt.ts';
import { TurnCache } from './cache.ts';
import type { Context } from './context.ts';
import type { Bot, Explanation, Gist, Reply } from './contract.ts';
import { converse } from './dialogue.ts';
import { gistOf } from './gist.ts';
import { Columns } from './many/columns.ts';
import { Evidence } from './matching/evidence.ts';
import { Named } from './named.ts';
import type { Opened } from './open.ts';
import { Annotator } from './reading/annotate.ts';
import { Frames } from './reading/frames.ts';
import { LanguageDetector } from './reading/language.ts';
import { Lexicon } from './reading/lexicon.ts';
import { NameIndex } from './reading/names.ts';
import { NativeWords } from './reading/native.ts';
import type { Query } from './reading/query.ts';
import { Speller } from './reading/spelling.ts';
import { stem } from './reading/tokens.ts';
import { understand } from './reading/understand.ts';
import { parseCommand } from './requests.ts';
import { help, listSources, unknownCommand } from './telling/chat.ts';
import { Composer, type Draft } from './telling/compose.ts';
import { Messages } from './telling/messages.ts';
import { Conversations, goingOn, type Memory, memorize, subjectsOf, withPerson } from './turns/conversation.ts';
import { setAfter } from './turns/set.ts';
import { dependsOn, isOnThread, talesIn, threadOf, toldAfter } from './turns/thread.ts';
import { declineProduct } from './ways/decline.ts';
import { sheet, sideBySide } from './ways/sheet.ts';

/** A message longer than this is cut: no question needs more, and work stays bounded. In characters. */
const MAX_INPUT = 4000;

/** Builds what understanding stands on. */
export function buildContext(opened: Opened): Context {
  const { knowledge } = opened;
  const lexicon = Lexicon.of(opened.lexicon);
  const annotator = new Annotator(lexicon, new NameIndex(opened.names));
  const evidence = new Evidence(opened.evidence);
  const { known, spelled } = opened.lexicon;
  const words = new Set([...evidence.words, ...spelled.keys()]);
  const stems = new Set([...words].map(stem));
  const attributes = [...knowledge.attributes.values()];
  const holders = new Map<string, Set<SubjectKind>>();
  const counts = new Map<string, number>();
  const markets = new Set(knowledge.facts.flatMap((fact) => fact.markets));
  for (const { subject, attribute, markets: sold } of knowledge.facts) {
    const kind = knowledge.subjects.get(subject)?.kind;
    if (kind) holders.set(attribute, (holders.get(attribute) ?? new Set()).add(kind));
    // What a company has in one market may be asked of any.
    if (kind === 'company' && sold.length > 0) holders.get(attribute)?.add('place');
    if (kind === 'company') counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  // Most questions are spelled right: the index of slips is built when the first one is not.
  let speller: Speller | undefined;
  const often = (word: string): number => (spelled.get(word) ?? 0) + evidence.count(`w:${stem(word)}`);
  const spelling = (): Speller => {
    speller ??= new Speller(words, often);
    return speller;
  };
  let named: Named | undefined;
  return {
    knowledge,
    annotator,
    evidence,
    // Completing and names of the unknown: many a process never needs them.
    get named() {
      named ??= new Named(knowledge, opened.named, known);
      return named;
    },
    language: new LanguageDetector(opened.telling),
    frames: new Frames(knowledge),
    native: new NativeWords(knowledge, opened.native),
    ordinals: new Set(knowledge.vocabularies.flatMap(({ ordinals }) => ordinals)),
    abbreviations: new Set(knowledge.vocabularies.flatMap(({ abbreviations }) => abbreviations)),
    holders,
    shares: attributes.filter(({ shareOf }) => shareOf.length > 0),
    implying: attributes.filter(({ impliedBy }) => impliedBy.length > 0),
    identifiers: new Set(attributes.flatMap(({ identifies, names }) => (identifies ? (names.en ?? []) : []))),
    ownFacts: Map.groupBy(knowledge.facts, ({ subject }) => subject),
    tales: talesIn(knowledge),
    people: [...knowledge.subjects.values()].filter(({ kind }) => kind === 'person'),
    columns: new Columns(knowledge),
    markets,
    root: [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
    isKnown(word) {
      if (words.has(word) || known.has(word)) return true;
      // A name has one form: what is a form of it to the stemmer is a slip, but for a verb's ("teaming") and a plural's ("campuses").
      return stems.has(stem(word)) && (!annotator.isName(word) || /(?:ing|ed|es)$/.test(word));
    },
    respell: (word) => spelling().correct(word),
    otherwise(word) {
      if (words.has(word) || stems.has(stem(word)) || annotator.isName(word.slice(0, -1))) return [];
      const near = spelling().candidates(word);
      return known.has(word) ? near : near.slice(1);
    },
  };
}

export type BotOptions = {
  readonly opened: Opened;
  readonly commands: readonly Command[];
  readonly conversations?: Conversations;
  /** Answers to keep for the same words asked again, where no conversation goes before; 0, the default, keeps none. */
  readonly cached?: number;
  /** Hears of each question whether its answer was kept. */
  readonly onCache?: (hit: boolean) => void;
};

/** Makes a bot over loaded knowledge. */
export function createBot(options: BotOptions): Bot {
  const { opened, commands, conversations = new Conversations(), cached = 0, onCache = () => {} } = options;
  const context = buildContext(opened);
  const cache = new TurnCache<Turn>(cached, onCache);
  const take = async (question: Question, explains = false): Promise<Turn> => {
    const memory = await conversations.recall(question.conversation, (id) => opened.knowledge.subjects.has(id));
    const fresh = (): Turn => reply(question, memory, context, commands, explains);
    const turn = memory || explains ? fresh() : cache.of(question, fresh);
    if (turn.memory) await conversations.remember(question.conversation, turn.memory);
    return turn;
  };
  return {
    ask: async (question) => (await take(question)).answer,
    reply: async (question) => replyOf(await take(question)),
    explain: async (question) => {
      const turn = await take(question, true);
      return { ...replyOf(turn), explanation: turn.explanation ?? NOTHING };
    },
    complete: (typed, what, limit, language) => context.named.complete(typed, what, limit, language),
    about: () => describeKnowledge(opened.knowledge),
    say: (id, language, blanks) => new Messages(opened.knowledge, language).say(id, blanks),
    localNames: () =>
      Object.fromEntries(opened.knowledge.vocabularies.map(({ language, commands }) => [language, commands])),
    knowledgeVersion: opened.knowledge.version,
  };
}

type Turn = { answer: Answer; memory?: Memory; gist?: Gist; explanation?: Explanation };
const replyOf = ({ answer, gist }: Turn): Reply => ({ answer, ...(gist ? { gist } : {}) });
const NOTHING: Explanation = { way: '', query: null, accounted: [], unaccounted: [], candidates: [] };

function reply(
  question: Question,
  memory: Memory | undefined,
  context: Context,
  commands: readonly Command[],
  explains: boolean,
): Turn {
  const typed =
    typeof question.input === 'string' ? withoutQuotes(withoutMarkup(question.input.slice(0, MAX_INPUT))) : undefined;
  const parsed = typed === undefined ? undefined : parseCommand(typed, commands);
  const asked = context.language.detect(typed ?? requestText(question.input as Request));
  const composer = new Composer(context.knowledge, question.language ?? asked, asked);
  const plain = (draft: Draft): Turn => ({ answer: composer.answer(draft) });
  if (parsed?.kind === 'unknown') return plain(unknownCommand(parsed.name.slice(0, 32), commands, context, composer));
  if (parsed?.kind === 'incomplete') {
    const draft = help('help', commands, context, composer);
    const blanks = { name: parsed.command.name, option: parsed.missing };
    return plain({ ...draft, lead: composer.messages.say('incomplete-command', blanks) });
  }
  const request: Request =
    parsed?.request ?? (typed === undefined ? (question.input as Request) : { kind: 'ask', text: typed });
  if (request.kind === 'help') return plain(help('help', commands, context, composer));
  if (request.kind === 'sources') return plain(listSources(context, composer));
  if (request.kind === 'sheet' || request.kind === 'compare') return byName(request, context, composer);
  const text =
    request.kind === 'lookup'
      ? `${fullName(request.subject, context)} ${request.attributes.map((id) => composer.format.label(id)).join(' ')} ${request.rest ?? ''}`
      : request.text;
  return free(text, memory, context, composer, commands, explains);
}

function free(
  text: string,
  memory: Memory | undefined,
  context: Context,
  composer: Composer,
  commands: readonly Command[],
  explains: boolean,
): Turn {
  const best = converse(text, memory, context, composer, commands);
  if (!best) return { answer: composer.answer(help('empty', commands, context, composer)) };
  const { query, outcome, continues, retold } = best;
  const refuses = query.injection && !(outcome.accepted && isAsked(outcome));
  const answer = composer.answer(
    refuses ? { kind: 'abstain', lead: composer.messages.say('injection') } : outcome.draft,
  );
  const told = [...(outcome.draft.of ?? []), ...subjectsOf(outcome.draft.facts ?? [])];
  const facts = answer.kind === 'abstain' ? [] : (outcome.draft.facts ?? []);
  const turn = memorize(query, answer.kind, told, outcome.scope, memory, context);
  const next = withPerson(memory ? goingOn(turn, query, memory, continues, retold) : turn, facts, context);
  const thread = threadOf(memory, context);
  const goesOn = thread !== undefined && (dependsOn(query, context) || isOnThread(outcome, thread));
  const kept = toldAfter(facts, goesOn, memory?.told, context);
  return {
    answer,
    memory: { ...next, set: setAfter(query, told, continues, memory, context), told: kept },
    ...(answer.kind === 'abstain' ? { gist: gistOf(query, context) } : {}),
    ...(explains ? { explanation: explanationOf(query, outcome, context) } : {}),
  };
}

/** A question for what a named subject has stays one, whatever is said around it. */
const isAsked = ({ finding: { groups }, draft, scope }: Outcome): boolean =>
  draft.kind === undefined &&
  groups.some(
    ({ covered, subject }) =>
      [...covered.keys()].some(({ role, keys }) => role === 'attribute' && keys.length > 0) &&
      (scope.includes(subject) ||
        [...covered.keys()].some(({ role, keys }) => role === 'subject' && keys.includes(`s:${subject}`))),
  );

/** What a name by itself means as free text; undefined where something in it is left open, or makes it another product. */
function namedIn({ mentions, terms, unknownProduct }: Query): readonly string[] | undefined {
  const stray = terms.some(({ role, weight }) => role !== 'subject' && role !== 'class' && weight >= 0.5);
  return stray || unknownProduct ? undefined : mentions.find(({ ids }) => ids.length > 0)?.ids;
}

/** The name of /price: one that free text cannot read, but that is one product's all the same, becomes its full name. */
function fullName(name: string, context: Context): string {
  if (namedIn(understand(name, context))) return name;
  const [found, ...others] = context.named.resolve(name);
  return found && others.length === 0 ? found.names.en : name;
}

/** /spec and /compare: names are resolved as in free text, then as names alone; a name that is not known is never replaced by a near one. */
function byName(request: Extract<Request, { kind: 'sheet' | 'compare' }>, context: Context, composer: Composer): Turn {
  const names = request.kind === 'sheet' ? [request.product] : request.subjects;
  const ids: string[] = [];
  for (const name of names) {
    const query = understand(name, context);
    const named = namedIn(query) ?? context.named.resolve(name).map(({ id }) => id);
    if (named.length === 0) return { answer: composer.answer(declineProduct(shown(query), context, composer)) };
    ids.push(...named);
  }
  const members = ids.flatMap((id) => context.knowledge.subjects.get(id)?.members ?? []);
  const open = members.length > 0 && ids.length === 1 ? members : ids;
  const attributes = request.kind === 'compare' && request.attribute ? [request.attribute] : [];
  const draft =
    open.length === 1 && open[0] ? sheet(open[0], context, composer) : sideBySide(open, attributes, context, composer);
  const answer = composer.answer(draft);
  return {
    answer,
    memory: { subjects: ids, question: names.join(' '), language: composer.messages.language },
  };
}

/** A name as it was understood: words only, so that nothing in it means anything to a platform. */
const shown = ({ spans }: Query): string =>
  [
    ...spans
      .map(({ text }) => text.replace(/[^\p{L}\p{N}.+%"° ]/gu, ''))
      .filter(Boolean)
      .join(' '),
  ]
    .slice(0, 64)
    .join('');

/** A message that stands in quotation marks as a whole says what stands within. */
const withoutQuotes = (text: string): string =>
  /^\s*(["“”„«»「」『』])([^"“”„«»「」『』]+)["“”„«»「」『』]\s*$/u.exec(text)?.[2] ?? text;

/** Tags are not words; what a script tag holds is not said to anybody. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<(script|style)\b[^>]{0,200}>[^<]{0,2000}<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,200})?>/gi, ' ');

const requestText = (request: Request): string =>
  'text' in request ? request.text : 'product' in request ? request.product : '';

function explanationOf(query: Query, { finding, scope, way }: Outcome, { knowledge }: Context): Explanation {
  const open = new Set(finding.unaccounted);
  const { spans: _spans, terms, asks, operators, pronouns, ...rest } = query;
  return {
    way,
    query: {
      ...rest,
      scope,
      asks: [...asks],
      operators: [...operators],
      pronouns: [...pronouns],
      terms: terms.map(({ text, role, weight }) => `${text} (${role} ${weight.toFixed(2)})`),
    },
    accounted: terms.filter((term) => !open.has(term)).map(({ text }) => text),
    unaccounted: finding.unaccounted.map(({ text }) => text),
    candidates: finding.candidates.map(({ fact, score }) => {
      const about = fact.about?.en ?? knowledge.attributes.get(fact.attribute)?.names.en?.[0] ?? fact.attribute;
      return { fact: `${fact.subject} / ${fact.attribute} / ${about}`, score: Number(score.toFixed(3)) };
    }),
  };
}
