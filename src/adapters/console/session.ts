// One conversation in a terminal: a line goes in, what is drawn comes out. Remembers only what was offered last.
import type { Answer, Choice } from '../../answer.ts';
import type { Bot } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import { type Conversions, type ReportError, referenceOf } from '../contract.ts';
import { withHelpTable } from './commands.ts';
import { drawAnswer } from './reply.ts';
import { asksForHelp, type TypedLine, toQuestion } from './request.ts';
import type { Style } from './style.ts';
import { wordsIn } from './words.ts';

/** The terminal's two conversions. */
export const conversions: Conversions<TypedLine, Style, string> = { toQuestion, toPayload: drawAnswer };

export type Session = {
  /** What to draw for a line; nothing for a blank one. Never throws. */
  answer(line: string, style: Style): Promise<string | undefined>;
};

export type SessionOptions = {
  readonly bot: Bot;
  readonly commands: readonly Command[];
  /** What a number stands for before anything has been asked. */
  readonly offered: readonly Choice[];
  /** Hears of errors that no reader should see. */
  readonly report: ReportError;
};

/** Begins a conversation. */
export function createSession({ bot, commands, offered, report }: SessionOptions): Session {
  let choices = offered;
  let language = 'en';
  return {
    async answer(line, style) {
      try {
        const question = conversions.toQuestion({ line, choices });
        if (!question) return undefined;
        const answer: Answer = await bot.ask(question);
        const drawn = conversions.toPayload(asksForHelp(line) ? withHelpTable(answer, commands) : answer, style);
        ({ choices, language } = answer);
        return drawn;
      } catch (error) {
        const reference = referenceOf(error);
        report(reference, error);
        return wordsIn(language).failed(reference);
      }
    },
  };
}
