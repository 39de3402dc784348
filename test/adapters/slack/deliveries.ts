// What Slack delivers, in its documented form: events, commands, presses, shortcuts and modals. docs.slack.dev/reference
import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** A delivery as the app receives it; how it travels is another matter. */
export type Delivery = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Whereabouts = { readonly team: string; readonly channel: string; readonly user: string };

let count = 0;
/** A name that no other delivery has. */
const fresh = (prefix: string): string => `${prefix}${(++count).toString(36).padStart(8, '0').toUpperCase()}`;
/** A timestamp that no other message has. */
export const freshTs = (): string => `179${String(++count).padStart(7, '0')}.000100`;

const APP = { token: 'verification', api_app_id: 'A0LOOP' };

/** Any event in its envelope. @param eventId of a delivery that Slack repeats */
export function event(team: string, inner: Record<string, unknown>, eventId = fresh('Ev')): Delivery {
  const authorizations = [
    { enterprise_id: null, team_id: team, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
  ];
  const envelope = { ...APP, team_id: team, type: 'event_callback', event_id: eventId, event_time: 1790000000 };
  return { type: 'events_api', payload: { ...envelope, authorizations, is_ext_shared_channel: false, event: inner } };
}

type Said = { readonly ts?: string; readonly thread?: string; readonly eventId?: string; readonly more?: object };

const said = (where: Whereabouts, text: string, { ts = freshTs(), thread, more }: Said) => ({
  user: where.user,
  text,
  ts,
  event_ts: ts,
  channel: where.channel,
  team: where.team,
  client_msg_id: `msg-${ts}`,
  ...(thread ? { thread_ts: thread } : {}),
  ...more,
});

/** A mention of the bot. */
export const mention = (where: Whereabouts, text: string, options: Said = {}): Delivery =>
  event(where.team, { type: 'app_mention', ...said(where, `<@U0BOT> ${text}`, options) }, options.eventId);

/** A message in a channel that the bot is in. */
export const message = (where: Whereabouts, text: string, options: Said = {}): Delivery =>
  event(where.team, { type: 'message', channel_type: 'channel', ...said(where, text, options) }, options.eventId);

/** A direct message to the bot. */
export const direct = (where: Whereabouts, text: string, options: Said = {}): Delivery =>
  message(where, text, { ...options, more: { channel_type: 'im', ...options.more } });

/** The app's home or its messages are opened. */
export const homeOpened = ({ team, channel, user }: Whereabouts, tab: 'home' | 'messages'): Delivery =>
  event(team, { type: 'app_home_opened', user, channel, tab, event_ts: freshTs() });

/** A slash command. */
export function command(where: Whereabouts, line: string, responseUrl: string): Delivery {
  const [, name = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
  const payload = {
    ...APP,
    team_id: where.team,
    team_domain: 'one',
    channel_id: where.channel,
    channel_name: 'products',
    user_id: where.user,
    user_name: 'someone',
    command: name,
    text,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: fresh('trigger.'),
  };
  return { type: 'slash_commands', payload };
}

/** Something that can be pressed, found in a message or a view that the app sent. */
export type Element = Readonly<Record<string, unknown>> & { readonly action_id: string };
/** The message that holds it. */
export type On = {
  readonly ts?: string;
  readonly thread?: string;
  readonly ephemeral?: boolean;
  readonly triggerId?: string;
  /** On the App Home: no message, and no address to answer to. */
  readonly home?: boolean;
};

/** A press of a button, or a choice from a menu. */
export function press(where: Whereabouts, element: Element, responseUrl: string, on: On = {}): Delivery {
  const { ts = freshTs(), thread, ephemeral = false, triggerId = fresh('trigger.'), home = false } = on;
  const inThread = thread ? { thread_ts: thread } : {};
  const place = home
    ? { container: { type: 'view', view_id: 'V0HOME' }, view: { id: 'V0HOME', type: 'home', blocks: [] } }
    : {
        container: { type: 'message', message_ts: ts, channel_id: where.channel, is_ephemeral: ephemeral, ...inThread },
        channel: { id: where.channel, name: 'products' },
        response_url: responseUrl,
        ...(ephemeral ? {} : { message: { type: 'message', user: 'U0BOT', ts, text: '', ...inThread } }),
      };
  const { block_id: block = 'b', ...pressed } = element;
  const payload = {
    ...APP,
    type: 'block_actions',
    team: { id: where.team, domain: 'one' },
    user: { id: where.user, username: 'someone', name: 'someone', team_id: where.team },
    is_enterprise_install: false,
    enterprise: null,
    trigger_id: triggerId,
    actions: [{ ...pressed, block_id: block, action_ts: ts }],
    ...place,
  };
  return { type: 'interactive', payload };
}

/** "Ask about this" on a message. */
export function shortcut(where: Whereabouts, text: string, responseUrl: string): Delivery {
  const ts = freshTs();
  const payload = {
    ...APP,
    type: 'message_action',
    callback_id: 'ask-about-this',
    trigger_id: fresh('trigger.'),
    action_ts: ts,
    message_ts: ts,
    response_url: responseUrl,
    team: { id: where.team, domain: 'one' },
    user: { id: where.user, name: 'someone', team_id: where.team },
    channel: { id: where.channel, name: 'products' },
    message: { type: 'message', user: 'U0OTHER', ts, text },
    is_enterprise_install: false,
    enterprise: null,
  };
  return { type: 'interactive', payload };
}

/** A modal is sent. @param view as it was opened */
export function submission(where: Whereabouts, view: Record<string, unknown>, values: object): Delivery {
  const payload = {
    ...APP,
    type: 'view_submission',
    team: { id: where.team, domain: 'one' },
    user: { id: where.user, username: 'someone', name: 'someone', team_id: where.team },
    trigger_id: fresh('trigger.'),
    is_enterprise_install: false,
    enterprise: null,
    response_urls: [],
    view: { ...view, id: fresh('V'), hash: 'h1', team_id: where.team, state: { values } },
  };
  return { type: 'interactive', payload };
}

/** The body of a delivery over HTTP, and its content type. */
export function bodyOf({ type, payload }: Delivery): { readonly body: string; readonly contentType: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form: Record<string, string> =
    type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' };
}

/** Slack's signature of a body. @param time in seconds; @param secret another one than the app's forges it */
export function signed(body: string, time = Math.floor(Date.now() / 1000), secret = SIGNING_SECRET) {
  const digest = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(time), 'x-slack-signature': `v0=${digest}` };
}
