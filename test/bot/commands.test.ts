// How a typed command line is taken apart: known, unknown, incomplete, with options that take the rest of the line.
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { plainText } from '../../src/answer.ts';
import { parseCommand } from '../../src/bot/requests.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});
const parse = (line: string) => parseCommand(line, allCommands);

describe('a line', () => {
  it.each([
    ['/spec poco-x3', { kind: 'sheet', product: 'poco-x3' }],
    ['  /SPEC   mi   band 5 ', { kind: 'sheet', product: 'mi band 5' }],
    ['/price mi tv stick', { kind: 'lookup', subject: 'mi tv stick', attributes: ['price'] }],
    ['/compare redmi-9a redmi-9c', { kind: 'compare', subjects: ['redmi-9a', 'redmi-9c'] }],
    ['/compare redmi 9a vs redmi 9c, redmi 9', { kind: 'compare', subjects: ['redmi 9a', 'redmi 9c', 'redmi 9'] }],
    ['/compare a VS b', { kind: 'compare', subjects: ['a', 'b'] }],
    ['/ask when was it\nfounded', { kind: 'ask', text: 'when was it founded' }],
    ['/sources', { kind: 'sources' }],
    ['/help me please', { kind: 'help' }],
  ])('%j is a request', (line, request) => {
    expect(parse(line)).toEqual({ kind: 'request', request });
  });

  it.each(['/spec', '/spec   ', '/compare redmi-9a', '/ask', '/price', '/find', '/fact'])(
    '%j lacks something',
    (line) => {
      expect(parse(line)).toMatchObject({ kind: 'incomplete' });
    },
  );

  it('that lacks something says what', () => {
    expect(parse('/compare')).toMatchObject({ kind: 'incomplete', missing: 'first' });
    expect(parse('/compare redmi-9a')).toMatchObject({ kind: 'incomplete', missing: 'others' });
  });

  it.each([
    ['/foo bar', 'foo'],
    ['/constructor', 'constructor'],
    ['/speck poco-x3', 'speck'],
  ])('%j names a command that there is not', (line, name) => {
    expect(parse(line)).toEqual({ kind: 'unknown', name });
  });

  it.each(['when was xiaomi founded', '', '/', '/ spec', '//', '/1', 'see /spec', '/小米'])(
    '%j is a question',
    (line) => {
      expect(parse(line)).toBeUndefined();
    },
  );

  it('compares so many products at most', () => {
    const request = parse('/compare a vs b vs c vs d vs e vs f');
    expect(request).toEqual({ kind: 'request', request: { kind: 'compare', subjects: ['a', 'b', 'c', 'd'] } });
  });
});

describe('the bot', () => {
  it('answers a command as it does the same question in words', async () => {
    const command = await own.ask('/price redmi-9c');
    const words = await own.ask('how much is the redmi 9c?');
    expect(command.facts).toEqual(words.facts);
    expect(command.kind).toBe('answer');
  });

  it('takes a request that an adapter has taken apart', async () => {
    const typed = await own.ask('/spec redmi-9a');
    const request = await own.bot.ask({ input: { kind: 'sheet', product: 'redmi-9a' } });
    expect(request).toEqual(typed);
  });

  it('tells what there is where a command is unknown or incomplete', async () => {
    for (const line of ['/foo', '/spec', '/compare redmi-9a']) {
      const answer = await own.ask(line);
      expect([line, answer.kind, answer.facts]).toEqual([line, 'chat', []]);
      expect(plainText(answer)).toContain('/spec');
    }
  });

  it('says which command it does not know, and what an incomplete one lacks', async () => {
    expect(await own.text('/speck poco-x3')).toContain('speck');
    expect((await own.ask('/compare redmi-9a')).lead).toMatch(/others|\/compare/);
  });

  it('lists every source, newest first', async () => {
    const answer = await own.ask('/sources');
    expect(answer.sources.map(({ id }) => id).sort()).toEqual([...own.knowledge.sources.keys()].sort());
    const dates = answer.sources.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(answer.lines).toHaveLength(own.knowledge.sources.size);
  });

  it('offers as a topic all that is known of the company, in words that it answers to', async () => {
    const { facts, attributes } = own.knowledge;
    const { company } = own.bot.about();
    const held = new Set(facts.filter(({ subject }) => subject === company?.id).map(({ attribute }) => attribute));
    const topics = [...attributes.values()].filter(({ id, general }) => held.has(id) && !general);
    expect(topics.length).toBeGreaterThan(50);
    const amiss: string[] = [];
    for (const language of ['en', 'zh'])
      for (const { id, names } of topics) {
        const name = names[language]?.[0] ?? names.en?.[0] ?? id;
        const isOffered = own.bot.complete(name, 'topic', 25, language).some(({ value }) => value === name);
        if (!isOffered || (await own.ask(`/fact ${name}`, language)).kind !== 'answer') amiss.push(name);
      }
    expect(amiss).toEqual([]);
  });

  it('completes names by what was typed', () => {
    const values = (typed: string, what: 'product' | 'attribute' | 'subject') =>
      own.bot.complete(typed, what, 5).map(({ value }) => value);
    expect(values('redmi 9', 'product').slice(0, 4)).toContain('redmi-9a');
    expect(values('batt', 'attribute').join()).toContain('battery');
    expect(values('lei', 'subject')).toContain('lei-jun');
    expect(values('lei', 'product')).not.toContain('lei-jun');
    expect(own.bot.complete('', 'product', 3)).toHaveLength(3);
    expect(values('zzzzzzzz', 'product')).toEqual([]);
  });
});

describe('a command that does not exist', () => {
  it('is answered with the nearest one', async () => {
    const answer = await (await openTestBot()).ask('/spce poco-x3');
    expect(answer.lead).toContain('“/spce”');
    expect(answer.lead).toContain('Did you mean /spec?');
  });

  it('is answered with all of them where none is near', async () => {
    const answer = await (await openTestBot()).ask('/xyzzy');
    expect(answer.lead).not.toContain('Did you mean');
    expect(answer.lines.join('\n')).toContain('/spec');
  });
});
