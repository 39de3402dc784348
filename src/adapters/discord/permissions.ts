// What the bot may do in a channel, and who may take its answers away.
import { type APIInteraction, type Client, PermissionFlagsBits } from 'discord.js';

/** What is open to the bot where a message was written. */
export type Abilities = {
  readonly write: boolean;
  /** Replying to a message needs to see the ones before. */
  readonly reply: boolean;
  readonly startThread: boolean;
  readonly rich: boolean;
};

const EVERYTHING: Abilities = { write: true, reply: true, startThread: true, rich: true };

/** Whether a person may delete other people's messages where they pressed. */
export function mayModerate({ member }: APIInteraction): boolean {
  const bits = BigInt(member?.permissions ?? 0);
  return (bits & (PermissionFlagsBits.ManageMessages | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Whether cards may be shown in the response to an interaction; so it is where Discord does not say. */
export function mayEmbed({ app_permissions: held }: APIInteraction): boolean {
  const { EmbedLinks, Administrator } = PermissionFlagsBits;
  return held === undefined || (BigInt(held) & (EmbedLinks | Administrator)) !== 0n;
}

/** What the bot may do in a channel of a server; everything where Discord has not said, so that trying tells. */
export function abilitiesIn(client: Client, server: string | undefined, channel: string): Abilities {
  const place = client.channels.cache.get(channel);
  const me = server === undefined ? undefined : client.guilds.cache.get(server)?.members.me;
  if (!place || place.isDMBased() || !me) return EVERYTHING;
  const held = place.permissionsFor(me);
  const may = (bit: bigint): boolean => held.has(bit);
  const isThread = place.isThread();
  return {
    write:
      may(PermissionFlagsBits.ViewChannel) &&
      may(isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages),
    reply: may(PermissionFlagsBits.ReadMessageHistory),
    startThread:
      !isThread &&
      !place.isVoiceBased() &&
      may(PermissionFlagsBits.CreatePublicThreads) &&
      may(PermissionFlagsBits.SendMessagesInThreads),
    rich: may(PermissionFlagsBits.EmbedLinks),
  };
}
