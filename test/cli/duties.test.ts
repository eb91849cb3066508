import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { misfits } from '../draw/fitting.ts';
import { harbourgate, items, object } from './command-line.ts';
import { copyOfHarbour } from './temporary-folder.ts';

/** A duty for each of two events of the harbour accord: one met late by some accounts, one still running. */
const DUTIES: Readonly<Record<string, string>> = {
  '  - id: wreck.located\n':
    '    duty: { id: search, binds: [guild], by: 2031-02-15, from: 2031-01-05, claims: [gazette-1.c7] }\n',
  '  - id: inspectors.arrived\n':
    '    duty: { binds: unstated, within: { months: 2, of: phase.oneBegan }, claims: [gazette-3.c5], inference: It follows., from: 2031-01-05 }\n',
};

let folder = '';
beforeEach(() => {
  folder = copyOfHarbour();
  const file = path.join(folder, 'harbour/events.yaml');
  let text = fs.readFileSync(file, 'utf8');
  for (const [id, duty] of Object.entries(DUTIES)) text = text.replace(id, `${id}${duty}`);
  fs.writeFileSync(file, text);
});

const duties = (...words: string[]) =>
  harbourgate(['-A', path.join(folder, 'harbour'), 'duties', ...words], { userFolder: folder });

describe('duties', () => {
  it('says how each stands by each account, whom it binds and what says so', async () => {
    const { out, error, code } = await duties();
    expect(error).toBe('');
    expect(out).toBe(`The harbour accord
Scenario "The record, January to March 2031" (harbour-record): after step 8 of 8, "Northquay wants
the wreck before the canal".
Counted to 2 Mar 2031, the last day of the steps; as of another day it may be otherwise.

Overdue by some account: its last day has passed, and it has not been met
  The wreck is located (event wreck.located), by 15 Feb 2031
    Binds the Pilots' Guild [The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)]
    As reported, Southquay and the Pilots' Guild  met late, by 5 days, on 20 Feb 2031
                                                  (wreck-located); was due by 15 Feb 2031
    Northquay                                     overdue since 16 Feb 2031, by 15 days; was due by
                                                  15 Feb 2031

Pending: its time runs, and it has not been met
  Inspectors arrive (event inspectors.arrived), within 2 months of "Phase one begins and the calm
  takes hold" (phase.oneBegan)
    No document says whom it binds [derived: The Lock Gazette, 2 Mar 2031 (gazette-3.c5)]
    As reported, Northquay, Southquay and the Pilots' Guild  pending: due by 5 Mar 2031, 3 days left

The record ends on 2 Mar 2031; nothing later is known here.
`);
    expect(code).toBe(1);
  });

  it.each([
    [['--as-of', '2031-01-04'], 0, 'not running'],
    [['--as-of', '2031-02-15'], 0, 'pending: due by 15 Feb 2031, its last day'],
    [['--as-of', '2031-02-16'], 1, 'overdue since 16 Feb 2031, by 1 day;'],
    [['--as-of', '2031-03-05', 'inspectors.arrived'], 0, 'due by 5 Mar 2031, its last day'],
    [['--as-of', '2031-03-06', 'inspectors.arrived'], 1, 'overdue since 6 Mar 2031, by 1 day;'],
    [['guild', '--reading', 'southquay,reported'], 0, 'met late, by 5 days'],
    [['guild', '--reading', 'northquay'], 1, 'overdue since 16 Feb 2031, by 15 days'],
    [['northquay'], 0, 'No duty fits.'],
    [['--known-by', '2031-01-01'], 1, 'Nothing had been published by 1 Jan 2031'],
    [['--known-by', '2031-01-12', '--verbose'], 0, 'The pilots will search for the wreck'],
  ])('%j ends with %i', async (words, code, said) => {
    const came = await duties(...words);
    expect([came.error, came.code]).toEqual(['', code]);
    expect(came.out.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  it('is nobody’s where no duty is written', async () => {
    const { out, code } = await harbourgate(['duties']);
    expect([code, out.split('\n')[3]]).toEqual([
      0,
      'Nobody is bound by a deadline here: the agreement has no duty with a day or a time.',
    ]);
  });

  it('knows of no duty that none had stated by the day', async () => {
    const { out } = await duties('--known-by', '2031-02-20');
    expect(out).toContain('wreck.located');
    expect(out).not.toContain('inspectors.arrived');
  });

  it('prints an object, a table of one row a duty and run, and Markdown', async () => {
    const came = await duties('--json');
    expect(misfits('output-duties', JSON.parse(came.out))).toEqual([]);
    expect(items(object(came), 'duties').map(({ id, binds }) => [id, binds])).toEqual([
      ['search', ['guild']],
      ['inspectors.arrived', null],
    ]);
    const csv = (await duties('--csv')).out.split('\r\n');
    expect(csv.slice(0, 3)).toEqual([
      'duty,event,event_title,binds,binds_titles,roles,roles_titles,deadline,run,run_title,as_of,status,possible,due_from,due_to,met_from,met_to,met_certain,days_left_min,days_left_max,days_late_min,days_late_max,basis,claims',
      "search,wreck.located,The wreck is located,guild,the Pilots' Guild,,,by 15 Feb 2031,reported,as reported,2031-03-02,met late,met late,2031-02-15,2031-02-15,2031-02-20,2031-02-20,true,,,5,5,sourced,gazette-1.c7",
      "search,wreck.located,The wreck is located,guild,the Pilots' Guild,,,by 15 Feb 2031,northquay,Northquay,2031-03-02,overdue,overdue,2031-02-15,2031-02-15,,,,,,15,15,sourced,gazette-1.c7",
    ]);
    expect(csv).toHaveLength(1 + 8 + 1);
    expect((await duties('--markdown')).out).toContain('\n## Overdue by some account');
  });

  it.each([
    [['gild'], 'there is no party, role, gate or event "gild" [unknown-id]\n  did you mean guild?'],
    [['--reading', 'gild'], 'there is no reading "gild" [unknown-id]\n  did you mean guild?'],
    [
      ['--json', '--csv'],
      '--json and --csv ask for two forms of one answer [keys-at-odds]\n  name one of them, and run it once for each form',
    ],
    [
      ['--csv', '--markdown'],
      '--csv and --markdown ask for two forms of one answer [keys-at-odds]\n  name one of them, and run it once for each form',
    ],
  ])('%j is an error with a mend', async (words, said) => {
    expect(await duties(...words)).toEqual({ code: 2, out: '', error: `phasegate: ${said}\n` });
  });
});

describe('check of an event that somebody is bound to', () => {
  const check = (...words: string[]) =>
    harbourgate(['-A', path.join(folder, 'harbour'), 'check', ...words], { userFolder: folder });
  const lines = async (...words: string[]) =>
    (await check(...words)).out.replaceAll(/\s+/g, ' ').match(/Duty .*?\]\./g);

  it('says in a line how the duty stands, and by whose facts otherwise', async () => {
    expect(await lines('wreck.located')).toEqual([
      "Duty by 15 Feb 2031, binds the Pilots' Guild: as reported, met late, by 5 days, on 20 Feb 2031 (wreck-located); was due by 15 Feb 2031. Northquay, overdue since 16 Feb 2031, by 15 days; was due by 15 Feb 2031 [The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)].",
    ]);
    expect(await lines('inspectors.arrived')).toEqual([
      'Duty within 2 months of "Phase one begins and the calm takes hold" (phase.oneBegan), no document says whom it binds: pending: due by 5 Mar 2031, 3 days left [derived: The Lock Gazette, 2 Mar 2031 (gazette-3.c5)].',
    ]);
    expect(await lines('canalOpening')).toBeNull();
  });

  it('asks the readings asked for alone', async () => {
    const [said = ''] = (await lines('wreck.located', '--reading', 'southquay')) ?? [];
    expect(said).toContain("binds the Pilots' Guild: met late");
    expect(said).not.toContain('Northquay');
  });

  it('says nothing of a duty that nothing had stated by the day', async () => {
    expect(await lines('inspectors.arrived', '--known-by', '2031-02-20')).toBeNull();
    expect(await lines('wreck.located', '--known-by', '2031-02-20')).toHaveLength(1);
    const { out } = await check('wreck.located', '--known-by', '2031-01-01', '--json');
    expect(JSON.parse(out)).toMatchObject({ duties: [] });
  });

  it('gives each duty whole in the object', async () => {
    const { out } = await check('wreck.located', '--json');
    expect(misfits('output-check', JSON.parse(out))).toEqual([]);
    const asked = object(await duties('wreck.located', '--json'));
    expect(JSON.parse(out)).toMatchObject({ duties: asked['duties'] });
  });
});
