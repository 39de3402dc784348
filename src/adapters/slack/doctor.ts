// What `npm run doctor` finds out about Slack: whether the tokens are accepted, what they may do, and whether the manifest fits.
import { webApi } from '@slack/bolt';
import type { Finding } from '../contract.ts';
import { APP_SCOPE, type Manifest, PATHS, SCOPES } from './commands.ts';
import { APPS_PAGE, type Connection, type SlackSettings } from './connection.ts';
import { driftOf } from './drift.ts';
import { loggerFor } from './logger.ts';
import { platformError } from './sending.ts';

const NEW_APP = 'https://api.slack.com/apps?new_app=1';
/** A call that takes longer has failed, in milliseconds. */
const SLOW = 10_000;
const PASTE = 'paste what npm run manifest -- slack prints under App Manifest, save, and install the app again';

/** Pages of the app's settings. */
const pageOf = (app: string | undefined, page: string): string => (app ? `${APPS_PAGE}/${app}/${page}` : APPS_PAGE);
/** An app-level token has the app's id in it. */
const appOf = ({ appId, connection }: SlackSettings): string | undefined =>
  appId ?? (connection.kind === 'socket' ? /^xapp-\d+-(A\w+)-/.exec(connection.appToken)?.[1] : undefined);

/** A call that failed: refused for a reason that Slack names, or not answered at all. */
function failed(what: string, error: unknown, mends: Readonly<Record<string, Partial<Finding>>>): Finding {
  const reason = platformError(error);
  if (reason === undefined) {
    const mend = 'check the network and any proxy; SLACK_API_URL, if it is set, must lead to Slack’s Web API';
    return { level: 'fault', what: 'Slack cannot be reached', mend };
  }
  return { level: 'fault', what: `${what} (${reason})`, page: APPS_PAGE, ...(mends[reason] ?? mends.other) };
}

type Web = webApi.WebClient;

/** The bot token: whose it is, where, and what it may do. */
async function token(web: Web, botToken: string, app: string | undefined): Promise<Finding[]> {
  const page = pageOf(app, 'oauth');
  const mend = 'copy the Bot User OAuth Token into SLACK_BOT_TOKEN; where there is none, install the app first';
  try {
    const { bot_id: bot, team, user, response_metadata: metadata } = await web.auth.test({ token: botToken });
    if (!bot) return [{ level: 'fault', what: 'SLACK_BOT_TOKEN belongs to a person, not to a bot', mend, page }];
    const accepted: Finding = { level: 'ok', what: `SLACK_BOT_TOKEN is accepted: ${user} in ${team}` };
    return [accepted, ...scopes(metadata?.scopes, page)];
  } catch (error) {
    return [failed('SLACK_BOT_TOKEN is refused', error, { other: { mend, page } })];
  }
}

function scopes(granted: readonly string[] | undefined, page: string): Finding[] {
  if (!granted) return [{ level: 'warning', what: 'Slack did not say which scopes the bot token has' }];
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  const extra = granted.filter((scope) => scope !== '' && !Object.hasOwn(SCOPES, scope));
  const mend = 'add it under Bot Token Scopes, and install the app again with the button above';
  return [
    ...missing.map(([scope, use]): Finding => {
      return { level: 'fault', what: `the scope ${scope} is missing; it is needed ${use}`, mend, page };
    }),
    ...extra.map((scope): Finding => {
      const what = `the scope ${scope} is granted, and not needed`;
      return { level: 'warning', what, mend: 'take it away under Bot Token Scopes', page };
    }),
    ...(missing.length === 0 ? [{ level: 'ok', what: 'all scopes that are needed are granted' } as const] : []),
  ];
}

/**
 * Whether the network lets anything through to a socket's host: any answer to a plain request will do. A second socket would take
 * deliveries away from a bot that runs.
 */
async function hostFinding(address: string): Promise<Finding> {
  const { host } = new URL(address);
  try {
    const response = await fetch(address.replace(/^ws/, 'http'), {
      redirect: 'manual',
      signal: AbortSignal.timeout(SLOW),
    });
    await response.body?.cancel();
    return { level: 'ok', what: `SLACK_APP_TOKEN is accepted, and ${host} can be reached for a socket` };
  } catch {
    const mend = `let connections to ${host} out of your network, or deliver over HTTP with SLACK_SIGNING_SECRET instead`;
    return { level: 'fault', what: 'SLACK_APP_TOKEN is accepted, but its socket cannot be reached', mend };
  }
}

/** The app token: whether Slack gives it an address for a socket, and whether that can be reached. */
async function socket(web: Web, appToken: string, app: string | undefined): Promise<Finding> {
  const mend = `make an App-Level Token with the scope ${APP_SCOPE}, and set SLACK_APP_TOKEN to it`;
  const page = pageOf(app, 'general');
  try {
    const { url = '' } = await web.apps.connections.open({ token: appToken });
    return URL.canParse(url) ? hostFinding(new URL(url).origin) : failed('no socket can be opened', undefined, {});
  } catch (error) {
    const off = { mend: 'turn on Enable Socket Mode', page: pageOf(app, 'socket-mode') };
    return failed('no socket can be opened', error, { socket_mode_not_enabled: off, other: { mend, page } });
  }
}

/** The app's own id and secret: Slack tells a wrong code only to an app that it knows. */
async function client(web: Web, connection: Extract<Connection, { kind: 'oauth' }>): Promise<Finding[]> {
  const { clientId: client_id, clientSecret: client_secret } = connection;
  const known: Finding[] = [
    { level: 'ok', what: 'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are accepted' },
    { level: 'ok', what: `workspaces install the app at your own address with ${PATHS.install} behind it` },
  ];
  try {
    await web.oauth.v2.access({ client_id, client_secret, code: 'doctor' });
    return known;
  } catch (error) {
    if (platformError(error) === 'invalid_code') return known;
    const mend = 'copy Client ID and Client Secret into SLACK_CLIENT_ID and SLACK_CLIENT_SECRET';
    return [failed('SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are refused', error, { other: { mend } })];
  }
}

/** The manifest, as far as it can be seen: with a configuration token all of it, otherwise its scopes alone. */
async function manifest(web: Web, settings: SlackSettings, wanted: Manifest): Promise<Finding[]> {
  const { configurationToken } = settings;
  const app = appOf(settings);
  const page = pageOf(app, 'app-manifest');
  if (!configurationToken || !app) {
    const what = 'of the app’s manifest only the scopes can be seen from here';
    const id = app ? '' : 'SLACK_APP_ID to the App ID, and ';
    const mend = `to compare all of it, set ${id}SLACK_CONFIG_TOKEN to an App Configuration Token, made at the foot of the page`;
    return [{ level: 'ok', what, mend, page: APPS_PAGE }];
  }
  try {
    const { manifest: held } = await web.apps.manifest.export({ app_id: app, token: configurationToken });
    const drift = driftOf(held, wanted);
    if (drift.length === 0) return [{ level: 'ok', what: 'the app’s manifest is as it should be' }];
    return drift.map((what) => ({ level: 'warning', what: `the manifest has drifted: ${what}`, mend: PASTE, page }));
  } catch (error) {
    const mend = 'make a new App Configuration Token at the foot of the page; one lives twelve hours';
    return [{ ...failed('SLACK_CONFIG_TOKEN is refused', error, { other: { mend } }), level: 'warning' }];
  }
}

/**
 * Looks at everything that can be seen from here.
 * @param settings none where Slack is not set up
 * @param wanted the manifest that the app should have
 */
export async function diagnose(settings: SlackSettings | undefined, wanted: Manifest): Promise<Finding[]> {
  if (!settings) {
    const mend =
      'make an app with From a manifest, paste what npm run manifest -- slack prints, install it, and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN';
    return [{ level: 'warning', what: 'Slack is not set up', mend, page: NEW_APP }];
  }
  const { connection, apiUrl } = settings;
  const web = new webApi.WebClient(undefined, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: loggerFor(() => {}),
    retryConfig: { retries: 1, minTimeout: 200 },
    timeout: SLOW,
  });
  const app = appOf(settings);
  const found =
    connection.kind === 'oauth' ? await client(web, connection) : await token(web, connection.botToken, app);
  if (connection.kind === 'socket') found.push(await socket(web, connection.appToken, app));
  else
    found.push({
      level: 'ok',
      what: `Slack delivers to your own address with ${PATHS.events} behind it; whether SLACK_SIGNING_SECRET is right shows with the first delivery`,
    });
  return [...found, ...(await manifest(web, settings, wanted))];
}
