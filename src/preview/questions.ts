// The questions whose answers every preview shows: typical ones, in test/preview/questions.json.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config.ts';

const questions = z.array(
  z.object({
    /** Names the picture. */
    name: z.string().regex(/^[a-z0-9-]+$/),
    input: z.string().min(1),
    /** Which page of the answer is shown, from 1. */
    page: z.int().min(1).default(1),
  }),
);

export type Typical = z.infer<typeof questions>[number];

/** The typical questions, in the order in which they are shown. */
export const typicalQuestions = async (): Promise<Typical[]> =>
  questions.parse(JSON.parse(await readFile(join(projectRoot, 'test', 'preview', 'questions.json'), 'utf8')));
