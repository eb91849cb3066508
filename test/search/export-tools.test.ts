import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import type { About } from '../../src/search/export/about.ts';
import { exportSystem } from '../../src/search/export/formats.ts';
import { exportedPart, type Part } from '../../src/search/export/part.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { finish } from '../../src/search/work.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { standpoint } from './invented.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-export-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Runs a command line as a person would. A verifier that finds an error may end with a code of its own. */
function typed(command: string): string {
  const { stdout, stderr, error } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return `${stdout}${stderr}`;
}

/** The commands at the head of a file, paragraph by paragraph: first those that count, then those that look for the goal. */
function commandsOf(text: string): string[][] {
  const [head = ''] = text.replace(/^\/\*\n/, '').split(/^ \*\/|^(?! \*|--|%)/m);
  const lines = head.split('\n').map((line) => line.replace(/^(?: \*|--|%) ?/, ''));
  const paragraphs = lines.join('\n').split(/\n\n/);
  return paragraphs
    .map((paragraph) => paragraph.split('\n').flatMap((line) => /^ {2}(.*)$/.exec(line)?.[1] ?? []))
    .filter((commands) => commands.length > 0);
}

function areInstalled(...programs: string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const missing = programs.filter(
    (program) => !folders.some((directory) => fs.existsSync(path.join(directory, program))),
  );
  for (const program of missing)
    process.stderr.write(`${program} is not installed, so its count is not compared with ours.\n`);
  return missing.length === 0;
}

/** Text that would break out of a comment, were it let. */
const HOSTILE = ['*/ /* --> ---', 'it\'s "Türkiye" %d \\', 'end --\n#define x\u2028end;\u0000'];

interface Case {
  readonly name: string;
  readonly part: Part;
  readonly about: About;
}

function caseOf(agreement: Agreement, views: readonly Standpoint[], gate: string): Case {
  const name = `${agreement.id} ${views.map(({ terms }) => terms.reading).join(' ')} ${gate}`;
  const part = finish(
    exportedPart(agreement, views, eventGoal(agreement.gates.get(gate)?.event ?? '')),
  );
  const { states, goal, goalReachable } = part;
  return {
    name,
    part,
    about: {
      lines: [name, ...HOSTILE],
      states,
      goal: goal === null ? null : { text: gate, guard: goal, reachable: goalReachable },
    },
  };
}

/** Slices that other tools finish: some thousands of states to a million. */
function slices(): Case[] {
  const { agreement: harbour } = loadHarbour();
  return [loadFiveDocuments().agreement, harbour].flatMap((agreement) => {
    const parties = partyReadings(agreement).map(({ id }) => standpoint(id));
    const [first = standpoint(''), second = standpoint('')] = [...agreement.readings.keys()].map(
      (reading) => standpoint(reading),
    );
    const small = (views: readonly Standpoint[]): Case[] =>
      [...agreement.gates.keys()]
        .map((gate) => caseOf(agreement, views, gate))
        .filter(({ part: { states } }) => states !== null && states < 200_000n)
        .toSorted((left, right) => Number(right.part.states) - Number(left.part.states));
    // Of two readings and of everyone the largest slice that takes the others a moment only, and a goal out of reach.
    const each = [[first], [second], parties].map(small);
    const outOfReach = each.flat().find(({ part }) => part.goalReachable === false);
    return [
      ...each.flatMap((cases) => cases.slice(0, 1)),
      ...(outOfReach === undefined ? [] : [outOfReach]),
    ];
  });
}

/** Two runs of the fictional agreement that begin in different stages, so that regions are there twice. */
function apart(): Case {
  const { agreement } = loadHarbour();
  const [first = '', second = ''] = partyReadings(agreement).map(({ id }) => id);
  const views = [standpoint(first), standpoint(second, { canal: 'open' })];
  return caseOf(agreement, views, [...agreement.gates.keys()][0] ?? '');
}

const CASES = [...slices(), apart()];

describe('the cases for other tools', () => {
  it('have goals within and out of reach, and a region of two runs', () => {
    expect(new Set(CASES.map(({ part }) => part.goalReachable))).toEqual(new Set([true, false]));
    expect(CASES.some(({ part }) => part.system.regions.some(({ id }) => id.includes('@')))).toBe(
      true,
    );
  });
});

describe('by the commands that the file names', () => {
  // SPIN is a package of its own, which a machine may not have; then it is not asked.
  it.skipIf(!areInstalled('spin', 'gcc')).each(CASES)(
    'SPIN counts as many states and finds the goal as we do: $name',
    ({ part, about }) => {
      const text = exportSystem(part.system, 'promela', about);
      fs.writeFileSync(path.join(folder, 'model.pml'), text);
      const [counting = [], looking = []] = commandsOf(text);
      expect([counting.length, looking.length]).toEqual([3, part.goalReachable === true ? 4 : 3]);
      const counted = counting.map(typed).join('\n');
      expect(/(\d+) states, stored/.exec(counted)?.[1]).toBe(String(part.states));
      const looked = looking.slice(0, 3).map(typed).join('\n');
      expect(looked).not.toContain('max search depth too small');
      expect(/errors: (\d+)/.exec(looked)?.[1]).toBe(part.goalReachable === true ? '1' : '0');
      for (const way of looking.slice(3)) expect(typed(way)).toMatch(/event|region_/);
    },
  );

  // rumur is a package of its own, which a machine may not have; then it is not asked.
  it.skipIf(!areInstalled('rumur', 'gcc')).each(CASES)(
    'rumur counts as many states and finds the goal as we do: $name',
    ({ part, about }) => {
      const text = exportSystem(part.system, 'murphi', about);
      fs.writeFileSync(path.join(folder, 'model.m'), text);
      const [counting = [], looking = []] = commandsOf(text);
      expect([counting.length, looking.length]).toEqual([3, 4]);
      // It counts aloud while it searches; the last number is the whole.
      const counted = counting.map(typed).join('\n');
      expect([...counted.matchAll(/(\d+) states/g)].at(-1)?.[1]).toBe(String(part.states));
      const looked = looking.map(typed).join('\n');
      expect(looked).toContain(
        part.goalReachable === true
          ? 'invariant "the goal is never reached" failed'
          : 'No error found',
      );
    },
  );
});
