// Typed lines as questions, and what is taken out of them when they are drawn.
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/adapters/console/clean.ts';
import { exampleQuestions, helpTable, usageOf } from '../../../src/adapters/console/commands.ts';
import { asksToLeave, toQuestion } from '../../../src/adapters/console/request.ts';
import { styleFor } from '../../../src/adapters/console/style.ts';
import { commands } from './fakes.ts';

const choices = [
  { label: 'First', ask: 'the first question' },
  { label: 'Second', ask: 'the second question' },
];

describe('toQuestion', () => {
  it('passes a line through, commands included, in one conversation', () => {
    expect(toQuestion({ line: '  /show beta ', choices: [] })).toEqual({
      input: '/show beta',
      conversation: 'terminal',
    });
    expect(toQuestion({ line: 'what?', choices })?.input).toBe('what?');
  });

  it('asks nothing for a blank line', () => {
    expect(toQuestion({ line: ' \t', choices })).toBeUndefined();
  });

  it('takes a number for the choice it stands for', () => {
    expect(toQuestion({ line: ' 2 ', choices })?.input).toBe('the second question');
    expect(toQuestion({ line: '２', choices })?.input).toBe('the second question');
  });

  it('passes a number through that stands for nothing', () => {
    expect(toQuestion({ line: '3', choices })?.input).toBe('3');
    expect(toQuestion({ line: '0', choices })?.input).toBe('0');
    expect(toQuestion({ line: '1', choices: [] })?.input).toBe('1');
    expect(toQuestion({ line: '1 or 2', choices })?.input).toBe('1 or 2');
  });

  it('passes on lines of any length and content', () => {
    const line = '\u0000\u001b[2J\ud800'.repeat(30_000);
    expect(toQuestion({ line, choices })?.input).toBe(line);
  });

  it('knows how one leaves', () => {
    expect([' /quit ', '/QUIT', '／quit'].every(asksToLeave)).toBe(true);
    expect(['quit', '/quit now', '/quiz'].some(asksToLeave)).toBe(false);
  });
});

describe('cleanText', () => {
  it('keeps text of any script, emoji and line breaks', () => {
    const text = 'Größe 小米 한글 👨‍👩‍👧\nsecond';
    expect(cleanText(text)).toBe(text);
    expect(cleanLine(text)).toBe('Größe 小米 한글 👨‍👩‍👧 second');
  });

  it('takes out what steers a terminal', () => {
    expect(cleanText('a\u001b[1;31mb\u001b]8;;http://x\u0007c\u0007\u007fd\u009be\u2028f\tg')).toBe(
      'abcd\nf g'.replace('d', 'de'),
    );
    expect(cleanText('\ud83d!')).toBe('\ufffd!');
  });
});

describe('styleFor', () => {
  it('colours a terminal only, and only when wished', () => {
    expect(styleFor({ isTTY: true, columns: 90 }, { color: true })).toEqual({ width: 90, color: true });
    expect(styleFor({ isTTY: true, columns: 90 }, { color: false })).toEqual({ width: 90, color: false });
    expect(styleFor({}, { color: true })).toEqual({ color: false });
  });

  it('takes the wished width first, within reason', () => {
    expect(styleFor({ isTTY: true, columns: 90 }, { color: false, columns: 60 }).width).toBe(60);
    expect(styleFor({}, { color: false, columns: 60 }).width).toBe(60);
    expect(styleFor({ isTTY: true, columns: 3 }, { color: false }).width).toBe(20);
    expect(styleFor({ isTTY: true, columns: 900 }, { color: false }).width).toBe(120);
    expect(styleFor({ isTTY: true, columns: 0 }, { color: false }).width).toBe(80);
  });
});

describe('commands', () => {
  it('shows how one is typed', () => {
    expect(commands.map(usageOf)).toEqual(['/show <product>', '/set <first> [others]', '/say <words>']);
  });

  it('takes plain questions from the examples, as many as wanted', () => {
    expect(exampleQuestions(commands, 3)).toEqual([{ label: 'what is it', ask: 'what is it' }]);
    expect(exampleQuestions(commands, 0)).toEqual([]);
  });

  it('lists all, in the language asked for', () => {
    expect(helpTable(commands, 'zh').rows.map(([usage]) => usage)).toEqual([...commands.map(usageOf), '/quit']);
    expect(helpTable(commands, 'zh').rows[0]?.[1]).toBe('文字');
  });
});
