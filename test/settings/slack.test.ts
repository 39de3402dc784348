// What the environment may say of Slack: three ways in, and what is told when half of one is set.
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-secret' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A1-secret' };
const SIGNING = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const CLIENT = { SLACK_CLIENT_ID: '111.222', SLACK_CLIENT_SECRET: 'fedcba9876543210fedcba9876543210' };

const connection = (env: Record<string, string>) => readConfig(env).slack?.connection;
const fault = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return 'no fault';
};

describe('the settings of Slack', () => {
  it('are none where nothing is set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_VISIBILITY: '', SLACK_REPLY: '' })).not.toHaveProperty('slack');
  });

  it('take tokens for a socket, also where a signing secret is set beside them', () => {
    const socket = { kind: 'socket', botToken: 'xoxb-1-secret', appToken: 'xapp-1-A1-secret' };
    expect(connection({ ...BOT, ...APP })).toEqual(socket);
    expect(connection({ ...BOT, ...APP, ...SIGNING })).toEqual(socket);
  });

  it('take a token and a signing secret for HTTP', () => {
    const signingSecret = SIGNING.SLACK_SIGNING_SECRET;
    expect(connection({ ...BOT, ...SIGNING })).toEqual({ kind: 'http', botToken: 'xoxb-1-secret', signingSecret });
  });

  it('take the app’s own id and secret for many workspaces; the secret of states follows from it', () => {
    const many = connection({ ...SIGNING, ...CLIENT });
    expect(many).toMatchObject({ kind: 'oauth', clientId: '111.222' });
    const { stateSecret } = many as { stateSecret: string };
    expect(stateSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(connection({ ...SIGNING, ...CLIENT })).toEqual(many);
    const set = connection({ ...SIGNING, ...CLIENT, SLACK_STATE_SECRET: 'nobody guesses this' });
    expect(set).toMatchObject({ stateSecret: 'nobody guesses this' });
  });

  it('have answers seen by all, in threads, unless told otherwise', () => {
    expect(readConfig({ ...BOT, ...APP }).slack).toMatchObject({ visibility: 'channel', reply: 'thread' });
    const other = { SLACK_VISIBILITY: 'private', SLACK_REPLY: 'channel', SLACK_API_URL: 'http://127.0.0.1:1/api' };
    const expected = { visibility: 'private', reply: 'channel', apiUrl: 'http://127.0.0.1:1/api' };
    expect(readConfig({ ...BOT, ...APP, ...other }).slack).toMatchObject(expected);
  });

  it.each([
    [{ ...BOT }, /SLACK_APP_TOKEN: missing.*api\.slack\.com\/apps.*App-Level Tokens.*SLACK_SIGNING_SECRET/],
    [{ ...APP }, /SLACK_BOT_TOKEN: missing.*api\.slack\.com\/apps.*Bot User OAuth Token/],
    [{ ...SIGNING }, /SLACK_BOT_TOKEN: missing/],
    [{ SLACK_CLIENT_ID: '111.222' }, /SLACK_CLIENT_SECRET: missing.*\n.*SLACK_SIGNING_SECRET: missing/],
    [{ ...CLIENT }, /SLACK_SIGNING_SECRET: missing.*api\.slack\.com\/apps/],
    [{ ...CLIENT, ...SIGNING, ...BOT }, /SLACK_BOT_TOKEN: cannot be set together with SLACK_CLIENT_ID/],
    [{ ...CLIENT, ...SIGNING, ...APP, ...BOT }, /SLACK_APP_TOKEN: cannot be set together/],
  ])('that are half a configuration are told of (%#)', (env, told) => {
    expect(fault(env as Record<string, string>)).toMatch(told);
  });

  it.each([
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxp-1-hush' }, /SLACK_BOT_TOKEN.*begins with xoxb-/],
    [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-1-hush' }, /SLACK_APP_TOKEN.*begins with xapp-/],
    [{ ...BOT, SLACK_SIGNING_SECRET: 'hush hush hush hush' }, /SLACK_SIGNING_SECRET.*letters and digits/],
    [{ ...SIGNING, ...CLIENT, SLACK_CLIENT_ID: 'hush' }, /SLACK_CLIENT_ID.*two numbers/],
    [{ ...SIGNING, ...CLIENT, SLACK_STATE_SECRET: 'hush' }, /SLACK_STATE_SECRET.*16 characters/],
    [{ ...BOT, ...APP, SLACK_VISIBILITY: 'hush' }, /SLACK_VISIBILITY.*channel or private/],
    [{ ...BOT, ...APP, SLACK_REPLY: 'hush' }, /SLACK_REPLY.*thread or channel/],
    [{ ...BOT, ...APP, SLACK_API_URL: 'hush' }, /SLACK_API_URL.*https/],
    [{ ...BOT, ...APP, SLACK_APP_ID: 'hush' }, /SLACK_APP_ID.*begins with A/],
    [{ ...BOT, ...APP, SLACK_CONFIG_TOKEN: 'hush' }, /SLACK_CONFIG_TOKEN.*begins with xoxe/],
  ])('that cannot be used are told of, and never repeated (%#)', (env, told) => {
    const message = fault(env as Record<string, string>);
    expect(message).toMatch(told);
    expect(message).not.toContain('hush');
  });
});
