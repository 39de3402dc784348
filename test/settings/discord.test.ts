// What may be set for Discord, and what is told when it cannot be used.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const KEY = 'ab'.repeat(32);
const discord = (env: Record<string, string>) => readConfig(env).discord;
const faults = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  return 'none';
};

describe('Discord', () => {
  it('is left out where neither a token nor a public key is set', () => {
    expect(discord({})).toBeUndefined();
    expect(discord({ DISCORD_TOKEN: '', DISCORD_REPLY: 'thread' })).toBeUndefined();
  });

  it('needs a token and nothing else', () => {
    expect(discord({ DISCORD_TOKEN: 'a.b.c' })).toEqual({ token: 'a.b.c', reply: 'channel', isShard: false });
    expect(discord({ DISCORD_TOKEN: ' Bot a.b.c ' })?.token).toBe('a.b.c');
  });

  it('takes everything else as it is written', () => {
    const env = {
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/v10/',
      DISCORD_GUILD_ID: '200000000000000001',
      DISCORD_REPLY: 'thread',
      DISCORD_SHARDS: '8',
      DISCORD_SHARD_LIST: '0-2, 5',
      DISCORD_PUBLIC_KEY: KEY,
      DISCORD_APPLICATION_ID: '100000000000000001',
      SHARDING_MANAGER: 'true',
    };
    expect(discord(env)).toEqual({
      token: 'a.b.c',
      api: 'http://127.0.0.1:8080/api',
      guild: '200000000000000001',
      reply: 'thread',
      shards: 8,
      shardList: [0, 1, 2, 5],
      publicKey: KEY,
      applicationId: '100000000000000001',
      isShard: true,
    });
    expect(discord({ DISCORD_TOKEN: 'a', DISCORD_SHARDS: 'auto' })?.shards).toBe('auto');
  });

  it('answers over HTTP alone with a public key and the application’s id', () => {
    const env = { DISCORD_PUBLIC_KEY: KEY, DISCORD_APPLICATION_ID: '100000000000000001' };
    expect(discord(env)).toMatchObject({ publicKey: KEY, applicationId: '100000000000000001' });
    expect(discord(env)).not.toHaveProperty('token');
    expect(faults({ DISCORD_PUBLIC_KEY: KEY })).toMatch(/DISCORD_APPLICATION_ID: is needed .*developers\/applications/);
  });

  it.each([
    [
      { DISCORD_TOKEN: '"qq zz"' },
      /DISCORD_TOKEN: .*Bot → Reset Token on https:\/\/discord\.com\/developers\/applications/,
    ],
    [{ DISCORD_API_URL: 'ftp://x' }, /DISCORD_API_URL: .*such as https:/],
    [{ DISCORD_API_URL: 'https://me:secret@x' }, /DISCORD_API_URL/],
    [{ DISCORD_GUILD_ID: 'my server' }, /DISCORD_GUILD_ID: .*Copy Server ID/],
    [{ DISCORD_REPLY: 'dm' }, /DISCORD_REPLY: accepted: thread or channel/],
    [{ DISCORD_SHARDS: '0' }, /DISCORD_SHARDS: .*accepted: auto, or a whole number/],
    [{ DISCORD_SHARDS: '2', DISCORD_SHARD_LIST: '3-1' }, /DISCORD_SHARD_LIST: .*such as "0-3"/],
    [{ DISCORD_SHARDS: '2', DISCORD_SHARD_LIST: '0-2' }, /DISCORD_SHARD_LIST: .*0 to 1/],
    [{ DISCORD_SHARDS: 'auto', DISCORD_SHARD_LIST: '0' }, /DISCORD_SHARDS: must be a number/],
    [{ DISCORD_PUBLIC_KEY: 'ab' }, /DISCORD_PUBLIC_KEY: .*64 hexadecimal digits.*developers\/applications/],
    [{ DISCORD_APPLICATION_ID: 'x' }, /DISCORD_APPLICATION_ID/],
  ])('says what cannot be used: %o', (env, told) => {
    expect(faults({ DISCORD_TOKEN: 'a.b.c', ...env })).toMatch(told);
    expect(faults({ DISCORD_TOKEN: 'a.b.c', ...env })).not.toMatch(/qq|secret/);
  });

  it('names every variable at once, beside those of others', () => {
    const told = faults({ COLUMNS: 'wide', DISCORD_TOKEN: 'a', DISCORD_REPLY: 'x', DISCORD_SHARDS: 'x' });
    for (const name of ['COLUMNS', 'DISCORD_REPLY', 'DISCORD_SHARDS']) expect(told).toContain(`${name}: `);
  });
});
