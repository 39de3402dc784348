// A mistyped word that is near to several: what is declined in the likeliest reading is read in the next.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a mistyped word', () => {
  it.each([
    ['that is nearer to another word', 'how thik is teh transparant tv', /5\.7 mm/],
    ['that is one in another language', 'wich stok exchange is xiaomi listed on', /Hong Kong/],
    ['of a name, beside another', 'mi curvd gaming moniter brightness', /300 nits/],
  ])('%s: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it.each(['redmi 9a vegan leather', 'is the redmi 9 dishwasher safe', 'redmi 9 gost'])(
    'is no way to what was not asked: %s',
    async (question) => {
      expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
    },
  );
});
