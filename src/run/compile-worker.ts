// The thread that reads, checks and compiles the knowledge, so that questions are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { bytesOf, openKnowledge } from '../bot/open.ts';
import { KnowledgeError } from '../knowledge/faults.ts';
import { digestOf, readRawFiles } from '../knowledge/raw-files.ts';

/** What came of it: the compiled knowledge as bytes, or what is wrong with its files. */
export type Loaded = { readonly digest: string; readonly faults?: string; readonly bytes?: Uint8Array };

const { folders, cache } = workerData as { folders: readonly string[]; cache: string };
/** A log line names the first faults; `npm run check` names all. */
const MOST_CHARACTERS = 1500;

async function load(): Promise<Loaded> {
  let digest = '';
  try {
    digest = digestOf(readRawFiles(folders).files);
    return { digest, bytes: bytesOf(await openKnowledge(folders, cache)) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { digest, faults: error.message.slice(0, MOST_CHARACTERS) };
    throw error;
  }
}

parentPort?.postMessage(await load());
