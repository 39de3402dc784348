// Measures one system in a process of its own, so that none warms up, or litters the heap, for another.
import { setTimeout } from 'node:timers/promises';
import type { Asked, Opened, Order, Reply, Run, System, SystemName } from './contract.ts';

async function load(name: SystemName): Promise<System> {
  switch (name) {
    case 'ours':
      return (await import('./ours.ts')).ours;
    case 'minisearch':
      return (await import('./minisearch.ts')).minisearch;
    case 'fuse':
      return (await import('./fuse.ts')).fuse;
    case 'nlp':
      return (await import('./nlp.ts')).nlp;
  }
}

/** Bytes in use after full collections, typed arrays included. */
async function liveBytes(): Promise<number> {
  await setTimeout(100); // what was read from files is let go of later
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

type Round = { readonly replies: readonly Reply[]; readonly milliseconds: readonly number[] };

async function askAll(opened: Opened, system: System, questions: readonly Asked[], name: string): Promise<Round> {
  const replies: Reply[] = [];
  const milliseconds: number[] = [];
  for (const { id, turns, language } of questions) {
    let reply: Reply | undefined;
    for (const input of system.remembers ? turns : [turns.join(' ')]) {
      const began = performance.now();
      reply = await opened.ask(input, language, `${name}:${id}`);
      milliseconds.push(performance.now() - began);
    }
    if (reply) replies.push(reply);
  }
  return { replies, milliseconds };
}

async function measure({ system: name, questions, ...place }: Order): Promise<Run> {
  const bare = await liveBytes();
  const system = await load(name);
  const build = await system.prepare(place);
  const began = performance.now();
  const opened = await build();
  const buildMs = performance.now() - began;
  const heapMb = ((await liveBytes()) - bare) / 2 ** 20;
  // The first so many questions, over and over where there are fewer.
  const passes = questions.length === 0 ? 0 : Math.ceil(system.warmUp / questions.length);
  const warmUp = Array.from({ length: passes }, () => questions).flat();
  await askAll(opened, system, warmUp.slice(0, system.warmUp), 'warm-up');
  const rounds: Round[] = [];
  for (let round = 1; round <= system.rounds; round++) rounds.push(await askAll(opened, system, questions, `${round}`));
  return {
    knowledgeVersion: opened.knowledgeVersion,
    size: opened.size,
    buildMs,
    heapMb,
    replies: rounds.at(-1)?.replies ?? [],
    rounds: rounds.map(({ milliseconds }) => milliseconds),
  };
}

process.once('message', async (order) => {
  const run = await measure(order as Order);
  process.send?.(run, () => process.disconnect());
});
