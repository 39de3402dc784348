// A figure that a message takes for granted: where the facts hold another, they are told; where they hold none, nothing is.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const CONTRADICTS = '(Not as far as my sources say|据我的资料并非如此)';

describe('a figure that is taken for granted', () => {
  it.each([
    ['pocophone x3 nfc charges at 25w?', '33 W'],
    ['mi curved gaming monitor runs at 240hz right', '144 Hz'],
    ['scooter pro 2 goes 80 km?', '45 km'],
    ['mi band 5 lasts 30 days right?', '14 days'],
    ['redmi 9a costs 79 euros?', 'EUR 99'],
    ['xiaomi campus cost 4 billion right', '5.2 billion'],
    ['does xiaomi have 50000 employees?', '19,000'],
    ['redmi 9a 33w?', '10 W'],
    ['xiaomi 17 came out in june 2025?', 'September 2025'],
    ['why does the poco x3 nfc only have a 60hz screen', '120 Hz'],
    ['the 34 inch mi monitor is 165hz right', '144 Hz'],
    ['i think wang xiang only came to xiaomi in 2019, correct?', 'July 2015'],
    ['did xiaomi go public in 2015?', '9, 2018'],
    ['is wang xiang the president of international', 'Chew Shou Zi'],
    ['why did xiaomi slip down the fortune global 500 in 2020', '46 places better'],
    ['did xiaomi’s shares drop after the gift', '3.52%'],
    ['小米2020年在财富500强的排名下降了吗', '422'],
  ])('is set right: %s', async (question, told) => {
    const text = plainText(await own.ask(question));
    expect([question, text]).toEqual([question, expect.stringMatching(`^${CONTRADICTS}(?:.|\\n)*${told}`)]);
  });

  it('is told as it is where it is right', async () => {
    expect(plainText(await own.ask('redmi 9 costs 149 euros right?'))).toMatch(/^Redmi 9.*149/);
    expect(plainText(await own.ask('is chew shou zi the president of international'))).not.toMatch(
      new RegExp(CONTRADICTS),
    );
    expect(plainText(await own.ask('was xiaomi founded in 2010'))).not.toMatch(new RegExp(CONTRADICTS));
    expect(plainText(await own.ask('why does the poco x3 nfc have a 120hz screen'))).not.toMatch(
      new RegExp(CONTRADICTS),
    );
  });

  it.each([
    'redmi 9 price in japan',
    'is the redmi 9 screen 120hz',
    'is the redmi 9c 90hz',
    'why did xiaomi lose market share in europe',
    'transparent tv in 75 inch?',
    'redmi 9s 18w',
    'poco x3 nfc 8 gb?',
    'mi scooter pro 2 weighs 14 kg?',
    'when does the mi tv lux 65 oled come to japan',
    'how much is the redmi 9a in japan',
  ])('is set against nothing else: %s', async (question) => {
    expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
  });
});

it('a place that is taken for granted is told as it is', async () => {
  expect(plainText(await own.ask('is xiaomi number one in france'))).toMatch(/2nd in France/);
});

describe('a limit for one that is named', () => {
  it.each([
    ['is the poco x3 nfc lighter than 230 g', /^POCO X3 NFC.*215 g/],
    ['is the redmi 9c cheaper than 100 euros', new RegExp(`^${CONTRADICTS}.*EUR 119`)],
  ])('is held against what it has: %s', async (question, expected) => {
    expect(plainText(await own.ask(question))).toMatch(expected);
  });
});
