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
