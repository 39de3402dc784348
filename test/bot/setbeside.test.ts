// A turn that sets another product against the one that was spoken of asks the same of both.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('"vs the other?" after a question', () => {
  it.each([
    [['redmi 9a price', 'versus the 9c?'], /EUR 99.*EUR 119|EUR 119.*EUR 99/s],
    [['battery capacity of the redmi 9a', 'and compared to the poco x3 nfc?'], /5,160.*5,000|5,000.*5,160/s],
    [['battery capacity of the redmi 9a', 'how does that compare to the poco x3 nfc'], /5,160.*5,000|5,000.*5,160/s],
    [['battery capacity of the redmi 9a', 'is that more than the poco x3 nfc has?'], /5,160.*5,000/s],
    [['mi electric scooter 1s range', 'vs the pro 2'], /45.*30|30.*45/s],
  ])('%j', async (turns, both) => {
    const answer = await own.converse(...turns);
    expect(`${answer.lead} ${JSON.stringify(answer.lines ?? [])} ${JSON.stringify(answer.table ?? [])}`).toMatch(both);
  });

  it.each(['and compared to the first half of 2019?', 'how does that compare to h1 2019', 'vs h1 2019?'])(
    'of another time: %s',
    async (turn) => {
      expect((await own.converse('xiaomi revenue h1 2020', turn)).lead).toMatch(/up 7\.9%/);
    },
  );

  it('asks of the other alone where nothing sets it against the first', async () => {
    const answer = await own.converse('redmi 9a price', 'and the 9c?');
    expect(answer.lead).toMatch(/^Redmi 9C/);
    expect(answer.lead).not.toMatch(/EUR 99/);
  });
});

describe('an idiom of two words ends where the name of something begins', () => {
  it.each(['redmi 9 versus redmi 9a in charging power', 'how do the redmi 9 and redmi 9a compare in charging power'])(
    '%s',
    async (question) => {
      expect(await own.text(question)).toMatch(/18 W.*10 W/s);
    },
  );
});

it.each(['小米电视 Lux 65 OLED刷新率', '小米电视 Lux 65″ OLED刷新率'])(
  '%s: a name with and without its sign',
  async (question) => {
    expect((await own.ask(question)).lead).toMatch(/刷新率：120 Hz/);
  },
);
