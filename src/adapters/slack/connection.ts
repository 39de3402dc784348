// How the program reaches Slack and how it behaves there: what the settings give, without a word on where they come from.

/** One workspace over a socket, one workspace over HTTP, or as many workspaces as install the app, over HTTP. */
export type Connection =
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }
  | {
      readonly kind: 'oauth';
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      /** Signs the state of an installation under way. */
      readonly stateSecret: string;
    };

export type SlackSettings = {
  readonly connection: Connection;
  /** Who sees answers where nothing else is set for a workspace. */
  readonly visibility: 'channel' | 'private';
  /** Where a mention is answered where nothing else is set for a workspace. */
  readonly reply: 'thread' | 'channel';
  /** Slack's Web API; another one for a proxy or a loopback counterpart. */
  readonly apiUrl?: string;
  /** Let the doctor compare the app's manifest with the one it should have. */
  readonly configurationToken?: string;
  readonly appId?: string;
};

/** Where the app's tokens, secrets, scopes and manifest are. */
export const APPS_PAGE = 'https://api.slack.com/apps';
