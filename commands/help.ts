// /help: what can be asked, with examples.
import type { Command } from '../src/command.ts';

export const help: Command = {
  name: 'help',
  description: { en: 'What can be asked, with examples', zh: '可以问什么，附例子' },
  options: [],
  examples: ['/help'],
  toRequest: () => ({ kind: 'help' }),
};
