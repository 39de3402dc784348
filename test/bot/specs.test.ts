// "Full specs of …" in words, in the middle of a conversation.
import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

describe('full specs in a conversation', () => {
  it('are what is asked, whatever was asked before', async () => {
    const answer = await (await openTestBot()).converse('what is the poco x3', 'full specs of the redmi 9a');
    expect(answer.table?.rows.length).toBeGreaterThan(10);
  });
});
