// Baseline: MiniSearch, full-text search with BM25, prefixes and typos. Settings tuned by hand on the even-numbered questions.
import MiniSearch from 'minisearch';
import { type Passage, passageSystem } from './passages.ts';
import { words } from './words.ts';

/** Shorter words are whole words, and are spelled right. */
const LEAST_PREFIX = 4;
const LEAST_FUZZY = 5;

export const minisearch = passageSystem(async (passages) => {
  const index = new MiniSearch<Passage>({
    fields: ['text', 'subject', 'topic'],
    tokenize: words,
    searchOptions: {
      prefix: (word) => word.length >= LEAST_PREFIX,
      fuzzy: (word) => (word.length >= LEAST_FUZZY ? 0.2 : false),
      boost: { text: 1, subject: 0.3, topic: 0.3 },
      weights: { prefix: 0.4, fuzzy: 0.3 },
    },
  });
  index.addAll(passages);
  return (question) => {
    const best = index.search(question)[0];
    if (!best) return undefined;
    // BM25 grows with the question. Per word, and by the share of words found, a threshold tells more: measured.
    const asked = words(question).length;
    return { id: best.id as number, score: (best.score / asked) * (best.queryTerms.length / asked) };
  };
});
