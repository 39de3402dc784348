// The buttons and menus under an answer, and that what they carry survives a restart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, canCarry, decodeAction, encodeAction } from '../../../src/adapters/discord/actions.ts';
import { drawWhy, readWhy } from '../../../src/adapters/discord/modals.ts';
import { drawAnswer } from '../../../src/adapters/discord/reply.ts';
import type { Related } from '../../../src/answer.ts';
import { assertValidResponse } from './check.ts';
import { ASKER, answerOf, componentsOf, drawingOf, REFERENCE } from './drawn.ts';

const to = (leads: Related['leads'], label: string): Related => ({ label, ask: `/${leads} ${label}`, leads });
const drawn = (part: Parameters<typeof answerOf>[0], drawing = drawingOf()) =>
  componentsOf(drawAnswer(answerOf(part), drawing));
const actionsOf = (components: ReturnType<typeof drawn>): (Action | undefined)[] =>
  components.map((one) => ('custom_id' in one ? decodeAction(one.custom_id) : undefined));

const reference = fc.stringMatching(/^[0-9a-f]{8}$/);
const person = fc.bigInt(1n, 2n ** 63n).map(String);
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('more' as const), reference, page: fc.nat(9999), asker: person }),
  fc.record({ kind: fc.constant('ask' as const), ask: fc.string({ minLength: 1, maxLength: 90 }).filter(canCarry) }),
  fc.record({ kind: fc.constant('choice' as const), reference, index: fc.nat(99) }),
  fc.record({
    kind: fc.constant('menu' as const),
    menu: fc.constantFrom('compare' as const, 'variant' as const, 'choice' as const),
  }),
  fc.record({ kind: fc.constant('delete' as const), reference, asker: person }),
  fc.record({ kind: fc.constant('feedback' as const), reference, helpful: fc.boolean() }),
  fc.record({ kind: fc.constant('why' as const), reference }),
);

describe('a custom_id', () => {
  it('brings back what it was made of, within 100 characters', () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const id = encodeAction(action);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeAction(id)).toEqual(action);
      }),
    );
  });

  it('carries each question of 90 characters, and refuses one that is too long', () => {
    const ask = 'é'.repeat(90);
    expect(decodeAction(encodeAction({ kind: 'ask', ask }))).toEqual({ kind: 'ask', ask });
    expect(() => encodeAction({ kind: 'ask', ask: 'a'.repeat(99) })).toThrow(RangeError);
  });

  it.each([
    '',
    '1',
    '1:',
    '0:ask:x',
    '2:ask:x',
    '1:ask:',
    '1:ask: ',
    '1:more:r:x:1',
    '1:more:r:1:anna',
    '1:more:r:1',
    '1:menu:other',
    '1:feedback:r:perhaps',
    '1:delete:r:',
    '1:why:',
    '1:why:a:b',
    '1:constructor:r',
    `1:ask:${'a'.repeat(200)}`,
    '1:choice:r:-1',
  ])('that this program did not write stands for nothing: %j', (id) => {
    expect(decodeAction(id)).toBeUndefined();
  });

  it('is read without fault whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (id) => void decodeAction(id)));
  });
});

describe('under an answer', () => {
  it('one can say whether it helped, and the asker can delete it', () => {
    expect(actionsOf(drawn({}))).toEqual([
      { kind: 'feedback', reference: REFERENCE, helpful: true },
      { kind: 'feedback', reference: REFERENCE, helpful: false },
      { kind: 'delete', reference: REFERENCE, asker: ASKER },
    ]);
    expect(actionsOf(drawn({}, drawingOf({ feedback: false })))).toHaveLength(1);
  });

  it('about a product, its full specs are a button and those to compare with a menu', () => {
    const components = drawn({ related: [to('sheet', 'Alpha'), to('compare', 'Beta'), to('compare', 'Gamma')] });
    expect(actionsOf(components)).toContainEqual({ kind: 'ask', ask: '/sheet Alpha' });
    const menu = components.find((one) => one.type === 3);
    expect(menu).toMatchObject({ placeholder: 'compare-with' });
    expect(menu?.type === 3 && menu.options.map(({ label, value }) => [label, decodeAction(value)])).toEqual([
      ['Beta', { kind: 'ask', ask: '/compare Beta' }],
      ['Gamma', { kind: 'ask', ask: '/compare Gamma' }],
    ]);
  });

  it('about a family, its variants are a menu', () => {
    const components = drawn({ related: [to('variant', 'One'), to('variant', 'Two')] });
    expect(components.find((one) => one.type === 3)).toMatchObject({ placeholder: 'variants' });
  });

  it('that compares, no comparison is offered again', () => {
    const table = { columns: ['', 'a', 'b'], rows: [['x', '1', '2']] };
    expect(actionsOf(drawn({ table, related: [to('compare', 'a · b')] }))).not.toContainEqual({
      kind: 'ask',
      ask: '/compare a · b',
    });
  });

  it('that asks back, few choices are buttons before all else, many a menu', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ label: `P${at}`, ask: `P${at} weight` }));
    expect(actionsOf(drawn({ kind: 'clarify', choices: choices(3) })).slice(0, 3)).toEqual(
      choices(3).map(({ ask }) => ({ kind: 'ask', ask })),
    );
    const [menu] = drawn({ kind: 'clarify', choices: choices(30) });
    expect(menu?.type === 3 && [menu.options.length, menu.placeholder]).toEqual([25, 'discord-choose']);
  });

  it('a question too long to be carried is looked up where the answer is kept', () => {
    const [button] = drawn({ kind: 'clarify', choices: [{ label: 'Long', ask: 'x'.repeat(300) }] });
    expect(actionsOf(button ? [button] : [])).toEqual([{ kind: 'choice', reference: REFERENCE, index: 0 }]);
  });

  it('of several pages, one goes on and back', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `Line ${at}`);
    const kinds = (page: number) =>
      actionsOf(drawn({ lines }, drawingOf({ page }))).filter((one) => one?.kind === 'more');
    expect(kinds(0)).toEqual([{ kind: 'more', reference: REFERENCE, page: 1, asker: ASKER }]);
    expect(kinds(1).map((one) => one?.kind === 'more' && one.page)).toEqual([0, 2]);
    expect(kinds(2).map((one) => one?.kind === 'more' && one.page)).toEqual([1]);
  });
});

describe('the modal that asks why', () => {
  const modal = drawWhy(REFERENCE, 'en', (id) => id.repeat(20));

  it('is one that Discord shows, however long its sentences are', () => {
    assertValidResponse({ type: 9, data: modal });
    expect(decodeAction(modal.custom_id)).toEqual({ kind: 'why', reference: REFERENCE });
  });

  it.each([
    [
      'in a label',
      [{ type: 18, component: { type: 4, custom_id: 'why', value: ' The price is old. ' } }],
      'The price is old.',
    ],
    ['in a row', [{ type: 1, components: [{ type: 4, custom_id: 'why', value: 'Old' }] }], 'Old'],
    ['left empty', [{ type: 18, component: { type: 4, custom_id: 'why', value: ' ' } }], undefined],
    ['of another field', [{ type: 18, component: { type: 4, custom_id: 'other', value: 'x' } }], undefined],
    ['of nothing', [], undefined],
    [
      'that is too long',
      [{ type: 18, component: { type: 4, custom_id: 'why', value: 'x'.repeat(5000) } }],
      'x'.repeat(1000),
    ],
  ])('gives what was written %s', (_, components, written) => {
    expect(readWhy(components)).toBe(written);
  });
});
