// Whoever and whatever is introduced in the knowledge is introduced when somebody asks who or what it is, in plain words.
import { beforeAll, expect, it } from 'vitest';
import type { Subject } from '../../src/knowledge/model.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const who = ({ kind }: Subject): string => (kind === 'person' ? 'who' : 'what');

it.each([
  ['en', 'who or what is it', (name: string, one: Subject) => `${who(one)} is ${name}`],
  ['en', 'tell me about it', (name: string) => `tell me about ${name}`],
  ['en', 'a word behind the name', (name: string) => `${name} intro`],
  ['zh', '是谁、是什么', (name: string, one: Subject) => `${name}是${one.kind === 'person' ? '谁' : '什么'}`],
  ['zh', '介绍一下', (name: string) => `介绍一下${name}`],
  ['zh', '简介', (name: string) => `${name}简介`],
  ['zh', '是做什么的', (name: string) => `${name}是做什么的`],
] as const)('%s: %s', async (language, _what, ask) => {
  const others: string[] = [];
  let asked = 0;
  for (const subject of own.knowledge.subjects.values()) {
    const [name, intro] = [subject.names[language], subject.intro?.[language]];
    // "A director (not named)" is nobody's name.
    if (!name || !intro || /[(（]/.test(name) || subject.kind === 'place') continue;
    asked += 1;
    const question = ask(name, subject);
    const { kind, lead, facts } = await own.ask(question);
    const isOfIt = lead.includes(intro.slice(0, 12)) || facts.some((fact) => fact.subject === subject.id);
    if (kind !== 'answer' || !isOfIt) others.push(`${question} → ${lead.slice(0, 60)}`);
  }
  expect(asked).toBeGreaterThan(90);
  expect(others).toEqual([]);
});

it('introduces each of those who bear the name that is asked for', async () => {
  const { kind, lead, lines } = await own.ask('who is mr wang');
  expect(kind).toBe('answer');
  const people = [lead, ...lines].join('\n');
  for (const name of ['Wang Xiang', 'Wang Xiaoyan', 'Wang Jianzhou', 'Wang Jianlin']) expect(people).toContain(name);
});
