import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Levels, levelsOf } from '../../src/answer/levels.ts';
import { timelineOf } from '../../src/answer/timeline.ts';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import { type Day, dayAfter, dayNumber, dayOfNumber } from '../../src/model/days.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { storyStep } from '../../src/model/story.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { asText } from '../../src/draw/text.ts';
import { timelineText } from '../../src/explain/timeline-text.ts';
import { inventedStory } from '../explain/moments.ts';
import { invented, type Written } from '../model/invented-positions.ts';

const FIRST = dayNumber('2031-03-01');
const DAYS = 60;

/** Each day with what every provision stood at, told by periods of any length. */
function dayByDay({ periods, rows }: Levels): Record<Day, unknown> {
  return Object.fromEntries(
    periods.flatMap(({ from, to }, index) => {
      const stands = rows.map(({ cells }) => [cells[index]?.level, cells[index]?.stages]);
      const length = dayNumber(to) - dayNumber(from) + 1;
      return Array.from({ length }, (_, after) => [dayOfNumber(dayNumber(from) + after), stands]);
    }),
  );
}

const range = fc
  .tuple(fc.nat({ max: DAYS }), fc.nat({ max: DAYS }))
  .map(([one, other]) => [one, other].toSorted((a, b) => a - b).map((day) => FIRST + day))
  .map(([from = 0, to = 0]) => ({ from: dayOfNumber(from), to: dayOfNumber(to) }));

/** What the keeper holds on the dock, one thing after the other, each with its days. */
const positions = fc
  .array(fc.tuple(range, fc.constantFrom('objects', 'backs')), { minLength: 1, maxLength: 2 })
  .map((all) =>
    all.map(([{ from, to }, stance], index): Written => {
      const held = stance === 'objects' ? { objects: `no${index}` } : { backs: true as const };
      return { ...held, from, until: to, claims: ['paper.c2'] };
    }),
  );

const steps = fc
  .array(fc.tuple(range, fc.constantFrom('dock.opened', 'lock.opened', 'dock.closed')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all
      .toSorted(([a], [b]) => (a.to < b.to ? -1 : Number(a.to > b.to)))
      .map(([date, event], index) =>
        storyStep(
          { id: 'invented' },
          { ...EMPTY_STEP, id: `step-${index}`, title: event, date, event },
        ),
      ),
  );

it('a timeline says of every day what is so on it, whatever changed within the days of a step', () => {
  const asks = { id: 'dockOpen', region: 'dock', stages: ['open'] };
  let changesWithin = 0;
  fc.assert(
    fc.property(positions, steps, (held, written) => {
      const agreement = invented(held, { 'lock.opened': [{ asks, claims: ['paper.c2'] }] });
      const story = inventedStory(agreement, written);
      const edges = written.flatMap(({ date }) => (date === null ? [] : [date.from, date.to]));
      const entries = timelineOf(agreement, story, 'lock.opened');
      const end = momentAt(agreement, story, NOW).day ?? '';
      for (let day = entries[0]?.day ?? end; day <= end; day = dayAfter(day)) {
        const said = entries.findLast((entry) => (entry.day ?? '') <= day)?.standing.verdict;
        const moment = momentAt(agreement, story, { ...NOW, asOf: day });
        expect([day, said]).toEqual([day, standing(moment, 'lock.opened').verdict]);
      }
      changesWithin += entries.filter((entry) => !edges.includes(entry.day ?? '')).length;
    }),
    { numRuns: 40 },
  );
  expect(changesWithin).toBeGreaterThan(0);
});

it('a timeline says of a change by no step and nothing held on its event what it is by', () => {
  const asks = { id: 'dockOpen', region: 'dock', stages: ['open'] };
  const held: Written = {
    objects: 'no',
    from: '2031-03-01',
    until: '2031-04-02',
    claims: ['paper.c2'],
  };
  const agreement = invented([held], { 'lock.opened': [{ asks, claims: ['paper.c2'] }] });
  const date = { from: '2031-03-01', to: '2031-04-04' };
  const step = { ...EMPTY_STEP, id: 'opened', title: 'It opens', date, event: 'dock.opened' };
  const story = inventedStory(agreement, [storyStep({ id: 'invented' }, step)]);
  const entries = timelineOf(agreement, story, 'lock.opened');
  const lines = asText(timelineText(agreement, story, 'lock.opened', entries), Infinity);
  const row = lines.findIndex((each) => each.startsWith('3 Apr 2031'));
  expect(lines.slice(row, row + 2).join('\n')).toMatch(
    /what a party holds on a step that may have happened by then$/,
  );
});

it('levels by change say of every day what they say day by day', () => {
  let changesWithin = 0;
  fc.assert(
    fc.property(positions, steps, (held, story) => {
      const agreement = invented(held);
      const end = momentAt(agreement, inventedStory(agreement, story), NOW);
      const edges = story.flatMap(({ date }) => (date === null ? [] : [date.from, date.to]));
      for (const run of ['keeper', REPORTED]) {
        const [changes, days] = (['change', 'day'] as const).map((every) =>
          levelsOf(end, every, run),
        );
        if (!changes || !days) throw new Error('There are too many periods.');
        expect(dayByDay(changes)).toEqual(dayByDay(days));
        changesWithin += changes.periods.filter(({ from }) => !edges.includes(from)).length;
      }
    }),
    { numRuns: 40 },
  );
  expect(changesWithin).toBeGreaterThan(0);
});
