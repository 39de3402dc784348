// One question in many wordings has one answer, where nothing that is asked differs.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});
const first = async (question: string): Promise<string> => (await own.text(question)).split('\n')[0] ?? '';

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  [
    'phones with nfc',
    [
      'which models have nfc',
      'models with nfc',
      'phone models with nfc',
      'which of the phones have nfc',
      'which handsets support nfc?',
      'what phones do you have with nfc',
      'which devices are phones with nfc',
      'the phones with nfc',
    ],
  ],
  [
    'phones under 150 euros',
    [
      'phones <150 eur',
      'phones < €150',
      'phones costing under 150 euro',
      'phones cheaper than 150 euros',
      'sub 150 eur phones',
    ],
  ],
  ['products with a 120 hz screen', ['everything with a 120hz screen pls', 'anything with a 120hz screen']],
  ['phones from 229 euros', ['phones >= 229 eur', 'phones ≥ €229', 'phones for at least 229 euros']],
  [
    'cheapest phone',
    [
      'which is the cheapest of the phones',
      'what is the cheapest phone',
      'which phone costs the least',
      'lowest priced phone',
    ],
  ],
  [
    'how many phones have nfc',
    ['count the phones with nfc', 'how many of the phones have nfc', 'number of phones with nfc'],
  ],
  [
    'which products were launched on 11 august 2020',
    ['which three devices were launched on 11 august 2020', 'what 3 products were unveiled on 11 august 2020'],
  ],
];

describe.each(KINDS)('of a kind: %s', (question, wordings) => {
  it.each(wordings)('%s', async (wording) => {
    expect(await first(wording)).toBe(await first(question));
  });
});

it('names the lowest price there ever was beside the lowest that lasts', async () => {
  const text = await own.text('lowest price of the poco x3 nfc');
  expect(text).toMatch(/EUR 229.*EUR 199/s);
  expect(await own.text('highest price of the poco x3 nfc')).not.toMatch(/EUR 199/);
});

it('does not claim that there is none where a word is not understood', async () => {
  expect(await own.text('phones with a 5000 mah battery and a wobblefrock')).not.toMatch(/^None/);
});

const ATTRIBUTES = ['battery capacity', 'price', 'colours', 'weight', 'charging power'];
const FORMS = [
  (what: string, name: string) => `what is the ${what} of the ${name}`,
  (what: string, name: string) => `${name}'s ${what}`,
  (what: string, name: string) => `what ${what} does the ${name} have`,
  (what: string, name: string) => `${what}, ${name}`,
  (what: string, name: string) => `I'm looking for the ${what} of the ${name}, thanks`,
];

describe.each(ATTRIBUTES)('of one product: %s', (what) => {
  it.each(FORMS.map((form) => form(what, 'Redmi 9')))('%s', async (wording) => {
    expect(await own.text(wording)).toBe(await own.text(`Redmi 9 ${what}`));
  });
});

it.each([
  ['mi tv lux 65" oled\'s hdmi', 'mi tv lux 65 oled hdmi'],
  [
    'mi 10 plus mi 10 pro, how long until a million were shipped',
    'mi 10 and mi 10 pro, how long until a million were shipped',
  ],
  ['how many tvs were shipped in that quarter (2Q20)', 'how many tvs were shipped in 2Q20'],
  ['redmi 9 carging power', 'redmi 9 charging power'],
  ['what is the number of colours of the redmi 9', 'redmi 9 number of colours'],
  ['mi smart band 5 price normal and early bird', 'mi smart band 5 recommended and early-bird price'],
])('%s', async (wording, question) => {
  expect(await own.text(wording)).toBe(await own.text(question));
});

it.each([
  ['jack ma’s chinese name', 'jack ma chinese name'],
  ['what is the earlier job of lei jun', 'lei jun earlier job'],
  ['what month did the mi 4 first come out (not in india)?', 'what month did the mi 4 first come out'],
  ['xiaomi revenue (not profit) in h1 2020', 'xiaomi revenue in h1 2020'],
])('%s', async (wording, question) => {
  expect(await own.text(wording)).toBe(await own.text(question));
});
