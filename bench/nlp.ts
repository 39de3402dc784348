// Baseline: NLP.js (the engine of node-nlp's NlpManager) as one answers an FAQ with it: a fact an intent, learned from its sentence.
/// <reference path="./nlpjs.d.ts" />
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { Nlp } from '@nlpjs/nlp';
import { passageSystem } from './passages.ts';
import { allWords } from './words.ts';

export const nlp = passageSystem(async (passages, language) => {
  const container = containerBootstrap();
  container.use(LangEn);
  // Its own Chinese words come from a dictionary under CC BY-SA, which this project does not install.
  container.register('tokenizer-zh', { tokenize: allWords }, true);
  const manager = new Nlp({ container, autoSave: false, autoLoad: false, calculateSentiment: false, threshold: 0 });
  manager.useNlu('NeuralNlu', [language], '*', { log: false, useNoneFeature: true });
  manager.addLanguage([language]);
  for (const { id, text, topic } of passages) manager.addDocument(language, `${topic}: ${text}`, `${id}`);
  await manager.train();
  return async (question) => {
    const { intent, score } = await manager.process(language, question);
    return intent === undefined || intent === 'None' ? undefined : { id: Number(intent), score };
  };
});
