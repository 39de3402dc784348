// The JSON Schemas for editors, generated from the same zod schemas that loading uses.
import { z } from 'zod';
import { fileSchemas } from './entries.ts';

/** File name without extension → the text of its JSON Schema (draft 2020-12). */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fileSchemas).map(([name, schema]) => [
      name,
      `${JSON.stringify({ title: `Knowledge: ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
