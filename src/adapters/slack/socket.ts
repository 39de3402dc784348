// A socket to Slack that stays: it is opened anew at once when Slack closes it, and ever more slowly while it cannot be opened.
import type { SocketModeReceiver } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';
import { SetupError } from '../contract.ts';
import { refusal } from './identity.ts';

type Client = SocketModeReceiver['client'];

/** First and longest wait before another attempt, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
/** So long a goodbye is waited for, in milliseconds. */
const GOODBYE = 2000;

export type Socket = {
  /**
   * Resolves once Slack has said hello; while Slack cannot be reached, it goes on trying.
   * @throws SetupError where the token is refused
   */
  open(): Promise<void>;
  close(): Promise<void>;
  trouble(): string | undefined;
};

/** Looks after the receiver's socket, whose own way to reconnect must be off: where it fails, it ends the program. */
export function keepSocket(client: Client, chat: Chat): Socket {
  let state: 'closed' | 'opening' | 'open' | 'closing' = 'closed';
  let wait: { timer: NodeJS.Timeout; end: () => void } | undefined;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((end) => {
      wait = { timer: setTimeout(end, milliseconds), end };
    });
  const isClosing = (): boolean => state === 'closing';

  /** @param beginning whether nobody has been told yet that the bot is here */
  async function open(beginning: boolean): Promise<void> {
    state = 'opening';
    for (let next = FIRST_WAIT; !isClosing(); next = Math.min(next * 2, LONGEST_WAIT)) {
      try {
        await client.start();
        if (isClosing()) return void (await client.disconnect()); // it was told to stop before it could
        state = 'open';
        chat.log('info', 'slack-connected');
        return;
      } catch (error) {
        if (isClosing()) return;
        const refused = refusal('SLACK_APP_TOKEN', error);
        if (refused && beginning) throw new SetupError(refused);
        chat.log(refused ? 'error' : 'warn', 'slack-unconnected', { error: refused ?? error });
        await pause(next);
      }
    }
  }

  client.on('disconnected', () => {
    if (state !== 'open') return;
    chat.log('info', 'slack-disconnected');
    void open(false); // cannot reject: only a beginning does
  });
  return {
    open: () => open(true),
    async close() {
      if (state === 'closed' || state === 'closing') return;
      state = 'closing';
      clearTimeout(wait?.timer);
      wait?.end();
      let late: NodeJS.Timeout | undefined;
      const goodbye = new Promise<void>((resolve) => {
        late = setTimeout(resolve, GOODBYE);
      });
      await Promise.race([client.disconnect(), goodbye]);
      clearTimeout(late);
    },
    trouble: () => (state === 'open' ? undefined : 'not connected to Slack'),
  };
}
