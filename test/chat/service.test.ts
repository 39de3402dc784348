// The service behind every adapter: limits told once, what is recorded and what is not, opinions, settings, forgetting.
import { afterEach, describe, expect, it } from 'vitest';
import type { Asker, Outcome } from '../../src/chat/contract.ts';
import type { Asked } from '../../src/chat/meter.ts';
import { type Opinion, recordsOf, type Unanswered } from '../../src/chat/records.ts';
import type { ChatOptions } from '../../src/chat/service.ts';
import type { Shelf, State } from '../../src/state/contract.ts';
import { openMemory } from '../../src/state/memory.ts';
import { openTestChat } from '../support/chat.ts';

const anna: Asker = { platform: 'slack', person: 'U0ANNA', workspace: 'T1' };
const ben: Asker = { platform: 'slack', person: 'U0BEN', workspace: 'T1' };
const DECLINED = 'does the redmi 9t have a zzyzx sensor, says Mr Featherstonehaugh';

async function all<Value>(shelf: Shelf<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const [, value] of shelf.entries()) values.push(value);
  return values;
}

describe('the chat service', () => {
  const states: State[] = [];
  afterEach(async () => {
    for (const state of states.splice(0)) await state.close();
  });
  const open = async (options: Partial<ChatOptions> = {}) => {
    const state = openMemory();
    states.push(state);
    return openTestChat(undefined, state, options);
  };
  const kinds = (outcomes: readonly Outcome[]): string[] =>
    outcomes.map((outcome) => (outcome.kind === 'limited' && outcome.sentence ? 'told' : outcome.kind));

  it('limits each person, tells it once and kindly in the language of the question, then stays silent', async () => {
    const { chat } = await open({ limits: { person: 2, workspace: 0 } });
    const outcomes: Outcome[] = [];
    for (let time = 0; time < 5; time++) outcomes.push(await chat.ask({ input: '红米9A多少钱' }, anna));
    expect(kinds(outcomes)).toEqual(['answer', 'answer', 'told', 'limited', 'limited']);
    expect(outcomes[2]).toMatchObject({ sentence: expect.stringMatching(/^短时间内问题太多了，请 \d+ 秒后再试。$/) });
    expect(await chat.ask({ input: 'redmi 9a price' }, ben)).toMatchObject({ kind: 'answer' });
  });

  it('limits a workspace as a whole; who asks too much does not use up what is left for the others', async () => {
    const { chat } = await open({ limits: { person: 2, workspace: 3 } });
    for (let time = 0; time < 10; time++) await chat.ask({ input: 'hi' }, anna);
    const outcomes: Outcome[] = [];
    for (let time = 0; time < 2; time++) outcomes.push(await chat.ask({ input: 'hi' }, ben));
    outcomes.push(await chat.ask({ input: 'hi' }, { ...ben, person: 'U0CLEO' }));
    expect(kinds(outcomes)).toEqual(['answer', 'told', 'limited']);
    expect(await chat.ask({ input: 'hi' }, { platform: 'slack', person: 'U0DORA' })).toMatchObject({ kind: 'answer' });
  });

  it('counts every question by platform, kind and outcome', async () => {
    const asked: Asked[] = [];
    const limited: string[] = [];
    const meter = {
      asked: (one: Asked) => void asked.push(one),
      limited: (platform: string, scope: string) => void limited.push(`${platform} ${scope}`),
      feedback() {},
    };
    const { chat } = await open({ meter, limits: { person: 4, workspace: 0 } });
    await chat.ask({ input: 'redmi 9a price' }, anna);
    await chat.ask({ input: { kind: 'sheet', product: 'redmi 9a' } }, anna);
    await chat.ask({ input: DECLINED }, anna);
    await chat.ask({ input: 'hello' }, anna);
    await chat.ask({ input: 'hello' }, anna);
    expect(asked.map(({ platform, kind, outcome }) => `${platform} ${kind} ${outcome}`)).toEqual([
      'slack ask answer',
      'slack sheet answer',
      'slack ask abstain',
      'slack ask chat',
      'slack ask limited',
    ]);
    expect(limited).toEqual(['slack person']);
    expect(asked.every(({ seconds }) => seconds > 0)).toBe(true);
  });

  it('tells a reference when the bot fails, and logs the cause under it', async () => {
    const { bot: working } = await (await import('../support/bot.ts')).openTestBot();
    const broken = { ...working, reply: () => Promise.reject(new Error('broken')) };
    const { chat, logged } = await openTestChat(broken);
    const outcome = await chat.ask({ input: 'hi' }, anna);
    const fields = logged.find(({ event }) => event === 'failed')?.fields;
    expect(outcome).toMatchObject({ kind: 'failed', sentence: expect.stringContaining(String(fields?.reference)) });
  });

  it('keeps how a question was read that could not be answered, but neither its words nor who asked', async () => {
    const { chat, state, logged } = await open();
    await chat.ask({ input: DECLINED }, anna);
    await chat.ask({ input: 'redmi 9a price' }, anna);
    await chat.drain();
    const kept = await all<Unanswered>(recordsOf(state).unanswered);
    expect(kept).toMatchObject([{ platform: 'slack', gist: { product: 'redmi 9t', language: 'en' } }]);
    expect(kept[0]?.gist.unread).toBeGreaterThan(0);
    for (const words of [JSON.stringify(kept), JSON.stringify(logged)])
      expect(words).not.toMatch(/zzyzx|featherston|U0ANNA/i);
  });

  it('keeps the words and the asker only when that is switched on', async () => {
    const { chat, state } = await open({ recordQuestions: true });
    await chat.ask({ input: DECLINED }, anna);
    await chat.drain();
    expect(await all<Unanswered>(recordsOf(state).unanswered)).toMatchObject([{ text: DECLINED, person: 'U0ANNA' }]);
  });

  it('keeps the last opinion of a person on an answer, with what the answer stated', async () => {
    const { chat, state } = await open();
    const outcome = await chat.ask({ input: 'redmi 9a price' }, anna);
    const reference = outcome.kind === 'answer' ? outcome.reference : '';
    await chat.feedback({ asker: anna, reference, helpful: true });
    await chat.feedback({ asker: anna, reference, helpful: false, why: 'x'.repeat(5000) });
    await chat.feedback({ asker: ben, reference: 'of another replica', helpful: true });
    const kept = await all<Opinion>(recordsOf(state).opinions);
    expect(kept).toHaveLength(2);
    expect(kept[0]).toMatchObject({ helpful: false, about: [expect.stringContaining('/price')] });
    expect(kept[0]?.why).toHaveLength(1000);
  });

  it('keeps what is set for a place, field by field', async () => {
    const { chat } = await open();
    expect(await chat.settings('T1', 'slack')).toEqual({});
    await chat.changeSettings('T1', 'slack', { language: 'zh', reply: 'channel' });
    await chat.changeSettings('T1', 'slack', { reply: undefined, visibility: 'private' });
    expect(await chat.settings('T1', 'slack')).toEqual({ language: 'zh', visibility: 'private' });
    expect(await chat.settings('T1', 'discord')).toEqual({});
    expect(await chat.settings(undefined, 'slack')).toEqual({});
  });

  it('forgets a person everywhere, and nobody else', async () => {
    const { chat, state } = await open({ recordQuestions: true });
    for (const asker of [anna, ben]) {
      const outcome = await chat.ask({ input: DECLINED }, asker);
      const reference = outcome.kind === 'answer' ? outcome.reference : '';
      await chat.feedback({ asker, reference, helpful: false, why: 'wrong' });
      await state.shelf('conversation').set(`slack:C1:${asker.person}`, { question: 'x' });
      await chat.shelf('slack-threads').set(`C1:${asker.person}`, { people: [asker.person] });
    }
    await chat.drain();
    await chat.changeSettings('T1', 'slack', { language: 'zh' });
    await chat.shelf('installations').set('T1', { installer: 'U0ANNA' });
    expect(await chat.forget('U0ANNA')).toBe(4);
    const left: string[] = [];
    for (const namespace of await state.namespaces())
      for await (const entry of state.shelf(namespace).entries()) left.push(JSON.stringify([namespace, ...entry]));
    expect(left.filter((entry) => entry.includes('U0ANNA'))).toEqual([expect.stringContaining('installations')]);
    expect(left.filter((entry) => entry.includes('U0BEN'))).toHaveLength(4);
    expect(await chat.forget('U0')).toBe(0);
  });

  it('claims an event once', async () => {
    const { chat } = await open();
    expect([await chat.claim('slack:Ev1'), await chat.claim('slack:Ev1'), await chat.claim('slack:Ev2')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
