// An answer that is ready comes in the acknowledgement of its command; any other after it, and each once.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { answerOf, withAsk } from '../../support/answer.ts';
import { openTestBot } from '../../support/bot.ts';
import { bodyOf, command, press, signed } from './deliveries.ts';
import type { Call } from './web-api.ts';
import { button, openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

const WAYS = ['acknowledgement', 'response_url', 'chat.postMessage', 'chat.postEphemeral'];

/** A workspace, and how Ann types a command in it: with what it is acknowledged, and the answer by whatever way. */
async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace({ bot, ...options });
  const { deliver, api, ann } = workspace;
  let count = 0;
  const type = async (line: string): Promise<{ readonly acknowledged: string; readonly answer: Call }> => {
    const acknowledged = await deliver(command(ann, line, api.responseUrl(`c${++count}`)));
    return { acknowledged, answer: await api.next(...WAYS) };
  };
  return { ...workspace, type };
}
const answers = (): Call[] => workspace.api.of(...WAYS);

const PRICE = '/price redmi-9c';

describe('an answer that is ready', () => {
  it('is the acknowledgement itself, once Slack has taken such a message where it would tell a refusal', async () => {
    const { type, close } = await open();
    const first = await type(PRICE);
    expect([JSON.parse(first.acknowledged), first.answer.method]).toEqual([
      { response_type: 'in_channel' },
      'response_url',
    ]);
    const second = await type(PRICE);
    expect(second.answer.method).toBe('acknowledgement');
    expect(second.answer.args).toMatchObject({ response_type: 'in_channel', text: first.answer.args.text });
    expect(second.answer.args.blocks).toHaveLength((first.answer.args.blocks as unknown[]).length);
    await close();
    expect(answers()).toHaveLength(2);
  });

  it('is for the asker alone where that is wished', async () => {
    const { type } = await open({ visibility: 'private' });
    await type(PRICE);
    expect((await type(PRICE)).answer).toMatchObject({
      method: 'acknowledgement',
      args: { response_type: 'ephemeral', text: expect.stringContaining('EUR 119') },
    });
  });

  it('of another kind, or for others, comes after it until Slack has taken that, too', async () => {
    const { type } = await open();
    for (const line of [PRICE, '/spec poco-x3', '/price redmi-9t']) {
      expect((await type(line)).answer.method).toBe('response_url');
      expect((await type(line)).answer.method).toBe('acknowledgement');
    }
  });

  it('that Slack refuses goes on coming where a refusal is heard', async () => {
    const { type, api } = await open();
    for (let time = 0; time < 2; time++) {
      api.once('response_url', () => ({ status: 400, body: { ok: false, error: 'invalid_blocks' } }));
      expect((await type(PRICE)).answer.method).toBe('response_url');
      expect((await api.next('chat.postMessage')).args.text).toMatch(/EUR 119/);
    }
  });

  it('has buttons that work', async () => {
    const { type, deliver, api, ann } = await open();
    await type('/spec poco-x3');
    const { answer } = await type('/spec poco-x3');
    expect(answer.method).toBe('acknowledgement');
    await deliver(press(ann, button(answer, 'More'), api.responseUrl('p1')));
    expect((await api.next('response_url')).args).toMatchObject({
      replace_original: true,
      text: expect.stringContaining('Page 2 of'),
    });
  });

  it('is given once, however often the command is delivered', async () => {
    const { type, deliver, api, ann, close } = await open();
    await type(PRICE);
    const one = command(ann, PRICE, api.responseUrl('again'));
    const bodies = await Promise.all([deliver(one), deliver(one), deliver(one)]);
    expect(bodies.filter((body) => body !== '').map((body) => JSON.parse(body))).toEqual([
      expect.objectContaining({ text: expect.stringContaining('EUR 119') }),
    ]);
    await close();
    expect(answers()).toHaveLength(2);
  });

  it('comes after it where the command waited so long that Slack may have given it up', async () => {
    const { type, post, api, ann } = await open();
    await type(PRICE);
    const { body, contentType } = bodyOf(command(ann, PRICE, api.responseUrl('late')));
    const sent = Math.floor(Date.now() / 1000) - 4;
    const response = await post(body, { 'content-type': contentType, ...signed(body, sent) });
    expect(await response.json()).toEqual({ response_type: 'in_channel' });
    expect((await api.next(...WAYS)).args.text).toMatch(/EUR 119/);
  });
});

describe('an answer that is not ready in time', () => {
  it('comes after an empty acknowledgement, once', async () => {
    const waiting = Promise.withResolvers<Answer>();
    const answering: (Bot['ask'] | undefined)[] = [bot.ask, () => waiting.promise];
    const { type, deliver, api, ann, close } = await open({
      bot: withAsk(bot, (question) => (answering.shift() ?? bot.ask)(question)),
    });
    await type(PRICE);
    expect(await deliver(command(ann, PRICE, api.responseUrl('slow')))).toBe('');
    waiting.resolve(answerOf({ lead: 'It took its time.' }));
    expect((await api.next(...WAYS)).args).toMatchObject({ response_type: 'in_channel', text: 'It took its time.' });
    await close();
    expect(answers()).toHaveLength(2);
  });
});
