// "Lighter than this one", "is there a cheaper one": products held against one that is known.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let test: TestBot;
beforeAll(async () => {
  test = await openTestBot();
});

describe('products against one', () => {
  it('lists those with less, the least first, and says against what', async () => {
    const text = await test.text('which phones are lighter than the redmi 9');
    expect(text).toMatch(/Redmi 9A: 194 g[\s\S]*Redmi 9C: 196 g[\s\S]*For comparison: Redmi 9: 198 g/);
    expect(text).not.toContain('215 g');
  });

  it('lists those with more, by the measure that the word stands for', async () => {
    const text = await test.text('phones with a bigger battery than the redmi 9');
    expect(text).toContain('POCO X3 NFC: 5,160 mAh');
    expect(text).not.toMatch(/9A|9C/);
  });

  it('goes on from what was spoken of', async () => {
    const text = plainText(await test.converse('scooter pro 2 price', 'is there a cheaper one'));
    expect(text).toMatch(/Scooter 1S: EUR 399/);
    expect(plainText(await test.converse('红米9多少钱', '有更便宜的吗'))).toMatch(/红米 9A：99 欧元/);
  });

  it('says so when nothing goes beyond', async () => {
    const text = await test.text('which phones are cheaper than the redmi 9a');
    expect(text).toMatch(/^None that I know of\./);
    expect(text).toContain('EUR 99');
  });

  it('leaves a question about the product itself alone', async () => {
    expect(await test.text('is the redmi 9a cheaper than the redmi 9')).toMatch(/Redmi 9A is cheaper/);
  });
});

describe('two questions in one message', () => {
  it('answers both, the second of what the first was answered with', async () => {
    const text = await test.text('who leads the international business of xiaomi and since when is he in the firm');
    expect(text).toContain('Chew Shou Zi');
    expect(text).toContain('July 2015');
  });

  it('keeps the place that was named once', async () => {
    const text = await test.text('europe share and growth q2 2020');
    expect(text).toMatch(/16\.8%[\s\S]*64\.9%/);
  });

  it('says which part it cannot answer, and echoes no markup', async () => {
    const text = await test.text('when was xiaomi founded and who is <b>@everyone</b> married to');
    expect(text).toContain('April 2010');
    expect(text).toMatch(/could not answer[^\n]*married to/);
    expect(text).not.toMatch(/[<>@]/);
  });

  it('never lends one product the value of another', async () => {
    const text = await test.text('gaming chip of the 9c and its max speed');
    expect(text).not.toContain('km/h');
  });
});
