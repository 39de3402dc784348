// `npm run manifest`: a manifest on the standard output, or a sentence that says what is accepted.
import { describe, expect, it } from 'vitest';
import { Misuse, manifestOptions } from '../../src/cli/manifest-options.ts';
import { run } from './run.ts';

describe('npm run manifest', () => {
  it('prints Slack’s as JSON and nothing else', async () => {
    const { code, stdout, stderr } = await run('src/cli/manifest.ts', ['slack', '--http', 'https://bot.example.org/']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      settings: { event_subscriptions: { request_url: 'https://bot.example.org/slack/events' } },
    });
  });

  it('says what is wrong, and fails', async () => {
    const { code, stdout, stderr } = await run('src/cli/manifest.ts', ['slack', '--colour']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain("Unknown option '--colour'");
    expect(stderr).toContain('Usage: npm run');
    expect(stderr).not.toContain('    at ');
  });
});

describe('its options', () => {
  it('have Socket Mode, English and the agent view unless others are asked for', () => {
    expect(manifestOptions(['slack'])).toEqual({ assistant: false, language: 'en' });
    expect(manifestOptions(['slack', '--assistant', '--lang', 'zh', '--http', 'https://x.example/'])).toEqual({
      assistant: true,
      language: 'zh',
      http: 'https://x.example',
    });
  });

  it.each([
    [[], 'slack'],
    [['teams'], 'slack'],
    [['slack', 'discord'], 'slack'],
    [['slack', '--http', 'http://x.example'], 'https://bot.example.org'],
    [['slack', '--http', 'https://x.example/path'], 'https://bot.example.org'],
    [['slack', '--http', 'x'], 'https://bot.example.org'],
    [['slack', '--http'], 'http'],
    [['slack', '--lang', 'xx'], 'accepted: en, zh'],
  ])('say what is accepted: %j', (args, accepted) => {
    expect(() => manifestOptions(args)).toThrow(Misuse);
    expect(() => manifestOptions(args)).toThrow(accepted);
  });
});
