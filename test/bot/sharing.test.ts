// Several question words in front of one clause: each asks of all that the clause says, and none is answered by itself.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('question words joined in front of a clause', () => {
  it.each([
    ['when and with whom was the bet made', /12 December 2013/, /lockdown/],
    ['when, where and by whom was the bet made', /12 December 2013/, /lockdown/],
    ['when and by whom was roborock founded', /Chang Jing/, /lockdown/],
    ['where and when was r u ok said', /India/, /Beijing/],
  ])('are answered of it: %s', async (question, expected, other) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
    expect(plainText(answer)).not.toMatch(other);
  });

  it('behind a clause ask of it, too', async () => {
    const text = plainText(await own.ask('who founded xiaomi and when'));
    expect(text).toMatch(/Lei Jun/);
    expect(text).toMatch(/2010/);
  });
});

describe('a question word alone', () => {
  it.each(['when', 'who', 'where?', 'in which year'])(
    'is not answered where nothing was spoken of: %s',
    async (question) => {
      expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
    },
  );

  it('asks of what was spoken of', async () => {
    expect(plainText(await own.converse('when did xiaomi ipo', 'where'))).toMatch(/Hong Kong/);
  });
});

it('what stands before an enumeration, and the time behind it, are of each', async () => {
  const text = await own.text('revenue from phones, iot and internet services in q2 2020');
  for (const figure of ['31.628', '15.253', '5.908']) expect(text).toContain(figure);
  expect(text).not.toMatch(/61\.952|11\.808/);
});

it('asked with its sizes, the price is told of each variant', async () => {
  const text = await own.text('ram/storage versions of the redmi 9c and what each costs');
  for (const figure of ['EUR 119', 'EUR 139']) expect(text).toContain(figure);
});
