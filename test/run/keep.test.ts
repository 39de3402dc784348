// Each adapter fails and comes back alone; one that only a person can mend is given up with a sentence.
import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type Adapter, SetupError } from '../../src/adapters/contract.ts';
import type { Log } from '../../src/chat/log.ts';
import { keepAdapter } from '../../src/run/keep.ts';

/** Logs, and lets a test wait for an event of the log. */
function openTestLog() {
  const bell = new EventEmitter();
  const logged: string[] = [];
  const log: Log = (_level, event, fields) => {
    logged.push(event);
    bell.emit(event, fields);
  };
  return { log, logged, heard: (event: string) => once(bell, event).then(([fields]) => fields) };
}

/** An adapter whose lives a test decides: how each start goes, and when it ends by itself. */
function playedAdapter(starts: readonly (Error | 'well')[]) {
  let lives = 0;
  let stops = 0;
  let end: (error?: Error) => void = () => {};
  const make = async (): Promise<Adapter> => {
    const how = starts[lives++] ?? 'well';
    const ended = new Promise<void>((done, fail) => {
      end = (error) => (error ? fail(error) : done());
    });
    return {
      name: 'played',
      start: async () => {
        if (how !== 'well') throw how;
      },
      stop: async () => {
        stops++;
        end();
      },
      ended,
      trouble: () => undefined,
    };
  };
  return { make, end: (error?: Error) => end(error), lives: () => lives, stops: () => stops };
}

describe('a kept adapter', () => {
  it('is started again until it starts, and again when it ends by itself', async () => {
    const { log, logged, heard } = openTestLog();
    const played = playedAdapter([new Error('no network'), new Error('no network'), 'well', 'well']);
    const started = heard('adapter-started');
    const kept = keepAdapter({ name: 'played', make: played.make, log, pause: 1 });
    expect(kept.trouble()).toBe('starting');
    await started;
    expect([played.lives(), kept.trouble(), kept.current()?.name]).toEqual([3, undefined, 'played']);
    const [ended, again] = [heard('adapter-ended'), heard('adapter-started')];
    played.end();
    await ended;
    expect([kept.current(), kept.trouble()]).toEqual([undefined, 'it ended by itself and is started again']);
    await again;
    expect(played.lives()).toBe(4);
    await kept.stop();
    expect([await kept.over, kept.current(), kept.trouble()]).toEqual(['stopped', undefined, 'stopped']);
    expect(logged.filter((event) => event === 'adapter-failed')).toHaveLength(2);
    expect(played.stops()).toBe(4); // each life is ended, also one that never began
  });

  it('is given up with its own sentence where no waiting helps', async () => {
    const { log, heard } = openTestLog();
    const given = heard('adapter-given-up');
    const wrong = new SetupError('DISCORD_TOKEN is not accepted; copy it anew from https://discord.com/developers');
    const played = playedAdapter([wrong]);
    const kept = keepAdapter({ name: 'played', make: played.make, log, pause: 1 });
    expect(await given).toMatchObject({ adapter: 'played', reason: wrong.message });
    expect([await kept.over, kept.trouble(), played.lives()]).toEqual(['given up', wrong.message, 1]);
    await kept.stop();
  });

  it('is started again when it ends with an error, and given up when the error is one of its setup', async () => {
    const { log, heard } = openTestLog();
    const played = playedAdapter([]);
    const first = heard('adapter-started');
    const kept = keepAdapter({ name: 'played', make: played.make, log, pause: 1 });
    await first;
    const second = heard('adapter-started');
    played.end(new Error('the connection broke'));
    await second;
    played.end(new SetupError('the token was taken back'));
    expect([await kept.over, kept.trouble(), kept.current()]).toEqual([
      'given up',
      'the token was taken back',
      undefined,
    ]);
    expect([played.lives(), played.stops()]).toEqual([2, 2]);
  });

  it('stops at once while it waits for its next attempt', async () => {
    const { log, heard } = openTestLog();
    const failed = heard('adapter-failed');
    const played = playedAdapter([new Error('no network')]);
    const kept = keepAdapter({ name: 'played', make: played.make, log, pause: 3_600_000 });
    expect(await failed).toMatchObject({ again: 'in 3600 s' });
    await kept.stop();
    expect([await kept.over, played.lives()]).toEqual(['stopped', 1]);
  });
});
