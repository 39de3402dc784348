// That what Discord would refuse is refused here: the other tests of this folder stand on it.
import { describe, expect, it } from 'vitest';
import { assertValidBody, assertValidCommands, assertValidRequest, assertValidResponse } from './check.ts';

const mentions = { allowed_mentions: { parse: [] as [] } };
const button = (id: string) => ({ type: 2 as const, style: 2 as const, custom_id: id, label: 'x' });
const row = (...components: object[]) => ({ type: 1 as const, components }) as never;
const menu = (...values: string[]) => ({
  type: 3 as const,
  custom_id: 'menu',
  options: values.map((value) => ({ label: value, value })),
});
const fields = (count: number, length: number) =>
  Array.from({ length: count }, () => ({ name: 'x', value: 'x'.repeat(length) }));
const command = { type: 1, name: 'spec', description: 'A sheet' };

describe('a message is refused', () => {
  it.each([
    ['that is empty', { content: ' ' }, /empty message/],
    ['that is too long', { content: 'x'.repeat(2001) }, /2001 characters/],
    ['whose card has too many fields', { embeds: [{ fields: fields(26, 1) }] }, /fields/],
    ['whose field is too long', { embeds: [{ fields: fields(1, 1025) }] }, /value/],
    ['whose field is blank', { embeds: [{ fields: [{ name: ' ', value: 'x' }] }] }, /without name or value/],
    ['whose cards are too long together', { embeds: [{ fields: fields(7, 1000) }] }, /7007 characters together/],
    ['whose card has a footer and nothing else', { embeds: [{ footer: { text: 'x' } }] }, /embed of nothing/],
    ['that hides its own card', { embeds: [{ description: 'x' }], flags: 4 }, /hidden/],
    ['that holds half a character', { content: '\ud800' }, /half a character/],
    ['with a key that is unknown', { content: 'x', contents: 'x' }, /does not know/],
    ['with two buttons alike', { content: 'x', components: [row(button('a')), row(button('a'))] }, /a twice/],
    ['with six buttons in a row', { content: 'x', components: [row(...'abcdef'.split('').map(button))] }, /components/],
    ['with six rows', { content: 'x', components: 'abcdef'.split('').map((id) => row(button(id))) }, /6 rows/],
    ['with a menu beside a button', { content: 'x', components: [row(button('a'), menu('b'))] }, /shares its row/],
    ['with an option twice', { content: 'x', components: [row(menu('a', 'a'))] }, /option a twice/],
    ['with an id that is too long', { content: 'x', components: [row(button('a'.repeat(101)))] }, /components/],
    ['with a bare button', { content: 'x', components: [row({ type: 2, style: 2, custom_id: 'a' })] }, /neither/],
  ])('%s', (_, body, fault) => {
    expect(() => assertValidBody({ ...mentions, ...body })).toThrow(fault);
  });

  it('that may ping', () => {
    expect(() => assertValidBody({ content: 'x' })).toThrow(/may ping/);
  });

  it('wherever it is sent', () => {
    const body = { content: '', ...mentions };
    for (const [method, path] of [
      ['POST', '/channels/1/messages'],
      ['PATCH', '/channels/1/messages/2'],
      ['POST', '/webhooks/1/token'],
      ['PATCH', '/webhooks/1/token/messages/@original'],
    ] as const)
      expect(() => assertValidRequest(method, path, body)).toThrow(/empty message/);
    expect(() => assertValidRequest('POST', '/interactions/1/token/callback', { type: 4, data: body })).toThrow();
    expect(() => assertValidRequest('PUT', '/applications/1/commands', [{ ...command, name: 'Spec' }])).toThrow();
  });
});

describe('commands are refused', () => {
  it.each([
    ['with a capital', [{ ...command, name: 'Spec' }], /the name "Spec"/],
    ['with a blank in one locale', [{ ...command, name_localizations: { de: 'zwei worte' } }], /zwei worte/],
    ['in no locale of Discord', [{ ...command, name_localizations: { es: 'ficha' } }], /no locale es/],
    ['with a long description', [{ ...command, description: 'x'.repeat(101) }], /description/],
    ['twice by one name', [command, { ...command, name: 'other', name_localizations: { de: 'spec' } }], /"spec" in de/],
    ['on a message, with a description', [{ type: 3, name: 'Ask', description: 'x' }], /has no description/],
  ])('%s', (_, commands, fault) => {
    expect(() => assertValidCommands(commands)).toThrow(fault);
  });
});

it('a response of no known kind is refused', () => {
  expect(() => assertValidResponse({ type: 99 })).toThrow(/type 99/);
  expect(() =>
    assertValidResponse({ type: 8, data: { choices: Array(26).fill({ name: 'a', value: 'a' }) } }),
  ).toThrow();
});
