import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { type Story, tell } from '../../src/model/story.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { checkGates } from '../../src/answer/check.ts';
import { timelineOf, type TimelineEntry } from '../../src/answer/timeline.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { anyStory } from '../model/any-story.ts';
import { SUBJECTS } from '../model/subjects.ts';
import { boundaries, daysAround } from './boundary-days.ts';
import {
  judgesAlike,
  momentAgrees,
  outcomesAt,
  playAgrees,
  saysAlike,
  stepAgrees,
  timelineAgrees,
  unmetAgrees,
  whatIfAgrees,
  whyAgrees,
} from './consistency.ts';

/**
 * Holds every answer about a moment to the judgement, and gives what it came to. What costs much takes turns: each gate,
 * each region and each run has its own, day by day.
 */
function agrees(
  moment: Moment,
  lines: ReadonlyMap<string, readonly TimelineEntry[]>,
  runner: Runner,
  turn: number,
): string[] {
  const gates = checkGates(moment);
  const outcomes = outcomesAt(moment);
  const more: string[] = [];
  for (const found of gates) {
    judgesAlike(found);
    saysAlike(found, turn);
    more.push(...unmetAgrees(found));
    timelineAgrees(lines.get(found.event.id), found);
    stepAgrees(found, outcomes.get(found.event.id) ?? {}, runner);
  }
  const { agreement } = moment;
  const gate = gates[turn % gates.length];
  if (gate !== undefined) whatIfAgrees(gate, runner);
  const regions = [...agreement.regions.keys()];
  whyAgrees(
    moment,
    gates,
    regions.filter((_, index) => index % 5 === turn % 5),
  );
  const runs = [...agreement.readings.keys(), REPORTED];
  if (turn % 4 === 0) momentAgrees(moment, gates, runs[(turn / 4) % runs.length] ?? REPORTED);
  return [
    ...more,
    ...gates.flatMap(({ verdict, parties }) => [
      `overall ${verdict}`,
      ...parties.map((party) => `party ${party.verdict}`),
    ]),
  ];
}

/** The timelines of one gate in so many, each in its turn. */
function timelines(
  agreement: Agreement,
  story: Story,
  { every, turn, knownBy = null }: { every: number; turn: number; knownBy?: string | null },
) {
  const gates = [...agreement.gates.values()].filter((_, index) => index % every === turn % every);
  return new Map(
    gates.map(({ event }) => [
      event,
      timelineOf(agreement, story, event, { knownBy, asOf: '2099-12-31' }),
    ]),
  );
}

const seen = new Set<string>();

describe.each(SUBJECTS)('every answer, in $name', ({ agreement, scenarios }) => {
  const runner = new Runner(agreement);

  it.each([...scenarios.keys()])('is one story on every day of %s', (id) => {
    const scenario = scenarios.get(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const story = tell(scenario, scenarios);
    // What a scenario inherits is looked at day by day where it is written.
    const isWhole = scenario.branchesFrom === undefined;
    const lines = timelines(agreement, story, { every: isWhole ? 1 : 5, turn: id.length });
    const days = daysAround(agreement, isWhole ? story.steps : story.steps.slice(story.inherited));
    const looked = days.filter((_, index) => isWhole || index % 6 === id.length % 6);
    for (const [turn, asOf] of looked.entries()) {
      const moment = momentAt(agreement, story, { ...NOW, asOf }, runner);
      const verdicts = agrees(moment, lines, runner, turn);
      expect(verdicts).not.toEqual([]);
      for (const verdict of verdicts) seen.add(verdict);
    }
    playAgrees(momentAt(agreement, story, NOW, runner));
  });

  it('is one story by whatever was known', () => {
    const [scenario] = scenarios.values();
    if (scenario === undefined) throw new Error('There is no scenario.');
    const story = tell(scenario, scenarios);
    const edges = agreement.sources.flatMap(({ published: { from, to } }) => [from, to]);
    const days = boundaries(agreement, story.steps);
    for (const [turn, knownBy] of [...new Set(edges)].toSorted().entries()) {
      const lines = timelines(agreement, story, { every: 5, turn, knownBy });
      const earlier = days.filter((day, index) => day < knownBy && index % 7 === turn % 7);
      for (const [index, asOf] of [knownBy, ...earlier].entries()) {
        const moment = momentAt(agreement, story, { ...NOW, asOf, knownBy }, runner);
        expect(agrees(moment, lines, runner, turn + index)).not.toEqual([]);
      }
      playAgrees(momentAt(agreement, story, { ...NOW, knownBy }, runner));
    }
  });
});

describe('the answers that were held to each other', () => {
  it('had every verdict among them', () => {
    const verdicts = ['open', 'closed', 'unknown', 'unstated', 'passed'];
    expect([...seen].toSorted()).toEqual(
      [
        ...verdicts.map((verdict) => `party ${verdict}`),
        ...[...verdicts, 'contested'].map((verdict) => `overall ${verdict}`),
        'more in the way than would do',
      ].toSorted(),
    );
  });
});

describe('every answer, in agreements that nobody has written', () => {
  it('is one story at any moment of any story', () => {
    const met = new Set<string>();
    const size = { regions: { min: 2, max: 4 }, events: { min: 2, max: 6 } };
    const told = anyAgreement(size)
      .filter(({ gates }) => gates.size > 0)
      .chain((agreement) => fc.tuple(fc.constant(agreement), anyStory(agreement), fc.nat(99)));
    fc.assert(
      fc.property(told, ([agreement, { steps }, turn]) => {
        const runner = new Runner(agreement);
        const scenario: ScenarioFile = {
          agreement: agreement.id,
          id: 'any-story',
          kind: 'hypothetical',
          title: 'Any story',
          summary: 'Any story.',
          steps: [],
        };
        const story: Story = { scenario, steps, inherited: 0 };
        const lines = timelines(agreement, story, { every: 1, turn: 0 });
        const days = daysAround(agreement, steps).filter((_, index) => index % 5 === turn % 5);
        for (const [index, asOf] of days.entries()) {
          const moment = momentAt(agreement, story, { ...NOW, asOf }, runner);
          for (const verdict of agrees(moment, lines, runner, turn + index)) met.add(verdict);
        }
        playAgrees(momentAt(agreement, story, NOW, runner));
      }),
      { numRuns: 40 },
    );
    for (const verdict of ['open', 'closed', 'unknown', 'unstated', 'passed'])
      expect([...met]).toContain(`party ${verdict}`);
    expect([...met]).toContain('overall contested');
  });
});
