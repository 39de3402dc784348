// What keeps the bot in Discord: this process's own gateway, or a manager with a process for every shard.
import type { Adapter } from '../contract.ts';

export type Connection = Pick<Adapter, 'start' | 'stop' | 'ended'> & Required<Pick<Adapter, 'trouble'>>;
