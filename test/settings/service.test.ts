// The settings of the service: what holds when nothing is set, what is accepted, and that a password is never repeated.
import { describe, expect, it } from 'vitest';
import { projectRoot, readConfig } from '../../src/config.ts';

describe('the settings of the service', () => {
  it('need nothing', () => {
    expect(readConfig({}).service).toEqual({
      store: { kind: 'memory' },
      logLevel: 'info',
      recordQuestions: false,
      limits: { person: 20, workspace: 300 },
    });
  });

  it('are read', () => {
    const env = {
      STORE_URL: 'sqlite:data/state.db',
      PORT: '0',
      LOG_LEVEL: 'WARN',
      RECORD_QUESTIONS: 'on',
      RATE_LIMIT_PERSON: '0',
      RATE_LIMIT_WORKSPACE: '7',
    };
    expect(readConfig(env).service).toEqual({
      store: { kind: 'sqlite', file: `${projectRoot}/data/state.db` },
      port: 0,
      logLevel: 'warn',
      recordQuestions: true,
      limits: { person: 0, workspace: 7 },
    });
  });

  it.each([
    ['STORE_URL', 'postgres://me:hunter2@host', /STORE_URL: .*accepted: sqlite:PATH .*redis:\/\//],
    ['PORT', '70000', /PORT: "70000" is no port; accepted: /],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL: "loud" is no level; accepted: info, warn, error, silent/],
    ['RECORD_QUESTIONS', 'maybe', /RECORD_QUESTIONS: .*accepted: on, off/],
    ['RATE_LIMIT_PERSON', '-1', /RATE_LIMIT_PERSON: "-1" is no limit; accepted: /],
    ['RATE_LIMIT_WORKSPACE', '1e9', /RATE_LIMIT_WORKSPACE: /],
  ])('%s=%s is refused, with what is accepted', (name, value, message) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/hunter2/);
  });
});
