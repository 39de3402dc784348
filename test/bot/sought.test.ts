// What is sought by a word that names no product: a feature's meaning, the only one of a class, a unit, several things or times at once.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const says = async (question: string, ...expected: readonly RegExp[]): Promise<void> => {
  const text = await own.text(question);
  for (const one of expected) expect(text).toMatch(one);
};
const declines = async (question: string): Promise<void> => {
  const { kind, facts } = await own.ask(question);
  expect([question, kind, facts]).toEqual([question, 'abstain', []]);
};

describe('a feature', () => {
  it.each([
    ['what does ALLM stand for', /Auto Low Latency Mode/],
    ['eARC meaning?', /Enhanced Audio Return Channel/],
    ['what is MEMC', /keeps fast motion clear/],
    ['PAI stands for what', /Personal Activity Intelligence/],
  ])('is told of where its meaning is asked: %s', (question, expected) => says(question, expected));

  it('is listed where it is asked what has it', () => says('what has MEMC', /Mi TV Lux 65″ OLED and Mi TV LUX/));
});

describe('the only product of a class', () => {
  it.each([
    ['early bird price of the earphones', /29[.,]99/],
    ['how many hz does the monitor do', /144/],
  ])('is meant by the class: %s', (question, expected) => says(question, expected));

  it('lends no other thing its attribute’s name', () => declines('monitor ports'));
});

it('things beside a person are given when the person gave them, not when they were launched', () =>
  says('when did xi give lee xiaomi phones', /1 November 2025/));

describe('a unit', () => {
  it.each([
    ['poland, percent?', /27\.5%/],
    ['what percent of phones in poland are theirs', /27\.5%/],
    ['how much in grams is the redmi 9a', /194 g|196 g/],
  ])('asks for what is measured in it: %s', (question, expected) => says(question, expected));

  it.each(['how many megapixels does the mi 10 ultra have', 'how many poco x3 were sold'])(
    'is not met by a figure of another: %s',
    declines,
  );

  it('may be left out of a bound on a price', () => says('phones under 120', /Redmi 9A and Redmi 9C/));

  it('asks for the difference of what two have in it', () =>
    says('how many extra km from the scooter pro 2 over the 1s', /15 km/, /45 km/, /30 km/));
});

describe('several things asked at once', () => {
  it('each get their own value', async () => {
    await says('红米9A用什么处理器，几纳米，主频多少', /G25/, /12 nm/, /2\.0 GHz/);
    await says('mi monitor: curve, aspect and resolution?', /1500R/, /21:9/, /3440×1440/);
  });

  it('may be two times of one figure', () =>
    says('how many iot devices were connected in march and in june 2020', /252 million/, /271\.0 million/));
});

describe('a letter and a figure', () => {
  it('are met where they stand so', () => says('who praised his mate x6', /Maduro/));
  it('are not met by the figure alone', () => declines('what was the revenue in q5 of 2020'));
  it('of a standard that a product has make no other model', () => says('is the lux tv 4k', /4K/));
  it('of one that it has not may be another model', () => declines('mi tv stick 4k price'));
});

it('a short clause of time behind a question asks nothing itself', () =>
  says('where did the mi 10 ultra rank on dxomark when it came out', /first in the world|No\. 1/));
