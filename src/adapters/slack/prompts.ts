// What the agent view suggests to ask: sentences of the bot's own, about what the knowledge holds.
import type { About } from '../../bot/contract.ts';
import { clip } from '../../chat/clean.ts';
import type { Chat } from '../../chat/contract.ts';
import { LIMITS } from './limits.ts';

type Prompt = { readonly title: string; readonly message: string };
/** As `assistant.threads.setSuggestedPrompts` and the manifest take them; at least one prompt. */
export type Prompts = { readonly title: string; readonly prompts: [Prompt, ...Prompt[]] };

/** At most four questions, each of which is answered. */
export function promptsFor(about: About, say: Chat['say'], language: string): Prompts {
  const blanks = { company: about.company?.name ?? '', product: about.recent[0]?.label ?? '' };
  const prompt = (id: string): Prompt => {
    const message = say(id, language, blanks);
    return { title: clip(message, LIMITS.buttonText.most), message };
  };
  return {
    title: say('slack-try', language),
    prompts: [
      prompt('slack-prompt-find'),
      prompt('slack-prompt-most'),
      ...(about.recent.length > 0 ? [prompt('slack-prompt-product')] : []),
      ...(about.company ? [prompt('slack-prompt-company')] : []),
    ],
  };
}
