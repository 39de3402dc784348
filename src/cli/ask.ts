// `npm run ask`: keeps compiled code from one run to the next, so that a single question is answered at once.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'compile')); // only a folder that can be written helps
const { runAsk } = await import('./ask-run.ts');
await runAsk();
