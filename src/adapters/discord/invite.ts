// The link that adds the bot to a server, asking for no more than it uses.
import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

/** What answering takes; each is done without where a channel does not allow it. */
const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.ReadMessageHistory,
];

/** https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow @param reply where mentions are answered: threads must be started */
export function inviteLink(application: string, reply: 'thread' | 'channel'): string {
  const permissions = reply === 'thread' ? [...NEEDED, PermissionFlagsBits.CreatePublicThreads] : NEEDED;
  const query = new URLSearchParams({
    client_id: application,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: PermissionsBitField.resolve(permissions).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
