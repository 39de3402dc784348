// What the Discord adapter is made with, and what all its parts say of the page where its settings come from.
import type { ClientOptions, RESTOptions } from 'discord.js';
import type { Chat } from '../../chat/contract.ts';
import type { Schedule } from './exchange.ts';

/** What may be set from outside. */
export type DiscordSettings = {
  /** Of the bot; absent where only signed HTTP interactions are answered. */
  readonly token?: string;
  /** Where REST is spoken, without the version; the gateway's address comes from there. */
  readonly api?: string;
  /** Commands are registered to this server alone, at once; else everywhere. */
  readonly guild?: string;
  readonly reply: 'thread' | 'channel';
  /** A process each for so many shards; absent, this process holds what Discord recommends. */
  readonly shards?: number | 'auto';
  /** Which of them this replica runs; absent, all. */
  readonly shardList?: readonly number[];
  /** 64 hexadecimal digits: signed HTTP interactions are answered. */
  readonly publicKey?: string;
  readonly applicationId?: string;
  /** This process is a shard that the manager of another one has started. */
  readonly isShard: boolean;
};

export type DiscordOptions = DiscordSettings & {
  readonly chat: Chat;
  /** The file that a shard's process runs: the program itself. */
  readonly program?: string;
  readonly schedule?: Schedule;
  /** How the SDK speaks REST and to the gateway, where its own defaults do not fit. */
  readonly rest?: Partial<RESTOptions>;
  readonly ws?: ClientOptions['ws'];
};

/** Where an application's token, id and public key are found. */
export const DEVELOPER_PORTAL = 'https://discord.com/developers/applications';

/** What REST needs to know. */
export const restOptions = ({ api, rest }: Pick<DiscordOptions, 'api' | 'rest'>): Partial<RESTOptions> => ({
  ...rest,
  ...(api === undefined ? {} : { api }),
});
