import { describe, expect, it } from 'vitest';
import { tell } from '../../src/model/story.ts';
import { checkGate } from '../../src/answer/check.ts';
import { compareStories } from '../../src/answer/diff.ts';
import { NOW, standAt } from '../../src/answer/standing.ts';
import { timelineOf } from '../../src/answer/timeline.ts';
import { Runner } from '../../src/model/runner.ts';
import { SHIPPED, type Subject, SUBJECTS } from '../model/subjects.ts';

function storyOf({ scenarios }: Subject, id: string) {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}

describe.each(SUBJECTS)('the timeline of every gate, in $name', (subject) => {
  const { agreement, scenarios } = subject;

  // Each scenario with two of the gates, so that every gate has its turn.
  const gates = [...agreement.gates.keys()];
  const turns = [...scenarios.keys()].map((id, index) => ({
    id,
    some: [gates[index % gates.length] ?? '', gates[(index * 4 + 1) % gates.length] ?? ''],
  }));

  it.each(turns)('agrees with check on each day of $id, for $some', ({ id, some }) => {
    const story = storyOf(subject, id);
    const runner = new Runner(agreement);
    for (const gate of some) {
      for (const entry of timelineOf(agreement, story, gate)) {
        const standing = standAt(agreement, story, { ...NOW, asOf: entry.day }, runner);
        const check = checkGate(standing, gate);
        const said = check.readings.map(({ reading, verdict, blocking }) => ({
          reading,
          verdict,
          blocking,
        }));
        expect([entry.day, entry.verdict]).toEqual([entry.day, check.verdict]);
        expect(entry.readings).toMatchObject(said);
        expect(entry.readings).toHaveLength(said.length);
      }
    }
  });

  it('misses no change between its days', () => {
    const story = storyOf(subject, [...scenarios.keys()][0] ?? '');
    const runner = new Runner(agreement);
    const end = Date.parse(agreement.recordEnds);
    const days = Array.from({ length: 45 }, (_, back) =>
      new Date(end - back * 2 * 86_400_000).toISOString().slice(0, 10),
    );
    for (const gate of gates.slice(0, 3)) {
      const entries = timelineOf(agreement, story, gate).filter(({ day }) => day !== null);
      // It begins where the story does: what nobody disputes closes some gates before that.
      const first = entries[0]?.day ?? '';
      for (const day of days.filter((other) => other >= first)) {
        const last = entries.findLast((entry) => (entry.day ?? '') <= day);
        const check = checkGate(standAt(agreement, story, { ...NOW, asOf: day }, runner), gate);
        expect([day, gate, last?.verdict]).toEqual([day, gate, check.verdict]);
      }
    }
  });

  it('has days in order, and a change on each', () => {
    const story = storyOf(subject, [...scenarios.keys()][0] ?? '');
    for (const gate of gates.slice(0, 4)) {
      const entries = timelineOf(agreement, story, gate);
      const days = entries.map(({ day }) => day ?? '9999-12-31');
      expect(days).toEqual(days.toSorted());
      for (const { readings } of entries)
        expect(readings.some(({ changed }) => changed)).toBe(true);
    }
  });
});

describe('the timeline, by example', () => {
  const entries = timelineOf(SHIPPED.agreement, storyOf(SHIPPED, 'record'), 'phaseTwo', [
    'israel',
    'hamas',
  ]);

  it('has phase two contested from mid-December, by the reported demand, and again by January', () => {
    const told = entries.map(({ day, verdict, statements }) => [
      day,
      verdict,
      statements.map(({ reading, leaf }) => `${reading} ${leaf ?? ''}`.trim()),
    ]);
    expect(told[1]).toEqual(['2025-12-14', 'contested', ['israel bodyRecovered', 'hamas']]);
    expect(told.at(-1)).toEqual([
      '2026-01-25',
      'contested',
      ['israel livingReleased', 'israel deadReturned'],
    ]);
    expect(entries.at(-1)?.readings).toMatchObject([
      { reading: 'israel', verdict: 'closed', blocking: [['deadReturned']], changed: true },
      { reading: 'hamas', verdict: 'passed', changed: true },
    ]);
    expect(entries.at(-1)?.steps).toContain('phase-two-reported');
  });
});

describe.each(SUBJECTS)('differences between stories, in $name', (subject) => {
  const { agreement, scenarios } = subject;
  const ids = [...scenarios.keys()];

  it.each(ids.map((id) => ({ id })))('$id does not differ from itself', ({ id }) => {
    const story = storyOf(subject, id);
    expect(compareStories(agreement, story, story)).toMatchObject({
      shared: story.steps.length,
      onlyLeft: [],
      onlyRight: [],
      stages: [],
      gates: [],
      events: [],
    });
  });

  it('come out the other way about when the two are swapped', () => {
    const pairs = ids.flatMap((left, index) =>
      ids.slice(index + 1, index + 2).map((right) => [left, right]),
    );
    for (const [left = '', right = ''] of pairs) {
      const there = compareStories(agreement, storyOf(subject, left), storyOf(subject, right));
      const back = compareStories(agreement, storyOf(subject, right), storyOf(subject, left));
      const turned = <T extends { left: unknown; right: unknown }>(entries: readonly T[]) =>
        entries.map((entry) => ({ ...entry, left: entry.right, right: entry.left }));
      expect(back.shared).toBe(there.shared);
      expect(back.onlyLeft).toEqual(there.onlyRight);
      expect(turned(back.stages)).toEqual(there.stages);
      expect(turned(back.gates)).toEqual(there.gates);
      expect(turned(back.events)).toEqual(there.events);
    }
  });
});

describe('differences, by example', () => {
  it('are what the hand-over of the remains brings about', () => {
    const [record, sequence] = [storyOf(SHIPPED, 'record'), storyOf(SHIPPED, 'israel-sequence')];
    const difference = compareStories(SHIPPED.agreement, record, sequence);
    expect(difference.shared).toBe(record.steps.length);
    expect(difference.onlyRight.map((step) => step.id)).toEqual([
      'remains-recovered',
      'remains-handed-over',
      'rafah-opened',
      'phase-two-entered',
    ]);
    expect(difference.stages).toContainEqual({
      run: 'israel',
      region: 'phase',
      left: 'phaseOne',
      right: 'phaseTwo',
    });
    expect(difference.gates).toContainEqual({
      gate: 'rafahOpening',
      reading: 'israel',
      left: { verdict: 'closed', blocking: [['remainsFirst']] },
      right: { verdict: 'passed', blocking: [] },
    });
  });
});
