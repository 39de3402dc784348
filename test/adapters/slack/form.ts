// What Slack would refuse or a reader dislike in a call of its Web API.
import type { Call } from './web-api.ts';

const MESSAGES = /^(chat\.(postMessage|postEphemeral|update)|response_url)$/;

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** The faults of a call; none for a good one. */
export function faultsOfCall({ method, args }: Call): string[] {
  if (!MESSAGES.test(method) || args.delete_original === true) return [];
  const previews =
    /postMessage|response_url/.test(method) && args.unfurl_links !== false && args.unfurl_links !== 'false';
  return [
    ...(isBlank(args.text) ? ['the text says nothing'] : []),
    ...(previews && args.blocks !== undefined ? ['links get previews'] : []),
    ...(method === 'chat.postMessage' && isBlank(args.client_msg_id) ? ['nothing tells a repetition'] : []),
    ...(args.thread_ts !== undefined && !/^\d{10}\.\d{6}$/.test(String(args.thread_ts)) ? ['no such thread'] : []),
  ];
}
