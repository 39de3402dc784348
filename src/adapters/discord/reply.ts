// Answer → what Discord draws, in the form of its REST API.
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import type { Answer } from '../../answer.ts';
import type { Chat } from '../../chat/contract.ts';

/** What a message, an interaction's response or an edit of either may carry. */
export type Body = {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIMessageTopLevelComponent[];
  /** Bits of https://docs.discord.com/developers/resources/message#message-object-message-flags; the wiring may add Ephemeral (64). */
  flags?: number;
  allowed_mentions: { parse: [] };
};

export type Drawing = {
  readonly say: Chat['say'];
  /** Id of the person who asked: only they, and moderators, delete the answer. */
  readonly asker: string;
  /** Under which the answer is kept on a shelf. */
  readonly reference: string;
  /** From 0; one beyond the last is the last. */
  readonly page?: number;
  /** Ask whether it was helpful. */
  readonly feedback: boolean;
  /** False where neither embeds nor components are permitted: plain text only. */
  readonly rich: boolean;
};

/** Draws an answer, or one page of a long one. */
export function drawAnswer(answer: Answer, drawing: Drawing): Body {
  return drawSentence(drawing.rich ? answer.lead : answer.lead);
}

/** A sentence of the bot's own: a limit, a failure, an expired button. */
export function drawSentence(sentence: string): Body {
  return { content: sentence, flags: 4, allowed_mentions: { parse: [] } };
}
