// The headless browser that takes the pictures of previews.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a system's Chromium is. */
const BROWSER = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser, to be closed by the caller; nothing where none is installed. */
export const openBrowser = async (): Promise<Browser | undefined> =>
  existsSync(BROWSER) ? chromium.launch({ executablePath: BROWSER, args: FLAGS }) : undefined;
