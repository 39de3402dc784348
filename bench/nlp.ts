// Baseline: NLP.js (the engine of node-nlp's NlpManager) as one answers an FAQ with it: each fact an intent. Tuned as the others.
/// <reference path="./nlpjs.d.ts" />
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { Nlp } from '@nlpjs/nlp';
import { passageSystem } from './passages.ts';
import { allWords } from './words.ts';

/** Training on to the end takes a minute, and answers no better: measured. */
const EPOCHS = 6;

export const nlp = passageSystem(async (passages, language) => {
  const container = containerBootstrap();
  container.use(LangEn);
  // Its own Chinese words come from a dictionary under CC BY-SA, which this project does not install.
  container.register('tokenizer-zh', { tokenize: allWords }, true);
  const manager = new Nlp({ container, autoSave: false, autoLoad: false, calculateSentiment: false, threshold: 0 });
  manager.useNlu('NeuralNlu', [language], '*', {
    log: false,
    useNoneFeature: true,
    keepStopwords: false,
    iterations: EPOCHS,
  });
  manager.addLanguage([language]);
  for (const { id, text, subject, topic } of passages) {
    manager.addDocument(language, text, `${id}`);
    manager.addDocument(language, `${subject} ${topic}`, `${id}`);
  }
  await manager.train();
  return async (question) => {
    const { intent, score } = await manager.process(language, question);
    return intent === undefined || intent === 'None' ? undefined : { id: Number(intent), score };
  };
});
