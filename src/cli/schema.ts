// `npm run schema`: writes knowledge/schema/*.json from the zod schemas, for editors to complete and check with.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonSchemas } from '../knowledge/json-schema.ts';

const folder = resolve('knowledge/schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(join(folder, `${name}.json`), text);
  console.log(`knowledge/schema/${name}.json`);
}
