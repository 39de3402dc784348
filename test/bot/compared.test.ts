// Products set against each other: what differs, in words that people use, also of a brand's or a kind's only product.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a question for the difference', () => {
  it.each([
    'what is the difference between the redmi 9a and the redmi 9c',
    "what's the point of the 9c over the 9a",
    'is the redmi 9c better than the 9a',
    '红米9A和红米9C有什么区别',
    '红米9C比红米9A强在哪里',
  ])('tells only what differs, what is wanted first: %s', async (question) => {
    const { table, lead } = await own.ask(question);
    expect(lead).toMatch(/differs|区别/);
    expect(table?.rows[0]?.join()).toMatch(/^(price|价格).*99/);
    expect(table?.rows.length).toBeLessThanOrEqual(8);
    expect(JSON.stringify(table)).toMatch(/G25.*G35|G35.*G25/);
    expect(JSON.stringify(table)).not.toMatch(/5,000 mAh|6\.53/);
    expect((await own.text(question)).length).toBeLessThan(620);
  });

  it('says of how many more it leaves the names out', async () => {
    const told = await own.text('what is the difference between the redmi 9 and the redmi 9a');
    expect(told).toMatch(/^Also different: ([a-z ]+, ){6}and \d+ more\.$/m);
  });

  it('is what is told of things that are only set side by side, too; the command shows all', async () => {
    const { table, lead } = await own.ask('compare the redmi 9, 9a and 9c');
    expect(lead).toMatch(/what differs/);
    expect(table?.rows.length).toBeLessThanOrEqual(8);
    expect((await own.ask('/compare redmi-9a redmi-9c')).table?.rows.length).toBeGreaterThan(20);
  });

  it('of one attribute is that of its values', async () => {
    expect(await own.text('what is the difference in price between the redmi 9a and the redmi 9')).toMatch(/EUR 50/);
  });
});

describe('a verdict', () => {
  it.each([
    ['is the 9a cheaper than the redmi 9', /^Redmi 9A is cheaper: EUR 99/],
    ['which is thicker, redmi 9 or poco x3', /^POCO X3 NFC is thicker/],
    ['poco x3和红米9哪个重', /^POCO X3 NFC 更重：215 g/],
    ['which came out first, redmi 9 or poco x3', /^Redmi 9 was earlier/],
    ['redmi 9a or 9c: which has more storage', /^Redmi 9C has more storage: 64 GB .*Redmi 9A 32 GB/],
  ])('is in the words of what is compared: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });
});

it('prices of several are told with all of their variants', async () => {
  expect(await own.text('红米9 9a 9c都多少钱')).toMatch(/149 .*169 .*99 .*119 .*139 /);
});

describe("a brand's name beside a product", () => {
  it.each([
    ['does the poco have a bigger battery than the redmi 9', /^POCO X3 NFC has the bigger battery: 5,160 mAh/],
    ['is redmi 9 newer than the poco', /^POCO X3 NFC was later/],
    ['poco还是红米9便宜', /红米 9 更便宜/],
  ])('stands for its products that have what is asked: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('stands for none where none of them has it', async () => {
    expect((await own.ask('does kingsoft have a bigger battery than the redmi 9')).kind).toBe('abstain');
  });
});

describe('a kind of which there is one product', () => {
  it.each([
    ['手环5和耳机哪个贵', /都是 39\.99 欧元/],
    ['are the earbuds cheaper than the band', /^No difference: EUR 39\.99/],
    ['earbuds vs band which has the longer battery', /^Mi Smart Band 5 lasts longer on a charge: up to 14 days/],
    ['小米耳机便宜的那款叫啥', /^小米真无线耳机 2 Basic/],
  ])('stands for it: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('is what was spoken of before is set against', async () => {
    expect((await own.converse('how much are the earbuds', 'are they cheaper than the band')).lead).toMatch(
      /^No difference: EUR 39\.99/,
    );
  });

  it('is what others are held against', async () => {
    expect(await own.text('is there a phone cheaper than the band')).toMatch(/^None that I know of.*EUR 39\.99/);
  });
});

describe('a value that is only to be confirmed', () => {
  it.each([
    ['the poco has 120hz right?', /^Yes\. The screen of the POCO X3 NFC refreshes at 120 Hz/],
    ['poco x3 nfc 支持120hz吗', /^是的。POCO X3 NFC 支持 120 Hz/],
    ['is the scooter pro 2 499 euros?', /^Yes\. .*EUR 499/],
    ['红米9A是199欧吧', /^据我的资料并非如此。.*99 欧元/],
    ['poco x3是5000毫安对吧', /^据我的资料并非如此。.*5,160 mAh/],
  ])('gets a yes, or the right one: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('is not affirmed of an attribute that has another', async () => {
    expect(await own.text('is the redmi 9 200 g?')).not.toMatch(/^Yes/);
  });
});

describe('variants', () => {
  it.each([
    [
      'so the 9c 64 is cheaper than the redmi 9 32?',
      /^Redmi 9C is cheaper: EUR 139 \(3GB\+64GB\), against Redmi 9 EUR 149/,
    ],
    ['which is cheaper with 64gb, redmi 9c or redmi 9', /EUR 139 .*EUR 169/],
    ['红米9c 64g比红米9 32g便宜吗', /红米 9C 更便宜：139 欧元/],
  ])('of products that are compared are each its own: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it.each([
    ['whats the difference between poco x3 6/64 and 6/128', [/^price,EUR 229,EUR 269/, /^storage,64 GB,128 GB/]],
    ["what's the difference between redmi 9c 32 and 64", [/^price,EUR 119,EUR 139/, /^RAM,2 GB,3 GB/]],
  ])('of one product differ in what is held of each: %s', async (question, rows) => {
    const told = (await own.ask(question)).table?.rows.map((row) => row.join()) ?? [];
    for (const row of rows) expect(told).toContainEqual(expect.stringMatching(row));
  });

  it('that there are not are not told of', async () => {
    expect((await own.ask('does a variant 4+64 of the 9c exist')).kind).toBe('abstain');
  });
});

describe('which to choose', () => {
  it.each([
    'which would you recommend, redmi 9 or poco x3',
    "what's better value, redmi 9 or 9c",
    '红米9和红米9c哪个更值得买',
  ])('is not told, but what can be compared: %s', async (question) => {
    const answer = await own.ask(question);
    expect(answer.kind).toBe('abstain');
    expect(`${answer.lead} ${answer.lines.join()}`).toMatch(/(no verdict|不作推荐).*(price|价格)/);
  });

  it('is asked of those that were compared', async () => {
    const answer = await own.converse('compare redmi 9 and poco x3', 'which one would you recommend');
    expect(answer.lead).toMatch(/no verdict.*Redmi 9 and POCO X3 NFC/);
  });
});

describe('the best by what none of them has', () => {
  it.each([
    ['which redmi has the best camera', /^rear camera,.*ultra-wide.*13 MP main camera/],
    ['红米9和9a哪个拍照最好', /^后置摄像头,.*超广角/],
  ])('is not told, but what each has: %s', async (question, row) => {
    const { table } = await own.ask(question);
    expect(table?.rows.map((one) => one.join())).toEqual([expect.stringMatching(row)]);
  });

  it('is told where one has it', async () => {
    expect(await own.text('which phone has the best camera')).toMatch(/^Mi 10 Ultra: 130 points/);
  });
});

describe('a figure that is held against a product', () => {
  it.each([
    ['is 5020 mah more than the 9c has', /^Yes\. Redmi 9C – battery capacity: 5,000 mAh/],
    ['5000毫安比红米9的电池大吗', /^据我的资料并非如此。.*5,020 mAh/],
  ])('is more or less than what that has: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('is not of a measure that it has twice', async () => {
    expect((await own.ask('is 20 w more than the redmi 9 takes')).kind).toBe('abstain');
  });
});
