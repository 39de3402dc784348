// The chat adapters that the settings ask for. Each is loaded only when it is: an SDK that nobody uses costs nothing.
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

/** All that are configured; none without any token. */
export const adaptersFor = ({ slack }: Config): Offered[] => [
  ...(slack
    ? [
        {
          name: 'slack',
          needsHttp: slack.connection.kind !== 'socket',
          make: async (chat: OwnedChat) =>
            (await import('../adapters/slack/adapter.ts')).createSlack({ ...slack, chat }),
        },
      ]
    : []),
];
