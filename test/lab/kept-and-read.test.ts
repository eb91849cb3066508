import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laboratoryOf } from '../../src/cli/laboratory.ts';
import { NOTHING_DONE } from '../../src/lab/history.ts';
import { broughtBack, keptLab } from '../../src/lab/kept.ts';
import type { LabMessage } from '../../src/lab/message.ts';
import { labReduce, likelyDay } from '../../src/lab/reduce.ts';
import { sceneOf } from '../../src/lab/scene.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import { sessionOf } from '../../src/load/session-shape.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import { partyReadings } from '../../src/model/agreement.ts';
import { conditionsOf } from '../../src/model/condition.ts';
import { dayAfter, dayBefore } from '../../src/model/days.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import type { SavedSession } from '../../src/model/saved-session.ts';
import { REPORTED } from '../../src/model/terms.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
import { loadHolding, type LoadedHolding } from '../load-holding.ts';
import { shippedFolders, shippedRoot } from '../shipped.ts';

let folder = '';
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-kept-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const holdings = [...shippedFolders(), 'test/fixtures/harbour'].map((each) =>
  loadHolding(shippedRoot, [each]),
);

function laboratory(holding: LoadedHolding): Laboratory {
  return laboratoryOf({
    holding: { ...holding, call: { agreement: null }, home: null, isNamed: false },
    userPath: (name) => path.resolve(folder, name),
    home: '',
    schemaFrom: () => null,
    stateFolder: null,
    elsewhere: async () => null,
  });
}

/** What somebody might type where words are asked for. */
const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u202ethgir ot tfel',
    'a\u0000b',
    '\u001b[31mred',
    'two\nlines\r\nand a third',
    '\ud800',
    '- "quoted": {a}',
    '# no comment',
    'null',
    '2031-02-30',
    'x'.repeat(600),
    '\u200b\u200b',
  ),
);

/** Numbers that choose among whatever there is to choose from when the message comes. */
const anyPick = fc.nat({ max: 997 });
const anyDoing = fc.record({
  what: fc.constantFrom(
    ...(['take', 'take', 'take', 'take', 'change', 'change', 'show', 'show', 'playOn'] as const),
    ...(['lay', 'name', 'copy', 'prune', 'undo', 'redo', 'backTo', 'look', 'adopt'] as const),
  ),
  picks: fc.tuple(anyPick, anyPick, anyPick),
  words: anyWords,
  dayBy: fc.constantFrom(null, null, -40, -1, 0, 0, 1, 300),
});
type Doing = typeof anyDoing extends fc.Arbitrary<infer T> ? T : never;

function pick<T>(from: readonly T[], by: number): T {
  const found = from[by % from.length];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

function dayOf(setting: Setting, lab: LabState, by: number | null): string | null {
  let day = likelyDay(setting, lab);
  if (day === null || by === null) return null;
  for (let left = Math.abs(by); left > 0; left -= 1) day = by < 0 ? dayBefore(day) : dayAfter(day);
  return day;
}

/** What somebody does, as a message to the laboratory as it is. */
function messageOf(setting: Setting, lab: LabState, doing: Doing): LabMessage {
  const { agreement } = setting;
  const { what, picks, words, dayBy } = doing;
  const [a, b, c] = picks;
  const day = dayOf(setting, lab, dayBy);
  const scenario = pick([...lab.scenarios.keys()], a);
  const branch = lab.branches.length === 0 ? scenario : pick(lab.branches, a);
  const places = sceneOf(setting, lab).story.steps.length;
  const event = pick([...agreement.events.keys()], a);
  switch (what) {
    case 'take': {
      const region = pick([...agreement.regions.values()], b);
      const parties = partyReadings(agreement).map(({ id }) => id);
      const asked = partyReadings(agreement).flatMap((reading) =>
        [...reading.positions.values()]
          .flat()
          .flatMap(({ asked: tree }) =>
            conditionsOf(tree).map(({ id }) => ({ reading: reading.id, condition: id })),
          ),
      );
      const action = pick(
        [
          { kind: 'event', event } as const,
          { kind: 'event', event } as const,
          { kind: 'assume', region: region.id, stage: pick(region.stages, a).id } as const,
          { kind: 'unknown', region: region.id } as const,
          { kind: 'acknowledge', reading: pick(parties, b), event } as const,
          ...(asked.length === 0 ? [] : [{ kind: 'waive', ...pick(asked, b) } as const]),
        ],
        c,
      );
      const before = c % 7 === 0 ? [pick([...agreement.events.keys()], b)] : [];
      const date = day === null ? {} : { date: { from: day, to: day } };
      return { kind: 'take', action, before, given: { ...date, because: words || 'A reason.' } };
    }
    case 'lay':
      return { kind: 'lay', title: words, events: [event, pick([...agreement.events.keys()], b)] };
    case 'change': {
      const place = places === 0 ? 0 : places - 1 - (b % Math.min(places, 4));
      const change = pick(
        [
          { kind: 'day', day } as const,
          { kind: 'because', text: words === '' ? null : words } as const,
          { kind: 'note', text: words === '' ? null : words } as const,
          { kind: 'earlier' } as const,
          { kind: 'later' } as const,
          { kind: 'strike' } as const,
        ],
        c,
      );
      return { kind: 'change', place, change };
    }
    case 'show':
      return { kind: 'show', scenario, position: places === 0 ? -1 : (b % (places + 1)) - 1 };
    case 'name':
      return { kind: 'name', scenario: branch, title: words };
    case 'copy':
    case 'prune':
      return { kind: what, scenario: branch };
    case 'backTo':
      return { kind: 'backTo', count: b % (lab.history.entries.length + 1) };
    case 'look':
      return { kind: 'look', clocks: { asOf: c % 2 === 0 ? day : null, knownBy: null } };
    case 'adopt': {
      const one = lab.scenarios.get(scenario);
      if (one === undefined) throw new Error(`There is no scenario ${scenario}.`);
      return { kind: 'adopt', scenario: { ...one, id: `${one.id}-opened` } };
    }
    default:
      return { kind: what };
  }
}

/** A laboratory after all that somebody does; what cannot be done is refused in a sentence. */
function after(setting: Setting, begin: LabState, doings: readonly Doing[]): LabState {
  let lab = begin;
  for (const doing of doings) {
    const reduced = labReduce(setting, lab, messageOf(setting, lab, doing));
    if (reduced.ok) ({ lab } = reduced);
    else expect(reduced.said).toMatch(/^[A-Z"'“][^]*[.?!:)]/u);
  }
  return lab;
}

function beginning(holding: LoadedHolding): { setting: Setting; begin: LabState } {
  const { agreement, scenarios, opens } = holding;
  const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
  const begin: LabState = {
    scenarios,
    branches: [],
    history: NOTHING_DONE,
    scenario: opens ?? '',
    position: 0,
    clocks: NO_CLOCKS,
    run: REPORTED,
    gate: null,
    task: null,
  };
  return { setting, begin };
}

const savedOf = (holding: LoadedHolding, lab: LabState): SavedSession => ({
  agreement: holding.agreement.id,
  folder: null,
  ...keptLab(lab),
});
const writtenOf = (session: SavedSession): string =>
  JSON.stringify({ id: 'one', savedAt: '2031-01-01T00:00:00Z', ...session });

describe.each(holdings.map((holding) => [holding.agreement.id, holding] as const))(
  'what is made in the laboratory of %s',
  (_, holding) => {
    it('can be kept, and what was kept is read back as it was', async () => {
      const { setting, begin } = beginning(holding);
      const { fitting } = laboratory(holding);
      const made = { branches: 0, entries: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(anyDoing, { minLength: 4, maxLength: 14 }), async (doings) => {
          const lab = after(setting, begin, doings);
          const session = savedOf(holding, lab);
          const read = sessionOf(writtenOf(session));
          if (typeof read === 'string') throw new Error(read);
          expect(read.session).toEqual(session);
          const fit = await fitting(read.session);
          expect(fit.notices).toEqual([]);
          expect(fit.session).toEqual(session);
          const back = broughtBack(holding.scenarios, fit.session);
          expect(back.scenarios).toEqual(lab.scenarios);
          expect(back.branches).toEqual(lab.branches);
          expect(back.history.done).toBe(lab.history.done);
          expect(back.history.entries).toEqual(lab.history.entries);
          for (const branch of session.branches)
            expect(readToken(tokenOf(branch, holding.agreement), holding.agreement)).toEqual({
              ok: true,
              value: branch,
            });
          made.branches += session.branches.length;
          made.entries += lab.history.entries.length;
        }),
        { numRuns: 60 },
      );
      // Were all refused, nothing would have been kept.
      expect(made.branches).toBeGreaterThan(60);
      expect(made.entries).toBeGreaterThan(120);
    }, 120_000);
  },
);

describe('a session file that somebody or something changed', () => {
  const [holding] = holdings.slice(-1);
  if (holding === undefined) throw new Error('no agreement');
  const { setting, begin } = beginning(holding);
  const sessions = fc.sample(fc.array(anyDoing, { minLength: 6, maxLength: 12 }), {
    numRuns: 12,
    seed: 7,
  });
  const texts = sessions.map((doings) =>
    writtenOf(savedOf(holding, after(setting, begin, doings))),
  );
  const anyOdd: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom<unknown>(null, [], {}, '', 'x', -1, 0, 1.5, 1e9, true, [[]], { id: 1 }),
    fc.constantFrom('what-if', 'constructor', '__proto__', '\u202e', 'x'.repeat(5000)),
  );

  /** The places in a value, each by the keys that lead to it. */
  function placesIn(value: unknown, upTo: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [upTo];
    return [
      upTo,
      ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...upTo, key])),
    ];
  }

  /** A value with something else, or nothing, in one of its places. */
  function changedAt(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
    if (key === undefined) return odd;
    if (Array.isArray(value))
      return value.map((each, index) =>
        String(index) === key ? changedAt(each, rest, odd) : each,
      );
    const own = Object.entries(value as object);
    if (rest.length === 0 && odd === undefined)
      return Object.fromEntries(own.filter(([name]) => name !== key));
    return Object.fromEntries(
      own.map(([name, each]) => [name, name === key ? changedAt(each, rest, odd) : each]),
    );
  }

  it('is gone on with as far as it fits, or told of', async () => {
    const { fitting } = laboratory(holding);
    const came = { read: 0, refused: 0, fit: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.oneof(anyOdd, fc.constant(undefined)),
        async (text, by, odd) => {
          const whole: unknown = JSON.parse(text);
          const place = pick(placesIn(whole), by);
          const read = sessionOf(JSON.stringify(changedAt(whole, place, odd)) ?? '');
          if (typeof read === 'string') {
            expect(read).toMatch(/^(is|has) /);
            came.refused += 1;
            return;
          }
          came.read += 1;
          const { session, notices } = await fitting(read.session);
          if (notices.length === 0) came.fit += 1;
          expect(
            holding.scenarios.has(session.cursor.scenario) ||
              session.branches.some(({ id }) => id === session.cursor.scenario),
          ).toBe(true);
          const back = broughtBack(holding.scenarios, session);
          expect(back.history.done).toBeLessThanOrEqual(back.history.entries.length);
        },
      ),
      { numRuns: 400 },
    );
    expect(Math.min(came.read, came.refused, came.fit)).toBeGreaterThan(20);
  }, 120_000);

  it.each(['', 'x', 'null', '[]', '{}', '{"id":1}', '"text"'])(
    'is told of where it is %s',
    (text) => {
      expect(sessionOf(text)).toMatch(/^has not the form of a session/);
    },
  );

  it('is told of where it is nested without an end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const [text = ''] = texts;
    expect(sessionOf(text.replace('"title":', `"odd":${deep},"title":`))).toContain('too deep');
    const quoted = JSON.stringify('[{'.repeat(100));
    expect(typeof sessionOf(text.replace('"title":', `"odd":${quoted},"title":`))).toBe('object');
  });
});
