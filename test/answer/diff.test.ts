import { describe, expect, it } from 'vitest';
import { momentAt, NOW, type Viewpoint } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import type { StepFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import { asText } from '../../src/draw/text.ts';
import { diffJson } from '../../src/explain/diff-json.ts';
import { gateSections } from '../../src/explain/difference-text.ts';
import { diffOutput } from '../../src/explain/shapes/diff.ts';
import { compareMoments, holdsOf, standsDifferently } from '../../src/answer/diff.ts';
import { beside } from '../../src/answer/matched-steps.ts';
import { HARBOUR, RICH, type Subject, SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';

function momentOf(
  { agreement, scenarios }: Subject,
  id: string,
  viewpoint: Partial<Viewpoint> = {},
) {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return momentAt(agreement, tell(scenario, scenarios), { ...NOW, ...viewpoint });
}

describe.each(SUBJECTS)('differences, in $name', (subject) => {
  const { agreement, scenarios } = subject;
  const ids = [...scenarios.keys()];

  it.each(ids.map((id) => ({ id })))('of $id with itself are none', ({ id }) => {
    const story = momentOf(subject, id).story;
    const runner = new Runner(agreement);
    const days = daysAround(agreement, story.steps).filter((_, index) => index % 20 === 5);
    for (const asOf of [null, ...days]) {
      const [left, right] = [0, 1].map(() => momentAt(agreement, story, { ...NOW, asOf }, runner));
      if (left === undefined || right === undefined) throw new Error('There is no moment.');
      const difference = compareMoments(left, right);
      expect(difference).toMatchObject({
        steps: { shared: left.played.steps.length, onlyLeft: [], onlyRight: [] },
        judged: [],
        stages: [],
        verdicts: [],
        gates: [],
        events: [],
      });
      expect(difference.steps.both.map(({ isMoved }) => isMoved)).not.toContain(true);
      expect(standsDifferently(difference)).toBe(false);
    }
  });

  it('come out the other way about when the two are swapped', () => {
    const turned = <T extends { left: unknown; right: unknown }>(entries: readonly T[]) =>
      entries.map((entry) => ({ ...entry, left: entry.right, right: entry.left }));
    for (const [index, id] of ids.slice(1).entries()) {
      const [left, right] = [momentOf(subject, ids[index] ?? ''), momentOf(subject, id)];
      const there = compareMoments(left, right);
      const back = compareMoments(right, left);
      expect(back.steps.shared).toBe(there.steps.shared);
      expect(back.steps.onlyLeft).toEqual(there.steps.onlyRight);
      expect(back.steps.onlyRight).toEqual(there.steps.onlyLeft);
      expect(turned(back.stages)).toEqual(there.stages);
      expect(turned(back.verdicts)).toEqual(there.verdicts);
      expect(turned(back.gates)).toEqual(there.gates);
      expect(turned(back.events)).toEqual(there.events);
    }
  });
});

const { agreement, scenarios } = HARBOUR;

/** A scenario of events, each under an id of its own. */
function sequence(id: string, ...events: readonly string[]) {
  const steps = events.map((event, index): StepFile => ({
    ...EMPTY_STEP,
    id: `${id}-${index + 1}`,
    title: event,
    event,
  }));
  const scenario = {
    agreement: 'harbour',
    id,
    kind: 'hypothetical' as const,
    title: id,
    summary: id,
    steps,
  };
  return momentAt(agreement, tell(scenario, scenarios), NOW);
}

describe('two sequences', () => {
  const stepsOf = (left: readonly string[], right: readonly string[]) => {
    const { steps } = compareMoments(sequence('one', ...left), sequence('two', ...right));
    const names = (played: readonly { step: { title: string } }[]) =>
      played.map(({ step }) => step.title);
    return {
      onlyLeft: names(steps.onlyLeft),
      onlyRight: names(steps.onlyRight),
      moved: steps.both.filter(({ isMoved }) => isMoved).map(({ left: { step } }) => step.title),
      shared: steps.shared,
    };
  };

  it('are matched by what their steps do, under whatever ids', () => {
    const events = ['phase.oneBegan', 'envoys.met', 'wreck.located'];
    expect(stepsOf(events, events)).toEqual({ onlyLeft: [], onlyRight: [], moved: [], shared: 3 });
  });

  it('differ in what only one has', () => {
    expect(
      stepsOf(
        ['phase.oneBegan', 'envoys.met', 'wreck.located'],
        ['phase.oneBegan', 'wreck.located', 'inspectors.invited'],
      ),
    ).toEqual({
      onlyLeft: ['envoys.met'],
      onlyRight: ['inspectors.invited'],
      moved: [],
      shared: 1,
    });
  });

  it('differ in the fewest steps that come at another place', () => {
    expect(
      stepsOf(
        ['phase.oneBegan', 'envoys.met', 'wreck.located', 'inspectors.invited'],
        ['wreck.located', 'phase.oneBegan', 'envoys.met', 'inspectors.invited'],
      ),
    ).toEqual({ onlyLeft: [], onlyRight: [], moved: ['wreck.located'], shared: 0 });
  });

  it('match what happens several times turn by turn', () => {
    expect(
      stepsOf(
        ['canal.offeredOneWay', 'canal.shut', 'canal.offeredOneWay', 'canal.shut'],
        ['canal.offeredOneWay', 'canal.shut', 'canal.offeredOneWay'],
      ),
    ).toEqual({ onlyLeft: ['canal.shut'], onlyRight: [], moved: [], shared: 3 });
  });
});

describe('differences, by example', () => {
  const ids = (played: readonly { step: { id: string } }[]) => played.map(({ step }) => step.id);

  it('between two days of one scenario are what came between them', () => {
    const [before, after] = ['2031-02-15', '2031-02-16'].map((asOf) =>
      momentOf(HARBOUR, 'harbour-record', { asOf }),
    );
    if (before === undefined || after === undefined) throw new Error('There is no moment.');
    const difference = compareMoments(before, after);
    expect(ids(difference.steps.onlyLeft)).toEqual([]);
    expect(ids(difference.steps.onlyRight)).toEqual(['phase-two-declared']);
    expect(difference.verdicts).toEqual([]);
    expect(
      difference.gates.map(({ gate, reading, left, right }) => [
        gate.id,
        reading,
        left.verdict,
        right.verdict,
      ]),
    ).toEqual([
      ['phaseTwo', 'southquay', 'open', 'passed'],
      ['canalOpening', 'charter', 'closed', 'open'],
    ]);
    expect(difference.stages.map(({ run, region }) => [run, region])).toEqual(
      ['southquay', 'guild', 'charter', 'reported'].map((run) => [run, 'phase']),
    );
  });

  it('tell a step that may have happened from one that has', () => {
    const [before, after] = ['2031-01-07', '2031-01-08'].map((asOf) =>
      momentOf(HARBOUR, 'harbour-record', { asOf }),
    );
    if (before === undefined || after === undefined) throw new Error('There is no moment.');
    const { steps, stages } = compareMoments(before, after);
    expect(
      steps.both
        .filter(({ left, right }) => left.isCertain !== right.isCertain)
        .map(({ left, right }) => [left.step.id, left.isCertain, right.isCertain]),
    ).toEqual([['one-way-offer', false, true]]);
    expect(stages.map(({ run, left, right }) => [run, left.possible, right.possible])).toEqual(
      [...agreement.readings.keys(), 'reported'].map((run) => [
        run,
        ['shut', 'oneWayOffered'],
        ['oneWayOffered'],
      ]),
    );
  });

  it('between what was known by two days are what was published between them', () => {
    const [before, after] = ['2031-03-01', '2031-03-02'].map((knownBy) =>
      momentOf(HARBOUR, 'harbour-record', { knownBy, asOf: '2031-03-02' }),
    );
    if (before === undefined || after === undefined) throw new Error('There is no moment.');
    const { steps, gates } = compareMoments(before, after);
    expect(ids(steps.onlyRight)).toEqual([
      'envoys-meet',
      'phase-two-declared',
      'wreck-located',
      'inspectors-invited',
      'wreck-first',
    ]);
    expect(
      gates.find(({ reading, gate }) => reading === 'northquay' && gate.id === 'canalOpening'),
    ).toMatchObject({ left: { verdict: 'unstated' }, right: { verdict: 'closed' } });
  });

  it('are what is held as well where the verdict stays what it was', () => {
    const [before, after] = ['2025-12-31', '2026-01-24'].map((asOf) =>
      momentOf(RICH, 'record', { asOf }),
    );
    if (before === undefined || after === undefined) throw new Error('There is no moment.');
    const difference = compareMoments(before, after);
    const row = difference.gates.find(
      ({ reading, gate }) => reading === 'israel' && gate.id === 'rafahOpening',
    );
    expect([row?.left.verdict, row?.right.verdict]).toEqual(['closed', 'closed']);
    expect([row?.left, row?.right].map((party) => party && holdsOf(party).length)).toEqual([1, 2]);
    const sides = { left: 'then', right: 'now' };
    const said = asText(gateSections(difference, sides), Infinity).join('\n');
    expect(said).toContain('); objects\n');
    expect(said).toContain('); perhaps objects, perhaps asks for');
    const json = diffOutput.parse(diffJson(difference)).gates;
    expect(json.map(({ left, right }) => JSON.stringify(left) === JSON.stringify(right))).toEqual(
      json.map(() => false),
    );
  });

  it('between a scenario and a branch off it are what the branch changed', () => {
    const record = momentOf(HARBOUR, 'harbour-record');
    const difference = compareMoments(record, momentOf(HARBOUR, 'canal-opens-early'));
    expect(difference.steps.shared).toBe(4);
    expect(ids(difference.steps.onlyRight)).toEqual(['tolls-off', 'canal-opens', 'tolls-shared']);
    // What is played on afterwards is the same steps, and none has moved.
    expect(difference.steps.both).toHaveLength(record.story.steps.length);
    expect(difference.steps.both.some(({ isMoved }) => isMoved)).toBe(false);
    expect(standsDifferently(difference)).toBe(true);
  });
});

describe('beside a step of another story', () => {
  const stepsOf = (id: string) => momentOf(HARBOUR, id).story.steps;

  it('a story stands after the latest step that both have by then', () => {
    const [record, early] = [stepsOf('harbour-record'), stepsOf('canal-opens-early')];
    const at = early.findIndex(({ id }) => id === 'canal-opens');
    expect(record[beside(record, early, at)]?.id).toBe('envoys-meet');
    expect(early[beside(early, record, record.length - 1)]?.id).toBe('wreck-first');
    expect(beside(record, [], 0)).toBe(-1);
  });
});
