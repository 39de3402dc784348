// The same facts for the baselines: each as the sentence in which the bot would state it, with its source.

import { openKnowledge } from '../src/bot/open.ts';
import { Composer } from '../src/bot/telling/compose.ts';
import type { Knowledge } from '../src/knowledge/model.ts';
import type { Language, Opened, Place, Reply, System } from './contract.ts';
import { DECLINED } from './contract.ts';

/** A fact as a text search sees it. `id` is its position. */
export type Passage = {
  readonly id: number;
  readonly text: string;
  /** Name of what it is about. */
  readonly subject: string;
  /** What it says of that. */
  readonly topic: string;
  readonly source: string;
};

/** The best passage for a question, by position, and its score; higher is surer. */
export type Hit = { readonly id: number; readonly score: number };
export type Search = (question: string) => Hit | undefined | Promise<Hit | undefined>;

function render(knowledge: Knowledge, language: Language): Passage[] {
  const composer = new Composer(knowledge, language, language);
  return knowledge.facts.map((fact, id) => ({
    id,
    text: composer.sentence(fact),
    subject: composer.format.subject(fact.subject),
    topic: fact.about ? composer.messages.text(fact.about) : composer.format.label(fact.attribute),
    source: fact.source,
  }));
}

/** Enough to compile the code of a search; few, as NLP.js remembers texts that it has seen. */
const WARM_UP = 50;

/** A system that answers with the best passage, in the question's language. */
export const passageSystem = (
  build: (passages: readonly Passage[], language: Language) => Promise<Search>,
): System => ({
  remembers: false,
  warmUp: WARM_UP,
  rounds: 1,
  async prepare({ knowledge: folder, cache }: Place) {
    const { knowledge } = await openKnowledge(folder, cache);
    const { version } = knowledge;
    const passages = { en: render(knowledge, 'en'), zh: render(knowledge, 'zh') };
    return async (): Promise<Opened> => {
      const search = { en: await build(passages.en, 'en'), zh: await build(passages.zh, 'zh') };
      return {
        knowledgeVersion: version,
        size: passages.en.length,
        async ask(question, language): Promise<Reply> {
          const hit = await search[language](question);
          const passage = hit && passages[language][hit.id];
          return passage
            ? { kind: 'answer', text: passage.text, sources: [passage.source], score: hit.score }
            : DECLINED;
        },
      };
    };
  },
});
