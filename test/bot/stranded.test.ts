// Phrases that a product's name cuts in two, and who or where makes a thing: asked for itself, never met by its introduction.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a phrase is read over the name that stands in it', () => {
  it.each([
    ['who is the redmi 9 for', /entry-level phone that serves everyday/],
    ['who is the curved monitor for', /made for gamers/],
    ['who is the band 5 for', /bring fitness tracking to all/],
    ['who are the earphones for', /music lovers/],
    ['how much does the tv stick go for', /39\.99/],
    ['where is the mi 10 ultra made', /Smart Factory/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('who or where makes a thing is not told by what it is', () => {
  it.each([
    'where is the redmi 9 made',
    'where is the transparent tv manufactured',
    'which country is the scooter pro 2 built in',
    'in which country is the lux 65 oled produced',
    'where are the earphones made',
    'who produces the tv stick',
    'who manufactures the redmi 9c',
  ])('%s', async (question) => {
    const { kind, facts } = await own.ask(question);
    expect([kind, facts]).toEqual(['abstain', []]);
  });

  it('a brand is introduced', async () =>
    expect(await own.text('who makes redmi phones')).toMatch(/Xiaomi's smartphone brand/));
});
