// How the tests run: in threads, with room for those that start real processes on a slow machine.
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start no process and leave nothing behind: they share a worker, and with it the knowledge that it has opened. */
const QUIET = [
  'adapters/slack',
  'adapters/console',
  'bot',
  'chat',
  'golden',
  'importers',
  'knowledge',
  'lookup',
  'property',
  'settings',
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    pool: 'threads',
    // Many tests wait for processes that they started: one worker more than cores keeps the cores busy.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'quiet', include: QUIET, isolate: false } },
      {
        extends: true,
        test: { name: 'running', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...QUIET] },
      },
    ],
  },
});
