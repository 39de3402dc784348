// How the text of a question is cut and read: figures with their units, names and the words beside them, and its parts.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const answered = async (question: string, expected: RegExp, other?: RegExp): Promise<void> => {
  const answer = await own.ask(question);
  expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  if (other) expect(plainText(answer)).not.toMatch(other);
};
const declined = async (question: string): Promise<void> => {
  const answer = await own.ask(question);
  expect([question, answer.kind, plainText(answer)]).toEqual([question, 'abstain', expect.any(String)]);
};

describe('a figure', () => {
  it.each([
    'what cost 650 million to build',
    'which device cost 80 million',
    '100x zoom',
    'zoom 40x',
    'fortune global 500 2023 rank xiaomi',
  ])('is met by no figure of another unit, nor by a story without it: %s', declined);

  it.each([
    ['is 50% better heart rate true for every sport', /50%/, /walked/],
    ['can the scooter 1s do 30 km/h', /25 km\/h/, /30 km/],
    ['who came up with 1 yuan', /bet/, /Sharp/],
    ['who brought up the sum of 1 yuan', /bet/, /Sharp/],
  ])('with a unit or currency is met by such a one: %s', answered);

  it.each([
    ['28.3m phones in which quarter', /28\.3 million/],
    ['5.1m multi-device users when', /5\.1 million/],
    ['343.5m mau of what', /MIUI/],
    ['how many w is the scooter pro 2', /300 W/],
    ['xiaomi 4ème en italie ?', /4th/],
  ])('joined to "m" counts what stands behind it: %s', (question, expected) => answered(question, expected));

  it('within a code or a longer phrase is not met alone', async () => {
    await declined('who is number 2 in india');
    await answered('why does 5g+aiot matter', /AIoT/, /lockdown/);
  });
});

describe('a figure of its own beside a name', () => {
  it.each([
    ['how much is the 55 inch transparent tv', /49,999/],
    ['65in oled tv price', /12,999/],
    ['透明电视55寸卖多少钱', /49,999/],
    ['price of the 5020mah redmi 9', /EUR 149/],
  ])('tells which one it is: %s', (question, expected) => answered(question, expected));

  it.each(['how much is the 75 inch transparent tv', 'price of the 6000mah redmi 9'])(
    'is one of another where it is not its own: %s',
    declined,
  );
});

describe('a variant of a product', () => {
  it.each([
    ['redmi 9 4gb ram model how much', /EUR 169/, /variants/],
    ['price of the 128gb storage version of the poco x3 nfc', /EUR 269/, /229/],
  ])('is told by its sizes, whatever they are of: %s', answered);

  it.each(['redmi 9a 6gb ram version how much', 'how much for the redmi 9c with 8gb ram'])(
    'that there is none of is declined: %s',
    declined,
  );
});

describe('a word beside a name', () => {
  it.each([
    ['mi band 5 max battery life', /14 days/],
    ['number of main speaker sets lux oled', /2 sets/],
    ['can i hook it up to the lux oled through hdmi earc', /eARC/],
    ['what screen does the redmi 9c sport', /6\.53/],
    ['does the lux oled play dolby vision', /Dolby Vision/],
    ['Redmi-9-A price', /EUR 99/],
    ['redmi9weight', /198 g/],
    ['miband5price', /39\.99/],
    ["who's the mi tv stick aimed at", /TV Stick/],
    ['phones ranked by battery capacity', /5,160 mAh[\s\S]*5,020 mAh[\s\S]*5,000 mAh/],
    ['which phone came first w/ the snapdragon 732g', /POCO X3 NFC/],
  ])('is no part of it, and asks: %s', (question, expected) => answered(question, expected));

  it.each([
    'poco x3 max battery',
    'redmi 9 max storage',
    'redmi 9 play battery',
    'redmi9pro battery',
    'redmi-9-t price',
    'scooter pro 3 top speed',
  ])('that makes another of it still does: %s', declined);

  it.each(['is the redmi 9c vegan', 'is the poco x3 nfc vegan'])('is mended into no other word: %s', declined);

  it.each([
    ['红米9ACPU主频是多少', /2\.0 GHz/],
    ['红米9A3.5毫米耳机孔有吗', /3\.5 毫米耳机孔/],
    ['红米9sd卡最大多少', /512 GB/],
  ])('stands by itself where no blanks are written: %s', (question, expected) => answered(question, expected));

  it.each([
    'market share xiaomi us',
    'xiaomi us smartphone shipments',
    'xiaomi rank us',
    "what is xiaomi's rank in the us",
  ])('may be a place, of which nothing is told: %s', declined);
});

describe('a part of a question', () => {
  it.each([
    ['how many photos n clips did episode one attract', /31,000/, /trip/],
    ['how did the press and the public respond to the cap', /social media/, /revenue/],
    ['campus: number of blocks, floor area, price', /5\.2 billion/, /POCO/],
    ['ecosystem companies: how many, and products, over 6 yrs', /over 100/, /None/],
    ['mi band 5, colours & battery life', /6[\s\S]*14 days/, /Redmi/],
    ['wang xiang - role, join date', /President[\s\S]*2015/, /Lei Jun/],
    ['redmi 9c ram battery weight', /RAM[\s\S]*5,000 mAh[\s\S]*196 g/, /9A/],
    ['when & where listed', /Hong Kong[\s\S]*2018|2018[\s\S]*Hong Kong/, /Fortune/],
    ['poco x3 nfc: weight, selfie camera', /215 g[\s\S]*20 MP/, /Redmi/],
    ['mi home stores overseas - how many and when', /520/, /XDA/],
    ['who directed and who wrote the biography', /Fan Haitao/, /Meituan/],
  ])('is answered by nothing of another thing: %s', answered);

  it('that names no product is told of none', async () => {
    expect(plainText(await own.ask('ipo date/price'))).not.toMatch(/POCO/);
  });
});
