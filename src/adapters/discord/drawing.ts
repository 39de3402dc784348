// What an answer is drawn with, and what comes of it.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import type { Chat } from '../../chat/contract.ts';

/** What a message, the response to an interaction, or an edit of either carries. */
export type Body = {
  /** Empty where a card says it all; never left out, so that an edit takes away what stood there. */
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  /**
   * Bits of https://docs.discord.com/developers/resources/message#message-object-message-flags; never left out, so that an edit
   * shows a card where there was none. The wiring may add Ephemeral (64).
   */
  flags: number;
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
  /** False where embeds are not permitted: the same in plain text. Buttons need no permission and stay. */
  readonly rich: boolean;
};
