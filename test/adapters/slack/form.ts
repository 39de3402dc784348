// What Slack would refuse or a reader dislike in a call of its Web API.
import type { types } from '@slack/bolt';
import { messageBreaches, viewBreaches } from './check.ts';
import type { Call } from './web-api.ts';

const MESSAGES = /^(chat\.(postMessage|postEphemeral|update)|response_url|acknowledgement)$/;
/** Those that can bring previews of links. */
const PREVIEWS = /^(chat\.postMessage|response_url|acknowledgement)$/;
const VIEWS = /^views\.(open|publish)$/;
const TS = /^\d{10}\.\d{6}$/;

/** The faults of a call; none for a good one. */
export function faultsOfCall({ method, args }: Call): string[] {
  if (VIEWS.test(method)) return viewBreaches(args.view as types.View);
  if (!MESSAGES.test(method) || args.delete_original === true) return [];
  const blocks = Array.isArray(args.blocks) ? args.blocks : [];
  const previews = PREVIEWS.test(method) && blocks.length > 0 && String(args.unfurl_links) !== 'false';
  return [
    ...messageBreaches({ text: String(args.text ?? ''), blocks }),
    ...(previews ? ['links get previews'] : []),
    ...(method === 'chat.postMessage' && !args.client_msg_id ? ['nothing tells a repetition'] : []),
    ...(args.thread_ts !== undefined && !TS.test(String(args.thread_ts)) ? ['no such thread'] : []),
  ];
}
