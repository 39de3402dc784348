// What a person wrote into the modal that asks what was wrong with an answer.
import type { APIModalSubmitInteraction } from 'discord.js';
import { decodeAction } from './actions.ts';
import type { Exchange } from './exchange.ts';
import { readWhy } from './modals.ts';
import { drawSentence } from './reply.ts';
import { askerOf, languageOf } from './request.ts';
import type { Room } from './room.ts';

/** Keeps the opinion, and thanks for it. */
export async function onModal(
  { chat, answers }: Room,
  interaction: APIModalSubmitInteraction,
  exchange: Exchange,
): Promise<void> {
  const asker = askerOf(interaction);
  const action = decodeAction(interaction.data.custom_id);
  const tell = (id: string, language: string): Promise<void> =>
    exchange.settle(Promise.resolve({ body: drawSentence(chat.say(id, language)), manner: 'private' }), 'private');
  if (action?.kind !== 'why') return tell('expired', languageOf(interaction.locale));
  const { reference } = action;
  const why = readWhy(interaction.data.components);
  await chat.feedback({ asker, reference, helpful: false, ...(why === undefined ? {} : { why }) });
  const answer = await answers.get(reference);
  return tell('feedback-thanks', answer?.language ?? languageOf(interaction.locale));
}
