// Every interaction, from the gateway or over HTTP, to the handler of its kind; none is answered twice, none ends in silence.
import { type APIInteraction, ApplicationCommandType, InteractionResponseType, InteractionType } from 'discord.js';
import { type Exchange, openExchange, type Respond } from './exchange.ts';
import { onAutocomplete } from './on-autocomplete.ts';
import { onCommand } from './on-command.ts';
import { onModal } from './on-modal.ts';
import { onPress } from './on-press.ts';
import { drawSentence } from './reply.ts';
import { languageOf } from './request.ts';
import { claimOf, type Room } from './room.ts';

export type HandleInteraction = (interaction: APIInteraction, respond: Respond) => Promise<void>;

async function dispatch(room: Room, interaction: APIInteraction, exchange: Exchange): Promise<void> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return exchange.respond({ type: InteractionResponseType.Pong });
    case InteractionType.ApplicationCommandAutocomplete:
      return onAutocomplete(room, interaction, exchange.respond);
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.ChatInput || data.type === ApplicationCommandType.Message)
        return onCommand(room, { ...interaction, data } as Parameters<typeof onCommand>[1], exchange);
      return;
    }
    case InteractionType.MessageComponent:
      return onPress(room, interaction, exchange);
    case InteractionType.ModalSubmit:
      return onModal(room, interaction, exchange);
  }
}

/** Whether an interaction is handled once only; asking what may be completed changes nothing and must be quick. */
const isClaimed = ({ type }: APIInteraction): boolean =>
  type !== InteractionType.Ping && type !== InteractionType.ApplicationCommandAutocomplete;

/** Makes the one entrance of interactions. What it returns never rejects. */
export function createInteractions(room: Room): HandleInteraction {
  const { chat, rest, schedule } = room;
  return async (interaction, respond) => {
    const exchange = openExchange({ interaction, respond, rest, schedule });
    try {
      if (isClaimed(interaction) && !(await chat.claim(claimOf('interaction', interaction.id)))) return;
      await dispatch(room, interaction, exchange);
    } catch (error) {
      const reference = chat.report(error, 'discord-interaction');
      const locale = 'locale' in interaction ? interaction.locale : undefined;
      const body = drawSentence(chat.say('failed', languageOf(locale), { reference }));
      await exchange.fail(body).catch((again: unknown) => void chat.report(again, 'discord-failure'));
    }
  };
}
