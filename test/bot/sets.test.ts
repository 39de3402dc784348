// Questions about two things or about all of a kind: whether they are alike, what they come to, and what of a kind that there is none of.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const figure = (subject: string, attribute: string, currency?: string): number => {
  for (const fact of own.knowledge.facts) {
    if (fact.subject !== subject || fact.attribute !== attribute || fact.offer === 'early-bird') continue;
    if (fact.value.kind === 'quantity') return fact.value.min;
    if (fact.value.kind === 'money' && fact.value.currency === currency) return fact.value.amount;
  }
  throw new Error(`${subject} / ${attribute} has no figure`);
};
const shown = (value: number): string => value.toLocaleString('en-US');

describe('whether two are the same', () => {
  it.each([
    ['is the weight of the redmi 9a and the redmi 9c the same?', 'redmi-9a', 'redmi-9c', 'weight'],
    ['do redmi 9 and redmi 9c have the same charging power', 'redmi-9', 'redmi-9c', 'charging-power'],
    ['红米9和红米9A重量一样吗', 'redmi-9', 'redmi-9a', 'weight'],
    ['are the redmi 9 and 9c identical in battery capacity', 'redmi-9', 'redmi-9c', 'battery-capacity'],
  ])('is told with the value of each: %s', async (question, one, other, attribute) => {
    const answer = await own.ask(question);
    const text = plainText(answer);
    expect(answer.kind).toBe('answer');
    expect(text).toContain(shown(figure(one, attribute)));
    expect(text).toContain(shown(figure(other, attribute)));
  });

  it('takes of two words the attribute that both stand for', async () => {
    const text = plainText(await own.ask('is the size of the screen the same on redmi 9a and redmi 9'));
    expect(text).toMatch(/no difference/i);
    expect(text).toContain(String(figure('redmi-9', 'display-size')));
  });
});

describe('what several cost together', () => {
  it.each(['redmi 9a and mi band 5 together, what do they cost?', 'price of a redmi 9a and a mi band 5 combined'])(
    'is added up: %s',
    async (question) => {
      const sum = figure('redmi-9a', 'price', 'EUR') + figure('mi-smart-band-5', 'price', 'EUR');
      const text = plainText(await own.ask(question));
      expect(text).toContain(sum.toFixed(2));
      expect(text).toContain(String(figure('mi-smart-band-5', 'price', 'EUR')));
    },
  );
});

describe('a few of a kind', () => {
  it.each(['compare your scooters', 'differences between the scooters'])('stand side by side: %s', async (question) => {
    const text = plainText(await own.ask(question));
    for (const subject of ['mi-electric-scooter-1s', 'mi-electric-scooter-pro-2'])
      expect(text).toContain(String(figure(subject, 'range')));
  });

  it('stand side by side where a family and their number are named', async () => {
    const text = plainText(await own.ask('compare the two tv lux televisions'));
    for (const subject of ['mi-tv-lux-65-oled', 'mi-tv-lux-transparent-edition'])
      expect(text).toContain(own.knowledge.subjects.get(subject)?.names.en);
  });
});

describe('a kind of which there is no product', () => {
  it.each(['which tablet is the cheapest?', 'tablets below 300 euros', 'list the laptops', 'price of the smartwatch'])(
    'is answered with nothing else: %s',
    async (question) => {
      const answer = await own.ask(question);
      expect(answer.kind).toBe('abstain');
      expect(plainText(answer)).toMatch(/no such product/);
    },
  );

  it('does not keep what is told of it from being told', async () => {
    expect(plainText(await own.ask('are laptops counted among the connected iot devices?'))).toMatch(/left out|exclud/);
  });
});
