// Traditional characters are read as the simplified ones that stand for them, and the words that go with them are known.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('traditional Chinese', () => {
  it.each([
    ['紅米9A的電池容量是多少', /5,?000/],
    ['透明電視賣多少錢', /49,999/],
    ['POCO X3 NFC的螢幕更新率', /120/],
    ['雷軍是誰', /创始人/],
    ['小米什麼時候進入印度市場', /2014/],
    ['2020年第二季度智慧手機出貨量', /2830/],
  ])('is read: %s', async (question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it('names a model that is not known as well as simplified Chinese does', async () => {
    expect((await own.ask('紅米Note 9的電池多大')).kind).toBe('abstain');
  });
});
