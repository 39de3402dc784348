// Measures one engine at one size in a process of its own, so that none warms up, or litters the heap, for another.
import { setTimeout } from 'node:timers/promises';
import { namesOf } from './lookup-catalogue.ts';
import type { Engine, EngineName, NameEntry, Order, Run } from './lookup-contract.ts';
import { measure } from './lookup-measure.ts';
import { makeQueries } from './lookup-queries.ts';

async function load(name: EngineName): Promise<Engine> {
  if (name === 'ours' || name === 'map') return (await import('./lookup-ours.ts'))[name];
  return (await import('./lookup-libraries.ts')).libraries[name];
}

/** Bytes in use after full collections, typed arrays included. */
async function liveBytes(): Promise<number> {
  await setTimeout(50);
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function run({ engine: name, size, queries, seconds }: Order): Promise<Run> {
  const { products, classes } = makeQueries(size, queries);
  const entries = products.flatMap((one, product): NameEntry[] =>
    namesOf(one).map((text) => ({ name: text, product })),
  );
  const engine = await load(name);
  const bare = await liveBytes();
  const before = process.cpuUsage();
  const began = performance.now();
  const searcher = await engine.build(entries);
  const buildMs = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const buildCpuMs = (user + system) / 1000;
  const memoryMb = ((await liveBytes()) - bare) / 2 ** 20;
  const results = measure(searcher, classes, seconds);
  const { label, settings } = engine;
  return {
    engine: name,
    label,
    settings,
    size,
    names: entries.length,
    buildMs,
    buildCpuMs,
    memoryMb,
    classes: results,
  };
}

process.once('message', async (order) => {
  const result = await run(order as Order);
  process.send?.(result, () => process.disconnect());
});
