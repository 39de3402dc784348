// `npm run forget -- slack:U0123ABC`: deletes everything that the store holds about a person.
import { parseArgs } from 'node:util';
import { forgetPerson } from '../chat/records.ts';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import { shownAddress } from '../state/address.ts';
import { StoreError } from '../state/contract.ts';
import { openForReading } from '../state/open.ts';
import { endWith, MisuseError } from './misuse.ts';

const USAGE = `Usage: npm run forget -- PLATFORM:ID

Deletes everything that is held about a person: conversations, opinions, questions kept in their own words.
PLATFORM:ID is slack:U0123ABC (in Slack: profile, ⋮, Copy member ID) or discord:80351110224678912 (Developer Mode, Copy User ID).
  --help   print this
`;
const PERSON = /^[a-z]{2,20}:([A-Za-z0-9_-]{2,64})$/;

async function forget(person: string | undefined): Promise<void> {
  const id = PERSON.exec(person ?? '')?.[1];
  if (id === undefined) throw new MisuseError(person === undefined ? 'nobody is named' : `"${person}" names nobody`);
  loadEnvironmentFile();
  const { store } = readConfig().service;
  const state = await openForReading(store);
  try {
    const forgotten = await forgetPerson(state, id);
    const trouble = state.trouble();
    if (trouble !== undefined)
      throw new StoreError(`Not everything could be deleted (${trouble}). Please run it again.`);
    console.log(
      forgotten === 0
        ? `${shownAddress(store)} holds nothing about ${person}.`
        : `${forgotten} ${forgotten === 1 ? 'entry' : 'entries'} about ${person} deleted from ${shownAddress(store)}.`,
    );
  } finally {
    await state.close();
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (positionals.length > 1) throw new MisuseError('one person at a time');
  if (values.help) process.stdout.write(USAGE);
  else await forget(positionals[0]);
} catch (error) {
  endWith(error, USAGE);
}
