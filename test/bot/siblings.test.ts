// A model that is not known is never answered with what is known of its nearest sibling: the costliest mistake there is.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import type { Fact, Knowledge, Subject } from '../../src/knowledge/model.ts';
import { fold } from '../../src/knowledge/text.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const SUFFIXES = [' Pro', ' Max', 'T', ' 2', ' Lite', ' Prime', 'i', ' Mini', ' SE', ' Plus'];
const QUESTIONS = [
  (name: string) => `${name} battery`,
  (name: string) => `how much is the ${name}?`,
  (name: string) => `what screen does the ${name} have`,
];

const isModel = ({ kind, members }: Subject): boolean => kind === 'product' && members.length === 0;
const namesOf = ({ id, names, aliases }: Subject): string[] => [id, names.en, names.zh, ...aliases];
const knownNames = ({ subjects }: Knowledge): Set<string> => new Set([...subjects.values()].flatMap(namesOf).map(fold));

/** The figures that the sibling's facts would show: three digits or more, so that no list number is taken for one. */
const figuresOf = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ value }) => {
    if (value.kind === 'money' || value.kind === 'quantity') return [value.figure];
    return [];
  });

describe('an unknown sibling', () => {
  it.each(SUFFIXES)('of a phone, made by adding "%s", is declined and lends nothing', async (suffix) => {
    const known = knownNames(own.knowledge);
    const phones = [...own.knowledge.subjects.values()].filter((one) => isModel(one) && one.classes.includes('phone'));
    expect(phones.length).toBeGreaterThan(10);
    const mistaken: string[] = [];
    for (const phone of phones) {
      const name = phone.names.en + suffix;
      if (known.has(fold(name))) continue;
      const figures = figuresOf(own.knowledge.facts.filter(({ subject }) => subject === phone.id));
      for (const question of QUESTIONS) {
        const asked = question(name);
        const answer = await own.ask(asked);
        const text = plainText(answer).replaceAll(name, '');
        const lent = figures.filter((figure) => /\d{3}|\d\.\d/.test(figure) && text.includes(figure));
        if (answer.kind !== 'abstain' || answer.facts.length > 0 || lent.length > 0)
          mistaken.push(`${asked} → ${answer.kind}: ${text.slice(0, 90).replaceAll('\n', ' | ')}`);
      }
    }
    expect(mistaken).toEqual([]);
  });

  it('of any product, made by adding "Lite", is declined', async () => {
    const mistaken: string[] = [];
    for (const product of [...own.knowledge.subjects.values()].filter(isModel)) {
      const answer = await own.ask(`how much is the ${product.names.en} Lite`);
      if (answer.kind !== 'abstain') mistaken.push(`${product.names.en} Lite → ${plainText(answer).slice(0, 90)}`);
    }
    expect(mistaken).toEqual([]);
  });

  it.each([
    'redmi note 8 battery',
    'poco x4 price',
    'mi 11 price',
    'mi band 6 battery',
    'redmi 9 prime screen',
    'redmi 9 power battery',
    'redmi 9i screen',
    'redmi 9at price',
    'redmi k30 battery',
    'redmi k40 price',
    'xiaomi 14 battery',
    'mi a1 price',
    'mi 10s price',
    'mi 10t pro price',
    'poco f2 pro battery',
    'poco x2 screen',
    'mi mix fold price',
    'mi smart band 5 pro battery',
    'mi electric scooter essential price',
    'mi electric scooter 3 price',
    'mi tv stick 4k price',
    'mi tv lux 55 oled price',
    'mi true wireless earphones 2 pro price',
    'iphone 15 price',
    'galaxy s20 battery',
    '红米 Note 8 的电池',
    '小米11多少钱',
    '红米9i多少钱',
  ])('%s', async (question) => {
    const answer = await own.ask(question);
    expect([answer.kind, plainText(answer)]).toEqual(['abstain', expect.any(String)]);
    expect(answer.facts).toEqual([]);
  });

  it('is declined by command as well', async () => {
    for (const line of [
      '/spec redmi note 8',
      '/spec poco x4',
      '/price mi 11',
      '/compare redmi 9a vs redmi 9d',
      '/spec redmi 9a max',
    ]) {
      const answer = await own.ask(line);
      expect([line, answer.kind, answer.facts]).toEqual([line, 'abstain', []]);
    }
  });

  it('is declined in a follow-up, though its sibling was spoken of', async () => {
    const answer = await own.converse('how much is the redmi 9a?', 'and the redmi 9d?');
    expect([answer.kind, answer.facts]).toEqual(['abstain', []]);
    expect(plainText(answer)).not.toMatch(/\b99\b/);
  });

  it('is told by its name, and what is near it is offered', async () => {
    const answer = await own.ask('redmi note 8 battery');
    expect(answer.lead.toLowerCase()).toContain('redmi note 8');
    expect(answer.lines.join(' ')).toContain('Redmi 9');
    expect(answer.choices.length).toBeGreaterThan(0);
    for (const { ask } of answer.choices) expect((await own.ask(ask)).kind).toBe('answer');
  });
});

describe('a known product', () => {
  it('answers to every one of its names: English, Chinese, alias and slug', async () => {
    const deaf: string[] = [];
    for (const product of [...own.knowledge.subjects.values()].filter(isModel)) {
      for (const name of namesOf(product)) {
        const answer = await own.ask(`/spec ${name}`);
        const about = new Set(answer.facts.map(({ subject }) => subject));
        // A product of which no fact of its own is held is introduced in a sentence that names it.
        const introduced =
          about.size === 0 && [product.names.en, product.names.zh].some((own) => answer.lead.includes(own));
        if (answer.kind !== 'answer' || !(about.has(product.id) || introduced))
          deaf.push(`${product.id}: ${name} → ${answer.kind}`);
      }
    }
    expect(deaf).toEqual([]);
  });
});
