// Names as people write them: by a variant's size, by a number beside a sibling, in the possessive, around a point or a verb.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a variant', () => {
  it.each([
    ['how much for the poco x3 128', /269/, /229/],
    ['poco x3 64 price please', /229/, /269/],
    ['price of redmi 9c 64g', /139/, /119/],
    ['redmi 9 4+64 price', /169/, /149/],
    ['红米9C 3+64卖多少钱', /139/, /119/],
    ['红米9 32G价格', /149/, /169/],
  ])('is told by its sizes: %s', async (question, price, other) => {
    const text = await own.text(question);
    expect(text).toMatch(price);
    expect(text).not.toMatch(other);
  });

  it.each([
    ['what does the redmi 9a with 8 gb cost', '8GB', '2GB+32GB'],
    ['redmi 9c 6+128 price', '6GB+128GB', '3GB+64GB'],
    ['红米9A 4+64多少钱', '4GB+64GB', '2GB+32GB'],
    ['x3 nfc有没有12+256', '12GB+256GB', '6GB+128GB'],
    ['does the poco x3 come in 4+64', '4GB+64GB', '6GB+64GB'],
  ])('that is not known is declined, and those that are are named: %s', async (question, asked, known) => {
    const answer = await own.ask(question);
    expect([answer.kind, answer.facts]).toEqual(['abstain', []]);
    expect(plainText(answer)).toContain(asked);
    expect(plainText(answer)).toContain(known);
  });

  it('is not read out of another number behind a name', async () => {
    for (const question of ['poco x3 256 price', 'redmi 9 5 price', 'redmi 9 64t price'])
      expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
  });
});

describe('a size beside a name', () => {
  it('that has another in it is another product', async () => {
    for (const question of ['what does a 55 inch mi tv lux oled cost', '24 inch mi curved gaming monitor price'])
      expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
    expect(await own.text('how much is the 34 inch mi curved gaming monitor')).toMatch(/399/);
  });
});

describe('names given together', () => {
  it.each([
    'are the 9c and 9 equally heavy, what do they weigh',
    'weights of the 9/9c',
    'which weighs more, the 9 or the 9c',
  ])('share what only one of them is called by: %s', async (question) => {
    const text = await own.text(question);
    expect(text).toMatch(/198/);
    expect(text).toMatch(/196/);
  });

  it('may stand side by side', async () => {
    const text = await own.text('weights of redmi 9 9a and 9c');
    for (const weight of [/198/, /194/, /196/]) expect(text).toMatch(weight);
  });

  it('leave a number that counts something alone', async () => {
    expect((await own.ask('poco x3 and 9 other phones, list them')).facts).not.toContain('redmi-9/weight');
  });
});

describe('a name', () => {
  it.each([
    ['what is cheng weis company', /DiDi/],
    ["who founded didi, and what was lei's role at xiaomi", /founder/i],
    ["how many users were miui's in the second quarter of 2020", /343\.5/],
  ])('is read in the possessive: %s', async (question, said) => {
    expect(await own.text(question)).toMatch(said);
  });

  it.each(['what part did mitsui play', 'what did kingsoft play in the sharp talks', 'leica x xiaomi, which phones'])(
    'takes in no verb or sign behind it: %s',
    async (question) => {
      expect(await own.text(question)).not.toMatch(/product called/);
    },
  );

  it('takes in a suffix that no verb is', async () => {
    for (const question of ['does the redmi play have nfc', 'redmi play price', 'poco x price'])
      expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
  });

  it('takes in no place in a ranking, and nothing behind its possessive', async () => {
    expect(await own.text('bcg ranks xiaomi 24th of what')).toMatch(/50 most innovative/);
    expect(await own.text("what are the redmi 9c's pros")).not.toMatch(/product called/);
  });

  it('takes in no ratio', async () => {
    expect(await own.text('is the monitor of xiaomi 16:9 or wider')).toMatch(/21:9/);
  });
});

describe('a word', () => {
  it('of the language of the question is that, whatever it is in another', async () => {
    expect(await own.text('quanto costano con early bird le cuffie delle Mi True Wireless Earphones 2 Basic')).toMatch(
      /29\.99/,
    );
    expect((await own.ask('who got stuck at the door')).facts.join(' ')).not.toMatch(/units-sold/);
  });

  it('that is short and has a point ends no sentence', async () => {
    expect(await own.text('adj. net profit in the second quarter of 2020')).toMatch(/3\.37/);
    expect(await own.text('how heavy is, approx. the redmi 9')).toMatch(/198/);
  });
});

it('what names an attribute is no part of a name', async () => {
  const { facts } = await own.ask('how wide does the ultra wide on redmi 9 see');
  expect(new Set(facts.map(({ subject }) => subject))).toEqual(new Set(['redmi-9']));
});

it('tells both of the two that a name alone may mean', async () => {
  const text = await own.text('how much is the ultra');
  expect(text).toMatch(/Mi 10 Ultra/);
  expect(text).toMatch(/Redmi K30 Ultra/);
  expect(text).toMatch(/1,999/);
  expect(await own.text('what is the ultra wide camera of the redmi 9')).not.toMatch(/K30/);
});
