import { describe, expect, it } from 'vitest';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { type Standing, standing } from '../../src/model/standing.ts';
import { tell } from '../../src/model/story.ts';
import { timelineOf, type TimelineEntry } from '../../src/answer/timeline.ts';
import { HARBOUR, type Subject, SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';

function storyOf({ scenarios }: Subject, id: string) {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}

/** All that a timeline follows of how an event stands. */
function followed({ possible, taken, requirement, parties, terms, verdict }: Standing) {
  return {
    verdict,
    possible: possible.answer,
    taken,
    requirement: requirement?.truth ?? null,
    readings: [...parties, ...terms].map((each) => ({
      reading: each.reading,
      verdict: each.verdict,
      unmet: each.unmet,
      objections: each.objections,
      held: each.statements.map(({ statement, isCertain }) => [statement.id, isCertain]),
    })),
  };
}

describe.each(SUBJECTS)('the timeline of every gate, in $name', (subject) => {
  const { agreement, scenarios } = subject;
  const gates = [...agreement.gates.values()];
  // Each scenario with two of the gates, so that every gate has its turn.
  const turns = [...scenarios.keys()].map((id, index) => ({
    id,
    some: [gates[index % gates.length], gates[(index * 4 + 1) % gates.length]].flatMap(
      (gate) => gate?.event ?? [],
    ),
  }));

  it.each(turns)('says on every day of $id what check says, for $some', ({ id, some }) => {
    const story = storyOf(subject, id);
    const runner = new Runner(agreement);
    const end = momentAt(agreement, story, NOW, runner).day ?? '';
    for (const event of some) {
      const entries = timelineOf(agreement, story, event);
      const begins = entries[0]?.day ?? '9999-12-31';
      for (const asOf of daysAround(agreement, story.steps)) {
        if (asOf < begins || asOf > end) continue;
        const last = entries.findLast(({ day }) => day !== null && day <= asOf);
        const found = standing(momentAt(agreement, story, { ...NOW, asOf }, runner), event);
        expect([asOf, event, last && followed(last.standing)]).toEqual([
          asOf,
          event,
          followed(found),
        ]);
      }
      const now = standing(momentAt(agreement, story, NOW, runner), event);
      const last = entries.at(-1);
      expect([event, last && followed(last.standing)]).toEqual([event, followed(now)]);
    }
  });

  it('has days in order, and a change on each', () => {
    for (const id of scenarios.keys()) {
      const story = storyOf(subject, id);
      for (const { event } of gates.slice(0, 3)) {
        const entries = timelineOf(agreement, story, event);
        const days = entries.map(({ day }) => day ?? '9999-12-31');
        expect(days).toEqual([...new Set(days)].toSorted());
        for (const { changed, changedAsReported } of entries)
          expect(changed.length > 0 || changedAsReported).toBe(true);
      }
    }
  });
});

describe('the timeline, by example', () => {
  const { agreement } = HARBOUR;
  const story = storyOf(HARBOUR, 'harbour-record');
  const told = (entries: readonly TimelineEntry[]) =>
    entries.map(({ day, standing: { verdict }, certain, possible, statements }) => [
      day,
      verdict,
      certain.map(({ id }) => id),
      possible.map(({ id }) => id),
      statements.map(({ statement, change }) => `${statement.reading} ${change}`),
    ]);

  it('has each change with its cause, on the first and the last day of what is not certain', () => {
    expect(told(timelineOf(agreement, story, 'phase.twoBegan'))).toEqual([
      ['2031-01-04', 'unknown', [], [], ['northquay perhaps', 'southquay perhaps']],
      ['2031-01-05', 'unknown', ['phase-one-begins'], [], []],
      ['2031-01-12', 'closed', [], [], ['northquay certain']],
      ['2031-02-14', 'contested', [], [], ['southquay certain']],
      ['2031-02-16', 'contested', ['phase-two-declared'], [], []],
    ]);
  });

  it('has the first day on which a step may have happened, and the last', () => {
    const entries = timelineOf(agreement, story, 'canal.offeredOneWay');
    expect(told(entries)).toEqual([
      // The day before any step: what stands before the first.
      ['2031-01-04', 'unstated', [], [], []],
      ['2031-01-06', 'unstated', [], ['one-way-offer'], []],
      ['2031-01-08', 'unstated', ['one-way-offer'], [], []],
    ]);
    expect(entries.map((entry) => entry.standing.possible.answer)).toEqual([true, null, false]);
    expect(entries.map((entry) => entry.changed.length > 0)).toEqual([true, false, false]);
  });

  it('follows one reading alone where it is asked to', () => {
    const entries = timelineOf(agreement, story, 'phase.twoBegan', { readings: ['southquay'] });
    expect(entries.map(({ day, changed }) => [day, changed])).toEqual([
      ['2031-01-04', ['southquay']],
      // That it can happen from then on is no reading's.
      ['2031-01-05', []],
      ['2031-02-14', ['southquay']],
      ['2031-02-16', ['southquay']],
    ]);
    expect(
      entries.flatMap(({ statements }) => statements.map(({ statement }) => statement.reading)),
    ).toEqual(['southquay', 'southquay']);
  });

  it('looks no further than the day that is asked about, and knows what was out by then', () => {
    const days = (asked: { asOf?: string; knownBy?: string }) =>
      timelineOf(agreement, story, 'phase.twoBegan', asked).map(({ day }) => day);
    expect(days({ asOf: '2031-02-14' })).toEqual([
      '2031-01-04',
      '2031-01-05',
      '2031-01-12',
      '2031-02-14',
    ]);
    expect(days({ asOf: '2031-02-13' })).toEqual(['2031-01-04', '2031-01-05', '2031-01-12']);
    // The second paper is certainly out on 14 February, and the third, which reports the declaration, on 2 March.
    expect(days({ knownBy: '2031-02-13' })).toEqual(['2031-01-04', '2031-01-05', '2031-01-12']);
    expect(days({ knownBy: '2031-02-14' })).toEqual([
      '2031-01-04',
      '2031-01-05',
      '2031-01-12',
      '2031-02-14',
    ]);
    expect(days({ knownBy: '2031-02-20' })).toEqual([
      '2031-01-04',
      '2031-01-05',
      '2031-01-12',
      '2031-02-14',
    ]);
  });

  it('ends with the steps that nothing dates', () => {
    const sequence = storyOf(HARBOUR, 'guild-sequence');
    const entries = timelineOf(agreement, sequence, 'phase.settled');
    expect(entries.at(-1)).toMatchObject({
      day: null,
      changed: ['guild'],
      certain: [{ id: 'inspectors-arrive' }],
    });
  });
});
