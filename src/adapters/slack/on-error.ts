// What goes wrong outside of any handler: above all deliveries from a workspace that the app does not know (any more).
import type { App } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';
import { probableLanguage } from '../../chat/probable.ts';

/** So long Slack may take to accept the sentence, in milliseconds. */
const SLOW = 5000;
const UNAUTHORIZED = 'slack_bolt_authorization_error';

type Delivery = {
  readonly response_url?: unknown;
  readonly team_id?: unknown;
  /** What was typed behind a command. */
  readonly text?: unknown;
  readonly team?: { id?: unknown } | null;
};

/** Logs it, and where the delivery brought an address to answer to, tells the asker. */
export function onErrors(app: App, chat: Chat): void {
  const hear = async ({ error, body }: { error: Error; body: unknown }): Promise<void> => {
    const { response_url: address, team_id, team, text: written } = body as Delivery;
    const unknown = (error as { code?: string }).code === UNAUTHORIZED;
    if (unknown) chat.log('warn', 'slack-unknown-workspace', { workspace: team_id ?? team?.id });
    const reference = unknown ? '' : chat.report(error, 'slack');
    if (typeof address !== 'string') return;
    const language = probableLanguage(String(written));
    const text = unknown ? chat.say('slack-not-installed', language) : chat.say('failed', language, { reference });
    try {
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
        signal: AbortSignal.timeout(SLOW),
      });
    } catch (unreachable) {
      chat.log('error', 'slack-asker-unreachable', { reference, error: unreachable });
    }
  };
  app.error(hear);
}
