// Slash commands, their autocomplete, and "Ask about this": through the gateway, as people use them.
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { type Loopback, openLoopback } from './loopback.ts';
import { ANN, BEN, message, newServer, onMessage, SERVER, slash, typing } from './payloads.ts';
import { APPLICATION, BOT, newId } from './rest.ts';
import { payloadOf, shown } from './shown.ts';

const { ChannelMessageWithSource, ApplicationCommandAutocompleteResult } = InteractionResponseType;
let loopback: Loopback;
beforeAll(async () => {
  loopback = await openLoopback();
});
afterAll(() => loopback.close());

/** The example of a command as its filled-in options: the last takes the rest of the line. */
function filledIn(line: string): [string, Record<string, string>] {
  const [name = '', ...words] = line.slice(1).split(' ');
  const options = allCommands.find((one) => one.name === name)?.options ?? [];
  const values = options.map((option, index): [string, string] => [
    option.name,
    (option.rest ? words.slice(index) : words.slice(index, index + 1)).join(' '),
  ]);
  return [name, Object.fromEntries(values)];
}

describe('a slash command', () => {
  it.each(allCommands.flatMap(({ examples }) => examples))('%s is answered for all to see', async (line) => {
    const sent = await loopback.interact(slash(...filledIn(line)));
    expect(sent.fault).toBeUndefined();
    expect(sent.body.type).toBe(ChannelMessageWithSource);
    expect(payloadOf(sent).allowed_mentions).toEqual({ parse: [] });
    expect((payloadOf(sent).flags ?? 0) & MessageFlags.Ephemeral).toBe(0);
    expect(shown(sent).length).toBeGreaterThan(20);
    expect(shown(sent)).not.toMatch(/don't know|don't have/);
  });

  it('is answered in the language of the person’s Discord', async () => {
    expect(shown(await loopback.interact(slash('price', { product: 'redmi-9a' })))).toContain('EUR 99');
    const inChinese = await loopback.interact(slash('price', { product: 'redmi-9a' }, { locale: 'zh-CN' }));
    expect(shown(inChinese)).toContain('99 欧元');
    const inItalian = await loopback.interact(slash('price', { product: 'redmi-9a' }, { locale: 'it' }));
    expect(shown(inItalian)).toContain('EUR 99');
  });

  it('takes what was typed instead of picked: a name in words, in Chinese, and one that is not known', async () => {
    expect(shown(await loopback.interact(slash('price', { product: 'Redmi 9A' })))).toContain('EUR 99');
    expect(shown(await loopback.interact(slash('price', { product: '红米9A' })))).toContain('EUR 99');
    const unknown = await loopback.interact(slash('price', { product: 'redmi 9x' }));
    expect(shown(unknown)).toMatch(/don't know/);
    expect(shown(unknown)).not.toContain('EUR');
  });

  it('that is registered but unknown here is told so', async () => {
    expect(shown(await loopback.interact(slash('weather', { where: 'here' })))).toContain('/weather');
  });

  it('without its option, and with text beyond all bounds, is still answered', async () => {
    expect(shown(await loopback.interact(slash('spec')))).not.toBe('');
    const sent = await loopback.interact(slash('ask', { question: 'redmi 9a '.repeat(600) }));
    expect(sent.fault).toBeUndefined();
    expect(shown(sent)).not.toBe('');
  });

  it('works in direct messages, and where a person alone installed the app', async () => {
    const direct = { server: null, channel: newId() };
    expect(shown(await loopback.interact(slash('price', { product: 'redmi-9a' }, direct)))).toContain('EUR 99');
    const own = { server: newServer(), channel: newId(), own: true };
    expect(shown(await loopback.interact(slash('price', { product: 'redmi-9c' }, own)))).toContain('EUR');
  });

  it('is answered once, though delivered twice', async () => {
    const one = slash('price', { product: 'redmi-9a' });
    await loopback.interact(one);
    loopback.gateway.dispatch('INTERACTION_CREATE', one);
    await loopback.interact(slash('price', { product: 'redmi-9c' }));
    expect(loopback.rest.untaken(`POST /interactions/${one.id}/*/callback`)).toEqual([]);
  });

  it('and a mention in the same channel are one conversation', async () => {
    await loopback.interact(slash('price', { product: 'redmi-9c' }, { by: BEN }));
    const sent = await loopback.answerTo(message(`<@${BOT}> and its battery?`, { author: BEN }));
    expect(shown(sent)).toContain('Redmi 9C');
  });

  it('in a channel without embeds says the same in plain text', async () => {
    const sent = await loopback.interact(slash('spec', { product: 'redmi-9a' }, { may: 0n }));
    expect(payloadOf(sent).embeds).toEqual([]);
    expect(shown(sent)).toContain('Redmi 9A');
  });

  it('is seen by the asker alone in a server that wants it so, and in the language that it has chosen', async () => {
    const shelf = loopback.test.state.shelf('settings');
    await shelf.set(`discord:${SERVER}`, { visibility: 'private', language: 'zh' });
    const sent = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    await shelf.delete(`discord:${SERVER}`);
    expect(payloadOf(sent).flags & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
    expect(shown(sent)).toContain('99 欧元');
  });
});

describe('while an option is typed', () => {
  const choicesFor = async (...args: Parameters<typeof typing>): Promise<{ name: string; value: string }[]> => {
    const sent = await loopback.interact(typing(...args));
    expect(sent.body.type).toBe(ApplicationCommandAutocompleteResult);
    expect(sent.fault).toBeUndefined();
    return sent.body.data.choices;
  };

  it('products are offered, by name, by alias, with a mistake in it and in Chinese, each with what it is', async () => {
    for (const typed of ['redmi 9a', 'redmi9a', 'remdi 9a', '红米9A'])
      expect(await choicesFor('spec', 'product', typed)).toContainEqual({
        name: expect.stringMatching(/^Redmi 9A – .{20,}/),
        value: 'redmi-9a',
      });
  });

  it('topics of the company are offered beside people, and all in the language of the person’s Discord', async () => {
    const english = await choicesFor('fact', 'topic', 'reven');
    expect(english).toContainEqual({ name: 'revenue – Xiaomi', value: 'revenue' });
    const chinese = await choicesFor('fact', 'topic', '营收', { locale: 'zh-CN' });
    expect(chinese).toContainEqual({ name: '营收 – 小米', value: '营收' });
    const [phone] = await choicesFor('spec', 'product', '红米9A', { locale: 'zh-TW' });
    expect(phone).toEqual({ name: expect.stringMatching(/^Redmi 9A – .*\p{Script=Han}{4}/u), value: 'redmi-9a' });
  });

  it('at most 25 are offered, also before anything is typed', async () => {
    const choices = await choicesFor('spec', 'product', '');
    expect(choices.length).toBeGreaterThan(5);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it('people and topics of the company are offered', async () => {
    const choices = await choicesFor('fact', 'topic', 'lei jun');
    expect(choices).toContainEqual({ name: expect.stringMatching(/^Lei Jun – /), value: 'lei-jun' });
  });

  it('the last of several products is completed, and the others stay', async () => {
    const choices = await choicesFor('compare', 'others', 'redmi 9c, redmi 9a');
    expect(choices.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^redmi 9c, redmi-9a$/));
  });

  it('nothing is offered where nothing comes near, where nothing can be completed, or of what is unknown', async () => {
    expect(await choicesFor('spec', 'product', 'zzzqqqxxx')).toEqual([]);
    expect(await choicesFor('ask', 'question', 'how')).toEqual([]);
    expect(await choicesFor('weather', 'where', 'h')).toEqual([]);
  });
});

describe('“Ask about this” on a message', () => {
  it('answers what the message asks', async () => {
    const sent = await loopback.interact(onMessage(`hey <@${ANN}>, how much is the redmi 9a?`));
    expect(shown(sent)).toContain('EUR 99');
  });

  it('tells the asker alone that there is no question in it', async () => {
    const sent = await loopback.interact(onMessage('<:party:123456789012345678>'));
    expect(shown(sent)).toContain('There is no question in that message');
    expect(payloadOf(sent).flags & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  });
});

it('no first response carried the token of the bot, and none went wrong', () => {
  const { sent } = loopback.rest;
  const callbacks = sent.filter(({ path }) => path.startsWith('/interactions/'));
  expect(callbacks.length).toBeGreaterThan(25);
  expect(callbacks.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  expect(sent.filter(({ fault }) => fault).map(({ path, fault }) => `${path}: ${fault}`)).toEqual([]);
  expect(loopback.test.logged.filter(({ level }) => level === 'error')).toEqual([]);
  expect(sent.some(({ path }) => path === `/applications/${APPLICATION}/commands`)).toBe(true);
});
