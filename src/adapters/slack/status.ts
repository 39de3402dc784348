// "… is looking it up": the status that Slack's agent view shows below a message while its answer is sought.
import type { webApi } from '@slack/bolt';
import type { Room } from './room.ts';
import { platformError } from './sending.ts';

/** What Slack answers where an app or a workspace has no such view: there is nothing to show then. */
const NO_VIEW =
  /^(not_allowed|missing_scope|method_not_supported\w*|invalid_thread_ts|unknown_method|feature_not_enabled)$/;

/**
 * Shows the status while work goes on. It is decoration: the work does not wait for it, and goes on without it.
 * @param at the message that is being answered, or the thread that it stands in
 */
export async function withStatus(
  room: Room,
  client: webApi.WebClient,
  at: { channel: string; thread: string },
  work: () => Promise<void>,
): Promise<void> {
  const to = { channel_id: at.channel, thread_ts: at.thread };
  const set = async (status: string): Promise<boolean> => {
    try {
      await client.assistant.threads.setStatus({ ...to, status });
      return true;
    } catch (error) {
      if (!NO_VIEW.test(platformError(error) ?? '')) room.chat.log('warn', 'slack-status-refused', { error });
      return false;
    }
  };
  const shown = set(room.chat.say('slack-status', 'en'));
  try {
    await work();
  } finally {
    if (await shown) await set('');
  }
}
