// What is one word, one thing or one person, and what stands apart: signs within names, quotations, classes of several, clauses.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a sign within what is known as one', () => {
  it.each([
    ['what was smartphone+aiot changed into at the beginning of 2020', /5G\+AI\+IoT/],
    ['what is the r&d budget for 2020', /RMB 10 billion/],
  ])('does not cut %s', async (question, expected) => expect(await own.text(question)).toMatch(expected));

  it('joins two that are asked for', async () => {
    expect(await own.text('wang xiang - role + joined when?')).toMatch(/President.*2015/s);
  });
});

describe('a quotation mark', () => {
  it.each([
    ['what is "Xiaomi Share" for', /music, video/],
    ['when did lei jun say "r u ok"', /2015/],
  ])('is no part of the words in %s', async (question, expected) => expect(await own.text(question)).toMatch(expected));

  it('behind a figure means inches', async () => {
    expect(await own.text('price of the 34" monitor')).toMatch(/EUR 399/);
  });
});

describe('where several could be meant', () => {
  it('the price of each is told', async () => {
    expect(await own.text('how much is a mi scooter')).toMatch(/399.*499/s);
    expect(await own.text('how much does the oled tv cost')).toMatch(/12,999/);
  });

  it('it is asked who', async () => {
    const answer = await own.ask('when did he join xiaomi');
    expect([answer.kind, plainText(answer)]).toEqual([
      'clarify',
      expect.stringMatching(/^Who do you mean\?.*Lu Weibing/),
    ]);
    expect(answer.facts).toEqual([]);
  });
});

describe('what stands beside', () => {
  it('a second clause goes on with the person of the first', async () => {
    expect(await own.text('procurement committee chairman, who and since when at xiaomi')).toMatch(
      /Zhang Feng joined Xiaomi in September 2016/,
    );
  });

  it('a day that is given is not what is asked', async () => {
    expect(await own.text('who were the partners announced on 16 august 2020')).toMatch(/Wang Xiang.*Lu Weibing/);
  });

  it('a thing behind what a product has is no class of products', async () => {
    const { facts } = await own.ask('what is that MMT thing of the poco x3 nfc');
    expect(facts.map(({ attribute }) => attribute)).toEqual(['charging-technology']);
  });

  it('a comparative before a comma is of what is asked, not of the name behind it', async () => {
    expect(await own.text('which display is brighter: redmi 9a or poco x3 nfc')).toMatch(/450 nits/);
  });
});

describe('a figure', () => {
  it('behind the name of its owner counts, and is no model', async () => {
    expect(await own.text('xiaomis 3 principles to live by')).toMatch(/coolest/);
  });

  it('of the variant before is not asked of a product without it', async () => {
    const answer = await own.converse('redmi 9 price 3/32', 'and the 9a?');
    expect(plainText(answer)).toMatch(/Redmi 9A.*EUR 99/);
  });

  it('is what answers by how much one is better', async () => {
    expect(await own.text('how much better is the heart rate sensor of the band 5')).toMatch(/50%/);
  });
});
