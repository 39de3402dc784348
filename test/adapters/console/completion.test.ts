// What Tab offers.
import { describe, expect, it } from 'vitest';
import { completeLine } from '../../../src/adapters/console/completion.ts';
import { commands, echo } from './fakes.ts';

const { complete } = echo();
const at = (line: string) => completeLine(line, commands, complete);

describe('completeLine', () => {
  it('completes the name of a command, leaving included', () => {
    expect(at('/')).toEqual([['/show ', '/set ', '/say ', '/quit '], '/']);
    expect(at('/sh')).toEqual([['/show '], '/sh']);
    expect(at('/S')[0]).toHaveLength(3);
    expect(at('/x')[0]).toEqual([]);
  });

  it('completes the name that an option stands for', () => {
    expect(at('/show al')).toEqual([['alpha-one', 'alpha-two'], 'al']);
    expect(at('/show Alpha T')).toEqual([['alpha-two'], 'Alpha T']);
    expect(at('/show ')[0]).toHaveLength(3);
  });

  it('completes each of several names', () => {
    expect(at('/set be')).toEqual([['beta'], 'be']);
    expect(at('/set beta al')).toEqual([['alpha-one', 'alpha-two'], 'al']);
    expect(at('/set beta alpha-one, be')).toEqual([['beta'], 'be']);
    expect(at('/set beta alpha one vs alpha t')).toEqual([['alpha-two'], 'alpha t']);
  });

  it('offers nothing where an option is free text, or the command unknown', () => {
    expect(at('/say al')[0]).toEqual([]);
    expect(at('/nothing al')[0]).toEqual([]);
  });

  it('completes a product name at the end of a sentence', () => {
    expect(at('what is the weight of alpha t')).toEqual([['Alpha Two'], 'alpha t']);
    expect(at('is it a')[0]).toEqual([]);
    expect(at('')[0]).toEqual([]);
    expect(at('beta ')[0]).toEqual([]);
  });

  it('offers each name once, without control characters', () => {
    const twice = () => ['be\u001b[2Jta', 'beta', 'beta'].map((label) => ({ value: label, label, description: '' }));
    expect(completeLine('/show be', commands, twice)[0]).toEqual(['beta']);
  });
});
