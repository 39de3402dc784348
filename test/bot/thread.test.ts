// A conversation stays with the story it is in: short turns are answered of what was told, or not at all.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a turn that names nothing is answered within the story', () => {
  it.each([
    [['tell me about the first launch event', 'how did lei jun get in', 'how many ordered'], /300,000/],
    [['tell me about the first launch event', 'how did lei jun get in'], /four/],
    [['who had the idea for the mi mix', 'what did lei jun say to them', 'when was it shown'], /25 October 2016/],
    [['what went wrong in 2015', 'how long did he work per day', 'how many meetings'], /23/],
    [['when was xiaomi founded', 'how many people were there at the start?'], /dozen|12/],
    [['when was xiaomi founded', 'where?'], /Beijing/],
    [['how much is xiaomi putting into 5g and aiot', 'over how long'], /five years/],
    [['xiaomi share in western europe', 'how fast did that grow'], /115\.9%/],
    [['who was the second google talent', 'what did he ask lei jun'], /Wang Jianzhou.*Terry Gou/],
    [['what about q2 2020, revenue', 'how does that compare with q1'], /7\.7%/],
    [['what did xiaomi rank on the fortune global 500 in 2020', 'when did it first get in'], /July 2019/],
    [['what did xiaomi rank on the fortune global 500 in 2020', 'and the profit?'], /1\.453/],
    [['xiaomi share in europe overall', 'what place does that give them'], /top three/],
    [['wang xiang, when did he join', 'how many partners do they have now in total'], /\b9\b/],
    [['who is the redmi boss', "who's the ceo"], /Lei Jun/],
    [['小米的创始人是谁', '哪年上市的'], /2018/],
    [["who's roborock?", 'who founded it', 'when did xiaomi invest in it?'], /2015/],
    [['what does lei jun say about quality', "what's xiaomi's achilles heel"], /cheap/],
  ])('%j', async (turns, expected) => {
    const answer = await own.converse(...turns);
    expect([answer.kind, plainText(answer)]).toEqual(['answer', expect.stringMatching(expected)]);
  });

  it.each([
    [['xi gave someone xiaomi phones?', 'what did lei jun say about it']],
    [['who got the xiaomi phones from xi', 'which model']],
    [['xiaomi h1 2020 revenue split by segment pls', "which one's biggest"]],
    [['xiaomi revenue q2 2020?', 'ok and what about q3?']],
    [['so who founded xiaomi', 'who were the co founders', 'where did they meet']],
  ])('or declined, where another story alone has such words: %j', async (turns) => {
    const { kind, facts } = await own.converse(...turns);
    expect([kind, facts]).toEqual(['abstain', []]);
  });

  it('but a question that says all of itself is not held to it', async () => {
    const answer = await own.converse(
      'who had the idea for the mi mix',
      'how many colleagues does xiaomi have worldwide?',
    );
    const alone = await own.converse('how many colleagues does xiaomi have worldwide?');
    expect(plainText(answer)).toBe(plainText(alone));
  });
});

describe('what was told last is told again', () => {
  it.each([
    [['how many stores outside china?', 'as of when?'], /June 30, 2019/],
    [['how many stores outside china?', 'as of when?', 'growth?', 'who measured that?'], /92\.6%/],
    [['xiaomi revenue q2 2020', 'yoy?'], /53\.54.*3\.1%/],
  ])('%j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns))).toMatch(expected);
  });

  it('a bare name is asked for in the time that was asked for before, and the next one, too', async () => {
    const answer = await own.converse('xiaomi profit q2 2020?', 'gross profit?', 'adjusted?');
    expect(plainText(answer)).toMatch(/3\.37/);
    expect(plainText(answer)).not.toMatch(/5\.67/);
  });
});

describe('what was spoken of stays', () => {
  it.each([
    [['how much was the see through tv', 'is it sold in europe', 'how thick'], /5\.7 mm/],
    [['how much ram has the poco', 'how heavy is it'], /215 g/],
    [['how heavy is the poco', 'and the 9c', 'and the redmi 9a?'], /194 g/],
    [['小米总部在哪', '去年世界500强排第几', '今年呢'], /422/],
    [["who said it's about national pride?", 'which firm is he with?'], /Omdia/],
  ])('%j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns))).toMatch(expected);
  });

  it('and what is not held of it is not told of the brand', async () => {
    const answer = await own.converse('how heavy is the poco', 'and the band?');
    expect([answer.kind, plainText(answer)]).toEqual(['abstain', expect.stringMatching(/Mi Smart Band 5/)]);
  });
});

describe('products that were set side by side stay so', () => {
  it.each([
    [['redmi 9 vs 9a vs 9c', 'any with ir', 'which is the thinnest'], /9\.0 mm.*9\.1 mm/s],
    [['redmi 9 vs 9a vs 9c', 'any with ir', 'whats the lightest of the three'], /Redmi 9A.*194 g/],
    [['redmi 9 vs redmi 9c price', 'by how much'], /EUR 30/],
    [['redmi 9 price', 'and poco x3?', 'which has the bigger battery', 'by how much'], /140 mAh/],
    [['redmi 9a battery?', 'redmi 9c battery?', 'so same?'], /5,000 mAh/],
    [['scooter 1s or pro 2', 'range of both', 'how much further does the pro go'], /15 km/],
    [['红米9多少钱', '那9A呢', '它有指纹吗', '哪个最便宜'], /9A.*99/],
  ])('%j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns))).toMatch(expected);
  });

  it.each([
    [['redmi 9a vs 9c', 'what camera does the cheaper one have'], /Redmi 9A.*13 MP/],
    [['redmi 9a vs 9c', 'how much ram has the more expensive one'], /Redmi 9C.*3 GB/],
    [
      ['tell me about the poco x3', 'hm and the redmi 9c?', 'ok and the cheaper one, does it have nfc'],
      /^Yes.*Redmi 9C/,
    ],
    [['poco x3 vs redmi 9', 'is the lighter one waterproof'], /Redmi 9(?!.*POCO)/],
  ])('and one of them is meant by what it has more or less of: %j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns)).split('\n')[0]).toMatch(expected);
  });

  it.each([
    [['price of the 1s scooter', 'and the other one'], /Pro 2.*EUR 499/],
    [['透明电视多少钱', '那另一款呢'], /12,999/],
    [['redmi 9 vs poco x3 battery', 'does the other one have nfc'], /^Yes. POCO X3 NFC/],
  ])('and the other one is the one that was not spoken of last: %j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns)).split('\n')[0]).toMatch(expected);
  });

  it('but of several others none is meant', async () => {
    const { kind, facts } = await own.converse('redmi 9 price', 'and the other one');
    expect([kind, facts]).toEqual(['abstain', []]);
  });

  it('but a kind that is named asks of all of its kind', async () => {
    const answer = await own.converse('poco x3 vs redmi 9', 'which is the cheapest phone?');
    expect(plainText(answer)).toMatch(/Redmi 9A/);
  });
});

describe('a turn means itself', () => {
  it('where it names what is not known', async () => {
    const answer = await own.converse('mi 10 pro battery?', 'iphone 12 price');
    expect([answer.kind, plainText(answer)]).toEqual(['abstain', expect.not.stringMatching(/Mi 10 Pro/)]);
  });

  it.each([
    [['brandz排多少', '福布斯2000强呢'], /384/],
    [['手环5防水吗', '屏幕比上一代大多少'], /20%/],
    [['o poco x3 tem 5g?', 'quantas câmeras tem o redmi 9?'], /^(?!.*POCO).*4/s],
  ])('and not what was spoken of beside it: %j', async (turns, expected) => {
    expect(plainText(await own.converse(...turns))).toMatch(expected);
  });
});
