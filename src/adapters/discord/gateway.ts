// The connection to Discord's gateway: messages and interactions as they happen, handled in this process.
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Routes, Status } from 'discord.js';
import type { Connection } from './connection.ts';
import { closedFor, mendable } from './faults.ts';
import type { InFlight } from './in-flight.ts';
import { createInteractions } from './interactions.ts';
import { createMessages } from './on-message.ts';
import { type DiscordOptions, restOptions } from './options.ts';
import { registerAndTell } from './register.ts';
import type { RoomFor } from './room.ts';

/** None is privileged: what mentions the bot, replies to it or is written to it directly can be read without. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Of people and messages nothing is needed later; in a server of a million members they would fill the memory. */
const isSelf = ({ id, client }: { readonly id: string; readonly client: Client }): boolean => id === client.user?.id;
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  DMMessageManager: 0,
  GuildMessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  GuildMemberManager: { maxSize: 50, keepOverLimit: isSelf },
  UserManager: { maxSize: 50, keepOverLimit: isSelf },
});

const nothing = (): void => {};

/** Makes the connection. @param token of the bot */
export function createGateway(
  options: DiscordOptions,
  token: string,
  roomFor: RoomFor,
  inFlight: InFlight,
): Connection {
  const { chat, ws, isShard } = options;
  const client = new Client({
    intents: INTENTS,
    makeCache,
    allowedMentions: { parse: [] },
    rest: restOptions(options),
    ...(ws ? { ws } : {}),
    // A manager tells its processes their shard in the environment, which the SDK reads.
    ...(isShard ? {} : { shards: 'auto' }),
  });
  const room = roomFor(client.rest);
  const onInteraction = createInteractions(room);
  const onMessage = createMessages(room, client);
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  ended.catch(nothing); // whoever waits for the end hears of it
  let started = false;
  let stopping: Promise<void> | undefined;

  const handle = (work: Promise<void>): void =>
    inFlight.track(work.catch((error: unknown) => void chat.report(error, 'discord-event')));

  client.ws.on(GatewayDispatchEvents.MessageCreate, (message) => {
    if (!stopping) handle(onMessage(message));
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction) => {
    if (stopping) return;
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    const respond = async (body: unknown): Promise<void> => void (await client.rest.post(route, { body, auth: false }));
    handle(onInteraction(interaction, respond));
  });
  client.on(Events.Error, (error) => void chat.report(error, 'discord'));
  client.on(Events.ShardError, (error, shard) => chat.log('warn', 'discord-connection', { shard, error }));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!stopping) chat.log('info', 'discord-reconnecting', { shard });
  });
  client.on(Events.ShardResume, (shard, replayed) => chat.log('info', 'discord-resumed', { shard, replayed }));
  client.on(Events.ShardReady, (shard) => chat.log('info', 'discord-ready', { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (stopping) return;
    chat.log('error', 'discord-closed', { shard, code });
    fail(closedFor(code));
    void client.destroy();
  });

  const takeLeave = async (): Promise<void> => {
    await inFlight.settled();
    await client.destroy();
    end();
    if (isShard && process.connected) process.disconnect(); // else its line to the manager keeps the process alive
  };
  const stop = (): Promise<void> => {
    stopping ??= takeLeave();
    return stopping;
  };
  // A shard whose manager is gone has nobody to start it again, or to end it.
  if (isShard) {
    process.on('error', nothing); // the SDK goes on telling it
    process.once('disconnect', () => void stop());
  }
  return {
    ended,
    async start() {
      // A bot of many shards takes minutes; it can be spoken to, and is told of as not all there, from the first on.
      const first = new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
      client.login(token).catch((error: unknown) => {
        if (!stopping) fail(mendable(error, options.api));
      });
      await Promise.race([first, ended]);
      if (stopping) return;
      started = true;
      const application = client.application?.id;
      if (!isShard && application !== undefined) await registerAndTell({ ...options, rest: client.rest, application });
    },
    stop,
    trouble() {
      const away = [...client.ws.shards.values()].filter(({ status }) => status !== Status.Ready).map(({ id }) => id);
      if (!started) return 'not yet connected to Discord';
      return away.length > 0 ? `not connected to Discord: shard ${away.join(', ')}` : undefined;
    },
  };
}
