// Asked of all products without a word for them.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('of everything that there is', () => {
  it.each([
    ['highest refresh rate of anything you sell', /Monitor.*144 Hz/],
    ['biggest screen overall', /65 inches/],
    ['priciest item you list in euros', /Scooter Pro 2.*499/],
    ['anything with bluetooth 5', /^Redmi 9\./],
    ['who has nfc', /POCO X3 NFC, Redmi 9 and Redmi 9C/],
    ['who has usb-c: list', /^POCO X3 NFC\.$/m],
    ['anything with an oled panel', /Lux 65.*Transparent/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('of somebody', () => {
  it.each([
    ['who has been ceo of xiaomi since it began', /Lei Jun/],
    ['who reported the joke about the secure line', /JoongAng/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});
