// Who the bot is, for one workspace with one token: asked of Slack once, and again as long as Slack did not say.
import type { AuthorizeResult, webApi } from '@slack/bolt';
import { APPS_PAGE } from './connection.ts';
import { platformError } from './sending.ts';

export type Identity = {
  /** Rejects as long as Slack cannot be reached or refuses the token. */
  authorize(): Promise<AuthorizeResult>;
  isKnown(): boolean;
};

/** Finds out with `auth.test`. */
export function identityOf(client: webApi.WebClient, botToken: string): Identity {
  let known: AuthorizeResult | undefined;
  let asking: Promise<AuthorizeResult> | undefined;
  const find = async (): Promise<AuthorizeResult> => {
    const { bot_id: botId, user_id: botUserId, team_id: teamId } = await client.auth.test({ token: botToken });
    known = {
      botToken,
      ...(botId ? { botId } : {}),
      ...(botUserId ? { botUserId } : {}),
      ...(teamId ? { teamId } : {}),
    };
    return known;
  };
  return {
    async authorize() {
      if (known) return known;
      asking ??= find().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    isKnown: () => known !== undefined,
  };
}

/** What Slack names where no waiting helps: a person has to change something first. docs.slack.dev/reference/methods/auth.test#errors */
const HOPELESS: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'socket_mode_not_enabled',
]);

/** Why Slack refuses a token for good, and what to do; nothing where waiting may help. @param variable that holds the token */
export function refusal(variable: string, error: unknown): string | undefined {
  const reason = platformError(error);
  if (reason === undefined || !HOPELESS.has(reason)) return undefined;
  return `${variable}: Slack refuses it (${reason}). npm run doctor says what to change; tokens are at ${APPS_PAGE}`;
}
