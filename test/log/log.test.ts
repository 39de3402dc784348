// No token, password or word of a user reaches the log, on whatever way it comes; one line an event.
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log/log.ts';

// Made up, and put together here so that nobody takes them for real ones.
const secrets = {
  slackBot: ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-'),
  slackRotated: ['xoxe.xoxp', '1', 'Mi0yLTEyMzQ1Njc4OTAxMi0xMjM0NTY3ODkwMTIz'].join('-'),
  slackApp: ['xapp', '1', 'A0123456789', '1234567890123', '0123456789abcdef'].join('-'),
  discord: ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcdE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.'),
  redis: 'hunter2secret',
};

type Write = (log: Awaited<ReturnType<typeof openLog>>) => void;

/** What is written to the log, as text. */
async function lines(pretty: boolean, write: Write, level: 'info' | 'warn' = 'info'): Promise<string> {
  const written: string[] = [];
  const to = new Writable({ write: (chunk, _, done) => done(void written.push(String(chunk))) });
  write(await openLog({ level, pretty, color: false, to }));
  return written.join('');
}

describe('the log', () => {
  it('writes one line of JSON an event, with its level, time and fields', async () => {
    const text = await lines(false, (log) => {
      log('info', 'asked', { platform: 'slack', reference: 'ab12cd34', ms: 0.3 });
      log('warn', 'limited');
    });
    const [first, second] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: 'info', event: 'asked', platform: 'slack', reference: 'ab12cd34', ms: 0.3 });
    expect(Number.isNaN(Date.parse(first.time))).toBe(false);
    expect(second).toMatchObject({ level: 'warn', event: 'limited' });
  });

  it('keeps still below its level', async () => {
    const write: Write = (log) => {
      log('info', 'not told');
      log('error', 'told');
    };
    const text = await lines(false, write, 'warn');
    expect(text.trim().split('\n')).toEqual([expect.stringContaining('"told"')]);
  });

  it.each([false, true])('leaves out secrets wherever they stand (pretty: %s)', async (pretty) => {
    const text = await lines(pretty, (log) => {
      for (const secret of Object.values(secrets)) {
        const address = `redis://user:${secret}@host:6379/0`;
        log('error', `event ${address}`, { where: address, deep: { of: [address] }, token: secret });
        const cause = new Error(`cause ${address}`);
        log('error', 'failed', { error: Object.assign(new Error(`bad ${address}`, { cause }), { headers: address }) });
      }
      log('info', 'bare', { a: `says ${secrets.slackBot} and ${secrets.slackApp}`, b: secrets.discord });
      log('info', 'rotated', { a: secrets.slackRotated, b: `Authorization: Bot ${secrets.discord}` });
    });
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).toContain('host:6379');
  });

  it('leaves out what users wrote: known fields, bodies that an SDK hangs on its errors, text quoted by a parser', async () => {
    const words = 'my private words';
    const text = await lines(false, (log) => {
      log('warn', 'odd', { text: words, event: { question: words, content: words }, why: words });
      log('error', 'failed', {
        error: Object.assign(new Error('Invalid Form Body'), { requestBody: { json: words } }),
      });
      try {
        JSON.parse(words);
      } catch (error) {
        log('error', 'failed', { error });
      }
    });
    expect(text).not.toContain('private');
    for (const line of text.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    expect(text).toContain('Invalid Form Body');
  });
});
