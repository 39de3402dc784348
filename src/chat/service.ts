// The service behind every chat adapter: one bot, one store, and what both need around a question.
import type { Answer } from '../answer.ts';
import type { Bot, Gist } from '../bot/contract.ts';
import type { Command } from '../command.ts';
import type { Question } from '../question.ts';
import type { State } from '../state/contract.ts';
import type { Asker, Chat, Outcome } from './contract.ts';
import { type Limits, limitsOn } from './limits.ts';
import type { Log } from './log.ts';
import { type Meter, noMeter } from './meter.ts';
import { CLAIM_LIFETIME } from './namespaces.ts';
import { probableLanguage } from './probable.ts';
import { forgetPerson, opinionRecord, recordsOf, statedBy, unansweredRecord } from './records.ts';
import { referenceFor } from './reference.ts';
import { placesOn } from './settings.ts';

/** What was stated is remembered for so many answers, so that an opinion can say what it is about. */
const MOST_STATED = 5000;

export type ChatOptions = {
  /** The bot that answers now; another one after the knowledge was loaded anew. */
  readonly bot: () => Bot;
  readonly commands: readonly Command[];
  readonly state: State;
  readonly log: Log;
  readonly meter?: Meter;
  /** Absent, everybody may ask as often as they like. */
  readonly limits?: Limits;
  /** Keep the words of questions that could not be answered; otherwise only how they were read. */
  readonly recordQuestions?: boolean;
};

/** The service, and what its owner needs to end it. */
export type OwnedChat = Chat & {
  /** Resolves once everything that is still being written down is. */
  drain(): Promise<void>;
};

/** Makes the service. */
export function createChat(options: ChatOptions): OwnedChat {
  const { bot, commands, state, log, meter = noMeter, recordQuestions = false } = options;
  const { unanswered, opinions } = recordsOf(state);
  const limited = limitsOn(state, options.limits ?? { person: 0, workspace: 0 });
  const stated = new Map<string, readonly string[]>();
  const writing = new Set<Promise<void>>();

  const report = (error: unknown, during: string): string => {
    const reference = referenceFor();
    log('error', 'failed', { during, reference, error });
    return reference;
  };
  /** Nobody waits for what is only written down. */
  const later = (work: Promise<void>): void => {
    const done = work.catch((error: unknown) => void report(error, 'record')).finally(() => writing.delete(done));
    writing.add(done);
  };
  const record = async ({ input }: Question, { platform, person }: Asker, reference: string, gist: Gist) => {
    const text = typeof input === 'string' ? input : 'text' in input ? input.text : undefined;
    const words = recordQuestions && text !== undefined ? { text, person } : undefined;
    await unanswered.set(`${platform}:${reference}`, unansweredRecord(platform, gist, words));
  };
  const remember = (reference: string, answer: Answer): void => {
    stated.set(reference, statedBy(answer));
    const [oldest] = stated.keys();
    if (stated.size > MOST_STATED && oldest !== undefined) stated.delete(oldest);
  };

  const answer = async (question: Question, asker: Asker): Promise<Outcome> => {
    const refusal = await limited(asker);
    if (refusal) {
      const { scope, tell, seconds } = refusal;
      meter.limited(asker.platform, scope);
      if (!tell) return { kind: 'limited' };
      log('warn', 'limited', { platform: asker.platform, scope, seconds });
      const language = question.language ?? (await bot().ask({ input: question.input })).language;
      return { kind: 'limited', sentence: bot().say('limited', language, { seconds }) };
    }
    const { answer: answered, gist } = await bot().reply(question);
    const reference = referenceFor();
    remember(reference, answered);
    if (gist) later(record(question, asker, reference, gist));
    return { kind: 'answer', answer: answered, reference };
  };

  return {
    commands,
    async ask(question, asker) {
      const { platform } = asker;
      const kind = typeof question.input === 'string' ? 'ask' : question.input.kind;
      const start = performance.now();
      let outcome: Outcome;
      try {
        outcome = await answer(question, asker);
      } catch (error) {
        const reference = report(error, 'ask');
        const language = question.language ?? probableLanguage(JSON.stringify(question.input));
        outcome = { kind: 'failed', sentence: bot().say('failed', language, { reference }), reference };
      }
      const seconds = (performance.now() - start) / 1000;
      const came = outcome.kind === 'answer' ? outcome.answer.kind : outcome.kind;
      meter.asked({ platform, kind, outcome: came, seconds });
      if (outcome.kind === 'answer') {
        const ms = Number((seconds * 1000).toFixed(1));
        log('info', 'asked', { platform, kind, outcome: came, reference: outcome.reference, ms });
      }
      return outcome;
    },
    complete: (typed, what, limit, language) => bot().complete(typed, what, limit, language),
    about: () => bot().about(),
    say: (id, language, blanks) => bot().say(id, language, blanks),
    localNames: () => bot().localNames(),
    claim: (key) => state.claim(key, CLAIM_LIFETIME),
    shelf: (namespace, lifetime) => state.shelf(namespace, lifetime),
    ...placesOn(state),
    feedback: async (feedback) => {
      const { asker, reference, helpful } = feedback;
      const opinion = opinionRecord(feedback, stated.get(reference));
      await opinions.set(`${asker.platform}:${asker.person}:${reference}`, opinion);
      meter.feedback(asker.platform, helpful);
      log('info', 'feedback', { platform: asker.platform, helpful, reference });
    },
    forget: (person) => forgetPerson(state, person),
    report,
    log,
    async drain() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}
