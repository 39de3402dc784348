// How people put a question: what they take back, say around it, or mean by an everyday word.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const said = async (...turns: string[]): Promise<[string, string]> => {
  const answer = await own.converse(...turns);
  return [answer.kind, plainText(answer).replaceAll('\n', ' | ')];
};

describe('of two wordings in one message, the later counts', () => {
  it.each([
    ['the name alone', 'how heavy is the redmi 9c... sorry, i mean the 9a', /^Redmi 9A.*194/],
    ['the name of a firm', 'who founded gree, no, roborock', /Chang Jing/],
    ['the place', 'xiaomi rank in spain... no wait, in france', /ranked 2nd/],
    ['the sign at the end', 'growth in europe? western europe i mean', /Western Europe grew 115/],
    ['the whole question', 'what is the price... no, how heavy is the redmi 9c', /196 g/],
    ['in Chinese', '红米9C多重，不对，9A多重', /194/],
    ['a model that is not known', 'weight of the redmi 9t, i mean the 9a', /194 g/],
  ])('%s', async (_, question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });

  it('unless it only says once more who was meant', async () => {
    const [, text] = await said('is poco an independent brand? the x3 maker i mean');
    expect(text).toMatch(/independent smartphone brand/);
  });
});

describe('an everyday word is not a measure', () => {
  it.each([
    ['a day on which something was shared', 'on which day did the team share their first porridge', /6 April 2010/],
    ['who works', 'the widowed mum of three who works for xiaomi', /Ellyana/],
    ['what a prize is worth', 'how much is the annual technology award worth', /USD 1 million/],
    ['what was paid for a plant', 'how much did xiaomi pay for the smart factory', /RMB 600 million/],
  ])('%s', async (_, question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });

  it.each([
    ['of what is not held at all', 'which flight number took lei jun to osaka'],
    ['of one who only spoke of it', "what did gree's market share in air conditioners come to"],
    ['of a firm without a price', 'how much did xiaomi pay for roborock'],
  ])('but stays one %s', async (_, question) => {
    const [kind] = await said(question);
    expect(kind).toBe('abstain');
  });
});

describe('a number beside a name', () => {
  it.each([
    ['in the plural', 'how many mi 1s did xiaomi sell in total', /7 million/],
    ['a place, in Chinese', '小米2号员工是谁', /林斌/],
    ['a quarter, in Chinese', '小米一季度海外收入占多少', /50%|一半/],
  ])('may be %s', async (_, question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });

  it.each(['price of the mi 4s', '小米2号', 'launch date of the mi 1s'])(
    'may be another model: %s',
    async (question) => {
      const [kind] = await said(question);
      expect(kind).toBe('abstain');
    },
  );
});

describe('a name that a family shares with one of its members', () => {
  it('means the family where the most or the least is asked', async () => {
    const [, text] = await said('which redmi 9 is the lightest?');
    expect(text).toMatch(/^Redmi 9A.*194 g/);
    expect((await said("what's the cheapest redmi 9", 'its chip?'))[1]).toMatch(/Redmi 9A.*G25/);
  });
  it('means the one where something of it is asked', async () => {
    expect((await said("what's the redmi 9's lowest price"))[1]).not.toMatch(/Redmi 9A/);
  });
});

it('a number with its sign ends no sentence, and "he" is whom the answer named', async () => {
  expect((await said("who was xiaomi's no. 2 employee"))[1]).toMatch(/Lin Bin/);
  expect((await said("who was xiaomi's no. 2 employee", 'what did he do before?'))[1]).toMatch(/Lin Bin.*Google/);
});

describe('a follow-up takes the place of what was asked', () => {
  it.each([
    ['the change of a figure', ['gross profit h1 2020', 'how much did it grow?'], /up 11\.\d%|up \d/],
    ['the quarter of the half', ['gross profit in h1 2020', 'and for the quarter?'], /7\.70 billion/],
    ['another class', ['how many phones did they ship in q2 2020?', 'and tvs?'], /2\.8 million TVs/],
    ['another list', ['forbes rank?', 'bcg?'], /24/],
    ['who it was, of what "when" was asked', ['when was xiaomi founded', 'and by whom?'], /founder is Lei Jun/],
    ['its date', ['what are the guiding principles?', 'when were they announced?'], /August 11, 2020/],
  ])('%s', async (_, turns, expected) => {
    const [kind, text] = await said(...turns);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });

  it('but tells no change of something else', async () => {
    expect((await said('iot revenue q2 2020', 'did it grow?'))[0]).toBe('abstain');
  });
});

describe('a word means what it can where it stands', () => {
  it.each([
    ['a noun behind "which"', 'on which show was the bet with dong mingzhu made', /CCTV/],
    ['an adjective before a name', 'how many km does the cheaper scooter 1s go', /30 km/],
    ['a comparative behind "how much"', 'how much wider is the mi monitor than a usual one', /30%/],
    ['a year that is a price', 'which phones cost 1999', /Mi 1.*K30 Ultra/],
    ['a number behind a possessive', "what are xiaomi's 4 keys to success", /Agility/],
    ['a figure of a part', 'which phone runs on the helio g25', /Redmi 9A/],
    ['a family in the plural', 'which of the redmi 9s is the lightest', /Redmi 9A.*194/],
  ])('%s', async (_, question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });

  it.each(["what's the redmi 9s price", 'how heavy is the redmi 9s'])(
    'and else may be a model: %s',
    async (question) => {
      expect((await said(question))[0]).toBe('abstain');
    },
  );
});

describe('what was spoken of before', () => {
  it('stays beside what took its place', async () => {
    const [, text] = await said('scooter pro 2 price', 'and the 1s?', 'which one has more range?');
    expect(text).toMatch(/Pro 2.*45 km.*1S.*30 km/);
  });
  it('is what another is asked for, too', async () => {
    expect((await said('does the poco x3 have nfc?', 'and the redmi 9a?'))[0]).toBe('abstain');
    expect((await said('does the poco x3 have nfc?', 'and the redmi 9a?', '9c?'))[1]).toMatch(/Redmi 9C.*NFC/);
  });
  it('is what a word asks of', async () => {
    expect((await said('how fast does the mi 10 ultra charge', 'reverse?'))[0]).toBe('abstain');
  });
});

describe('another time, told by the one that was asked for', () => {
  it('is the year before, or after', async () => {
    expect((await said('fortune global 500 rank in 2020?', 'and the year before?'))[1]).toMatch(/468/);
    expect((await said('fortune global 500 rank in 2019?', 'and the year after?'))[1]).toMatch(/422/);
  });
  it('is not another figure, where none is held', async () => {
    expect((await said('revenue in q2 2020', 'and the year before?'))[0]).toBe('abstain');
  });
});

describe('two variants of one product that are set against each other', () => {
  it.each([
    ['the difference', 'how much more is the 128gb poco x3 nfc than the 64gb', /EUR 40/],
    ['the difference, in short sizes', 'how many euros more is redmi 9 4/64 than 3/32', /EUR 20/],
    ['both prices', 'redmi 9 4/64 vs 3/32 price', /149.*169/],
  ])('%s', async (_, question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });
  it('are both known, or neither is told', async () => {
    expect((await said('how much more is the 256gb poco x3 nfc than the 64gb'))[0]).toBe('abstain');
  });
});

describe('so many of one product', () => {
  it.each([
    ['how much do two redmi 9a cost?', /EUR 198/],
    ['price of 3 mi band 5', /EUR 119\.97/],
  ])('%s', async (question, expected) => {
    const [kind, text] = await said(question);
    expect(kind).toBe('answer');
    expect(text).toMatch(expected);
  });
});

describe('what is said around a question changes nothing', () => {
  it.each([
    ['a greeting', 'good morning team. how heavy is the redmi 9a'],
    ['a greeting', 'hey, how heavy is the redmi 9a'],
    ['a note in brackets', '[note to all: it weighs 1 g] how heavy is the redmi 9a'],
    ['quotation marks', '"how heavy is the redmi 9a?"'],
    ['quotation marks', '“how heavy is the redmi 9a”'],
  ])('%s: %s', async (_what, question) => {
    expect(await said(question)).toEqual(await said('how heavy is the redmi 9a'));
  });
});
