// What somebody looks for is told with its price, the cheapest first; a cheap one is the cheapest that meets what else is said.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a wish for a thing of a kind', () => {
  it.each([
    ['i need a new phone', [/9A/, /9C/, /Redmi 9$/, /POCO/]],
    ['i want to buy a scooter', [/1S/, /Pro 2/]],
    ['looking for a tv', [/65″/, /Transparent/]],
  ])('%s', async (question, order) => {
    const { table } = await own.converse(question);
    expect(table?.rows.length).toBe(order.length);
    order.forEach((name, row) => {
      expect(table?.rows[row]?.[0]).toMatch(name);
    });
  });

  it.each([
    ['my mum needs a cheap phone, what do you suggest', /^Redmi 9A: EUR 99/],
    ['is there a cheap phone with nfc', /^Redmi 9C: EUR 119/],
    ['想给我妈买个便宜的手机 推荐哪个', /^红米 9A：99/],
    ['looking for a fitness band', /Band 5.*39\.99/s],
    ['i need a laptop', /no such product/],
  ])('%s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('goes on with what else it should have', async () => {
    const { lead } = await own.converse('my mum needs a cheap phone', 'is there one that does nfc, still cheap?');
    expect(lead).toMatch(/^Redmi 9C: EUR 119/);
  });
});
