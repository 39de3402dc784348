// What README.md shows is what the bot says: its transcripts are run, its files and commands exist.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawAnswer } from '../src/adapters/console/reply.ts';
import { openTestBot, type TestBot } from './support/bot.ts';
import { projectFolder, readText } from './support/source-files.ts';

const README = 'README.md';
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'knowledge/README.md'];
/** As the console draws for a pipe: no colour, no width, choices without numbers. */
const PLAIN = { color: false, numbered: false };

type Turn = { readonly question: string; readonly shown: string };

const fences = (text: string): { readonly tag: string; readonly body: string }[] =>
  [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)].map(([, tag = '', body = '']) => ({ tag: tag.trim(), body }));

/** The turns of a block tagged `transcript`: "› question", then the exact answer up to a blank line before the next. */
function transcriptTurns(body: string): Turn[] {
  return body
    .split(/^(?=› )/m)
    .filter((part) => part.startsWith('› '))
    .map((part) => {
      const [first = '', ...rest] = part.split('\n');
      return { question: first.slice(2).trim(), shown: rest.join('\n').trim() };
    });
}

/** Questions of other blocks: "> question" or `$ npm run ask -- "question"`, each with the first line shown below it. */
function shownFirstLines(body: string): Turn[] {
  const lines = body.split('\n');
  return lines.flatMap((line, index): Turn[] => {
    const typed = /^> (.+)$/.exec(line) ?? /^\$ npm run (?:--silent )?ask -- (.+)$/.exec(line);
    if (!typed?.[1]) return [];
    const words = [...typed[1].matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
    const question = line.startsWith('$') ? words.filter((word) => !word.startsWith('--')).join(' ') : typed[1];
    const shown = (lines[index + 1] ?? '').trim();
    return shown === '' || /--(batch|json|explain|lang)\b/.test(line) ? [] : [{ question, shown }];
  });
}

/** A line break in the README for its width is a blank to a reader. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('reading a transcript', () => {
  it('takes each question with the lines up to the next', () => {
    const body = '› who?\nSomebody.\n  A source\n\n› and when?\nIn 2010.\n';
    expect(transcriptTurns(body)).toEqual([
      { question: 'who?', shown: 'Somebody.\n  A source' },
      { question: 'and when?', shown: 'In 2010.' },
    ]);
  });

  it('takes shown commands with the first line below them', () => {
    const body = '$ npm run ask -- "who is it?"\nSomebody.\n\n$ npm test\nfine\n> when?\nIn 2010.\n';
    expect(shownFirstLines(body)).toEqual([
      { question: 'who is it?', shown: 'Somebody.' },
      { question: 'when?', shown: 'In 2010.' },
    ]);
  });
});

const hasReadme = existsSync(join(projectFolder, README));

describe.skipIf(!hasReadme)(hasReadme ? README : 'README.md is not written yet: nothing to compare', () => {
  const text = hasReadme ? readText(README) : '';
  const transcripts = fences(text).filter(({ tag }) => tag === 'transcript');
  let own: TestBot;
  beforeAll(async () => {
    own = await openTestBot();
  });

  it('has a transcript', () => {
    expect(transcripts.flatMap(({ body }) => transcriptTurns(body)).length).toBeGreaterThan(0);
  });

  it.each(transcripts.map(({ body }, index) => [index + 1, body] as const))(
    'shows in transcript %d what the bot says',
    async (index, body) => {
      for (const { question, shown } of transcriptTurns(body)) {
        const answer = await own.bot.ask({ input: question, conversation: `readme:${index}` });
        expect([question, flowing(shown)]).toEqual([question, flowing(drawAnswer(answer, PLAIN))]);
      }
    },
  );

  const others = fences(text).filter(({ tag }) => tag !== 'transcript');
  const shownTurns = others.flatMap(({ body }) => shownFirstLines(body));
  it.runIf(shownTurns.length > 0)('shows in its other blocks how the bot’s answers begin', async () => {
    for (const { question, shown } of shownTurns) {
      const first = drawAnswer(await own.ask(question), PLAIN).split('\n')[0] ?? '';
      expect([question, flowing(first)]).toEqual([question, flowing(shown)]);
    }
  });
});

describe.each(DOCUMENTS.filter((path) => existsSync(join(projectFolder, path))))('%s', (path) => {
  const text = readText(path);

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    const broken = links.filter((target) => !existsSync(join(projectFolder, dirname(path), target)));
    expect(broken).toEqual([]);
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
