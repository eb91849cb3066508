import { describe, expect, it } from 'vitest';
import { levelsOf, PERIODS } from '../../src/answer/levels.ts';
import { dayAfter } from '../../src/model/days.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { tell } from '../../src/model/story.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { misfits } from '../draw/fitting.ts';
import { parseCsv } from '../draw/parse-csv.ts';
import { harbourgate } from './command-line.ts';

const { agreement, scenarios } = loadHarbour();
const record = scenarios.get('harbour-record');
if (record === undefined) throw new Error('The harbour accord has a record.');
const end = momentAt(agreement, tell(record, scenarios), NOW);

describe('levels', () => {
  it.each(PERIODS)('by %s cover every day once, with the level of the last', (every) => {
    for (const run of ['reported', 'northquay']) {
      const levels = levelsOf(end, every, run);
      const periods = levels?.periods ?? [];
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual(['2031-01-05', '2031-03-02']);
      expect(periods.slice(1).map(({ from }) => from)).toEqual(
        periods.slice(0, -1).map(({ to }) => dayAfter(to)),
      );
      for (const [index, { to }] of periods.entries()) {
        const { states } = momentAt(agreement, end.story, { ...NOW, asOf: to });
        for (const { region, cells } of levels?.rows ?? []) {
          const stages = states[run]?.facts[region.id]?.possible ?? [];
          const found = region.stages.filter(({ id }) => stages.includes(id));
          const coded = found.map(({ level }) => level ?? -1);
          expect([to, region.id, cells[index]?.stages, cells[index]?.level]).toEqual([
            to,
            region.id,
            stages,
            { min: Math.min(...coded), max: Math.max(...coded) },
          ]);
        }
      }
    }
  });

  it('by weeks end on Sundays, by months and years with the calendar', () => {
    const ends = (every: (typeof PERIODS)[number]) =>
      levelsOf(end, every, 'reported')?.periods.map(({ to }) => to);
    expect(ends('week')?.slice(0, 2)).toEqual(['2031-01-05', '2031-01-12']);
    expect(ends('month')).toEqual(['2031-01-31', '2031-02-28', '2031-03-02']);
    expect(ends('year')).toEqual(['2031-03-02']);
    expect(ends('day')).toHaveLength(57);
  });

  it('by change have a period for each different standing, and both levels of an uncertain day', async () => {
    const { out, code } = await harbourgate(['levels', '--every', 'change']);
    expect(code).toBe(0);
    const row = out.split('\n').find((each) => each.startsWith('the Lock canal')) ?? '';
    expect(row.split(/\s{2,}/).slice(1)).toEqual(['0', '0-1', '1', '1']);
    expect(out).toContain('5 Jan 2031');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      "the author's own coding (derived), and no party's",
    );
  });

  it('are those that a reading recognises', async () => {
    const row = async (reading: string) => {
      const { out } = await harbourgate([
        'levels',
        'wreck',
        '--every',
        'year',
        '--reading',
        reading,
      ]);
      return out.split('\n').find((each) => each.startsWith('wreck')) ?? '';
    };
    expect([await row('reported'), await row('northquay')].map((each) => each.slice(-1))).toEqual([
      '1',
      '0',
    ]);
  });

  it('print an object that fits its schema, and a row for each provision and period', async () => {
    const json = await harbourgate(['levels', '--json']);
    expect(misfits('output-levels', JSON.parse(json.out))).toEqual([]);
    const [head, ...records] = parseCsv((await harbourgate(['levels', '--csv'])).out);
    expect(head?.slice(0, 9)).toEqual(
      'provision title run from to level_min level_max stage stage_title'.split(' '),
    );
    const provisions = [...agreement.regions.values()].filter(({ kind }) => kind === 'provision');
    expect(records).toHaveLength(3 * provisions.length);
    expect(records.find(([id, , , from]) => id === 'canal' && from === '2031-02-01')).toEqual(
      'canal|the Lock canal|reported|2031-02-01|2031-02-28|1|1|oneWayOffered|offered one way|one-way-offer|happened|sourced|derived|gazette-1.c6'.split(
        '|',
      ),
    );
  });

  it.each([
    [['cannal'], 'there is no region "cannal"'],
    [['--every', 'decade'], 'there is no period "decade"'],
    [['--reading', 'gild'], 'there is no reading "gild"'],
    [['--csv', '--json'], '--json and --csv ask for two forms of one answer'],
  ])('%j is an error with a mend', async (words, said) => {
    const { code, out, error } = await harbourgate(['levels', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(said);
  });
});
