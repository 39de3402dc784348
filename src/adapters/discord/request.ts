// What happens in Discord → Question: which messages ask the bot something, what they ask, and in which conversation.
import type {
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIMessage,
  GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { Asker } from '../../chat/contract.ts';
import type { Command } from '../../command.ts';
import type { Question } from '../../question.ts';

/** Who the bot is: its user, and in a server the role that Discord made for it. */
export type Me = { readonly id: string; readonly role?: string };

export const PLATFORM = 'discord';
/** Characters that a person can write at once. https://support.discord.com/hc/en-us/articles/115000435108 */
const MESSAGE_LENGTH = 4000;

/** Messages that people write: plain ones and replies. All else is Discord telling what happened. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19]);
/** Mentions of people, roles, channels and commands, own emoji and times, as they stand in a text. */
const MARKUP = /<(?:@[!&]?\d{1,22}|#\d{1,22}|\/[^:>]{1,100}:\d{1,22}|a?:\w{1,32}:\d{1,22}|t:-?\d{1,15}(?::\w)?)>/g;

/** A text without the marks that stand for people and places; nothing in it can ping when it is repeated. */
export const bareText = (text: string): string =>
  text.slice(0, MESSAGE_LENGTH).replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();

/** The person whose mention opens a text: who is spoken to. */
const opensWith = (text: string): string | undefined => /^\s*<@!?(\d{1,22})>/.exec(text)?.[1];

/** Why a message is for the bot; nothing when it is not. */
export function addressed(message: GatewayMessageCreateDispatchData, me: Me): boolean {
  const { author, content, type, guild_id: server, referenced_message: above } = message;
  if (author.id === me.id || author.bot || author.system || message.webhook_id || !WRITTEN.has(type)) return false;
  const spokenTo = opensWith(content);
  if (spokenTo !== undefined && spokenTo !== me.id) return false;
  if (server === undefined) return true;
  const named = content.includes(`<@${me.id}>`) || content.includes(`<@!${me.id}>`);
  const asRole = me.role !== undefined && message.mention_roles.includes(me.role);
  if (named || asRole) return true;
  return above?.author.id === me.id && content.trim() !== '';
}

/** Whether Discord keeps back what the message says: only mentions of the bot itself are shown to it, not of its role. */
export const isWithheld = (message: GatewayMessageCreateDispatchData): boolean =>
  message.content === '' && message.mention_roles.length > 0;

/** Follow-ups belong together per channel and person. */
export const conversationOf = (channel: string, person: string): string => `${PLATFORM}:${channel}:${person}`;

/** What a message asks: its own words, or where it is nothing but a mention, those of the message that it replies to. */
export function messageQuestion(message: APIMessage, channel: string, language?: string): Question {
  const own = bareText(message.content);
  const text = own === '' && message.referenced_message ? bareText(message.referenced_message.content) : own;
  return {
    input: text,
    conversation: conversationOf(channel, message.author.id),
    ...(language === undefined ? {} : { language }),
  };
}

/** Whose press or command it is. */
export const personOf = (interaction: APIInteraction): string =>
  (interaction.member?.user ?? interaction.user)?.id ?? '0';

/** Where an interaction happened. */
export const channelOf = ({ channel, channel_id: id }: APIInteraction): string => channel?.id ?? id ?? '0';

/** Key of a server among the owners of an installation. https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
const SERVER_INSTALL = '0';

/** Who asks, and in which server, unless the app is there by this person's own installation alone. */
export function askerOf(interaction: APIInteraction): Asker {
  const asker = { platform: PLATFORM, person: personOf(interaction) };
  const { guild_id: server, authorizing_integration_owners: owners } = interaction;
  const installed = owners === undefined || owners[SERVER_INSTALL] !== undefined;
  return server !== undefined && installed ? { ...asker, workspace: server } : asker;
}

/** "zh-TW" → "zh". https://docs.discord.com/developers/reference#locales */
export const languageOf = (locale: string | undefined): string => (locale ?? 'en').split('-')[0]?.toLowerCase() ?? 'en';

/** The options of a slash command that carry text, by name. */
export function optionValues(
  options: readonly APIApplicationCommandInteractionDataOption[] = [],
): Record<string, string> {
  const filled = options.flatMap((option) =>
    'value' in option ? [[option.name, String(option.value).slice(0, MESSAGE_LENGTH).trim()] as const] : [],
  );
  return Object.fromEntries(filled.filter(([, value]) => value !== ''));
}

/** What a slash command asks. */
export const commandQuestion = (
  command: Command,
  values: Readonly<Record<string, string>>,
  conversation: string,
  language: string,
): Question => ({ input: command.toRequest(values), conversation, language });
