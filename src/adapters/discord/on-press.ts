// A press on a button or a pick from a menu under an answer; everything it needs is in its custom_id or on the shelf.
import { type APIMessageComponentInteraction, InteractionResponseType, MessageFlags } from 'discord.js';
import type { Answer } from '../../answer.ts';
import { type Action, decodeAction } from './actions.ts';
import type { Exchange, Manner, Said } from './exchange.ts';
import { drawWhy } from './modals.ts';
import { mayEmbed, mayModerate } from './permissions.ts';
import { drawSentence } from './reply.ts';
import { askerOf, channelOf, conversationOf, languageOf } from './request.ts';
import { drawKept, type Room, resultOf } from './room.ts';

/** The custom_ids of all components of a message, nested ones too. */
function customIds(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(customIds);
  if (typeof part !== 'object' || part === null) return [];
  const { custom_id: id, components, accessory } = part as Record<string, unknown>;
  return [...(typeof id === 'string' ? [id] : []), ...customIds(components ?? []), ...customIds(accessory ?? [])];
}

/** The language of the answer that was pressed under; where it is no longer kept, that of the person's Discord. */
async function languageUnder({ answers }: Room, { message, locale }: APIMessageComponentInteraction): Promise<string> {
  for (const id of customIds(message.components)) {
    const action = decodeAction(id);
    if (action && 'reference' in action) return (await answers.get(action.reference))?.language ?? languageOf(locale);
  }
  return languageOf(locale);
}

/** A pick from a menu stands for what is in its value. */
function actionOf({ data }: APIMessageComponentInteraction): Action | undefined {
  const action = decodeAction(data.custom_id);
  return action?.kind === 'menu' ? decodeAction('values' in data ? (data.values[0] ?? '') : '') : action;
}

/** Does what a press stands for. */
export async function onPress(
  room: Room,
  interaction: APIMessageComponentInteraction,
  exchange: Exchange,
): Promise<void> {
  const { chat, answers } = room;
  const asker = askerOf(interaction);
  const { person } = asker;
  const language =
    (await chat.settings(asker.workspace, asker.platform)).language ?? (await languageUnder(room, interaction));
  const aside = (id: string): Said => ({ body: drawSentence(chat.say(id, language)), manner: 'private' });
  const tell = (id: string): Promise<void> => exchange.settle(Promise.resolve(aside(id)), 'private');
  const isPrivate = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

  const ask = (input: string): Promise<void> => {
    const manner: Manner = isPrivate ? 'private' : 'public';
    const question = { input, conversation: conversationOf(channelOf(interaction), person), language };
    const work = async (): Promise<Said | undefined> => {
      const result = await resultOf(room, question, asker);
      return result && { body: result.draw(mayEmbed(interaction)), manner: result.for === 'all' ? manner : 'private' };
    };
    return exchange.settle(work(), manner);
  };
  const turn = (answer: Answer | undefined, reference: string, page: number, owner: string): Promise<void> => {
    if (!answer) return tell('expired');
    // Another person's page stays as it is: whoever else presses sees theirs alone.
    const body = drawKept(room, answer, { reference, page, asker: person, rich: mayEmbed(interaction) });
    const manner: Manner = owner === person ? 'update' : 'private';
    return exchange.settle(Promise.resolve({ body, manner }), manner);
  };

  const action = actionOf(interaction);
  switch (action?.kind) {
    case 'ask':
      return ask(action.ask);
    case 'choice': {
      const choice = (await answers.get(action.reference))?.choices[action.index];
      return choice ? ask(choice.ask) : tell('expired');
    }
    case 'more':
      return turn(await answers.get(action.reference), action.reference, action.page, action.asker);
    case 'delete':
      return action.asker === person || mayModerate(interaction) ? exchange.remove() : tell('only-asker-deletes');
    case 'feedback': {
      const { reference, helpful } = action;
      await chat.feedback({ asker, reference, helpful });
      if (helpful) return tell('feedback-thanks');
      return exchange.respond({ type: InteractionResponseType.Modal, data: drawWhy(reference, language, chat.say) });
    }
    default:
      return tell('expired');
  }
}
