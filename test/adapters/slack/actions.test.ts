// What a press carries: it comes back as it went, and anything else reads as nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionId,
  decodePress,
  decodeWhy,
  encodePress,
  encodeWhy,
  menuBlockId,
  type Press,
  readPress,
} from '../../../src/adapters/slack/actions.ts';

const at = { reference: 'abcd1234', asker: 'U0ASKER' };
const presses: Press[] = [
  { kind: 'more', ...at, page: 2 },
  { kind: 'ask', ...at, ask: '/compare "a" <b>', leads: 'compare' },
  { kind: 'share', ...at },
  { kind: 'delete', ...at },
  { kind: 'feedback', ...at, helpful: false },
];

describe('a press', () => {
  it.each(presses)('comes back as it went: $kind', (press) => {
    const value = encodePress(press);
    expect(decodePress(value)).toEqual(press);
    expect(readPress({ action_id: actionId(press.kind), value })).toEqual(press);
  });

  it('is not made of what does not fit into a button', () => {
    expect(encodePress({ kind: 'ask', ...at, ask: 'x'.repeat(501), leads: 'choice' })).toBeUndefined();
    expect(encodePress({ kind: 'ask', ...at, ask: '', leads: 'choice' })).toBeUndefined();
    expect(encodePress({ kind: 'delete', reference: 'x'.repeat(99), asker: 'U1' })).toBeUndefined();
  });

  it('is read from a menu, whose options share what stands in the block’s id', () => {
    const element = {
      type: 'static_select',
      action_id: actionId('menu-choice'),
      block_id: menuBlockId({ ...at, leads: 'choice' }),
      selected_option: { text: { type: 'plain_text', text: 'Alpha' }, value: 'Alpha price' },
    };
    expect(readPress(element)).toEqual({ kind: 'ask', ...at, ask: 'Alpha price', leads: 'choice' });
    expect(readPress({ ...element, block_id: 'aB3x' })).toBeUndefined();
    expect(readPress({ ...element, block_id: undefined })).toBeUndefined();
    expect(readPress({ ...element, selected_option: null, value: undefined })).toBeUndefined();
  });

  it('is the same where Slack sends it back escaped', () => {
    const value =
      '{"v":1,"kind":"ask","reference":"abcd1234","asker":"U0ASKER","ask":"A &amp; B &lt;1&gt;","leads":"choice"}';
    expect(readPress({ action_id: actionId('ask'), value })).toMatchObject({ ask: 'A & B <1>' });
    const block_id = menuBlockId({ ...at, leads: 'choice' });
    expect(readPress({ action_id: actionId('menu'), block_id, selected_option: { value: 'A &amp; B' } })).toMatchObject(
      {
        ask: 'A & B',
      },
    );
  });

  it.each([
    undefined,
    null,
    7,
    '',
    '{',
    '[]',
    '{"v":1}',
    '{"v":2,"kind":"delete","reference":"a","asker":"U1"}',
    '{"v":1,"kind":"more","reference":"a","asker":"U1","page":0}',
    '{"v":1,"kind":"more","reference":"a","asker":"U1","page":"2"}',
    '{"v":1,"kind":"constructor","reference":"a","asker":"U1"}',
    `{"v":1,"kind":"delete","reference":"a","asker":"U1","x":"${'x'.repeat(3000)}"}`,
  ])('is nothing where the value is not one of ours: %s', (value) => {
    expect(decodePress(value)).toBeUndefined();
    expect(readPress({ action_id: actionId('more'), value })).toBeUndefined();
  });

  it('is nothing where the action is not one of ours, whatever comes', () => {
    const value = encodePress({ kind: 'delete', ...at });
    expect(readPress({ action_id: 'other', value })).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(readPress(anything)).toBeUndefined();
        expect(decodePress(anything)).toBeUndefined();
        expect(decodeWhy(anything)).toBeUndefined();
      }),
      { seed: 9 },
    );
  });
});

describe('what the modal that asks why must know', () => {
  it('comes back as it went', () => {
    const why = { reference: 'abcd1234', channel: 'C1', thread: '17.4', language: 'zh' };
    expect(decodeWhy(encodeWhy(why))).toEqual(why);
    expect(decodeWhy(encodeWhy({ reference: 'abcd1234' }))).toEqual({ reference: 'abcd1234' });
  });

  it('is nothing where it is not ours', () => {
    for (const text of ['', '{}', '{"v":1}', `{"v":1,"reference":"${'x'.repeat(99)}"}`])
      expect(decodeWhy(text)).toBeUndefined();
  });
});
