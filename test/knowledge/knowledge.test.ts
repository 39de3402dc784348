// The project's own knowledge: sound, wholly cited, and with schemas that editors can rely on.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFault } from '../../src/knowledge/faults.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { readRawFiles } from '../../src/knowledge/raw-files.ts';
import { filesBelow, projectFolder, readText } from '../support/source-files.ts';

const folder = join(projectFolder, 'knowledge');
let knowledge: Knowledge;
beforeAll(() => {
  knowledge = loadKnowledge(folder);
});

describe('the knowledge', () => {
  it('is sound', () => {
    expect(readKnowledge(folder).faults.map(formatFault)).toEqual([]);
  });

  it('cites for every fact a source with publisher, title and date', () => {
    const { facts, sources } = knowledge;
    expect(facts.length).toBeGreaterThan(500);
    const uncited = facts.filter(({ source }) => {
      const own = sources.get(source);
      return !own?.publisher.trim() || !own.title.trim() || !/^\d{4}-\d{2}-\d{2}$/.test(own.date);
    });
    expect(uncited.map(({ subject, attribute }) => `${subject} / ${attribute}`)).toEqual([]);
  });

  it('dates every fact on a day, month or year of the calendar, and none after the newest source', () => {
    const { facts, sources } = knowledge;
    const newest =
      [...sources.values()]
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '';
    const isReal = (date: string): boolean => {
      const [year = '', month = '01', day = '01'] = date.split('-');
      const real = new Date(`${year}-${month}-${day}T00:00:00Z`);
      return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(`${year}-${month}-${day}`);
    };
    expect(
      facts.filter(({ asOf }) => !isReal(asOf) || asOf > newest).map(({ subject, asOf }) => [subject, asOf]),
    ).toEqual([]);
    expect([...sources.values()].filter(({ date }) => !isReal(date))).toEqual([]);
  });

  it('names every subject and attribute in English and Chinese', () => {
    const { subjects, attributes } = knowledge;
    const empty = [...subjects.values()].filter(({ names }) => !names.en.trim() || !names.zh.trim());
    expect(empty.map(({ id }) => id)).toEqual([]);
    const nameless = [...attributes.values()].filter(({ names }) => !names.en?.length || !names.zh?.length);
    expect(nameless.map(({ id }) => id)).toEqual([]);
  });

  it('says in messages of every language just the blanks that English has', () => {
    const { messages } = knowledge;
    const blanks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const english = messages.get('en') ?? {};
    for (const [language, own] of messages) {
      for (const [id, text] of Object.entries(english)) {
        expect([language, id, blanks(own[id] ?? '')]).toEqual([language, id, blanks(text)]);
      }
      expect([language, Object.keys(own).filter((id) => english[id] === undefined)]).toEqual([language, []]);
    }
  });

  it('speaks English and Chinese in full, and seven more languages in names, question words and classes', () => {
    const { vocabularies } = knowledge;
    const sparse = ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ru', 'ja', 'ko'].filter((language) => {
      const own = vocabularies.find((one) => one.language === language);
      const enough = (forms: object | undefined, least: number): boolean => Object.keys(forms ?? {}).length >= least;
      // English and Chinese names stand with the attributes and classes themselves.
      const named = language === 'en' || language === 'zh' || (enough(own?.attributes, 20) && enough(own?.classes, 3));
      return !named || !enough(own?.questions, 5);
    });
    expect(sparse).toEqual([]);
  });

  it('holds one product a file, named after its id', () => {
    const misnamed = readRawFiles(folder)
      .files.filter(({ kind }) => kind === 'product')
      .filter(({ name, text }) => /^id: *(\S+)/m.exec(text)?.[1] !== name.replace(/^products\/|\.yaml$/g, ''));
    expect(misnamed.map(({ name }) => name)).toEqual([]);
  });
});

describe('the schemas for editors', () => {
  const schemas = jsonSchemas();

  it('are those of the code: else run `npm run schema`', () => {
    for (const [name, text] of Object.entries(schemas)) {
      expect([name, readText(`knowledge/schema/${name}.json`)]).toEqual([name, text]);
    }
    expect(filesBelow('knowledge/schema')).toEqual(
      Object.keys(schemas)
        .map((name) => `knowledge/schema/${name}.json`)
        .sort(),
    );
  });

  it('are named in the first line of every file, each by the one for its kind', () => {
    for (const { name, kind, text } of readRawFiles(folder).files) {
      const first = text.slice(0, text.indexOf('\n'));
      const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? '';
      const path = resolve(folder, dirname(name), named);
      expect([name, path]).toEqual([name, join(folder, 'schema', `${kind}.json`)]);
      expect([name, existsSync(path)]).toEqual([name, true]);
    }
  });
});
