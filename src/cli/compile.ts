// `npm run compile`, run by `npm ci` as well: compiles the knowledge once, so that the first question is answered as fast as the next.
import { openKnowledge } from '../bot/open.ts';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import { failure } from './failure.ts';

try {
  loadEnvironmentFile();
  const { knowledge, cache } = readConfig();
  await openKnowledge(knowledge, cache);
} catch (error) {
  // Installing must not fail over a fact: `npm start` and `npm run check` say the same, and stop.
  console.error(failure(error));
}
