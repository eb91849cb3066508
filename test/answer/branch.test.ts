import { describe, expect, it } from 'vitest';
import { asCertain, play } from '../../src/model/run.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import {
  addStep,
  duplicate,
  forkAt,
  laterSteps,
  removeLastStep,
  rename,
  standingAlone,
  stepIdsOf,
  withReplay,
} from '../../src/answer/branch.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios } = loadHarbour();
const name = { id: 'mine', title: 'What if?' };
const storyOf = (id: string) => told(scenarios.get(id) ?? missing(id));
const told = (scenario: ScenarioFile, more: readonly ScenarioFile[] = []) =>
  tell(
    scenario,
    new Map([...scenarios, ...[...more, scenario].map((each) => [each.id, each] as const)]),
  );
const record = storyOf('harbour-record');

function missing(id: string): never {
  throw new Error(`There is no scenario ${id}.`);
}

describe('forking', () => {
  it('refers to the step, and tells the same steps up to it', () => {
    const draft = forkAt(agreement, record, 3, name);
    expect(draft).toMatchObject({
      kind: 'hypothetical',
      branchesFrom: { scenario: 'harbour-record', step: 'envoys-meet' },
      steps: [],
    });
    expect(told(draft).steps).toEqual(record.steps.slice(0, 4));
    expect(scenarioFile.parse(draft)).toEqual(draft);
  });

  it.each(
    [...scenarios.keys()].flatMap((id) => storyOf(id).steps.map((_, at) => [id, at] as const)),
  )('of %s at step %i keeps the past as it is told there', (id, at) => {
    const story = storyOf(id);
    const draft = forkAt(agreement, story, at, name);
    const ids = (steps: readonly { scenario: string; id: string }[]) =>
      steps.map((step) => `${step.scenario} ${step.id}`);
    expect(ids(told(draft).steps)).toEqual(ids(story.steps.slice(0, at + 1)));
    const step = story.steps[at];
    const isOwn = at >= story.inherited;
    expect(draft.branchesFrom?.scenario).toBe(isOwn ? id : step?.scenario);
  });

  it('refers to the told scenario behind replayed steps, whose own scenario has another past', () => {
    const story = storyOf('canal-opens-early');
    const last = story.steps.length - 1;
    expect(story.steps[last]?.scenario).toBe('harbour-record');
    expect(forkAt(agreement, story, last, name).branchesFrom?.scenario).toBe('canal-opens-early');
  });

  it('starts before the first step where the agreement starts, on the day the story starts', () => {
    const draft = forkAt(agreement, record, -1, name);
    expect(draft.branchesFrom).toBeUndefined();
    const played = play(agreement, asCertain(told(draft).steps));
    expect(played.steps.map((step) => step.day)).toEqual(['2031-01-05']);
    expect(played.steps[0]?.states).toEqual(played.start);
    expect(removeLastStep(draft)).toBe(draft);
    const replayed = withReplay(draft, laterSteps(record, -1));
    expect(
      told(replayed)
        .steps.slice(1)
        .map((step) => step.id),
    ).toEqual(record.steps.map((step) => step.id));
  });
});

describe('steps of a branch', () => {
  const draft = forkAt(agreement, record, 3, name);
  const taken = stepIdsOf(scenarios.values());

  it('are added with ids and titles from the data, and taken off again', () => {
    const opened = addStep(draft, { kind: 'event', event: 'canal.opened' }, agreement, taken);
    expect(opened.steps).toEqual([
      expect.objectContaining({
        id: 'canal-opened',
        title: agreement.events.get('canal.opened')?.title,
        status: 'assumed',
        event: 'canal.opened',
      }),
    ]);
    expect(opened.summary).toBe('Assumed: The canal opens both ways.');
    expect(removeLastStep(opened)).toEqual(draft);
    const twice = addStep(opened, { kind: 'event', event: 'canal.opened' }, agreement, taken);
    expect(twice.steps.map((step) => step.id)).toEqual(['canal-opened', 'canal-opened-2']);
  });

  it('avoid the ids of every scenario at hand', () => {
    const canal = addStep(
      draft,
      { kind: 'event', event: 'canal.opened' },
      agreement,
      new Set([...taken, 'canal-opened']),
    );
    expect(canal.steps[0]?.id).toBe('canal-opened-2');
  });

  it.each([
    [
      { kind: 'waive', reading: 'northquay', condition: 'wreckRaised' },
      'northquay-waives-wreck-raised',
    ],
    [
      { kind: 'restore', reading: 'northquay', condition: 'wreckRaised' },
      'northquay-restores-wreck-raised',
    ],
    [{ kind: 'assume', region: 'canal', stage: 'openBothWays' }, 'canal-taken-as-open-both-ways'],
    [{ kind: 'unknown', region: 'canal' }, 'canal-taken-as-unknown'],
  ] as const)('can be anything that a step does: %o', (action, id) => {
    const one = addStep(draft, action, agreement, taken);
    expect(one.steps[0]?.id).toBe(id);
    expect(scenarioFile.parse(one)).toEqual(one);
    expect(told(one).steps.at(-1)?.action).toEqual(action);
  });

  it('leaves a summary that a person wrote', () => {
    const own = { ...draft, summary: 'My own words.' };
    expect(addStep(own, { kind: 'unknown', region: 'canal' }, agreement).summary).toBe(
      'My own words.',
    );
  });

  it('goes on with a summary as the program worded it before', () => {
    const before = {
      ...draft,
      summary: 'After the step envoys-meet of harbour-record, nothing is assumed yet.',
    };
    const added = addStep(before, { kind: 'event', event: 'canal.opened' }, agreement);
    expect(added.summary).toBe('Assumed: The canal opens both ways.');
  });

  it('counts what is left out of the later steps, and names no step by its id', () => {
    const rest = { scenario: 'harbour-record', after: 'envoys-meet', without: ['wreck-first'] };
    expect(withReplay(draft, rest).summary).toBe(
      'Nothing is assumed yet. Then the later steps of harbour-record are played on, without 1 of them.',
    );
  });

  it('rejoins the later steps of its base, and leaves them again', () => {
    const joined = withReplay(draft, laterSteps(record, 3));
    expect(told(joined).steps.map((step) => step.id)).toEqual(record.steps.map((step) => step.id));
    expect(told(joined).steps.at(-1)?.replayed).toBe(true);
    expect(withReplay(joined, null)).toEqual(draft);
    expect(laterSteps(record, record.steps.length - 1)).toBeNull();
  });

  it('is renamed and duplicated without a change to its steps', () => {
    const other = duplicate(draft, { id: 'other', title: 'Another' });
    expect(other).toMatchObject({ id: 'other', title: 'Another', steps: draft.steps });
    expect(rename(other, draft.title, draft.id)).toEqual(draft);
    const start = forkAt(agreement, record, -1, name);
    const moved = rename(start, 'Elsewhere', 'elsewhere');
    expect(moved.steps[0]?.id).toBe('elsewhere-starts');
    expect(removeLastStep(moved)).toBe(moved);
  });
});

describe('a branch off a branch', () => {
  const known = new Set(scenarios.keys());
  const first = withReplay(
    addStep(forkAt(agreement, record, 3, name), { kind: 'unknown', region: 'canal' }, agreement),
    laterSteps(record, 3),
  );
  const ids = (scenario: ScenarioFile, more: readonly ScenarioFile[] = []) =>
    told(scenario, more).steps.map((step) => step.id);

  it.each([3, 4, 5, 7])('off its step %i can stand alone', (at) => {
    const fork = forkAt(agreement, told(first), at, { id: 'second', title: 'Second' });
    const second = addStep(fork, { kind: 'event', event: 'wreck.raised' }, agreement);
    const alone = standingAlone(told(second, [first]), known);
    expect(alone.branchesFrom).toEqual({ scenario: 'harbour-record', step: 'envoys-meet' });
    expect(ids(alone)).toEqual(ids(second, [first]));
    expect(scenarioFile.parse(alone)).toEqual(alone);
    const end = (scenario: ScenarioFile, more: ScenarioFile[] = []) =>
      play(agreement, asCertain(told(scenario, more).steps)).steps.at(-1)?.states['northquay']
        ?.worlds;
    expect(end(alone)).toEqual(end(second, [first]));
  });

  it('that replays steps of a branch writes them out', () => {
    const second = withReplay(forkAt(agreement, record, 2, { id: 'second', title: 'Second' }), {
      scenario: first.id,
      after: 'one-way-offer',
    });
    const alone = standingAlone(told(second, [first]), known);
    expect(alone.replay).toBeUndefined();
    expect(ids(alone)).toEqual(ids(second, [first]));
  });

  it('that refers to what is at hand only stays as it is', () => {
    expect(standingAlone(told(first), known)).toBe(first);
  });
});
