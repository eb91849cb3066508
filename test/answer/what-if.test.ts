import { describe, expect, it } from 'vitest';
import { type Moment, momentAt, NOW, onDay, type Viewpoint } from '../../src/model/moment.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import {
  addStep,
  type BranchAction,
  forkAt,
  laterSteps,
  withReplay,
} from '../../src/answer/branch.ts';
import { checkGates } from '../../src/answer/check.ts';
import { playWhatIf } from '../../src/answer/what-if.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';

const { agreement, scenarios } = loadHarbour();
const record = scenarios.get('harbour-record');
if (record === undefined) throw new Error('There is no record.');
const story = tell(record, scenarios);

const at = (viewpoint: Partial<Viewpoint> = {}) =>
  momentAt(agreement, story, { ...NOW, ...viewpoint });
const event = (id: string): BranchAction => ({ kind: 'event', event: id });
const branch = (base: Moment, ...actions: readonly BranchAction[]): ScenarioFile =>
  actions.reduce<ScenarioFile>(
    (draft, action) => addStep(draft, action, agreement),
    forkAt(agreement, base.story, base.stepIndex, { id: 'mine', title: 'Mine' }),
  );
const played = (base: Moment, ...actions: readonly BranchAction[]) =>
  playWhatIf(base, branch(base, ...actions), scenarios);

describe('a what-if', () => {
  it.each<[string, readonly BranchAction[], boolean]>([
    ['nobody holds anything on it', [event('wreck.raised')], false],
    ['one party backs it and another objects', [event('batteries.sealed')], false],
    ['one has it behind it and another refuses', [event('phase.twoBegan')], false],
    ['only the model holds it up', [event('tolls.shared')], false],
    [
      'the party that objected no longer does',
      [{ kind: 'waive', reading: 'southquay', condition: 'noSealing' }, event('batteries.sealed')],
      true,
    ],
    [
      'the condition of the one that held back is waived',
      [{ kind: 'waive', reading: 'northquay', condition: 'wreckRaised' }, event('phase.twoBegan')],
      true,
    ],
    ['it is no event at all', [{ kind: 'unknown', region: 'canal' }], true],
  ])('where %s: %o succeeds: %s', (_, actions, expected) => {
    expect(played(at(), ...actions).isSuccess).toBe(expected);
  });

  it('tells how each event stands once it has happened', () => {
    const { steps } = played(at(), event('batteries.sealed'), {
      kind: 'unknown',
      region: 'canal',
    });
    expect(steps.map(({ standing }) => standing?.verdict)).toEqual(['contested', undefined]);
    expect(steps[0]?.played.outcomes).toMatchObject({
      northquay: { status: 'recognised' },
      southquay: { status: 'refused', objections: [{ id: 'noSealing' }] },
      guild: { status: 'unopposed' },
    });
  });

  it('is played from the day that it branches off at, and not from the last step before it', () => {
    // On 13 February the second paper may not be out yet; from the 14th on it is.
    const outcome = (asOf: string) =>
      played(at({ asOf }), event('batteries.sealed')).steps[0]?.played.outcomes['southquay'];
    expect(outcome('2031-02-13')?.status).toBe('unknown');
    expect(outcome('2031-02-14')?.status).toBe('refused');
  });

  it('keeps open what may have happened by then', () => {
    const offered = (asOf: string) =>
      played(at({ asOf }), event('canal.offeredOneWay')).steps[0]?.played.reported.status;
    expect(['2031-01-05', '2031-01-06', '2031-01-07', '2031-01-08'].map(offered)).toEqual([
      'unopposed',
      'unknown',
      'unknown',
      'already',
    ]);
  });

  it('knows what was known by then', () => {
    const opened = (knownBy: string) =>
      played(at({ knownBy }), event('canal.opened')).steps[0]?.played.outcomes['northquay'];
    expect(opened('2031-03-01')?.status).toBe('unopposed');
    expect(opened('2031-03-02')?.status).toBe('refused');
  });

  it('is compared with where it branched off, or with the end where that is played on', () => {
    const here = played(at(), event('envoys.parted'));
    expect(here.difference.left).toBe(here.base);
    expect(here.difference.stages.map(({ region }) => region)).toEqual(
      [...agreement.readings.keys(), 'reported'].map(() => 'envoys'),
    );
    const base = momentAt(agreement, story, NOW, undefined, 2);
    const draft = withReplay(branch(base, event('calm.broke')), laterSteps(story, 2));
    const on = playWhatIf(base, draft, scenarios);
    expect(on.difference.left.stepIndex).toBe(story.steps.length - 1);
    expect(on.steps).toHaveLength(1 + story.steps.length - 3);
  });
});

/** Some of the days, from the first on. */
const sampled = <Item>(all: readonly Item[]) =>
  all.filter((_, place) => place % Math.ceil(all.length / 5) === 0);

describe.each(SUBJECTS)('a later day alone, in $name', (subject) => {
  it('is no change of the what-if, and what stands otherwise for it is set apart', () => {
    const { agreement: of, scenarios: all } = subject;
    let setApart = 0;
    for (const scenario of [...all.values()].slice(0, 3)) {
      const whole = tell(scenario, all);
      const last = whole.steps.length - 1;
      for (const index of [0, Math.floor(last / 2), last]) {
        const base = momentAt(of, whole, NOW, undefined, index);
        for (const day of sampled(daysAround(of, whole.steps))) {
          if (base.day === null || day <= base.day) continue;
          const waiting = forkAt(of, whole, index, { id: 'waits', title: 'Waits' }, day);
          const { difference } = playWhatIf(base, waiting, all);
          expect(difference).toMatchObject({ stages: [], verdicts: [], gates: [], events: [] });
          expect(difference.on.left.day).toBe(day);
          const verdicts = (moment: Moment) =>
            checkGates(moment).map(({ event: id, verdict }) => [id.id, verdict]);
          const [before, after] = [base, onDay(base, day)].map(verdicts);
          const changed = after?.filter((row, place) => row[1] !== before?.[place]?.[1]);
          const { byDay } = difference;
          expect(byDay?.verdicts.map(({ gate, right }) => [gate.event, right]) ?? []).toEqual(
            changed,
          );
          if (byDay !== null) setApart += 1;
        }
      }
    }
    expect(setApart).toBeGreaterThan(0);
  });
});
