// The service behind every chat adapter: one bot, one store, and what both need around a question.
import type { Bot } from '../bot/contract.ts';
import type { Command } from '../command.ts';
import type { State } from '../state/contract.ts';
import type { Chat, Feedback, PlaceSettings } from './contract.ts';
import type { Log } from './log.ts';
import { referenceFor } from './reference.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Opinions are kept until somebody reads them, and no longer: 90 days, in milliseconds. */
const FEEDBACK_LIFETIME = 90 * DAY;

export type ChatOptions = {
  /** The bot that answers now; another one after the knowledge was loaded anew. */
  readonly bot: () => Bot;
  readonly commands: readonly Command[];
  readonly state: State;
  readonly log: Log;
};

/** Makes the service. */
export function createChat({ bot, commands, state, log }: ChatOptions): Chat {
  const opinions = state.shelf<Feedback>('feedback', FEEDBACK_LIFETIME);
  const places = state.shelf<PlaceSettings>('settings');
  const report = (error: unknown, during: string): string => {
    const reference = referenceFor();
    log('error', 'failed', { during, reference, error });
    return reference;
  };
  return {
    commands,
    async ask(question) {
      try {
        return { kind: 'answer', answer: await bot().ask(question), reference: referenceFor() };
      } catch (error) {
        const reference = report(error, 'ask');
        return { kind: 'failed', sentence: bot().say('failed', question.language ?? 'en', { reference }), reference };
      }
    },
    complete: (typed, what, limit) => bot().complete(typed, what, limit),
    about: () => bot().about(),
    say: (id, language, blanks) => bot().say(id, language, blanks),
    localNames: () => bot().localNames(),
    claim: (key) => state.claim(key, DAY),
    shelf: (namespace, lifetime) => state.shelf(namespace, lifetime),
    settings: async (workspace, platform) =>
      workspace === undefined ? {} : ((await places.get(`${platform}:${workspace}`)) ?? {}),
    feedback: async (feedback) => {
      const { asker, reference } = feedback;
      await opinions.set(`${asker.platform}:${asker.person}:${reference}`, feedback);
      log('info', 'feedback', { platform: asker.platform, helpful: feedback.helpful, reference });
    },
    report,
    log,
  };
}
