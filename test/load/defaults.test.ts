import { expect, it } from 'vitest';
import { checkOneScenario } from '../../src/load/one-scenario.ts';
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

const scenarioOf = (...steps: readonly string[]) => ({
  ...shortest,
  'scenarios/first.yaml': `id: first\ntitle: First\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`,
});

it('a scenario is of the agreement in whose folder it lies, and a step is called what its event is', () => {
  const step = '{ id: opened, status: assumed, event: lockCanal.opened }';
  const read = readAgreement(scenarioOf(step));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.scenarios.get('first')).toMatchObject({
    agreement: 'ferry',
    steps: [{ id: 'opened', title: 'Lock canal opened' }],
  });
  const alone = checkOneScenario(read, 'one.yaml', `id: one\ntitle: One\nsteps: [${step}]\n`);
  expect(alone.problems).toEqual([]);
  expect(alone.scenario).toMatchObject({
    agreement: 'ferry',
    steps: [{ title: 'Lock canal opened' }],
  });
});

it('a note, what is assumed and an attempt that came to nothing must have titles of their own', () => {
  const files = scenarioOf(
    '{ id: noted, status: assumed }',
    '{ id: taken, status: assumed, assume: { region: lockCanal, stage: oneWay } }',
    '{ id: tried, status: assumed, event: lockCanal.opened, void: true }',
  );
  const read = readAgreement(files);
  const problems = read.ok ? [] : read.problems;
  expect(problems.map(({ code, line, hint }) => [code, line, hint?.slice(0, 12)])).toEqual([
    ['missing-key', 4, 'say what hap'],
    ['missing-key', 5, 'say what hap'],
    ['missing-key', 6, 'say what was'],
  ]);
});

it('in a folder outside that of the agreement a scenario must say which it is of', () => {
  const files = {
    'ferry/agreement.yaml': 'id: ferry\ntitle: The ferry accord\nscenarios: ../shared\n',
    ...Object.fromEntries(
      Object.entries(shortest)
        .filter(([name]) => name !== 'agreement.yaml' && !name.startsWith('scenarios/'))
        .map(([name, text]) => [`ferry/${name}`, text]),
    ),
  };
  expect(problemsOf({ ...files, 'shared/first.yaml': 'id: first\ntitle: First\n' })).toEqual([
    'missing-key shared/first.yaml:1',
  ]);
  const named = 'agreement: ferry\nid: first\ntitle: First\n';
  expect(problemsOf({ ...files, 'shared/first.yaml': named })).toEqual([]);
});
