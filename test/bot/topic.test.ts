// A turn of a conversation that names nothing: what it is of is what was spoken of, and of what was listed it picks one.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const told = async (turns: readonly string[], expected: RegExp): Promise<void> => {
  const answer = await own.converse(...turns);
  expect([turns, answer.kind, plainText(answer)]).toEqual([turns, 'answer', expect.stringMatching(expected)]);
};

describe('a turn that several things could answer', () => {
  it.each([
    ['is of the part that was spoken of', ['x3 selfie camera?', 'and its aperture'], /^(?!.*1\.89).*f\/2\.2/s],
    ['is of the list that was spoken of', ['is xiaomi on the forbes list', 'what rank'], /^(?!.*422).*384/s],
    ['is of the ranking it speaks of as "there"', ['brandz rank', 'how many chinese companies are on there'], /\b17\b/],
    ['keeps the variant', ['how much is the x3 64gb', 'and early bird?'], /^(?!.*249).*199/s],
    ['is of the product, not of the place', ['when was the mi 4 launched in india', 'how did it sell'], /flatlined/],
    ['goes on twice', ['mi 4 india launch?', 'how many phones', 'what happened to them'], /cleared/],
  ])('%s: %j', async (_what, turns, expected) => told(turns, expected));

  it('is of nothing else, where it names what is asked itself', async () => {
    await told(['xiaomi hq?', 'employees?'], /19,000/);
  });
});

describe('a turn after a list', () => {
  it.each([
    ['picks among it', ['phones with nfc', 'which is cheapest'], /^Redmi 9C.*119/],
    ['picks once more', ['phones with nfc', 'which is cheapest', 'and which has the biggest battery'], /^POCO X3 NFC/],
    ['picks with two words', ['which phones have a 5000 mah battery', 'the lightest?'], /^Redmi 9A.*194 g/],
    ['picks in another language', ['有哪些手机支持NFC', '哪个最便宜'], /9C.*119/],
    [
      'picks among what was announced',
      ['what phones did xiaomi announce on july 15 2020', 'which one is cheapest'],
      /99/,
    ],
    ['asks of each', ['which phones have a 5000 mah battery', 'what do they weigh'], /194 g.*196 g/s],
    ['tells which of them has what is named', ['phones under 150 euro', 'which one has nfc'], /^Redmi 9 and Redmi 9C/],
    ['picks from the same things', ['lightest phone', 'and the heaviest one?'], /^POCO X3 NFC: 215 g/],
    ['picks from a long list', ['what phones does xiaomi have', 'which is cheapest'], /^Redmi 9A/],
    [
      'picks among those that were picked',
      ['phones under 200 euros', 'which have nfc', 'which is the cheapest'],
      /^Redmi 9C/,
    ],
    ['asks of the only one', ['xiaomi wearables', 'price'], /39\.99/],
    ['asks of each of a list of names', ['xiaomi tvs', 'prices'], /12,999.*49,999/s],
    ['goes on with both', ['redmi 9 vs poco x3', 'which is heavier', 'battery?'], /5,160.*5,020/],
    [
      'goes on with the one that was picked',
      ['list xiaomi tvs', 'which is the biggest', 'how much is it'],
      /^(?!.*49,999).*12,999/s,
    ],
    ['picks the only one', ['which phones have 128 gb', 'which of those is cheapest'], /^POCO X3 NFC.*229/],
  ])('%s: %j', async (_what, turns, expected) => told(turns, expected));
});

describe('a turn that asks for less than it says', () => {
  it.each([
    ['another that may have it, too', ['which phones have nfc', 'does the 9a have it'], /NFC/],
    ['a difference, and no price', ['which scooter has the longer range', 'and by how much'], /^(?!.*499)/s],
  ])('%s: %j', async (_what, turns, expected) => {
    const answer = await own.converse(...turns);
    expect([turns, answer.kind, plainText(answer)]).toEqual([turns, 'abstain', expect.stringMatching(expected)]);
  });
});

describe('a turn of everyday words', () => {
  it.each([
    ['asks with them', ['who was the first person hired', 'what did he want to do instead'], /music streaming/],
    [
      'only asks for whom it names',
      ['how much is the scooter pro 2', 'any special edition of it?'],
      /special edition.*Mercedes/i,
    ],
  ])('%s: %j', async (_what, turns, expected) => told(turns, expected));
  it('is not told of the first of several, where one of them is asked for', async () => {
    const turns = ['who are the new partners', 'which of them is the oldest'];
    expect([turns, (await own.converse(...turns)).kind]).toEqual([turns, 'abstain']);
  });
  it('is told nothing of somebody else', async () => {
    const turns = ['who is lei jun', 'what did he use'];
    expect([turns, (await own.converse(...turns)).kind]).toEqual([turns, 'abstain']);
  });
});

describe('what a company has', () => {
  it('is not told of the company itself, where somebody else was spoken of', async () => {
    for (const turns of [
      ["what is huawei's revenue", 'and profit?'],
      ['apple ceo', 'and the revenue?'],
      ['samsung market share q2 2020', 'and rank?'],
      ['roborock', 'when founded'],
      ['who is chew shou zi', 'nationality'],
    ])
      expect([turns, (await own.converse(...turns)).kind]).toEqual([turns, 'abstain']);
  });
  it.each([
    ['is its own after a question on its place', ['where does xiaomi rank on forbes', 'employees?'], /19,000/],
    ['is not asked of the market that was spoken of', ['mi 4 india', 'who is the ceo'], /^Lei Jun.*CEO/],
    ['is its place on another list', ['fortune rank 2020', 'how about forbes', 'and brandz'], /81/],
  ])('%s: %j', async (_what, turns, expected) => told(turns, expected));
});

describe('a word that asks where something comes from', () => {
  it('has what was told said again, with its source', async () => {
    await told(['redmi 9 battery', 'source?'], /5,020 mAh/);
  });
});

describe('what one has, asked of all of its kind', () => {
  const all = /^POCO X3 NFC, Redmi 9 and Redmi 9C\./;
  it.each([
    'which phones do?',
    'which ones do',
    'which others do?',
    'which phones have it',
    'which other phones have that too?',
  ])('"does the 9C have NFC" – %s', async (turn) => told(['does the redmi 9c have nfc', turn], all));

  it.each(['哪些手机有？', '还有哪些手机支持'])('%s', async (turn) => {
    await told(['redmi 9c有NFC吗', turn], /^POCO X3 NFC、红米 9和红米 9C/);
  });

  it('goes on behind a pronoun', async () => {
    await told(['how much is the redmi 9c', 'does it have nfc', 'which phones do?'], all);
  });

  it('counts them', async () => {
    await told(['does the redmi 9c have nfc', 'how many phones do'], /^3: POCO X3 NFC, Redmi 9/);
  });

  it.each(['what phones are there', 'list all phones'])('"%s" asks by itself', async (turn) => {
    await told(['does the redmi 9c have nfc', turn], /Redmi 9A.*Xiaomi 17/);
  });
});

describe('a question of all of a kind, behind one of a product', () => {
  it.each([
    ['redmi 9c price', 'which models have nfc', /^POCO X3 NFC, Redmi 9 and Redmi 9C\./],
    ['redmi 9c price', 'cheapest xiaomi phone in euros', /^Redmi 9A: EUR 99/],
    ['redmi 9c weight', 'and the lightest phone?', /^Redmi 9A: 194 g/],
    ['cheapest phone', 'and the cheapest tv?', /^Mi TV.*12,999/],
    ['redmi 9c price', 'lightest phone among redmi 9, 9a, 9c?', /^Redmi 9A is lighter: 194 g/],
    ['when was xiaomi founded', 'xiaomi phones under 120 euros', /^Redmi 9A and Redmi 9C\./],
    ['redmi 9c price', 'rank the phones that charge faster than 10w', /Mi 10 Ultra.*POCO X3 NFC.*Redmi 9/s],
    ['phones with nfc', 'and the cheapest phone?', /^Redmi 9C.*119/],
    ['how much is the redmi 9c', 'x3 nfc 64gb or 128gb, which costs what', /^(?!.*9C).*229.*269/s],
    ['how much is the redmi 9c', 'xiaomi campus floor area?', /^(?!.*EUR).*320,000/s],
    ['how much is the redmi 9c', 'cable vs wireless charging wattage mi 10 ultra', /^(?!.*9C).*50 W.*120 W/s],
  ])('%s – %s', async (first, turn, expected) => told([first, turn], expected));
});

describe('a pronoun in a question that names something', () => {
  it.each([
    ['what does earc stand for on that 65 lux', /^(?!.*9C).*Enhanced Audio Return Channel/s],
    ['what does the nfc remote of the 65 oled do when i put my phone next to it', /^(?!.*9C).*NFC/s],
    ['first xiaomi phone: planned cost per unit vs what it came to', /^(?!.*9C).*1,500.*2,000/s],
  ])('is of that product: %s', async (turn, expected) => told(['redmi 9c price', turn], expected));

  it('is of what no product has, where that stands before it', async () => {
    await told(
      ['redmi 9c price', 'how was the strategy named before they retuned it at the beginning of 2020'],
      /AIoT/,
    );
    const turns = ['redmi 9c price', 'what revenue did it make'];
    expect([turns, (await own.converse(...turns)).kind]).toEqual([turns, 'abstain']);
  });

  it.each(['is the 9a lighter than it?', 'is it lighter than the 9a?', 'compare the 9a with it'])(
    'is of the one before, where it sets the two against each other: %s',
    async (turn) => told(['redmi 9c weight', turn], /194 g.*196 g/s),
  );
});
