// Reads the project's own golden questions, and says where one cannot be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config.ts';
import type { Golden } from './verdict.ts';

const patterns = z.array(z.string()).optional();
const goldenSchema = z.object({
  id: z.string().min(1),
  turns: z.array(z.string()).min(1),
  expect: z.object({ kind: z.string(), all: patterns, any: patterns, none: patterns }),
  tags: z.array(z.string()).default([]),
  reason: z.string().min(1),
});

export type PlacedGolden = Golden & { readonly file: string };

/** A line of a golden file that cannot be read; the message says which, and why. */
export class GoldenError extends Error {}

function parseLine(line: string, place: string): Golden {
  try {
    return goldenSchema.parse(JSON.parse(line));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    throw new GoldenError(
      `${place}  ${issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message}`,
    );
  }
}

/**
 * All golden questions of a folder, in the order of its files.
 * @throws GoldenError when a line cannot be read, or an id stands twice.
 */
export function readGolden(folder = join(projectRoot, 'test', 'golden')): PlacedGolden[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const seen = new Set<string>();
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        if (line.trim() === '') return [];
        const golden = parseLine(line, `${file}:${index + 1}`);
        if (seen.has(golden.id)) throw new GoldenError(`${file}:${index + 1}  id "${golden.id}" stands twice`);
        seen.add(golden.id);
        return [{ ...golden, file }];
      }),
  );
}
