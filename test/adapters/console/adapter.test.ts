// The chat itself, on streams of the test's own: piped, and as a terminal.
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../support/answer.ts';
import { echo, fakeBot, openConsole } from './fakes.ts';

/** Waits until what was drawn holds a text. */
async function until(drawn: () => string, text: string): Promise<string> {
  while (!stripVTControlCharacters(drawn()).includes(text)) await setImmediate();
  return drawn();
}

describe('piped', () => {
  it('answers each line, with neither prompt nor first screen, and ends with the input', async () => {
    const bot = echo();
    const { console, input, drawn } = await openConsole(bot);
    input.end('one\r\n\n  \ntwo\nthree');
    await console.ended;
    expect(drawn()).toBe('one\n\ntwo\n\nthree\n');
    expect(new Set(bot.asked.map(({ conversation }) => conversation))).toEqual(new Set(['terminal']));
  });

  it('takes a number for what the last answer offered', async () => {
    const bot = fakeBot((lead) =>
      lead === 'which'
        ? answerOf({ kind: 'clarify', lead, choices: [{ label: 'It', ask: 'that one' }] })
        : answerOf({ lead }),
    );
    const { console, input, drawn } = await openConsole(bot);
    input.end('which\n1\n1\n');
    await console.ended;
    expect(drawn()).toBe('which\n  1  It\n\nthat one\n\n1\n');
  });

  it('leaves at /quit', async () => {
    const { console, input, drawn } = await openConsole(echo());
    input.write('one\n/quit\ntwo\n');
    await console.ended;
    expect(drawn()).toBe('one\n');
  });

  it('survives characters that are cut in two between chunks', async () => {
    const { console, input, drawn } = await openConsole(echo());
    const bytes = Buffer.from('小米\n');
    input.write(bytes.subarray(0, 2));
    input.end(bytes.subarray(2));
    await console.ended;
    expect(drawn()).toBe('小米\n');
  });

  it('tells an error in one sentence with a reference, and goes on', async () => {
    const told: string[] = [];
    const bot = fakeBot((lead) => {
      if (lead === 'bad') throw new Error('a secret');
      return answerOf({ lead });
    });
    const { console, input, drawn } = await openConsole(bot, { report: (reference) => told.push(reference) });
    input.end('bad\ngood\n');
    await console.ended;
    expect(drawn()).toMatch(/^Something went wrong.*\(reference [0-9a-f]{8}\)\.\n\ngood\n$/);
    expect(drawn()).not.toContain('secret');
    expect(drawn()).toContain(told[0]);
  });

  it('ends quietly when nobody reads any more', async () => {
    const { console, input, output } = await openConsole(echo());
    input.write('one\n');
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    input.write('two\n');
    await console.ended;
    expect(output.destroyed).toBe(true);
  });

  it('draws the help of the terminal, /quit included', async () => {
    const { console, input, drawn } = await openConsole(
      fakeBot(() => answerOf({ kind: 'chat', lead: 'Help.', lines: ['x'] })),
    );
    input.end('/HELP\n');
    await console.ended;
    const lines = drawn().split('\n');
    expect(lines[0]).toBe('Help.');
    expect(lines[3]).toMatch(/^\/show <product> +text +\/show beta$/);
    expect(lines[6]).toMatch(/^\/quit +Leave$/);
  });

  it('stops when told to, more than once if need be', async () => {
    const { console } = await openConsole(echo());
    await console.stop();
    await console.stop();
    await console.ended;
  });
});

describe('interactive', () => {
  it('begins with what it is, examples, and how much is known', async () => {
    const { console, drawn } = await openConsole(echo(), { terminal: true });
    const screen = stripVTControlCharacters(drawn());
    expect(screen).toContain('\n  1  what is it\n');
    expect(screen).toContain('3,456 facts on 12 subjects from 7 sources, the newest of 3 November 2025');
    expect(screen).toMatch(/\/show \/set \/say \/quit/);
    expect(screen).toContain('›');
    await console.stop();
  });

  it('takes a number for an example', async () => {
    const bot = echo();
    const { console, input, drawn } = await openConsole(bot, { terminal: true });
    input.write('1\n');
    await until(drawn, 'what is it\n\n');
    input.write('1\n\u0004');
    await console.ended;
    expect(bot.asked.map((question) => question.input)).toEqual(['what is it', '1']);
  });

  it('answers, completes by Tab, and leaves at /quit', async () => {
    const bot = echo();
    const { console, input, drawn } = await openConsole(bot, { terminal: true });
    input.write('hello\n');
    await until(drawn, 'hello\n\n');
    input.write('/sh\t');
    await until(drawn, '› /show ');
    input.write('be\t');
    await until(drawn, '› /show beta');
    input.write('\n');
    await until(drawn, '/show beta\n\n');
    input.write('/quit\n');
    await console.ended;
    expect(bot.asked.map((question) => question.input)).toEqual(['hello', '/show beta']);
  });

  it('clears the line at Ctrl-C, leaves at the next', async () => {
    const bot = echo();
    const { console, input, drawn } = await openConsole(bot, { terminal: true });
    input.write('half a question\u0003whole\n');
    await until(drawn, 'whole\n\n');
    input.write('\u0003');
    await console.ended;
    expect(bot.asked.map((question) => question.input)).toEqual(['whole']);
  });

  it('leaves at Ctrl-D', async () => {
    const { console, input } = await openConsole(echo(), { terminal: true });
    input.write('\u0004');
    await console.ended;
  });

  it('brings back earlier lines', async () => {
    const bot = echo();
    const { console, input, drawn } = await openConsole(bot, { terminal: true });
    input.write('first\n');
    await until(drawn, 'first\n\n');
    input.write('\u001b[A\n/quit\n');
    await console.ended;
    expect(bot.asked.map((question) => question.input)).toEqual(['first', 'first']);
  });
});
