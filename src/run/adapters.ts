// The chat adapters that the settings ask for. Each is loaded only when it is: an SDK that nobody uses costs nothing.
import { join } from 'node:path';
import type { Adapter } from '../adapters/contract.ts';
import type { OwnedChat } from '../chat/service.ts';
import type { Config } from '../config.ts';

/** An adapter that is configured. */
export type Offered = {
  readonly name: string;
  /** Whether it is spoken to over the program's HTTP port. */
  readonly needsHttp: boolean;
  make(chat: OwnedChat): Promise<Adapter>;
};

/** What each shard's process runs again. */
const PROGRAM = join(import.meta.dirname, '..', 'main.ts');

const slackOf = ({ slack }: Config): Offered[] =>
  slack
    ? [
        {
          name: 'slack',
          needsHttp: slack.connection.kind !== 'socket',
          make: async (chat) => (await import('../adapters/slack/adapter.ts')).createSlack({ ...slack, chat }),
        },
      ]
    : [];

const discordOf = ({ discord }: Config): Offered[] =>
  discord
    ? [
        {
          name: 'discord',
          needsHttp: discord.publicKey !== undefined && !discord.isShard,
          make: async (chat) =>
            (await import('../adapters/discord/adapter.ts')).createDiscord({ ...discord, chat, program: PROGRAM }),
        },
      ]
    : [];

/** All that are configured; none without any token. A process that is one of Discord's shards runs nothing beside it. */
export const adaptersFor = (config: Config): Offered[] =>
  config.discord?.isShard ? discordOf(config) : [...slackOf(config), ...discordOf(config)];
