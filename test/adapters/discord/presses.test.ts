// Buttons, menus and the modal under an answer: pressed by the asker, by others, and after a restart.
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feedback } from '../../../src/chat/contract.ts';
import { type Loopback, openLoopback } from './loopback.ts';
import { ANN, BEN, MODERATOR, message, newServer, press, slash, submitted } from './payloads.ts';
import { APPLICATION, BOT, newId, type Sent } from './rest.ts';
import { payloadOf, pressable, pressableAs, shown } from './shown.ts';

const { ChannelMessageWithSource, DeferredMessageUpdate, Modal, UpdateMessage } = InteractionResponseType;
let loopback: Loopback;
beforeAll(async () => {
  loopback = await openLoopback();
});
afterAll(() => loopback.close());

const isPrivate = (sent: Sent): boolean => ((payloadOf(sent).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
/** Presses what stands under a message that was sent. */
const pressUnder = (sent: Sent, customId: string, how: Parameters<typeof press>[1] = {}): Promise<Sent> =>
  loopback.interact(press(customId, { components: payloadOf(sent).components, ...how }));
const sheet = (locale = 'en-US'): Promise<Sent> =>
  loopback.interact(slash('spec', { product: 'redmi-9a' }, { locale }));

describe('a way on', () => {
  it('from a question that was not clear leads to the answer', async () => {
    const unclear = await loopback.answerTo(message(`<@${BOT}> how much is the mi 10?`));
    const [first = ''] = pressable(unclear).filter((id) => id.includes(':ask:'));
    const sent = await pressUnder(unclear, first);
    expect(sent.body.type).toBe(ChannelMessageWithSource);
    expect(shown(sent)).not.toBe(shown(unclear));
    expect(shown(sent).length).toBeGreaterThan(10);
  });

  it('from a price leads to all specifications, and from a menu to a comparison', async () => {
    const price = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    const full = await pressUnder(price, '1:ask:/spec redmi-9a');
    expect(pressable(price)).toContain('1:ask:/spec redmi-9a');
    expect(shown(full)).toContain('6.53');
    const [compare = ''] = pressable(price).filter((value) => value.startsWith('1:ask:/compare'));
    const compared = await pressUnder(price, '1:menu:compare', { values: [compare] });
    expect(shown(compared)).toContain('Redmi 9A');
    expect(isPrivate(compared)).toBe(false);
  });

  it('stays in the language of the answer, whoever presses', async () => {
    const price = await loopback.interact(slash('price', { product: 'redmi-9a' }, { locale: 'zh-CN' }));
    expect(shown(await pressUnder(price, '1:ask:/spec redmi-9a', { by: BEN }))).toContain('红米');
  });

  it('from an answer that the asker alone sees stays with the asker', async () => {
    const price = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    expect(isPrivate(await pressUnder(price, '1:ask:/spec redmi-9a', { flags: 64 }))).toBe(true);
  });
});

describe('“more”', () => {
  it('turns the page in place for the asker, and every fact is on one of the pages', async () => {
    const first = await sheet();
    const pages = [first];
    for (let page = first; pressable(page).some((id) => id.endsWith(`:${pages.length}:${ANN}`)); ) {
      const next = pressable(page).find((id) => id.endsWith(`:${pages.length}:${ANN}`)) ?? '';
      page = await pressUnder(page, next);
      expect(page.body.type).toBe(UpdateMessage);
      pages.push(page);
    }
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.map(shown).join('\n');
    for (const fact of ['Helio G25', '5000 mAh', '1500:1']) expect(all).toContain(fact);
    const back = await pressUnder(pages[1] as Sent, pressableAs(pages[1] as Sent, 'more'));
    expect(shown(back)).toBe(shown(first));
  });

  it('shows another person their own page and leaves the asker’s as it is', async () => {
    const first = await sheet();
    const sent = await pressUnder(first, pressableAs(first, 'more'), { by: BEN });
    expect(sent.body.type).toBe(ChannelMessageWithSource);
    expect(isPrivate(sent)).toBe(true);
    expect(pressableAs(sent, 'more')).toContain(BEN);
  });

  it('works after a restart between the answer and the press', async () => {
    const first = await sheet();
    await loopback.restart();
    const sent = await pressUnder(first, pressableAs(first, 'more'));
    expect(sent.body.type).toBe(UpdateMessage);
    expect(shown(sent)).not.toBe(shown(first));
  });

  it('of an answer that is no longer kept, and any button of old, says kindly that it has expired', async () => {
    for (const id of [
      `1:more:deadbeef:1:${ANN}`,
      '1:choice:deadbeef:0',
      '0:ask:redmi 9a',
      'whatever',
      '1:menu:choice',
    ]) {
      const sent = await loopback.interact(press(id));
      expect(shown(sent)).toBe('This button has expired. Please ask again.');
      expect(isPrivate(sent)).toBe(true);
    }
    expect(shown(await loopback.interact(press('whatever', { locale: 'zh-TW' })))).toContain('已经过期');
  });
});

describe('“delete”', () => {
  const remove = async (how: Parameters<typeof press>[1]): Promise<{ sent: Sent; one: ReturnType<typeof press> }> => {
    const answer = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    const one = press(pressableAs(answer, 'delete'), { components: payloadOf(answer).components, ...how });
    return { sent: await loopback.interact(one), one };
  };

  it.each([
    ['the asker', {}],
    ['a moderator', { by: BEN, permissions: MODERATOR }],
    ['the asker, where they installed the app alone', { own: true, server: newServer() }],
    ['the asker, in direct messages', { server: null, channel: newId() }],
  ])('by %s takes the answer away', async (_, how) => {
    const { sent, one } = await remove(how);
    expect(sent.body.type).toBe(DeferredMessageUpdate);
    await loopback.rest.take(`DELETE /webhooks/${APPLICATION}/${one.token}/messages/@original`);
  });

  it('by a stranger takes nothing away', async () => {
    const { sent, one } = await remove({ by: BEN });
    expect(shown(sent)).toBe('Only the person who asked can delete this answer.');
    expect(isPrivate(sent)).toBe(true);
    expect(loopback.rest.untaken(`DELETE /webhooks/${APPLICATION}/${one.token}/messages/@original`)).toEqual([]);
  });
});

it('an answer that cannot be taken away is told with a reference', async () => {
  const other = await openLoopback();
  other.rest.except(({ method }) =>
    method === 'DELETE' ? { status: 404, body: { message: 'Unknown Message', code: 10008 } } : undefined,
  );
  const one = press(`1:delete:deadbeef:${ANN}`);
  await other.interact(one);
  const sent = await other.rest.take(`POST /webhooks/${APPLICATION}/${one.token}`);
  await other.close();
  expect(shown(sent)).toMatch(/reference – [0-9a-f]{8}/);
  expect(isPrivate(sent)).toBe(true);
});

describe('an opinion', () => {
  const kept = (by: string, id: string): Promise<Feedback | undefined> =>
    loopback.test.state.shelf<Feedback>('feedback').get(`discord:${by}:${id.split(':')[2]}`);

  it('that an answer was helpful is kept, and thanked for', async () => {
    const answer = await loopback.interact(slash('price', { product: 'redmi-9a' }));
    const id = pressableAs(answer, 'feedback');
    const sent = await pressUnder(answer, id, { by: BEN });
    expect(shown(sent)).toContain('Thank you');
    expect(isPrivate(sent)).toBe(true);
    expect(await kept(BEN, id)).toMatchObject({ helpful: true, asker: { platform: 'discord', person: BEN } });
  });

  it('that it was not is kept at once, and asked why; what was written is kept too', async () => {
    const answer = await loopback.interact(slash('price', { product: 'redmi-9a' }, { locale: 'zh-CN' }));
    const id = pressable(answer).find((one) => one.endsWith(':no')) ?? '';
    const asked = await pressUnder(answer, id);
    expect(asked.fault).toBeUndefined();
    expect(asked.body.type).toBe(Modal);
    expect(asked.body.data.title).toBe('哪里不对？');
    expect(await kept(ANN, id)).toMatchObject({ helpful: false });
    const thanked = await loopback.interact(submitted(asked.body.data.custom_id, '  the price in China  '));
    expect(shown(thanked)).toContain('谢谢');
    expect(await kept(ANN, id)).toMatchObject({ helpful: false, why: 'the price in China' });
    await loopback.interact(submitted(asked.body.data.custom_id, ''));
    expect(await kept(ANN, id)).not.toHaveProperty('why');
  });

  it('in a modal of old is told that it has expired', async () => {
    expect(shown(await loopback.interact(submitted('0:why', 'x')))).toContain('expired');
  });
});

it('a press that is delivered twice is done once', async () => {
  const one = press('1:ask:/spec redmi-9a');
  await loopback.interact(one);
  loopback.gateway.dispatch('INTERACTION_CREATE', one);
  await loopback.interact(press('1:ask:/spec redmi-9a'));
  expect(loopback.rest.untaken(`POST /interactions/${one.id}/*/callback`)).toEqual([]);
});

it('nothing went wrong, and Discord would have taken every body', () => {
  const { sent } = loopback.rest;
  expect(sent.filter(({ fault }) => fault).map(({ path, fault }) => `${path}: ${fault}`)).toEqual([]);
  expect(loopback.test.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
