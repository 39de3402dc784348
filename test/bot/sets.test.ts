// Questions about two things or about all of a kind: whether they are alike, what they come to, and what of a kind that there is none of.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const figure = (subject: string, attribute: string, currency?: string): number => {
  for (const fact of own.knowledge.facts) {
    if (fact.subject !== subject || fact.attribute !== attribute || fact.offer === 'early-bird') continue;
    if (fact.value.kind === 'quantity') return fact.value.min;
    if (fact.value.kind === 'money' && fact.value.currency === currency) return fact.value.amount;
  }
  throw new Error(`${subject} / ${attribute} has no figure`);
};
const shown = (value: number): string => value.toLocaleString('en-US');

describe('whether two are the same', () => {
  it.each([
    ['is the weight of the redmi 9a and the redmi 9c the same?', 'redmi-9a', 'redmi-9c', 'weight'],
    ['do redmi 9 and redmi 9c have the same charging power', 'redmi-9', 'redmi-9c', 'charging-power'],
    ['红米9和红米9A重量一样吗', 'redmi-9', 'redmi-9a', 'weight'],
    ['are the redmi 9 and 9c identical in battery capacity', 'redmi-9', 'redmi-9c', 'battery-capacity'],
  ])('is told with the value of each: %s', async (question, one, other, attribute) => {
    const answer = await own.ask(question);
    const text = plainText(answer);
    expect(answer.kind).toBe('answer');
    expect(text).toContain(shown(figure(one, attribute)));
    expect(text).toContain(shown(figure(other, attribute)));
  });

  it('takes of two words the attribute that both stand for', async () => {
    const text = plainText(await own.ask('is the size of the screen the same on redmi 9a and redmi 9'));
    expect(text).toMatch(/no difference/i);
    expect(text).toContain(String(figure('redmi-9', 'display-size')));
  });
});

describe('what several cost together', () => {
  it.each(['redmi 9a and mi band 5 together, what do they cost?', 'price of a redmi 9a and a mi band 5 combined'])(
    'is added up: %s',
    async (question) => {
      const sum = figure('redmi-9a', 'price', 'EUR') + figure('mi-smart-band-5', 'price', 'EUR');
      const text = plainText(await own.ask(question));
      expect(text).toContain(sum.toFixed(2));
      expect(text).toContain(String(figure('mi-smart-band-5', 'price', 'EUR')));
    },
  );
});

describe('a brand in the place of its product', () => {
  it('stands for the only one that has what is asked', async () => {
    const answer = await own.ask('the battery of the poco');
    expect(answer.kind).toBe('answer');
    expect(plainText(answer)).toContain(shown(figure('poco-x3-nfc', 'battery-capacity')));
  });

  it('stands for none where several have it', async () => {
    expect(plainText(await own.ask('the battery of the redmi'))).not.toContain(
      shown(figure('redmi-9', 'battery-capacity')),
    );
  });

  it('asks for its products where their kind is said', async () => {
    const text = plainText(await own.ask('list all redmi phones'));
    for (const name of ['Redmi 9A', 'Redmi 9C', 'Redmi K30 Ultra']) expect(text).toContain(name);
    expect(text).not.toContain('POCO');
  });
});

it('is the first of what is named itself, not of what runs on it', async () => {
  expect(await own.text('when did miui first come out')).toMatch(/^The first version of MIUI.*16 August 2010/);
  expect(await own.text('which miui phone came out first')).toMatch(/Mi 1/);
});

describe('the biggest and the smallest of a class', () => {
  it.each([
    ['smallest tv', /LUX Transparent Edition: 55 inches/],
    ['which is your biggest phone', /POCO X3 NFC: 6\.67 inches/],
  ])('go by what can be measured: %s', async (question, expected) =>
    expect(await own.text(question)).toMatch(expected),
  );

  it.each(['nicest gadget', 'best tv'])(
    'is no fact that speaks of the class, where nothing measures it: %s',
    async (question) => expect((await own.ask(question)).facts).toEqual([]),
  );
});

describe('a superlative of a family by its number', () => {
  it('is told with all of them', async () => {
    const text = plainText(await own.ask('is the 9c the heaviest of the three?'));
    for (const subject of ['redmi-9', 'redmi-9a', 'redmi-9c']) expect(text).toContain(`${figure(subject, 'weight')} g`);
  });
});

describe('a few of a kind', () => {
  it.each(['compare your scooters', 'differences between the scooters'])('stand side by side: %s', async (question) => {
    const text = plainText(await own.ask(question));
    for (const subject of ['mi-electric-scooter-1s', 'mi-electric-scooter-pro-2'])
      expect(text).toContain(String(figure(subject, 'range')));
  });

  it('are set against each other by what both have', async () => {
    const sum = figure('mi-electric-scooter-1s', 'price', 'EUR') + figure('mi-electric-scooter-pro-2', 'price', 'EUR');
    expect(plainText(await own.ask('what do both scooters cost together?'))).toContain(String(sum));
    expect(plainText(await own.ask('have the tvs got the same refresh rate?'))).toMatch(/no difference/i);
  });

  it('stand side by side where a family and their number are named', async () => {
    const text = plainText(await own.ask('compare the two tv lux televisions'));
    for (const subject of ['mi-tv-lux-65-oled', 'mi-tv-lux-transparent-edition'])
      expect(text).toContain(own.knowledge.subjects.get(subject)?.names.en);
  });
});

describe('a kind of which there is no product', () => {
  it.each(['which tablet is the cheapest?', 'tablets below 300 euros', 'list the laptops', 'price of the smartwatch'])(
    'is answered with nothing else: %s',
    async (question) => {
      const answer = await own.ask(question);
      expect(answer.kind).toBe('abstain');
      expect(plainText(answer)).toMatch(/no such product/);
    },
  );

  it('does not keep what is told of it from being told', async () => {
    expect(plainText(await own.ask('are laptops counted among the connected iot devices?'))).toMatch(/left out|exclud/);
  });
});

describe('what a question leaves out', () => {
  it.each([
    ['which phones apart from the redmi 9a weigh less than 197 g?', ['Redmi 9C'], ['Redmi 9A', 'Redmi 9\\b(?! ?[AC])']],
    ['phones other than redmi 9a and redmi 9c below 160 euros', ['Redmi 9'], ['Redmi 9A', 'Redmi 9C']],
    ['除了红米9C还有哪些手机低于160欧元', ['红米 9A'], ['红米 9C']],
  ])('is not in the answer: %s', async (question, within, without) => {
    const text = plainText(await own.ask(question));
    for (const name of within) expect(text).toContain(name);
    for (const name of without) expect(text).not.toMatch(new RegExp(name));
  });

  it('may be a kind of product', async () => {
    const text = plainText(await own.ask('besides phones, which devices were launched in july 2020?'));
    expect(text).toContain('Mi TV Stick');
    expect(text).not.toContain('Redmi 9');
  });

  it('may be all that a brand makes', async () => {
    const text = plainText(await own.ask('what products were launched on 15 july 2020, except redmi phones'));
    expect(text).toContain('Mi Smart Band 5');
    expect(text).not.toContain('Redmi');
  });
});

describe('what was launched in a month', () => {
  it.each(['products released in september 2020', 'products launched in september 2020'])(
    'is a list of products: %s',
    async (question) => {
      const text = plainText(await own.ask(question));
      expect(text).toContain('POCO X3 NFC');
      expect(text).not.toContain('Redmi 9');
    },
  );
});

describe('a bare figure beside its siblings', () => {
  it.each([
    ['which is heavier, the 9 or the 9a', 'redmi-9', 'weight'],
    ['charging power of 9c, 9a and 9', 'redmi-9', 'charging-power'],
    ['9和9C哪个重', 'redmi-9', 'weight'],
  ])('is the sibling of that name: %s', async (question, subject, attribute) => {
    expect(plainText(await own.ask(question))).toContain(`${figure(subject, attribute)} `);
  });

  it('stays a figure where it counts something', async () => {
    const text = plainText(await own.ask('does the redmi 9a cost 9 euros?'));
    expect(text).not.toContain('149');
  });
});

describe('what is asked for by just so much of a measure', () => {
  it('is listed, whatever it is', async () => {
    const text = plainText(await own.ask('what has a 144 hz refresh rate?'));
    expect(text).toContain('Monitor');
    expect(text).not.toContain('POCO');
  });

  it('is told to be none, not answered with another measure', async () => {
    const answer = await own.ask('phones with an 8.5 inch screen');
    expect(answer.kind).toBe('abstain');
    expect(plainText(answer)).toContain('8.5 inch');
  });
});

describe('the difference', () => {
  it('of two products is the whole of it, where no measure is named', async () => {
    const text = plainText(await own.ask('what are the differences between the redmi 9a and the redmi 9c?'));
    for (const attribute of ['weight', 'price'] as const) expect(text).toContain(attribute);
  });

  it('of one measure is that measure alone', async () => {
    const text = plainText(await own.ask('the difference between redmi 9 and redmi 9a in weight'));
    expect(text).toContain(`${figure('redmi-9', 'weight') - figure('redmi-9a', 'weight')} g`);
  });
});
