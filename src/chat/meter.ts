// What is counted. Whoever shows the figures implements this.
import type { AnswerKind } from '../answer.ts';

export type Asked = {
  readonly platform: string;
  /** How it was asked: "ask" for free text, else the request that a command stood for. */
  readonly kind: string;
  /** "abstain" is a question that was declined. */
  readonly outcome: AnswerKind | 'limited' | 'failed';
  /** From the question to the answer, without the platform. */
  readonly seconds: number;
};

export type Meter = {
  asked(asked: Asked): void;
  limited(platform: string, scope: 'person' | 'workspace'): void;
  feedback(platform: string, helpful: boolean): void;
};

/** Counts nothing. */
export const noMeter: Meter = { asked() {}, limited() {}, feedback() {} };
