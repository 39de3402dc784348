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
    if (!botId) throw new Error(`Slack says that the token is not a bot's; the page to get one is ${APPS_PAGE}`);
    known = { botToken, botId, ...(botUserId ? { botUserId } : {}), ...(teamId ? { teamId } : {}) };
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

/** What Slack says of a token that it refuses, and the way to another; nothing where the error is of another kind. */
export function refusal(error: unknown): string | undefined {
  const reason = platformError(error);
  return reason && `Slack refuses the token (${reason}); get another at ${APPS_PAGE} and check it with npm run doctor`;
}
