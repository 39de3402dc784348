// A slash command, or "Ask about this" on a message.
import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
} from 'discord.js';
import type { Question } from '../../question.ts';
import type { Exchange, Manner, Said } from './exchange.ts';
import { mayEmbed } from './permissions.ts';
import { drawSentence } from './reply.ts';
import { askerOf, bareText, channelOf, commandQuestion, conversationOf, languageOf, optionValues } from './request.ts';
import { type Room, resultOf } from './room.ts';

export type CommandInteraction = APIChatInputApplicationCommandInteraction | APIMessageApplicationCommandInteraction;

/** What a command asks; nothing when the message that it was used on says nothing. */
function questionOf({ chat }: Room, interaction: CommandInteraction, language: string): Question | undefined {
  const conversation = conversationOf(channelOf(interaction), askerOf(interaction).person);
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const input = bareText(data.resolved.messages[data.target_id]?.content ?? '');
    return input === '' ? undefined : { input, conversation, language };
  }
  const command = chat.commands.find(({ name }) => name === data.name);
  const values = optionValues(data.options);
  if (command) return commandQuestion(command, values, conversation, language);
  return { input: `/${data.name} ${Object.values(values).join(' ')}`.trim(), conversation, language };
}

/** Answers a command, in the language of the person's Discord. */
export async function onCommand(room: Room, interaction: CommandInteraction, exchange: Exchange): Promise<void> {
  const { chat } = room;
  const asker = askerOf(interaction);
  const settings = await chat.settings(asker.workspace, asker.platform);
  const language = settings.language ?? languageOf(interaction.locale);
  const manner: Manner = settings.visibility === 'private' ? 'private' : 'public';
  const question = questionOf(room, interaction, language);
  const work = async (): Promise<Said | undefined> => {
    if (!question) return { body: drawSentence(chat.say('no-question', language)), manner: 'private' };
    const result = await resultOf(room, question, asker);
    return result && { body: result.draw(mayEmbed(interaction)), manner: result.for === 'all' ? manner : 'private' };
  };
  await exchange.settle(work(), manner);
}
