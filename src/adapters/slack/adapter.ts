// Slack: the SDK's app over a socket or over HTTP, with the same handlers behind both.
import type { IncomingHttpHeaders } from 'node:http';
import { App, Assistant, HTTPReceiver, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';
import { type Adapter, SetupError } from '../contract.ts';
import { PATHS, SCOPES } from './commands.ts';
import type { SlackSettings } from './connection.ts';
import { identityOf, refusal } from './identity.ts';
import { createInFlight } from './in-flight.ts';
import { onUninstalled, openInstallations } from './installations.ts';
import { loggerFor } from './logger.ts';
import { onCommands } from './on-command.ts';
import { onErrors } from './on-error.ts';
import { assistantFor, onHome } from './on-home.ts';
import { onMessages } from './on-message.ts';
import { onPresses } from './on-press.ts';
import { onShortcuts } from './on-shortcut.ts';
import { onWhy } from './on-why.ts';
import { openRoom } from './room.ts';
import { keepSocket, type Socket } from './socket.ts';

/** Larger deliveries are refused, in bytes; Slack's own are far smaller. */
const MOST_BODY = 1024 * 1024;
/** A call of Slack's Web API that takes longer is given up, and tried anew; in milliseconds. */
const SLOW = 10_000;
/** How often a failed call is tried anew; a wait that Slack asks for (Retry-After) is kept. */
const RETRIES = { retries: 3, minTimeout: 300, factor: 2 };

export type SlackOptions = SlackSettings & { readonly chat: Chat };

const clientOptions = ({ apiUrl }: SlackSettings, chat: Chat): webApi.WebClientOptions => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  logger: loggerFor(chat.log),
  retryConfig: RETRIES,
  fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(SLOW) }),
});

/** When Slack sent a delivery, in seconds; handlers find it in their context. */
const sentAt = ({ headers }: { readonly headers: IncomingHttpHeaders }) => ({
  sentAt: Number(headers['x-slack-request-timestamp']),
});

/** Slack as the settings want it. */
export function createSlack(options: SlackOptions): Adapter {
  const { chat, connection } = options;
  const logger = loggerFor(chat.log);
  const web = clientOptions(options, chat);
  const room = openRoom(chat, options);
  const installations = openInstallations(chat);
  const identity =
    connection.kind === 'oauth' ? undefined : identityOf(new webApi.WebClient(undefined, web), connection.botToken);

  let socket: Socket | undefined;
  let http: HTTPReceiver | undefined;
  const receive = (): Receiver => {
    if (connection.kind === 'socket') {
      const { appToken } = connection;
      const installerOptions = { clientOptions: web };
      const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions });
      socket = keepSocket(receiver.client, chat);
      return receiver;
    }
    const { signingSecret } = connection;
    const installing =
      connection.kind === 'oauth'
        ? {
            clientId: connection.clientId,
            clientSecret: connection.clientSecret,
            stateSecret: connection.stateSecret,
            installationStore: installations,
            scopes: Object.keys(SCOPES),
            installerOptions: { clientOptions: web },
          }
        : {};
    http = new HTTPReceiver({
      signingSecret,
      endpoints: PATHS.events,
      bodyLimit: MOST_BODY,
      logger,
      customPropertiesExtractor: sentAt,
      ...installing,
    });
    return http;
  };

  const app = new App({
    receiver: receive(),
    ...(identity ? { authorize: identity.authorize } : {}),
    logger,
    clientOptions: web,
    convoStore: false,
    extendedErrorHandler: true,
  });
  const inFlight = createInFlight();
  app.use(({ next }) => inFlight.track(next()));
  onErrors(app, chat);
  onCommands(app, room);
  app.assistant(new Assistant(assistantFor(room)));
  onMessages(app, room);
  onPresses(app, room);
  onWhy(app, room);
  onShortcuts(app, room);
  onHome(app, room);
  onUninstalled(app, chat, installations);

  let stopped: Promise<void> | undefined;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    name: 'slack',
    ended,
    async start() {
      try {
        await identity?.authorize();
      } catch (error) {
        const refused = refusal('SLACK_BOT_TOKEN', error);
        if (refused) throw new SetupError(refused);
        chat.log('warn', 'slack-unreached', { error }); // asked again with the first delivery
      }
      await socket?.open();
    },
    stop() {
      stopped ??= (async () => {
        await inFlight.settled();
        await socket?.close();
        await inFlight.settled();
        end();
      })();
      return stopped;
    },
    trouble: () => socket?.trouble() ?? (identity?.isKnown() === false ? 'not reached Slack yet' : undefined),
    handle(request, response) {
      const [path] = (request.url ?? '').split('?');
      const events = path === PATHS.events && request.method === 'POST';
      const installing =
        connection.kind === 'oauth' && (path === PATHS.install || path === PATHS.redirect) && request.method === 'GET';
      if (!http || !(events || installing)) return false;
      if (stopped)
        response.writeHead(503).end(); // Slack delivers again, to another replica or to the next start
      else http.requestListener(request, response);
      return true;
    },
  };
}
