// One message within a conversation: of the ways it can be read, the one that is answered best.
import type { Command } from '../command.ts';
import { answerQuery } from './answering.ts';
import type { Best, Outcome } from './attempt.ts';
import type { Context } from './context.ts';
import { ONE_ANSWER } from './matching/lookup.ts';
import { withoutAside } from './message/aside.ts';
import { withoutBesides } from './message/besides-clause.ts';
import { isComment } from './message/comment.ts';
import { converseParts } from './message/parts.ts';
import { withoutPreface } from './message/preface.ts';
import { respelled } from './message/respelled.ts';
import { restated } from './message/restated.ts';
import { asWish } from './message/wish.ts';
import type { Bare } from './reading/frames.ts';
import { CONDITION, type Query, type Term } from './reading/query.ts';
import { tokenize } from './reading/tokens.ts';
import { understand } from './reading/understand.ts';
import { sourcesOf } from './telling/citing.ts';
import type { Composer } from './telling/compose.ts';
import { toldAgain } from './turns/again.ts';
import { asksByItself, asksWhatThereIs } from './turns/anew.ts';
import { strays } from './turns/bare.ts';
import { chosenOne } from './turns/chosen.ts';
import type { Memory } from './turns/conversation.ts';
import { carryOn, readings } from './turns/followup.ts';
import { goOn } from './turns/fragment.ts';
import { inFull } from './turns/in-full.ts';
import { narrowed } from './turns/narrowed.ts';
import { refigured } from './turns/refigured.ts';
import type { Reading } from './turns/scopes.ts';
import { strangeReading } from './turns/stranger.ts';
import { withinThread } from './turns/tale.ts';
import { ofThose } from './turns/those.ts';
import { dependsOn, leaves, repeats, saysMore, threadOf } from './turns/thread.ts';
import { ofTopic } from './turns/topic.ts';
import { asSameFigure, retold, turned } from './turns/turns.ts';
import { decline } from './ways/decline.ts';

/** Read of what was spoken of before, a question is so much likelier meant than read for itself. */
const SPOKEN_OF = 0.6;

/** "Growth?": so few words go on with what was asked, where they can. */
const FEW_WORDS = 2;

/** The best reading of a message and its outcome; undefined where there is nothing to read. */
export function converse(
  said: string,
  memory: Memory | undefined,
  context: Context,
  composer: Composer,
  commands: readonly Command[],
): Best | undefined {
  // A message is read as a whole, by sentence and by clause: each text once.
  const known = new Map<string, Query>();
  const bare = context.frames.without(said);
  const read = (sentence: string): Query => {
    const query = known.get(sentence) ?? understand(sentence, context);
    const asked = bare?.today && sentence !== said ? { ...query, today: true } : query;
    known.set(sentence, asked);
    return asked;
  };
  const alone = bare && asksAlone(read(bare.text), read(said), bare.from) ? bare : undefined;
  // "… according to the letter": told by that, or else the source's name is a word like others.
  const text = alone && !alone.sources ? alone.text : said;
  const one = (part: string, before: Memory | undefined): Best | undefined =>
    converseOne(part, before, read, context, composer, commands);
  const answered = (part: string, before = memory): Best | undefined => {
    const whole = one(part, before);
    return whole && converseParts(part, whole, before, one, read, context, composer);
  };
  const best = bestReading(text, alone, memory, one, answered, read, context);
  // What one sentence of a message orders, the others are part of: but for one that asks, and is answered, by itself.
  const ordered = best !== undefined && read(text).injection && !asksApart(best);
  return ordered ? { ...best, query: { ...best.query, injection: true } } : best;
}

/** A sentence that orders nothing has a question word, or its mark, and all that it asks is told. */
const asksApart = ({ query, outcome: { accepted, finding } }: Best): boolean =>
  !query.injection &&
  (/[?？]\s*$/.test(query.text) || [...query.asks].some((id) => id !== 'whether')) &&
  accepted &&
  finding.accepted &&
  finding.content >= ONE_ANSWER;

/** What people put around a question is taken off in turn, until what is left is answered. */
function bestReading(
  text: string,
  alone: Bare | undefined,
  memory: Memory | undefined,
  one: (part: string, before: Memory | undefined) => Best | undefined,
  answered: (part: string, before?: Memory) => Best | undefined,
  read: (text: string) => Query,
  context: Context,
): Best | undefined {
  if (alone?.sources) {
    const cited = answered(alone.text);
    if (cited?.outcome.accepted && isOfSources(cited, alone.sources)) return cited;
  }
  for (const again of restated(text, read, memory, context)) {
    const meant = one(again.text, again.before);
    if (meant?.outcome.accepted && (meant.continues || !again.goesOn)) return meant;
  }
  const wish = asWish(text, read, context);
  const wished = wish === undefined ? undefined : answered(wish);
  if (wished?.outcome.accepted) return wished;
  const question = withoutAside(text, read, context);
  const asked = question === undefined ? undefined : answered(question);
  if (asked?.outcome.accepted) return asked;
  const further = withoutBesides(text, read);
  const apart = further === undefined ? undefined : answered(further);
  if (apart?.outcome.accepted) return apart;
  const whole = answered(text);
  const stated = whole?.outcome.accepted ? undefined : withoutPreface(text, memory, read, context);
  const best = stated && answered(stated.text, stated.before);
  if (best?.outcome.accepted) return best;
  if (!whole || whole.outcome.accepted) return whole;
  for (const other of respelled(text, whole.query.language, context)) {
    const meant = answered(other);
    if (meant?.outcome.accepted && meant.outcome.finding.accepted && meant.outcome.finding.content >= ONE_ANSWER)
      return meant;
  }
  return whole;
}

/** Something is told, and all of it by one of these sources. */
function isOfSources({ outcome: { draft } }: Best, cited: ReadonlySet<string>): boolean {
  const { facts = [], sources = [] } = draft;
  const told = [...facts.map(sourcesOf), ...sources.map((id) => [id])];
  return told.length > 0 && told.every((ids) => ids.some((id) => cited.has(id)));
}

/** What is left without its frame names something or sets a condition, and no name of what is not told goes on in the frame. */
function asksAlone(query: Query, whole: Query, from: number): boolean {
  const { text, terms, mentions, asks, classes } = query;
  if (isComment(query, whole)) return false;
  const head = tokenize(whole.text.slice(0, from)).length;
  const end = head + tokenize(text).length;
  const isCut = ({ role, unheld, text: phrase, at }: Term): boolean => {
    const next = at + tokenize(phrase).length;
    return (unheld === true || role === 'outsider') && ((at < head && next > head) || (at < end && next > end));
  };
  // "Cool, thanks": a word of everyday asks nothing.
  const says = terms.some(({ weight }) => weight >= CONDITION) || asks.size + classes.length > 0;
  return (says || mentions.length > 0) && !whole.terms.some(isCut);
}

function converseOne(
  text: string,
  memory: Memory | undefined,
  read: (text: string) => Query,
  context: Context,
  composer: Composer,
  commands: readonly Command[],
): Best | undefined {
  const answer = (query: Query, scope: readonly string[]): Outcome =>
    answerQuery(query, scope, context, composer, commands, read);
  const thread = threadOf(memory, context);
  const refused = (outcome: Outcome, query: Query, scope: readonly string[]): Outcome => ({
    ...outcome,
    accepted: false,
    draft: decline(query, outcome.finding, scope, context, composer),
    way: 'off-thread',
  });
  const outcomeOf = ({ query, scope, together }: Reading): Pick<Best, 'outcome' | 'continues'> => {
    if (together) return { outcome: answer(query, scope), continues: false };
    if (asksWhatThereIs(query, context)) return { outcome: answer(query, []), continues: false };
    const short = query.spans.length <= FEW_WORDS && query.asks.size === 0 && query.mentions.length === 0;
    const fragment = (query.followup || short) && query.attributes.length + query.implied.length === 0;
    const goesOn = (): Outcome | undefined => goOn(query, memory, read, answer, context);
    const turn = turned(query, memory, read, context);
    const other = turn && answer(turn.query, turn.scope);
    if (other?.accepted) return { outcome: other, continues: true };
    const same = asSameFigure(query, memory, read, context);
    const early = carryOn(same, memory, read, answer, context) ?? (fragment ? goesOn() : undefined);
    const isRepeated = early && thread && repeats(early, thread) && saysMore(query, context);
    const told = early && { accepted: early.accepted, facts: early.draft.facts ?? [] };
    const last = told && memory && read(memory.question);
    const alone =
      last && asksByItself(query, last, told, context) ? answer({ ...query, followup: false }, []) : undefined;
    if (alone?.accepted) return { outcome: alone, continues: false };
    if (early && thread && leaves(query, early, thread, context)) {
      const outcome = refused({ ...early, accepted: false }, query, scope);
      const own = withinThread(query, outcome, memory, thread, answer, context, composer);
      return { outcome: own ?? outcome, continues: own === undefined };
    }
    if (early && !isRepeated) return { outcome: early, continues: true };
    const found = answer(query, scope);
    const isStray = memory !== undefined && found.accepted && strays(query, found, memory, context);
    const plain = isStray ? refused(found, query, scope) : found;
    const topic = ofTopic(query, scope, plain, memory, read, answer, context);
    if (topic) return { outcome: topic, continues: false };
    const on = plain.accepted ? undefined : goesOn();
    if (on) return { outcome: on, continues: true };
    const full = plain.accepted || scope.length === 0 ? undefined : inFull(query, memory, read, answer, context);
    if (full) return { outcome: full, continues: false };
    if (!thread || !dependsOn(query, context, thread.isOfProducts)) return { outcome: plain, continues: false };
    const outcome = withinThread(query, plain, memory, thread, answer, context, composer);
    return { outcome: outcome ?? refused(plain, query, scope), continues: false };
  };
  const search = narrowed(read(text), memory, read, context);
  if (search) return { query: search, outcome: answer(search, []), continues: false };
  const those = ofThose(read(text), memory, read, context);
  const picked = those && answer(those, []);
  if (those && picked?.accepted) return { query: those, outcome: picked, continues: false };
  const named = memory && chosenOne(text, memory, read, context);
  if (named !== undefined) return converseOne(named, memory, read, context, composer, commands);
  const whole = refigured(read(text), memory, read, context);
  if (whole) return { query: whole.query, outcome: answer(whole.query, whole.scope), continues: false };
  const again = toldAgain(read(text), memory, context, composer);
  if (again) return { query: read(text), outcome: again, continues: true };
  const strange = strangeReading(text, memory?.stranger, read, context);
  if (strange) {
    const found = answer(strange, []);
    const draft = decline(strange, found.finding, [], context, composer);
    return { query: strange, outcome: { ...found, accepted: false, draft, way: 'stranger' }, continues: false };
  }
  let best: (Best & { score: number }) | undefined;
  for (const reading of readings(text, memory, read, context)) {
    // The readings of one sentence stand against each other; a later sentence is read only if none of them is answered.
    const { query } = reading;
    if (best?.outcome.accepted && best.query.text !== query.text) break;
    const { outcome, continues } = outcomeOf(reading);
    // "What is the company's weak point": of whom it is, is said.
    const isSaid =
      query.pronouns.size === 0 && !query.followup && query.mentions.some(({ ids }) => ids.includes(context.root));
    const spokenOf = ((reading.scope.length > 0 && !isSaid) || reading.goesOn ? 1 : 0) + (reading.together ? 1 : 0);
    const score = outcome.finding.score + spokenOf * SPOKEN_OF;
    if (reading.together && outcome.accepted) return { query, outcome, continues };
    const better = outcome.accepted && (!best?.outcome.accepted || score > best.score);
    const again = continues ? retold(query, memory, read) : reading.said;
    if (!best || better) best = { query, outcome, continues, retold: again, score };
  }
  return best;
}
