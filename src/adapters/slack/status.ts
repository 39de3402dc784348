// "… is looking it up": the status that Slack's agent view shows below a message while its answer is sought.
import { probableLanguage } from '../../chat/probable.ts';
import type { Letter } from './letter.ts';
import type { Room } from './room.ts';
import { platformError } from './sending.ts';

/** What Slack answers where an app or a workspace has no such view: there is nothing to show then. */
const NO_VIEW =
  /^(not_allowed|missing_scope|method_not_supported\w*|invalid_thread_ts|unknown_method|feature_not_enabled)$/;

/** Shows the status below a letter while work goes on. It is decoration: the work does not wait for it, and goes on without it. */
export async function withStatus(room: Room, letter: Letter, work: () => Promise<void>): Promise<void> {
  const { client, channel, thread, ts, team, text } = letter;
  const to = { channel_id: channel, thread_ts: thread ?? ts };
  const set = async (status: string): Promise<boolean> => {
    try {
      await client.assistant.threads.setStatus({ ...to, status });
      return true;
    } catch (error) {
      if (!NO_VIEW.test(platformError(error) ?? '')) room.chat.log('warn', 'slack-status-refused', { error });
      return false;
    }
  };
  const shown = room.say('slack-status', team, probableLanguage(text)).then((status) => set(status.text));
  try {
    await work();
  } finally {
    if (await shown) await set('');
  }
}
