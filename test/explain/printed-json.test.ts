import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OUTPUT_SCHEMAS } from '../../src/explain/shapes/outputs.ts';
import { type Came, harbourgate, phasegate } from '../cli/command-line.ts';
import { misfits, type OutputName } from '../draw/fitting.ts';

/** Command lines on the agreement that ships; each begins with the command, whose schema its output is to fit. */
const SHIPPED = [
  'check',
  'check phaseTwo',
  'check rafahOpening --as-of 2025-12-21',
  'check settlement --known-by 2025-12-20 --verbose',
  'check phaseTwo --known-by 2025-11-01',
  'why remains',
  'why exchange --as-of 2025-11-15',
  'timeline phaseTwo',
  'duties',
  'levels',
  'levels --every change',
  'play record',
  'play record --known-by 2025-12-20',
  'diff record@2025-12-21 record@2026-01-25',
  'what-if record --event rafah.openedBothWays',
  'exercise record',
  'list',
  'list agreements',
  'claims',
  'claim document-3.c7',
  'validate',
  'schemas',
  'duties',
  'levels',
  'resume --list',
  'verify no-dead-end',
  'verify no-dead-end --from record@2025-12-21',
  'plan phaseTwo',
  'plan rafahOpening --from record@2025-12-21',
  'plan phaseTwo --from record@2025-12-01',
  'plan phaseTwo --known-by 2025-11-01',
  'unblock phaseTwo',
  'unblock rafahOpening --from record@2025-12-21',
  'coalitions phaseTwo',
  'veto phaseTwo',
  'waits --later',
  'pivots phaseTwo --reading israel',
  'points-of-no-return phaseTwo --reading israel',
];

const HARBOUR = [
  'check canalOpening --assume tolls=unknown',
  'why wreck=raised',
  'timeline canalOpening --known-by 2031-02-20',
  'duties northquay --known-by 2031-02-20',
  'levels --reading northquay',
  'play wreck-never-raised',
  'diff harbour-record guild-sequence',
  'what-if harbour-record --waive wreckRaised --event wreck.raised --unknown tolls',
  'list readings',
  'plan phaseTwo --by northquay',
  'plan canalOpening --alternatives 3',
  'unblock settlement',
  'coalitions tollSharing --free --reading guild',
  'veto settlement --reading charter',
  'waits',
  'pivots',
  'points-of-no-return settlement --reading charter',
];

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'printed-json-'));
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

/** Which schema is that of what a command line prints. */
function schemaOf(line: string): OutputName {
  return line === 'list agreements'
    ? 'output-list-agreements'
    : (`output-${line.split(' ')[0]}` as OutputName);
}

/** What is wrong with what a command line printed. */
async function wrongIn(
  line: string,
  gate: (words: readonly string[], where: { stateFolder: string }) => Promise<Came>,
): Promise<string[]> {
  const words = line.split(' ');
  const { out, error, code } = await gate([...words, '--json'], { stateFolder: home });
  if (code > 1) return [`${line}: ${error}`];
  return misfits(schemaOf(line), JSON.parse(out));
}

describe('what a command prints with --json is what its schema says', () => {
  it.each(SHIPPED)('%s', async (line) => {
    expect(await wrongIn(line, phasegate)).toEqual([]);
  });

  it.each(HARBOUR)('%s, of the fictional agreement', async (line) => {
    expect(await wrongIn(line, harbourgate)).toEqual([]);
  });

  it('and no schema is left out', () => {
    const commands = new Set<string>(SHIPPED.map(schemaOf));
    expect(Object.keys(OUTPUT_SCHEMAS).filter((name) => !commands.has(name))).toEqual([]);
  });
});
