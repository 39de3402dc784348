// What the many processes of the program that tests start are given, so that Node compiles its files once for all of them.
import { resolve } from 'node:path';

/** Part of a process's environment. */
export const COMPILED = { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '..', '..', '.cache', 'compile') };
