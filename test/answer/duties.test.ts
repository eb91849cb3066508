import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutiesAt, type DutyStatus, isAnyOverdue } from '../../src/answer/duties.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { dayIn, daysBetween, type Period } from '../../src/model/calendar.ts';
import { aroundDay, type Day, type DayRange } from '../../src/model/days.ts';
import type { Duty } from '../../src/model/duty.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import type { StepFile } from '../../src/model/shapes/scenario.ts';
import { type Story, storyStep } from '../../src/model/story.ts';
import { inventedFiles } from '../../src/testing/invented-files.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const harbour = loadHarbour().agreement;

/** The harbour accord with one duty, to have the wreck located. */
function bound(duty: Partial<Duty>): Agreement {
  const located = harbour.events.get('wreck.located');
  if (located === undefined) throw new Error('The harbour accord has such an event.');
  const whole: Duty = {
    id: 'search',
    event: 'wreck.located',
    binds: ['guild'],
    by: null,
    within: null,
    from: '2031-01-01',
    claims: ['gazette-1.c7'],
    inference: null,
    basis: 'sourced',
    ...duty,
  };
  const events = new Map(harbour.events).set(located.id, { ...located, duties: [whole] });
  return { ...harbour, events };
}

type Told = Pick<StepFile, 'date' | 'event'> & Partial<StepFile>;

function story(...steps: Told[]): Story {
  const told = steps.map((step, index): StepFile => ({
    id: `step-${index + 1}`,
    title: 'A step',
    by: [],
    status: 'happened',
    claims: [],
    bearing: [],
    disputedBy: [],
    ...step,
  }));
  const scenario = { agreement: 'harbour', id: 'told', kind: 'projected', title: 'Told' } as const;
  const file = { ...scenario, summary: 'Told.', steps: told };
  return { scenario: file, steps: told.map((step) => storyStep(file, step)), inherited: 0 };
}

const range = (from: Day, to: Day = from): DayRange => ({ from, to });
const LOCATED = 'wreck.located';
const BEGAN = 'phase.oneBegan';

function inRun(moment: Moment, run: string) {
  const found = dutiesAt(moment, { runs: [run] })[0]?.runs[0];
  if (found === undefined) throw new Error('The duty is not there.');
  return found;
}

function statusAt(agreement: Agreement, told: Story, asOf: Day | null, run = 'reported') {
  return inRun(momentAt(agreement, told, { ...NOW, asOf }), run);
}

const PERIOD: Period = { count: 30, unit: 'days' };
const within = { ...PERIOD, of: BEGAN };

describe('a duty within a time', () => {
  const begun = story({ event: BEGAN, date: range('2031-01-05') });
  const agreement = bound({ within });

  it.each([
    ['2031-01-04', 'notRunning', null, null],
    ['2031-01-05', 'pending', 30, null],
    ['2031-02-03', 'pending', 1, null],
    ['2031-02-04', 'pending', 0, null],
    ['2031-02-05', 'overdue', null, 1],
    ['2031-03-01', 'overdue', null, 25],
  ] as const)('not met, as of %s is %s', (day, status, left, late) => {
    const found = statusAt(agreement, begun, day);
    expect([found.status, found.left, found.late]).toEqual([
      status,
      left === null ? null : { least: left, most: left },
      late === null ? null : { least: late, most: late },
    ]);
    if (status === 'overdue') expect(found.overdueSince).toEqual(range('2031-02-05'));
  });

  it.each([
    ['2031-02-04', 'met', null],
    ['2031-02-05', 'metLate', 1],
    ['2031-02-09', 'metLate', 5],
  ] as const)('met on %s is %s', (day, status, late) => {
    const told = story(
      { event: BEGAN, date: range('2031-01-05') },
      { event: LOCATED, date: range(day) },
    );
    const found = statusAt(agreement, told, null);
    expect([found.status, found.late]).toEqual([
      status,
      late === null ? null : { least: late, most: late },
    ]);
    expect(found.met?.step).toBe('step-2');
  });

  it('is due between two days where its time began between two', () => {
    const told = story({ event: BEGAN, date: range('2031-01-05', '2031-01-08') });
    for (const [day, possible] of [
      ['2031-01-04', ['notRunning']],
      ['2031-01-05', ['pending', 'notRunning']],
      ['2031-01-08', ['pending']],
      ['2031-02-04', ['pending']],
      ['2031-02-05', ['overdue', 'pending']],
      ['2031-02-07', ['overdue', 'pending']],
      ['2031-02-08', ['overdue']],
    ] as const)
      expect([day, statusAt(agreement, told, day).possible]).toEqual([day, possible]);
    const found = statusAt(agreement, told, '2031-02-06');
    expect([found.status, found.due, found.left, found.overdueSince]).toEqual([
      'unknown',
      range('2031-02-04', '2031-02-07'),
      { least: 0, most: 1 },
      range('2031-02-05', '2031-02-08'),
    ]);
  });

  it('stays met when it is undone, and its time when it begins anew', () => {
    const told = story(
      { event: BEGAN, date: range('2031-01-05') },
      { event: LOCATED, date: range('2031-01-20') },
      { event: 'wreck.givenUp', date: range('2031-02-20') },
      { event: LOCATED, date: range('2031-03-20') },
    );
    const undone = statusAt(agreement, told, '2031-02-25');
    expect([undone.status, undone.met?.isUndone]).toEqual(['met', true]);
    const again = statusAt(agreement, told, null);
    expect([again.status, again.met?.days, again.met?.isUndone]).toEqual([
      'met',
      range('2031-01-20'),
      false,
    ]);
  });

  it('is met by what happened before its time ran', () => {
    const told = story({ event: LOCATED, date: range('2031-01-02') });
    const found = statusAt(agreement, told, null);
    expect([found.status, found.due]).toEqual(['met', null]);
  });

  it('says what a step is that has not happened', () => {
    const told = story(
      { event: BEGAN, date: range('2031-01-05') },
      { event: LOCATED, date: range('2031-02-01'), status: 'expected' },
    );
    expect(statusAt(agreement, told, null).met?.status).toBe('expected');
  });
});

describe('a duty by a day', () => {
  it('of a range is due between its days', () => {
    const agreement = bound({ by: range('2031-02-04', '2031-02-06') });
    const nothing = story();
    expect(
      ['2031-02-04', '2031-02-05', '2031-02-06', '2031-02-07'].map(
        (day) => statusAt(agreement, nothing, day).possible,
      ),
    ).toEqual([['pending'], ['overdue', 'pending'], ['overdue', 'pending'], ['overdue']]);
  });

  it('does not bind before its first day', () => {
    const agreement = bound({ by: range('2031-02-04'), from: '2031-01-10' });
    const [before, on] = ['2031-01-09', '2031-01-10'].map((day) =>
      statusAt(agreement, story(), day),
    );
    expect([before?.status, before?.due, on?.status]).toEqual(['notRunning', null, 'pending']);
  });

  it('binds perhaps where its claim gives no day and may have been published', () => {
    const agreement = bound({ by: range('2031-02-04'), from: null });
    const [before, on] = ['2031-01-11', '2031-01-12'].map((day) =>
      statusAt(agreement, story(), day),
    );
    expect([before?.possible, on?.possible]).toEqual([['pending', 'notRunning'], ['pending']]);
  });

  it('is not known before a claim that states it had certainly been published', () => {
    const agreement = bound({ by: range('2031-02-04') });
    const at = (knownBy: Day) => dutiesAt(momentAt(agreement, story(), { ...NOW, knownBy }));
    expect(at('2031-01-11')).toEqual([]);
    expect(at('2031-01-12').map(({ claims }) => claims)).toEqual([['gazette-1.c7']]);
  });

  it('is not determined where nothing dates what happened', () => {
    const agreement = bound({ by: range('2031-02-04') });
    const undated = { event: LOCATED, date: undefined };
    const met = (...steps: Told[]) => statusAt(agreement, story(...steps), null).possible;
    const note = (day: Day): Told => ({ date: range(day), event: undefined });
    expect(met(undated)).toEqual(['metLate', 'met']);
    expect(met(note('2031-02-05'), undated)).toEqual(['metLate']);
    expect(met(undated, note('2031-02-04'))).toEqual(['met']);
    expect(met(note('2031-01-05'), undated, note('2031-02-05'))).toEqual(['metLate', 'met']);
  });
});

describe('a duty by the facts of each run', () => {
  const agreement = bound({ by: range('2031-02-04') });
  const told = story({
    event: LOCATED,
    date: range('2031-02-02'),
    disputedBy: [{ reading: 'northquay', claims: ['gazette-3.c4'] }],
  });

  it('is met by those who recognise what happened, and overdue by who denies it', () => {
    const moment = momentAt(agreement, told, { ...NOW, asOf: '2031-02-09' });
    const [found] = dutiesAt(moment);
    expect(found?.runs.map(({ run, status }) => [run, status])).toEqual([
      ['reported', 'met'],
      ['northquay', 'overdue'],
      ['southquay', 'met'],
      ['guild', 'met'],
    ]);
    expect(isAnyOverdue(dutiesAt(moment))).toBe(true);
    expect(isAnyOverdue(dutiesAt(moment, { runs: ['guild', 'charter'] }))).toBe(false);
  });

  it('is the mirror image when the denial is another party’s', () => {
    const swapped = story({
      event: LOCATED,
      date: range('2031-02-02'),
      disputedBy: [{ reading: 'southquay', claims: ['gazette-3.c4'] }],
    });
    const statuses = (each: Story) =>
      new Map(
        dutiesAt(momentAt(agreement, each, { ...NOW, asOf: '2031-02-09' }))[0]?.runs.map(
          ({ run, ...more }) => [run, more],
        ),
      );
    const [left, right] = [statuses(told), statuses(swapped)];
    expect(left.get('northquay')).toEqual(right.get('southquay'));
    expect(left.get('southquay')).toEqual(right.get('northquay'));
    expect(left.get('northquay')).not.toEqual(left.get('southquay'));
  });

  it('is asked about by whom it binds, groups and members along, and by its event', () => {
    const moment = momentAt(agreement, told, NOW);
    const ids = (asked: object) => dutiesAt(moment, asked).map(({ duty }) => duty.id);
    expect([
      ids({}),
      ids({ party: 'guild' }),
      ids({ party: 'northquay' }),
      ids({ event: LOCATED }),
      ids({ event: BEGAN }),
    ]).toEqual([['search'], ['search'], [], ['search'], []]);
  });
});

/** How a duty stands where all days are known: by the words of its definition. */
function crisp(due: Day | null, met: Day | null, day: Day): DutyStatus {
  if (due === null) return met === null ? 'notRunning' : 'met';
  if (met === null) return day <= due ? 'pending' : 'overdue';
  return met <= due ? 'met' : 'metLate';
}

const anyRange = fc
  .tuple(fc.nat({ max: 12 }), fc.nat({ max: 3 }))
  .map(([start, length]) => range(dayOf(start), dayOf(start + length)));

function dayOf(index: number): Day {
  return dayIn('2030-12-31', { count: index + 1, unit: 'days' });
}

function daysIn({ from, to }: DayRange): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) =>
    index === 0 ? from : dayIn(from, { count: index, unit: 'days' }),
  );
}

describe('how a duty may stand', () => {
  it('is every way in which it stands where all the days are picked, and no other', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.option(anyRange),
        fc.option(anyRange),
        fc.integer({ min: 1, max: 6 }),
        fc.nat({ max: 20 }),
        (start, met, count, today) => {
          const day = dayOf(today);
          const steps: Told[] = [
            ...(start === null ? [] : [{ event: BEGAN, date: start }]),
            ...(met === null ? [] : [{ event: LOCATED, date: met }]),
          ].toSorted((left, right) => (left.date.to < right.date.to ? -1 : 1));
          const agreement = bound({
            within: { count, unit: 'days', of: BEGAN },
            from: '2030-01-01',
          });
          const happened = (days: DayRange | null) =>
            days === null ? [null] : daysIn(days).map((each) => (each <= day ? each : null));
          const expected = new Set(
            happened(start).flatMap((began) =>
              happened(met).map((located) =>
                crisp(began === null ? null : dayIn(began, { count, unit: 'days' }), located, day),
              ),
            ),
          );
          const found = statusAt(agreement, story(...steps), day);
          expect(new Set(found.possible)).toEqual(expected);
          seen.add([...found.possible].join(' '));
        },
      ),
      { numRuns: 3000 },
    );
    expect([...seen].filter((each) => !each.includes(' ')).toSorted()).toEqual(
      ['met', 'metLate', 'notRunning', 'overdue', 'pending'].toSorted(),
    );
    expect(seen.size).toBeGreaterThan(8);
  });

  it('never goes back: what is overdue is overdue or met late on every later day', () => {
    fc.assert(
      fc.property(anyRange, anyRange, fc.integer({ min: 1, max: 6 }), (start, met, count) => {
        const told = story(
          ...[
            { event: BEGAN, date: start },
            { event: LOCATED, date: met },
          ].toSorted((left, right) => (left.date.to < right.date.to ? -1 : 1)),
        );
        const agreement = bound({ within: { count, unit: 'days', of: BEGAN } });
        const days = daysIn(range(dayOf(0), dayOf(24)));
        const possible = days.map((day) => statusAt(agreement, told, day).possible.join(' '));
        const since = possible.indexOf('overdue');
        expect(
          possible
            .slice(since < 0 ? days.length : since)
            .filter((each) => !['overdue', 'overdue metLate', 'metLate'].includes(each)),
        ).toEqual([]);
      }),
    );
  });
});

describe('duties of invented agreements', () => {
  it('are read from what is written, by the days around every edge', () => {
    const agreement = assembleAgreement(
      inventedFiles({
        regions: [
          { stages: 2, start: 0 },
          { stages: 2, start: 0 },
        ],
        events: [0, 1].map((home) => ({
          home,
          moves: [[0, 1]],
          also: [],
          isForward: true,
          isAgain: false,
          isAliased: false,
          isAssumed: false,
          controllers: null,
          changes: [],
          requirement: null,
          duties: [
            { binds: [0], by: null, unit: 2, count: 0, of: 0, from: '2031-01-15', claims: 8 },
            { binds: null, by: '2031-03-10', unit: 0, count: 0, of: 0, from: null, claims: 8 },
          ],
        })),
        holders: [],
        principals: [],
        positions: [],
      }),
    );
    const [first, second] = [...agreement.events.keys()];
    expect([...agreement.events.values()].flatMap(({ duties }) => duties)).toMatchObject([
      { id: first, within: { count: 1, unit: 'months', of: second }, basis: 'assumed' },
      { id: `${first}-2`, binds: null, by: range('2031-03-10') },
      { id: second, binds: ['north'] },
      { id: `${second}-2` },
    ]);
    for (const day of aroundDay('2031-03-10')) {
      const standings = dutiesAt(momentAt(agreement, story(), { ...NOW, asOf: day }));
      expect(standings[1]?.runs[0]?.status).toBe(day > '2031-03-10' ? 'overdue' : 'pending');
    }
  });
});

describe('a duty on what may happen again', () => {
  const day = fc.integer({ min: 0, max: 90 });
  const start = Date.UTC(2031, 0, 1);
  const dayAt = (index: number) => new Date(start + index * 86_400_000).toISOString().slice(0, 10);
  const told = fc
    .array(fc.record({ event: fc.constantFrom(BEGAN, LOCATED), at: day, wide: fc.nat(9) }), {
      maxLength: 6,
    })
    .map((steps) =>
      story(
        ...steps
          .toSorted((left, right) => left.at + left.wide - right.at - right.wide)
          .map(({ event, at, wide }) => ({ event, date: range(dayAt(at), dayAt(at + wide)) })),
      ),
    );

  /** The same agreement where both events may happen again from any stage that they lead to. */
  function again(agreement: Agreement): Agreement {
    const events = new Map(agreement.events);
    for (const id of [BEGAN, LOCATED]) {
      const event = events.get(id);
      if (event === undefined) throw new Error('The harbour accord has such an event.');
      const moves = Object.fromEntries(
        Object.entries(event.moves).map(([region, own]) => [
          region,
          { ...own, ...Object.fromEntries(Object.values(own).map((to) => [to, to])) },
        ]),
      );
      events.set(id, { ...event, moves, again: true });
    }
    return { ...agreement, events };
  }

  it.each([
    ['within a time', bound({ within })],
    ['by a day', bound({ by: range('2031-02-01') })],
  ])('counts its first happening, %s', (_, once) => {
    const often = again(once);
    fc.assert(
      fc.property(told, fc.option(day.map(dayAt)), (each, asOf) => {
        expect(statusAt(often, each, asOf)).toEqual(statusAt(once, each, asOf));
      }),
    );
  });
});
