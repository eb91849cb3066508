import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../src/load/scenario-token.ts';
import { standalone } from '../../src/lab/branches.ts';
import { replied } from '../../src/tui/lab/answers.ts';
import { copies } from '../../src/tui/model/command-lines.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession } from '../../src/tui/session.ts';
import type { State } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { shellLines } from '../../src/tui/screens/share.ts';
import { items, object, phasegate } from '../cli/command-line.ts';
import { loadFiveDocuments } from '../five-documents.ts';
import { press, typing } from './harbour-session.ts';

const { agreement, scenarios, properties } = loadFiveDocuments();
const session = makeSession(
  agreement,
  makeTheme({ ascii: false, color: false, screenReader: false }),
  properties,
);
const start = begin(session, scenarios, 'record', { columns: 80, rows: 24 });
const amid = press(session, start, ...Array.from({ length: 20 }, () => 'right' as const));
const december = press(session, start, 't', ...typing('2025-12-20'), 'enter');
const known = press(session, start, 't', ...typing('2026-01-24 known 2025-12-31'), 'enter');
/** Whatever comes first that nobody refuses. */
const branch = press(session, amid, 'w', 'enter', 'enter', 'enter');

/** What can be copied from a screen. */
function copied(state: State): { about: string; line: string | null }[] {
  const asked = press(session, state, 'E');
  expect(asked.overlays.at(-1)).toMatchObject({ kind: 'share' });
  if (asked.request?.kind !== 'tokens') return copies(session, asked, {});
  const tokens = Object.fromEntries(
    [...asked.request.scenarios].map(([id, scenario]) => [id, tokenOf(scenario, agreement)]),
  );
  const answered = replied(session, asked, { kind: 'tokens', tokens });
  return copies(session, answered, tokens);
}

/** What a shell makes of lines copied from the screen, set in as they are there. */
function words(lines: readonly string[]): string[] {
  const text = lines
    .map((line) => `    ${line}`)
    .join('\n')
    .replaceAll('\\\n', ' ');
  return [...text.matchAll(/"([^"]*)"(\S*)|(\S+)/g)].map(
    ([, quoted, rest, bare]) => bare ?? `${quoted}${rest}`,
  );
}

describe('the command lines for what is on screen', () => {
  const screens: Readonly<Record<string, State>> = {
    'the record before its first step': start,
    'the record': amid,
    'the record under a reading': press(session, amid, 'r'),
    'the record as of a day': december,
    'the record as of a day and known by another': known,
    'the record before the last step of a day': press(session, december, 'left'),
    'the gates': press(session, known, 'g'),
    'a provision': press(session, december, '1', 'enter'),
    'what is missing': press(session, amid, 'a'),
    'what is missing under a reading': press(session, known, 'r', 'a'),
    'a plan': press(session, amid, 'p'),
    'a plan under a reading as of a day': press(session, december, 'r', 'p'),
    coalitions: press(session, amid, 'C'),
    waits: press(session, december, 'W'),
    duties: press(session, december, 'D'),
    'the properties at the end': press(session, start, 'end', 'V'),
    'the properties before it': press(session, amid, 'V'),
    'a branch': branch,
    'a branch as of a day': press(session, december, 'w', 'enter', 'enter', 'enter'),
    'something waived': press(session, amid, 'w', 'tab', 'enter', 'enter', 'enter'),
    'something granted': press(
      session,
      start,
      'end',
      'w',
      'tab',
      ...typing('acknowledge'),
      'enter',
      'enter',
      'enter',
    ),
    'a branch that plays on': press(session, branch, 'c', 'escape'),
    'a comparison': press(session, branch, 'd', 'enter'),
    'a comparison as of a day': press(session, december, 'd', 'enter'),
    'a comparison at a moment': press(session, branch, 'c', 'escape', 'd', 'enter', 'left'),
    'a plan from a branch': press(session, branch, 'p'),
    'a branch from the start': press(session, start, 'w', 'enter', 'enter', 'enter'),
  };

  it.each(Object.keys(screens))('are taken as they stand: %s', async (name) => {
    const state = screens[name];
    if (state === undefined) throw new Error(name);
    const found = copied(state);
    expect(found.length).toBeGreaterThan(0);
    for (const { about, line } of found) {
      expect(about).not.toBe('');
      if (line === null || line.startsWith('pg1-')) continue;
      for (const columns of [40, 76, 200]) {
        const [program, ...rest] = words(shellLines(line, columns));
        expect(program).toBe('phasegate');
        const came = await phasegate(rest);
        expect([came.code === 2, came.error]).toEqual([false, '']);
      }
    }
  });

  it('give the branch back', async () => {
    const found = copied(branch);
    const token = found.find(({ line }) => line?.startsWith('pg1-') === true);
    const { branchesFrom, steps: own } = standalone(branch, branch.scenario);
    expect(found[0]?.line).toBe(
      `phasegate what-if record@${branchesFrom?.step} --event ${own.at(-1)?.event} --on ${own.at(-1)?.date?.to}`,
    );
    const played = await phasegate(['play', token?.line ?? '', '--json']);
    expect(items(object(played), 'steps').at(-1)).toMatchObject({ id: own.at(-1)?.id });
  });

  it('are copied with Enter', () => {
    const asked = press(session, december, 'e', 'down', 'enter');
    expect(copied(december).map(({ line }) => line)).toContain(
      'phasegate play record --as-of 2025-12-20',
    );
    expect(copied(known).map(({ line }) => line)).toContain(
      'phasegate play record --as-of 2026-01-24 --known-by 2025-12-31',
    );
    expect(asked.request).toMatchObject({ kind: 'copy', text: expect.stringContaining('check') });
  });
});
