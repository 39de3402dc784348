// The settings of Slack: which variables there are, what each accepts, and which of them belong together.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { APPS_PAGE, type Connection, type SlackSettings } from '../adapters/slack/connection.ts';

const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

/** A variable of a certain form; what was set is never told, as it may be a secret in the wrong place. */
const formed = (form: RegExp, accepted: string) =>
  optional.refine((value) => value === undefined || form.test(value), { error: `not usable; accepted: ${accepted}` });

const oneOf = <One extends string>(first: One, second: One) =>
  z
    .union([z.literal(''), z.literal(first), z.literal(second)], {
      error: `not known; accepted: ${first} or ${second}`,
    })
    .optional()
    .transform((value): One => (value === second ? second : first));

const where = (section: string): string => `${APPS_PAGE} › your app › ${section}`;
const PLACES = {
  SLACK_BOT_TOKEN: where('OAuth & Permissions › Bot User OAuth Token'),
  SLACK_APP_TOKEN: where('Basic Information › App-Level Tokens, with the scope connections:write'),
  SLACK_SIGNING_SECRET: where('Basic Information › App Credentials › Signing Secret'),
  SLACK_CLIENT_ID: where('Basic Information › App Credentials › Client ID'),
  SLACK_CLIENT_SECRET: where('Basic Information › App Credentials › Client Secret'),
} as const;
type Required = keyof typeof PLACES;

/** Each variable of Slack by its name. */
export const slackVariables = {
  SLACK_BOT_TOKEN: formed(/^xoxb-[\w-]+$/, `a bot token, which begins with xoxb- (${PLACES.SLACK_BOT_TOKEN})`),
  SLACK_APP_TOKEN: formed(/^xapp-[\w-]+$/, `an app-level token, which begins with xapp- (${PLACES.SLACK_APP_TOKEN})`),
  SLACK_SIGNING_SECRET: formed(/^\w{16,}$/, `letters and digits, without blanks (${PLACES.SLACK_SIGNING_SECRET})`),
  SLACK_CLIENT_ID: formed(/^\d+\.\d+$/, `two numbers with a dot between them (${PLACES.SLACK_CLIENT_ID})`),
  SLACK_CLIENT_SECRET: formed(/^\w{16,}$/, `letters and digits, without blanks (${PLACES.SLACK_CLIENT_SECRET})`),
  SLACK_STATE_SECRET: formed(/^.{16,}$/, 'any 16 characters or more that nobody can guess'),
  SLACK_CONFIG_TOKEN: formed(
    /^xoxe[\w.-]+$/,
    `an app configuration token, which begins with xoxe (${APPS_PAGE} › Your App Configuration Tokens)`,
  ),
  SLACK_APP_ID: formed(/^A[A-Z0-9]+$/, `an app's id, which begins with A (${where('Basic Information › App ID')})`),
  SLACK_VISIBILITY: oneOf('channel', 'private'),
  SLACK_REPLY: oneOf('thread', 'channel'),
  SLACK_API_URL: optional.refine((value) => value === undefined || /^https?:\/\/[^\s/]/.test(value), {
    error: 'not an address; accepted: one that begins with https:// or http://, such as https://slack.com/api/',
  }),
};

export type SlackVariables = z.infer<z.ZodObject<typeof slackVariables>>;
export type ReadSlack = { readonly settings?: SlackSettings; readonly faults: readonly string[] };

const missing = (name: Required, because: string): string => `${name}: missing, ${because}; get it at ${PLACES[name]}`;

function connect(read: SlackVariables, faults: string[]): Connection | undefined {
  const need = (name: Required, because: string): string => {
    const value = read[name];
    if (value === undefined) faults.push(missing(name, because));
    return value ?? '';
  };
  const manyWorkspaces = read.SLACK_CLIENT_ID !== undefined || read.SLACK_CLIENT_SECRET !== undefined;
  if (manyWorkspaces) {
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const) {
      if (read[name] !== undefined) {
        faults.push(
          `${name}: cannot be set together with SLACK_CLIENT_ID and SLACK_CLIENT_SECRET; accepted: one workspace with tokens, or many with these two`,
        );
      }
    }
    const because = 'and many workspaces are asked for by SLACK_CLIENT_ID or SLACK_CLIENT_SECRET';
    const clientId = need('SLACK_CLIENT_ID', because);
    const clientSecret = need('SLACK_CLIENT_SECRET', because);
    const signingSecret = need('SLACK_SIGNING_SECRET', because);
    // Its own purpose, so that a state tells nothing of the secret.
    const derived = createHmac('sha256', clientSecret).update('state of an installation').digest('hex');
    return { kind: 'oauth', signingSecret, clientId, clientSecret, stateSecret: read.SLACK_STATE_SECRET ?? derived };
  }
  if (read.SLACK_APP_TOKEN !== undefined) {
    const botToken = need('SLACK_BOT_TOKEN', 'and SLACK_APP_TOKEN is set');
    return { kind: 'socket', botToken, appToken: read.SLACK_APP_TOKEN };
  }
  if (read.SLACK_SIGNING_SECRET !== undefined) {
    const botToken = need('SLACK_BOT_TOKEN', 'and SLACK_SIGNING_SECRET is set');
    return { kind: 'http', botToken, signingSecret: read.SLACK_SIGNING_SECRET };
  }
  if (read.SLACK_BOT_TOKEN !== undefined) {
    const http = `or set SLACK_SIGNING_SECRET for HTTP, from ${PLACES.SLACK_SIGNING_SECRET}`;
    faults.push(`${missing('SLACK_APP_TOKEN', 'and SLACK_BOT_TOKEN is set')}; ${http}`);
  }
  return undefined;
}

/** From variables to settings: nothing when none of them is set, faults when some are but not enough of them. */
export function slackSettings(read: SlackVariables): ReadSlack {
  const faults: string[] = [];
  const connection = connect(read, faults);
  if (faults.length > 0 || !connection) return { faults };
  const settings: SlackSettings = {
    connection,
    visibility: read.SLACK_VISIBILITY,
    reply: read.SLACK_REPLY,
    ...(read.SLACK_API_URL ? { apiUrl: read.SLACK_API_URL } : {}),
    ...(read.SLACK_APP_ID ? { appId: read.SLACK_APP_ID } : {}),
    ...(read.SLACK_CONFIG_TOKEN ? { configurationToken: read.SLACK_CONFIG_TOKEN } : {}),
  };
  return { settings, faults };
}
