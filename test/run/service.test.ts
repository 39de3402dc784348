// The service as a process: it answers, reloads its knowledge, goes on without its store, and ends when it is told to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { folderWith, removeFolders } from '../support/folder.ts';
import { startTestService, type TestService } from '../support/service.ts';

const HEAVY = 'how heavy is the redmi 9a?';

describe('the service', () => {
  const started: TestService[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const service of started.splice(0)) await service.end('SIGKILL');
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    removeFolders();
  });
  const start = async (env: Record<string, string> = {}): Promise<TestService> => {
    const service = await startTestService(env);
    started.push(service);
    return service;
  };
  const ready = async ({ port }: TestService) => (await fetch(`http://127.0.0.1:${port}/readyz`)).json();

  it('answers, remembers, handles an event once, limits, and ends with 0 when it is told to', async () => {
    const service = await start({ RATE_LIMIT_PERSON: '3' });
    expect(await ready(service)).toEqual({ ready: true, parts: { test: 'ready', store: 'ready' } });
    const anna = { person: 'U1', conversation: 'C1' };
    expect((await service.ask({ ...anna, input: HEAVY, event: 'E1' })).text).toMatch(/194 ?g/);
    expect(await service.ask({ ...anna, input: HEAVY, event: 'E1' })).toEqual({ kind: 'duplicate' });
    expect((await service.ask({ ...anna, input: 'and the 9c?' })).text).toMatch(/196 ?g/);
    expect(await service.ask({ ...anna, input: 'hi' })).toMatchObject({ kind: 'chat' });
    expect((await service.ask({ ...anna, input: 'hi' })).text).toMatch(/Please try again in \d+ seconds/);
    expect(await service.ask({ ...anna, input: 'hi' })).toEqual({ kind: 'limited' });
    expect(await service.metric('answers_questions_total{platform="test",kind="ask",outcome="limited"}')).toBe(2);
    expect(await service.end()).toBe(0);
    expect(await service.stderr).toBe('');
    expect(service.lines.map(({ event }) => event).slice(-2)).toEqual(['ending', 'ended']);
  });

  it('finishes on SIGTERM what it has in hand, and takes nothing more', async () => {
    const service = await start();
    const inHand = Array.from({ length: 20 }, (_, index) =>
      service.ask({ person: `U${index}`, input: HEAVY, hold: 1500 }),
    );
    for (let index = 0; index < inHand.length; index++) await service.heard('asked');
    const ended = service.end();
    await service.heard('ending');
    await expect(service.ask({ person: 'U1', input: HEAVY })).rejects.toThrow();
    for (const got of await Promise.all(inHand)) expect(got.text).toMatch(/194 ?g/);
    expect(await ended).toBe(0);
  });

  it('keeps answering while its knowledge is broken, and takes it up again when it is mended', async () => {
    const folder = folderWith();
    const service = await start({ KNOWLEDGE: folder });
    const value = async () => (await service.ask({ person: 'U1', input: 'weight of Lamp One' })).kind;
    expect(await value()).toBe('answer');
    const file = join(folder, 'products', 'lamp.yaml');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('1.2 kg', '1.2 miles'));
    expect(await service.heard('knowledge-broken')).toMatchObject({
      level: 'error',
      faults: expect.stringMatching(/^products\/lamp\.yaml:\d+:\d+ /m),
      answering: 'the knowledge as it was before',
    });
    expect(await value()).toBe('answer');
    writeFileSync(file, sound.replace('1.2 kg', '1.3 kg'));
    expect(await service.heard('knowledge-loaded')).toMatchObject({ level: 'info' });
    expect(await service.metric('answers_knowledge_loads_total{result="broken"}')).toBe(1);
    expect(await service.metric('answers_knowledge_loads_total{result="loaded"}')).toBe(2);
  });

  it('loads its knowledge anew on SIGHUP', async () => {
    const service = await start({ KNOWLEDGE: folderWith() });
    service.child.kill('SIGHUP');
    await service.heard('knowledge-loaded');
    expect(await service.ask({ person: 'U1', input: 'weight of Lamp One' })).toMatchObject({ kind: 'answer' });
  });

  it('answers without its store, and says so in log, metrics and readiness', async () => {
    const port = await freePort();
    const service = await start({ STORE_URL: `redis://me:hunter2@127.0.0.1:${port}` });
    expect((await service.ask({ person: 'U1', conversation: 'C', input: HEAVY, event: 'E1' })).text).toMatch(/194/);
    expect(await service.ask({ person: 'U1', input: HEAVY, event: 'E1' })).toEqual({ kind: 'duplicate' });
    expect((await service.ask({ person: 'U1', conversation: 'C', input: 'and the 9c?' })).text).toMatch(/196/);
    expect(await service.heard('store-away')).toMatchObject({ level: 'error', reason: expect.stringMatching(/ECONN/) });
    expect(await service.heard('store-alone')).toMatchObject({ level: 'warn', operation: 'claim' });
    expect(await service.metric('answers_store_away')).toBe(1);
    expect(await service.metric('answers_store_alone_total{operation="claim"}')).toBe(1);
    expect(await ready(service)).toEqual({
      ready: true,
      parts: { test: 'ready', store: expect.stringMatching(/ECONN/) },
    });
    expect(JSON.stringify(service.lines)).not.toContain('hunter2');
    expect(await service.end()).toBe(0);
  });

  it('keeps in a file what outlives it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'service-'));
    folders.push(folder);
    const env = { STORE_URL: `sqlite:${join(folder, 'state.db')}` };
    const first = await start(env);
    await first.ask({ person: 'U1', conversation: 'C', input: HEAVY, event: 'E1' });
    expect(await first.end()).toBe(0);
    const second = await start(env);
    expect(await second.ask({ person: 'U1', input: HEAVY, event: 'E1' })).toEqual({ kind: 'duplicate' });
    expect((await second.ask({ person: 'U1', conversation: 'C', input: 'and the 9c?' })).text).toMatch(/196/);
  });

  it('does not start on a damaged file, and says what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'service-'));
    folders.push(folder);
    writeFileSync(join(folder, 'bad.db'), 'no database\n'.repeat(1000));
    const url = `sqlite:${join(folder, 'bad.db')}`;
    await expect(startTestService({ STORE_URL: url })).rejects.toThrow(/bad\.db is damaged.*Move it away/);
  });
});
