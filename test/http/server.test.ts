// The one HTTP port: health, readiness by part, metrics, adapters' own requests, and what is refused.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/contract.ts';
import { healthOf, type Part } from '../../src/http/health.ts';
import { openMetrics } from '../../src/http/metrics.ts';
import { type Http, openHttp } from '../../src/http/server.ts';

const adapterFor = (path: string, answer: string | Error): Adapter => ({
  name: path,
  start: async () => {},
  stop: async () => {},
  ended: new Promise(() => {}),
  handle(request, response) {
    if (request.url !== path) return false;
    if (answer instanceof Error) throw answer;
    response.end(answer);
    return true;
  },
});

describe('the HTTP port', () => {
  const opened: Http[] = [];
  afterEach(async () => {
    for (const http of opened.splice(0)) await http.close();
  });
  const parts: { adapters: Part[]; others: Part[]; ending: boolean } = { adapters: [], others: [], ending: false };
  const open = async (...adapters: (Adapter | undefined)[]) => {
    const metrics = openMetrics();
    const reported: unknown[] = [];
    const health = healthOf(
      () => parts.adapters,
      parts.others,
      () => parts.ending,
    );
    const http = await openHttp({
      port: 0,
      health,
      metrics,
      adapters: () => adapters,
      report: (error) => void reported.push(error),
    });
    opened.push(http);
    const get = async (path: string, init?: RequestInit) => {
      const response = await fetch(`http://127.0.0.1:${http.port}${path}`, {
        ...init,
        signal: AbortSignal.timeout(5000),
      });
      return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
    };
    return { http, get, metrics, reported };
  };

  it('is healthy while it answers at all', async () => {
    const { get } = await open();
    expect(await get('/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
  });

  it('says which part is not ready, and is ready while one adapter is', async () => {
    const trouble: Record<string, string | undefined> = { slack: 'starting', discord: undefined, store: undefined };
    const part = (name: string): Part => ({ name, trouble: () => trouble[name] });
    Object.assign(parts, { adapters: [part('slack'), part('discord')], others: [part('store')], ending: false });
    const { get } = await open();
    const ready = async () => {
      const { status, body } = await get('/readyz');
      return [status, JSON.parse(body).parts];
    };
    expect(await ready()).toEqual([200, { slack: 'starting', discord: 'ready', store: 'ready' }]);
    trouble.discord = 'no connection';
    expect(await ready()).toEqual([503, { slack: 'starting', discord: 'no connection', store: 'ready' }]);
    Object.assign(trouble, { slack: undefined, store: 'ECONNREFUSED' });
    expect(await ready()).toEqual([200, { slack: 'ready', discord: 'no connection', store: 'ECONNREFUSED' }]);
    parts.ending = true;
    expect(await ready()).toMatchObject([503, { program: 'ending' }]);
  });

  it('shows the figures in the form of Prometheus', async () => {
    const { get, metrics } = await open();
    metrics.meter.asked({ platform: 'slack', kind: 'ask', outcome: 'abstain', seconds: 0.002 });
    metrics.meter.limited('slack', 'person');
    metrics.meter.feedback('slack', false);
    metrics.store.failed('get', new Error('x'));
    metrics.store.alone('claim');
    metrics.store.away('x');
    metrics.cache(true);
    const { body, type } = await get('/metrics');
    expect(type).toMatch(/^text\/plain/);
    for (const line of [
      'answers_questions_total{platform="slack",kind="ask",outcome="abstain"} 1',
      'answers_declined_total{platform="slack"} 1',
      'answers_rate_limited_total{platform="slack",scope="person"} 1',
      'answers_feedback_total{platform="slack",helpful="false"} 1',
      'answers_store_errors_total{operation="get"} 1',
      'answers_store_alone_total{operation="claim"} 1',
      'answers_store_away 1',
      'answers_cache_total{result="hit"} 1',
      'answers_latency_seconds_bucket{le="0.0025",platform="slack"} 1',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).toMatch(/^process_cpu_seconds_total /m);
  });

  it('leaves other paths to the adapters, one after the other, and the rest to nobody', async () => {
    const { get } = await open(adapterFor('/slack/events', 'from slack'), adapterFor('/discord', 'from discord'));
    expect(await get('/discord', { method: 'POST', body: '{}' })).toMatchObject({ status: 200, body: 'from discord' });
    expect(await get('/slack/events')).toMatchObject({ body: 'from slack' });
    expect(await get('/other')).toMatchObject({ status: 404 });
    expect(await get('/constructor')).toMatchObject({ status: 404 });
    expect(await get('/healthz', { method: 'POST' })).toMatchObject({ status: 405 });
  });

  it('asks to come again while an adapter does not run, whose request it may be', async () => {
    const { get } = await open(adapterFor('/discord', 'from discord'), undefined);
    expect(await get('/discord')).toMatchObject({ status: 200 });
    expect(await get('/slack/events', { method: 'POST', body: '{}' })).toMatchObject({ status: 503 });
  });

  it('survives an adapter that throws, and reports it', async () => {
    const fault = new Error('broken');
    const { get, reported } = await open(adapterFor('/slack/events', fault));
    expect(await get('/slack/events')).toMatchObject({ status: 500, body: 'failed\n' });
    expect(reported).toEqual([fault]);
    expect(await get('/healthz')).toMatchObject({ status: 200 });
  });

  it('refuses heads that are too big', async () => {
    const { http } = await open();
    const socket = connect(http.port, '127.0.0.1');
    socket.end(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('says what to do about a port that another program has', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const metrics = openMetrics();
    const options = { port, metrics, health: () => ({ ready: true, parts: {} }), adapters: () => [], report() {} };
    await expect(openHttp(options)).rejects.toThrow(`PORT ${port} cannot be opened: another program has it`);
    other.close();
  });
});
