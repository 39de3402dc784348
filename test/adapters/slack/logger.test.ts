// What the SDK says reaches the log without tokens, without details, and shortened.
import { describe, expect, it } from 'vitest';
import { loggerFor } from '../../../src/adapters/slack/logger.ts';

describe('the log of the SDK', () => {
  it('has warnings and errors, and nothing of what people write', () => {
    const lines: unknown[][] = [];
    const logger = loggerFor((...line) => void lines.push(line));
    logger.debug('Received a message: {"text":"a question"}');
    logger.info('hello');
    logger.warn('http request failed', 'fetch failed');
    logger.error(new Error('no luck'));
    expect(lines).toEqual([
      ['warn', 'slack-sdk', { message: 'http request failed fetch failed' }],
      ['warn', 'slack-sdk', { message: 'no luck' }],
    ]);
  });

  it('has no token, and no more than a line', () => {
    const lines: string[] = [];
    const logger = loggerFor((_level, _event, fields) => void lines.push(String(fields?.message)));
    for (const token of ['xoxb-12-34-abC', 'xoxp-12-abC', 'xoxe.xoxp-1-abC', 'xapp-1-A0-12-abC', 'xoxe-1-abC']) {
      logger.error(`a header said Bearer ${token}, and failed`, new Error(token));
    }
    logger.error('x'.repeat(5000));
    expect(lines.join('\n')).not.toMatch(/abC/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});
