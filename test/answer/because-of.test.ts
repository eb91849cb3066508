import { describe, expect, it } from 'vitest';
import { asCertain, play } from '../../src/model/run.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { addStep, type BranchAction, forkAt, withReplay } from '../../src/answer/branch.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios } = loadHarbour();

/** What the northern city's run makes of the last step of a branch off the record. */
function lastUnder(reading: string, after: string, actions: readonly BranchAction[]) {
  const base = scenarios.get('harbour-record');
  if (base === undefined) throw new Error('There is no record.');
  const story = tell(base, scenarios);
  const at = story.steps.findIndex((step) => step.id === after);
  const draft = actions.reduce<ScenarioFile>(
    (branch, action) => addStep(branch, action, agreement),
    forkAt(agreement, story, at, { id: 'mine', title: 'Mine' }),
  );
  const { steps } = play(agreement, asCertain(tell(draft, scenarios).steps));
  return steps.at(-1)?.outcomes[reading];
}

const event = (id: string): BranchAction => ({ kind: 'event', event: id });

describe('what makes a step impossible', () => {
  it('is the step that put the region where it is', () => {
    expect(
      lastUnder('northquay', 'envoys-meet', [event('wreck.givenUp'), event('wreck.raised')]),
    ).toMatchObject({ status: 'impossible', becauseOf: 'wreck-given-up' });
  });

  it('is the refused step that would have taken the region there', () => {
    expect(lastUnder('northquay', 'phase-two-declared', [event('phase.settled')])).toMatchObject({
      status: 'impossible',
      becauseOf: 'phase-two-declared',
    });
    expect(lastUnder('southquay', 'phase-two-declared', [event('phase.settled')])).toMatchObject({
      status: 'held',
    });
  });

  it('is the step that the party disputes as fact', () => {
    expect(lastUnder('northquay', 'wreck-first', [event('wreck.raised')])).toMatchObject({
      status: 'impossible',
      becauseOf: 'wreck-located',
    });
  });

  it('is nothing where the region stands as it did from the start', () => {
    expect(lastUnder('northquay', 'envoys-meet', [event('phase.settled')])).toMatchObject({
      status: 'impossible',
      becauseOf: 'phase-one-begins',
    });
    expect(lastUnder('northquay', 'canal-shut', [event('phase.settled')])).toMatchObject({
      status: 'impossible',
      becauseOf: null,
    });
  });

  it('is no longer a refused step once the region has moved otherwise', () => {
    expect(
      lastUnder('northquay', 'phase-two-declared', [event('calm.broke'), event('phase.settled')]),
    ).toMatchObject({ status: 'impossible', becauseOf: 'calm-broke' });
  });

  it('of a replayed step is the step of the changed past', () => {
    const base = scenarios.get('harbour-record');
    if (base === undefined) throw new Error('There is no record.');
    const story = tell(base, scenarios);
    const fork = forkAt(agreement, story, 3, { id: 'mine', title: 'Mine' });
    const draft = withReplay(addStep(fork, event('calm.broke'), agreement), {
      scenario: 'harbour-record',
      after: 'envoys-meet',
    });
    const declared = play(agreement, asCertain(tell(draft, scenarios).steps)).steps.find(
      ({ step }) => step.id === 'phase-two-declared',
    );
    for (const outcome of Object.values(declared?.outcomes ?? {}))
      expect(outcome).toMatchObject({ status: 'impossible', becauseOf: 'calm-broke' });
  });
});
