// The commands there are, in the order in which help shows them.
import type { Command } from '../src/command.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { fact } from './fact.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { price } from './price.ts';
import { sources } from './sources.ts';
import { spec } from './spec.ts';

export const allCommands: readonly Command[] = [spec, price, compare, find, fact, ask, sources, help];
