import { describe, expect, it } from 'vitest';
import { misfits } from '../draw/fitting.ts';
import { parseCsv } from '../draw/parse-csv.ts';
import { harbourgate, items, object } from './command-line.ts';

const COMMANDS = ['claims', 'check', 'check phaseTwo', 'check --unmet', 'timeline canalOpening'];

/** A table as it is printed: an object a record, under the names of its columns. */
async function table(line: string): Promise<Record<string, string>[]> {
  const { out, error } = await harbourgate([...line.split(' '), '--csv']);
  expect(error).toBe('');
  const [head = [], ...records] = parseCsv(out);
  expect(records.filter((record) => record.length !== head.length)).toEqual([]);
  return records.map((record) =>
    Object.fromEntries(head.map((name, index) => [name, record[index] ?? ''])),
  );
}

describe('answers that are tables', () => {
  it.each(COMMANDS)('%s is a table, a Markdown text and one form at a time', async (line) => {
    const words = line.split(' ');
    expect((await table(line)).length).toBeGreaterThan(1);
    const text = await harbourgate(words);
    const markdown = await harbourgate([...words, '--markdown']);
    expect([markdown.error, markdown.code]).toEqual(['', text.code]);
    expect(markdown.out).toMatch(/^(# The harbour accord|## The Lock Gazette)/);
    const both = await harbourgate([...words, '--markdown', '--csv']);
    expect([both.code, both.out]).toEqual([2, '']);
    expect(both.error).toMatch(/^phasegate: --csv and --markdown .*\n  name one of them/);
  });

  it('have every claim, with its source and what disputes it', async () => {
    const records = await table('claims --speaker northquay --kind denial');
    expect(
      records.map(({ claim, date_from, disputed_by, statement }) => [
        claim,
        date_from,
        disputed_by,
        statement,
      ]),
    ).toEqual([
      [
        'gazette-3.c4',
        '2031-02-21',
        'gazette-3.c2',
        'Northquay denies that what the divers found is the Marigold.',
      ],
      [
        'gazette-3.c8',
        '2031-02-16',
        'gazette-3.c7',
        'Northquay says that no second phase has begun.',
      ],
    ]);
  });

  it('have every gate under every reading, as the matrix does', async () => {
    const matrix = items(object(await harbourgate(['check', '--json'])), 'gates');
    const records = await table('check');
    expect(records.map(({ event, reading, verdict }) => [event, reading, verdict])).toEqual(
      matrix.flatMap((gate) =>
        items(gate, 'readings').map(({ reading, verdict }) => [gate['event'], reading, verdict]),
      ),
    );
  });

  it('have everything in the way, whose it is and who could change it', async () => {
    const records = await table('check phaseTwo --unmet --as-of 2031-02-10');
    expect(
      records.map((each) => [each['reading'], each['condition'], each['status'], each['who_can']]),
    ).toEqual([['northquay', 'wreckRaised', 'unmet', expect.stringContaining('Southquay')]]);
    const came = await harbourgate(['check', '--unmet', '--json']);
    expect(misfits('output-check', JSON.parse(came.out))).toEqual([]);
    const [objecting] = await table('check batteriesSealing --unmet --as-of 2031-02-20');
    expect([objecting?.['status'], objecting?.['kind']]).toEqual(['objected to', 'party']);
    const [required] = await table('check tollSharing --unmet');
    expect([required?.['reading'], required?.['whose'], required?.['basis']]).toEqual([
      '',
      'the model itself',
      'derived',
    ]);
  });

  it('leave out what need not be met, since another is enough, and what has happened', async () => {
    const { parties = [] } = { parties: await table('check --unmet --assume wreck=raised') };
    expect(parties.filter(({ condition }) => condition === 'wreckRaised')).toEqual([]);
    expect(await table('check phaseTwo --unmet --reading southquay')).toEqual([]);
  });
});
