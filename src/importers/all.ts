// Every importer: a new one is a file beside this and a line here.
import type { Importer } from './contract.ts';
import { lineageos } from './lineageos.ts';
import { support } from './support.ts';

export const allImporters: readonly Importer[] = [lineageos, support];
