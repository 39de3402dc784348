// Follow-ups make sense on any replica, after a change of the knowledge, and whatever somebody else left in the store; memory stays bounded.
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { plainText } from '../../src/answer.ts';
import { createBot } from '../../src/bot/bot.ts';
import { openKnowledge } from '../../src/bot/open.ts';
import { Conversations, type Memory } from '../../src/bot/turns/conversation.ts';
import { MOST_VALUES } from '../../src/state/bounded.ts';
import { openMemory } from '../../src/state/memory.ts';
import { folderWith, removeFolders } from '../support/folder.ts';
import { projectFolder } from '../support/source-files.ts';

const open = () => openKnowledge(`${projectFolder}/knowledge`, `${projectFolder}/.cache`);
const conversation = 'slack:T1:C1:U1';

describe('conversations', () => {
  it('go on at another replica', async () => {
    const [opened, state] = [await open(), openMemory()];
    const replica = () =>
      createBot({
        opened,
        commands: allCommands,
        conversations: new Conversations(state.shelf<Memory>('conversation')),
      });
    await replica().ask({ input: 'how heavy is the redmi 9a?', conversation });
    expect(plainText(await replica().ask({ input: 'and the 9c?', conversation }))).toMatch(/196 ?g/);
  });

  it('begin anew where the store holds what is no conversation, or subjects that are known no more', async () => {
    const [opened, shelf] = [await open(), openMemory().shelf<unknown>('conversation')];
    const conversations = new Conversations(shelf as never);
    const bot = createBot({ opened, commands: allCommands, conversations });
    for (const kept of [
      'text',
      7,
      { subjects: 'redmi-9a' },
      { subjects: [null], question: '', language: 'en' },
      { subjects: ['gone-forever', '__proto__'], question: 'how heavy is it', language: 'xx' },
    ]) {
      await shelf.set(conversation, kept);
      expect((await bot.ask({ input: 'and its price?', conversation })).lead).not.toBe('');
    }
  });

  it('do not carry a kept answer over to other knowledge', async () => {
    const hits: boolean[] = [];
    const over = async (folder: string) =>
      createBot({
        opened: await openKnowledge(folder, folder),
        commands: allCommands,
        cached: 10,
        onCache: (hit) => void hits.push(hit),
      });
    const [one, other] = [await over(folderWith()), await over(folderWith({ 'products/lamp.yaml': HEAVIER }))];
    const ask = async (bot: typeof one, input = 'weight of Lamp One') => (await bot.ask({ input })).facts[0]?.value;
    const first = await ask(one);
    // Neither capitals nor spaces make another question of it.
    expect([await ask(one), await ask(one, 'Weight of  lamp one'), hits]).toEqual([first, first, [false, true, true]]);
    expect([first, await ask(other)]).toEqual(['1.2 kg', '2.5 kg']);
    removeFolders();
  });

  it(`stay within ${MOST_VALUES} in memory; the one that rested longest is the one that goes`, async () => {
    const conversations = new Conversations(openMemory().shelf<Memory>('conversation'));
    const memory = { subjects: [], question: 'q', language: 'en' };
    for (let index = 0; index <= MOST_VALUES; index++) await conversations.remember(`c${index}`, memory);
    expect(await conversations.recall('c0', () => true)).toBeUndefined();
    expect(await conversations.recall('c1', () => true)).toEqual(memory);
  });
});

const HEAVIER = `
id: lamp-one
kind: product
class: lamp
brand: acme
names: { en: Lamp One, zh: 一号灯 }
source: paper
specs: { weight: 2.5 kg }
`;
