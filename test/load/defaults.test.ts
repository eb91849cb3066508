import { expect, it } from 'vitest';
import { readAgreement } from '../../src/load/read-agreement.ts';

const FILES = {
  'agreement.yaml': 'id: ferry\ntitle: The ferry accord\nquestion: When?\nsummary: Invented.\n',
  'parties.yaml': 'parties: [{ id: northquay, title: the city of Northquay }]\n',
  'regions.yaml':
    'regions: [{ id: lockCanal, stages: [{ id: shut, level: 0 }, { id: oneWay, level: 1 }] }]\n',
  'events.yaml': 'events: [{ id: lockCanal.opened, moves: { shut: oneWay } }]\n',
  'readings/northquay.yaml': 'id: northquay\nkind: party\nparty: northquay\n',
  'readings/as-told.yaml': 'id: as-told\nkind: terms\n',
  'sources/gazette.yaml': 'id: gazette\nagreement: ferry\ntitle: Gazette\npublished: 2031-01-05\n',
};

it('what nobody wrote is filled in: titles by ids in words, the first stage, the days of a source', () => {
  const read = readAgreement(FILES);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { agreement } = read;
  const region = agreement.regions.get('lockCanal');
  expect([region?.title, region?.initial]).toEqual(['lock canal', 'shut']);
  expect(region?.stages.map(({ title }) => title)).toEqual(['shut', 'one way']);
  expect(agreement.events.get('lockCanal.opened')?.title).toBe('Lock canal opened');
  expect([...agreement.readings.values()].map(({ title }) => title)).toEqual([
    'the city of Northquay',
    'As told',
  ]);
  expect(agreement.sources[0]?.published).toMatchObject({
    from: '2031-01-05',
    to: '2031-01-05',
    precision: 'day',
  });
});

const shortest = {
  ...FILES,
  'agreement.yaml': 'id: ferry\ntitle: The ferry accord\n',
  'regions.yaml':
    'regions: [{ id: lockCanal, stages: [{ id: shut }, { id: oneWay, level: 1 }] }]\n',
  'readings/northquay.yaml': 'id: northquay\n',
  'sources/gazette.yaml':
    'id: gazette\nagreement: ferry\ntitle: Gazette\npublished: 2031-01-05\nclaims:\n' +
    '  - { id: c1, speaker: northquay, kind: demand, statement: It asks. }\n',
  'scenarios/first.yaml': 'agreement: ferry\nid: first\ntitle: First\n',
};

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const read = readAgreement(files);
  return read.ok ? [] : read.problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

it('what cannot be told stays untold: a level, a question, a summary, a paragraph', () => {
  const read = readAgreement(shortest);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { agreement, scenarios } = read;
  expect(agreement.regions.get('lockCanal')?.stages.map(({ level }) => level)).toEqual([null, 1]);
  expect([agreement.question, agreement.summary]).toEqual([null, null]);
  expect(agreement.readings.get('northquay')).toMatchObject({ kind: 'party', party: 'northquay' });
  expect(agreement.claims.get('gazette.c1')?.paragraph).toBeUndefined();
  expect(scenarios.get('first')).toMatchObject({ kind: 'hypothetical' });
});

it("whose a reading is must be said where no party has its id, and terms are nobody's", () => {
  const { 'readings/northquay.yaml': _, ...rest } = shortest;
  expect(problemsOf({ ...rest, 'readings/mayor.yaml': 'id: mayor\n' })).toEqual([
    'unknown-id readings/mayor.yaml:1',
  ]);
  expect(
    problemsOf({
      ...shortest,
      'readings/as-told.yaml': 'id: as-told\nkind: terms\nparty: northquay\n',
    }),
  ).toEqual(['keys-at-odds readings/as-told.yaml:3']);
});

it('a claim names its paragraph where others of the same document do', () => {
  const source =
    `id: gazette\nagreement: ferry\ntitle: Gazette\npublished: 2031-01-05\n` +
    `document: { file: gazette.txt, sha256: ${'a'.repeat(64)} }\nclaims:\n` +
    '  - { id: c1, speaker: northquay, kind: demand, statement: It asks. }\n';
  const another =
    '  - { id: c2, paragraph: 2, speaker: northquay, kind: demand, statement: More. }\n';
  expect(problemsOf({ ...shortest, 'sources/gazette.yaml': source })).toEqual([]);
  expect(problemsOf({ ...shortest, 'sources/gazette.yaml': source + another })).toEqual([
    'missing-key sources/gazette.yaml:7',
  ]);
});
