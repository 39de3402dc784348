// What people write in Slack, undone of its markup, and who is turned to in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { commandQuestion, mentionsIn, messageQuestion, plainWords } from '../../../src/adapters/slack/request.ts';
import { heed, isAmong } from '../../../src/adapters/slack/threads.ts';
import { anyText } from '../../support/hostile.ts';

describe('a message', () => {
  it.each([
    ['<@U0BOT> how much is it?', 'how much is it?'],
    ['<@U0BOT|answers>: hi', ': hi'],
    ['<!here> <!subteam^S1|@team> price', 'price'],
    ['see <https://mi.example/9c|redmi 9c>', 'see redmi 9c'],
    ['see <https://mi.example/9c>', 'see https://mi.example/9c'],
    ['in <#C1|general> and <#C2>', 'in general and'],
    ['on <!date^1392734382^{date}|18 February>', 'on 18 February'],
    ['a &lt;b&gt; &amp; c &amp;lt;', 'a <b> & c &lt;'],
    ['two\nlines\tand  blanks', 'two lines and blanks'],
    ['5 < 6 > 4', '5 < 6 > 4'],
  ])('%j reads %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it('without words asks nothing', () => {
    for (const text of ['', '  ', '<@U0BOT>', '<!channel> \n']) expect(messageQuestion(text)).toBeUndefined();
  });

  it('turns to those whom it names', () => {
    expect(mentionsIn('<@U1> <@U2|bob> <!subteam^S1|@team> <!here> <!channel|channel> <#C1|general>')).toEqual([
      'U1',
      'U2',
      'S1',
      'here',
      'channel',
    ]);
    expect(mentionsIn('me@example.org &lt;@U1&gt; @here')).toEqual([]);
  });

  it('whatever it holds, is read in one line of a bounded length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = plainWords(text);
        expect(words.length).toBeLessThanOrEqual(4000);
        expect(words).not.toMatch(/\n/);
        mentionsIn(text);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('a slash command', () => {
  it.each([
    ['/spec', 'poco-x3', '/spec poco-x3'],
    ['/SPEC', 'poco-x3', '/spec poco-x3'],
    ['/spec', '', '/spec'],
    ['/root', 'spec poco-x3', '/spec poco-x3'],
    ['/root', '/Spec poco-x3', '/spec poco-x3'],
    ['/root', 'who is the ceo', 'who is the ceo'],
    ['/root', '   ', '/help'],
    ['/root', 'constructor x', 'constructor x'],
  ])('%s %s asks %s', (command, text, input) => {
    expect(commandQuestion({ command, text }, allCommands)).toEqual({ input });
  });
});

describe('a message in a thread', () => {
  const said = { user: 'U1', names: false, sendsAway: false };
  it.each([
    ['of the one whom the bot speaks with', { by: 'U1', with: 'U1' }, said, 'answer'],
    ['of the same who names somebody', { by: 'U1', with: 'U1' }, { ...said, names: true }, 'turn-away'],
    ['of the same who says stop', { by: 'U1', with: 'U1' }, { ...said, sendsAway: true }, 'leave'],
    ['of somebody else', { by: 'U1', with: 'U2' }, said, 'turn-away'],
    ['of somebody else who says stop', { by: 'U1', with: 'U2' }, { ...said, sendsAway: true }, 'turn-away'],
    ['after the talk turned elsewhere', { by: 'U1' }, said, 'ignore'],
    ['after the bot was sent away', { by: 'U1', left: true }, said, 'ignore'],
    ['where the bot never spoke', undefined, said, 'ignore'],
  ] as const)('%s', (_which, thread, message, way) => {
    expect(heed(thread, message)).toBe(way);
  });

  it('sends the bot away by a word of the list, and not by one within a question', () => {
    const list = 'stop, please leave, 走开';
    for (const words of ['stop', 'Stop!', ' STOP. ', 'please leave…', '走开。'])
      expect(isAmong(words, list)).toBe(true);
    for (const words of ['', 'stop motion', 'does it stop', '，', 'please']) expect(isAmong(words, list)).toBe(false);
  });
});
