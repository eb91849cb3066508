import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VERDICT_WORDS } from '../../src/explain/words.ts';
import type { Overall } from '../../src/model/standing.ts';
import { harbourgate, items, object } from './command-line.ts';

let userFolder = '';
beforeEach(() => {
  userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-report-'));
});
afterEach(() => fs.rmSync(userFolder, { recursive: true, force: true }));

const run = (...words: string[]) => harbourgate(words, { userFolder });

/** The rows of the table below a heading, in Markdown, each by its cells; none where there is no table. */
function rowsBelow(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line) => line.startsWith('## ') && line.includes(heading));
  if (at < 0) throw new Error(`There is no heading ${heading}.`);
  const end = lines.findIndex((line, index) => index > at && line.startsWith('## '));
  return lines
    .slice(at, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}

/** By event, the verdict over the parties and then each reading's, as `check` has them. */
async function verdictsAt(...words: string[]): Promise<Map<string, string[]>> {
  const answer = object(await run('check', '--json', ...words));
  const word = (verdict: unknown) => VERDICT_WORDS[verdict as Overall].word;
  return new Map(
    items(answer, 'gates').map((gate) => [
      String(gate['eventTitle']),
      [word(gate['verdict']), ...items(gate, 'readings').map((each) => word(each['verdict']))],
    ]),
  );
}

describe('a report', () => {
  it.each(['guild-sequence', 'canal-opens-early', 'wreck-never-raised'])(
    'of %s has every gate as `check` has it, before and after',
    async (branch) => {
      const { out, code } = await run('report', branch);
      expect(code).toBe(0);
      const told = fs.readFileSync(
        path.join(import.meta.dirname, `../fixtures/harbour/scenarios/${branch}.yaml`),
        'utf8',
      );
      const from = /^branchesFrom:\s*\{? *scenario: ([^\s,]+),?\s+step: ([^\s}]+)/m.exec(told);
      const isReplayed = told.includes('replay:');
      const base = isReplayed ? from?.[1] : `${from?.[1]}@${from?.[2]}`;
      const after = await verdictsAt('--scenario', branch);
      const before = from === null ? null : await verdictsAt('--scenario', base ?? '');
      const rows = rowsBelow(out, 'Every gate');
      expect(rows.length).toBe(after.size);
      for (const [title = '', ...cells] of rows) {
        const now = after.get(title) ?? [];
        const then = before?.get(title) ?? now;
        const said = now.map((word, index) =>
          then[index] === word ? word : `${then[index]} → ${word}`,
        );
        expect([title, ...cells.slice(0, -1)]).toEqual([title, ...said]);
      }
    },
  );

  it('held against another says what `diff` says', async () => {
    const words = ['harbour-record', 'canal-opens-early'];
    const { out } = await run('report', 'canal-opens-early', '--compare', 'harbour-record');
    const { out: diff } = await run('diff', ...words, '--markdown');
    for (const section of [
      'Stages that differ',
      'Gates whose verdict',
      'Gates that stand otherwise',
    ])
      expect(rowsBelow(out, section)).toEqual(rowsBelow(diff, section));
    expect(rowsBelow(diff, 'Gates whose verdict').length).toBeGreaterThan(0);
    expect(out).toContain('Held against "The record, January to March 2031" (harbour-record): ');
  });

  it('says what is assumed with its day and reason, and numbers each claim once', async () => {
    const { out: made } = await run(
      'what-if',
      'harbour-record',
      '--event',
      'batteriesSealing',
      '--on',
      '2031-09-01',
      '--because',
      'To see who refuses it.',
      '--json',
    );
    const token = String((JSON.parse(made) as { token: string }).token);
    const { out } = await run('report', token);
    expect(out).toContain('1 Sep 2031');
    expect(out).toContain("Reason (assumed, no party's): To see who refuses it.");
    const notes = [...out.matchAll(/^- Note (\d+): .*\(([\w-]+\.c\d+)\)\.$/gm)];
    expect(notes.map(([, number]) => Number(number))).toEqual(notes.map((_, index) => index + 1));
    expect(new Set(notes.map(([, , reference]) => reference)).size).toBe(notes.length);
    const cited = [...out.matchAll(/; notes? ([\d, ]+)\\\]/g)].flatMap(([, list = '']) =>
      list.split(', ').map(Number),
    );
    expect(new Set(cited)).toEqual(new Set(notes.map((_, index) => index + 1)));
  });

  it('says nothing of before where there is nothing', async () => {
    const { out } = await run('report', 'harbour-record', '--as-of', '2031-03-01');
    expect(out).toContain('as of 1 Mar 2031');
    expect(out).not.toContain('→');
    expect(out).not.toContain('What changed');
  });

  it('says what it cannot do', async () => {
    const nowhere = await run('report', 'harbour-record', '-o', path.join(userFolder, 'no/x.md'));
    expect(nowhere).toMatchObject({ code: 2, error: expect.stringContaining('cannot-write') });
    const pdf = await run('report', 'harbour-record', '--format', 'pdf');
    expect(pdf).toMatchObject({ code: 2, error: expect.stringContaining('md') });
    expect(await run('report', 'nowhere')).toMatchObject({ code: 2 });
    expect(await run('report', 'harbour-record', '--compare', 'nowhere')).toMatchObject({
      code: 2,
    });
  });
});
