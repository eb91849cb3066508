import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Demand, markTask, tasksOf } from '../../src/answer/task.ts';
import { whyNoTask } from '../../src/answer/task-reach.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { type StepFile, task as taskShape } from '../../src/model/shapes/scenario.ts';
import { standing } from '../../src/model/standing.ts';
import { type Story, tell } from '../../src/model/story.ts';
import { finish } from '../../src/search/work.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { anyDraft } from '../load/any-scenario.ts';

const { agreement, scenarios } = loadHarbour();

function baseWith(task: Record<string, unknown>): Story {
  const record = scenarios.get('harbour-record');
  if (record === undefined) throw new Error('There is no record.');
  const set = taskShape.parse({ id: 't', text: 'Find it.', ...task });
  return tell({ ...record, tasks: [set] }, scenarios);
}

function marked(base: Story, tried: Story) {
  const [task] = tasksOf(agreement, base);
  if (task === undefined) throw new Error('There is no task.');
  return markTask(agreement, task, base, tried);
}

/** A branch behind a step of the record, of steps in the words of a file. */
function branch(after: string, steps: readonly Partial<StepFile>[]): Story {
  const draft = {
    agreement: 'harbour',
    id: 'tried',
    kind: 'hypothetical' as const,
    title: 'Tried',
    branchesFrom: { scenario: 'harbour-record', step: after },
    steps: steps.map((step, index): StepFile => ({
      id: `own-${index}`,
      title: 'One more',
      status: 'assumed',
      by: [],
      claims: [],
      bearing: [],
      disputedBy: [],
      ...step,
    })),
  };
  return tell(draft, new Map(scenarios).set('tried', draft));
}

const demandOf = (demands: readonly Demand[], kind: Demand['kind']) =>
  demands.find((each) => each.kind === kind);

describe('a branch marked against a task', () => {
  const readings = [...agreement.readings.keys()];
  const record = baseWith({ gates: { phaseTwo: { every: 'open' } } });
  const anyTask = fc.record({
    gate: fc.constantFrom(...agreement.gates.keys()),
    reading: fc.constantFrom(...readings),
    says: fc.constantFrom('recognised', 'open', 'passed'),
    after: fc.constantFrom(...record.steps.map(({ id }) => id)),
  });

  it('has of each gate what standing says at its end', () => {
    fc.assert(
      fc.property(anyTask, anyDraft(agreement, record), ({ gate, reading, says, after }, draft) => {
        const base = baseWith({ after, gates: { [gate]: { [reading]: says } } });
        const tried = tell(draft, new Map(scenarios).set(draft.id, draft));
        const { demands, end, isMet } = marked(base, tried);
        const event = agreement.gates.get(gate)?.event ?? '';
        const at = standing(momentAt(agreement, tried, NOW), event, [reading]);
        const [party] = [...at.parties, ...at.terms];
        const found = demandOf(demands, 'gate');
        if (says !== 'recognised') expect(found?.isMet).toBe(party?.verdict === says);
        else if (found?.isMet === true) {
          expect(party?.takenBy?.isGranted === false || agreement.events.get(event)?.again).toBe(
            true,
          );
          const taken = end.played.steps.find(({ step }) => step.id === party?.takenBy?.step);
          expect(taken?.outcomes[reading]?.status ?? 'recognised').toBe('recognised');
        }
        expect(isMet).toBe(demands.every((demand) => demand.isMet));
      }),
      { numRuns: 150 },
    );
  });

  it('begins behind the step of the task or later, and nowhere before', () => {
    fc.assert(
      fc.property(
        fc.nat(record.steps.length - 1),
        fc.nat(record.steps.length - 1),
        (set, departs) => {
          const base = baseWith({
            after: record.steps[set]?.id ?? '',
            gates: { phaseTwo: { every: 'open' } },
          });
          const tried = branch(record.steps[departs]?.id ?? '', [{ event: 'canal.opened' }]);
          expect(demandOf(marked(base, tried).demands, 'begins')?.isMet).toBe(departs >= set);
        },
      ),
    );
  });

  it('says which steps are late, too many, or made use of what was not to be', () => {
    const last = record.steps.at(-1)?.id ?? '';
    const base = baseWith({
      gates: { phaseTwo: { every: 'open' } },
      before: '2032-01-01',
      without: ['waivers', 'grants', 'assumptions', 'refusals'],
      most: 2,
    });
    const [waived] = [...agreement.conditions.keys()].flatMap((condition) =>
      [...agreement.readings.values()].flatMap(({ id, positions }) =>
        [...positions.values()]
          .flat()
          .some(({ asked }) => JSON.stringify(asked).includes(condition))
          ? [{ reading: id, condition }]
          : [],
      ),
    );
    if (waived === undefined) throw new Error('Nobody asks for anything.');
    const { demands, steps } = marked(
      base,
      branch(last, [
        { waive: waived },
        { acknowledge: { reading: 'northquay', event: 'phase.twoBegan' } },
        { unknown: { region: 'wreck' } },
        { title: 'A note' },
        { event: 'batteries.sealed', date: { from: '2031-12-01', to: '2032-01-01' } },
      ]),
    );
    expect(steps).toEqual(['own-0', 'own-1', 'own-2', 'own-4']);
    expect(demandOf(demands, 'most')).toMatchObject({ isMet: false, taken: 4 });
    expect(demandOf(demands, 'before')).toMatchObject({
      isMet: false,
      late: [{ step: 'own-4', day: '2032-01-01' }],
    });
    const limits = demands.flatMap((demand) =>
      demand.kind === 'without'
        ? [[demand.limit, demand.found.map(({ step }) => step).join(' ')] as const]
        : [],
    );
    expect(Object.fromEntries(limits)).toMatchObject({
      waivers: 'own-0',
      grants: 'own-1',
      assumptions: 'own-2',
      refusals: expect.stringContaining('own-4') as string,
    });
  });

  it('is not recognised by who only grants it', () => {
    const last = record.steps.at(-1)?.id ?? '';
    const base = baseWith({ gates: { phaseTwo: { northquay: 'recognised' } } });
    const { demands } = marked(
      base,
      branch(last, [{ acknowledge: { reading: 'northquay', event: 'phase.twoBegan' } }]),
    );
    expect(demandOf(demands, 'gate')).toMatchObject({ isMet: false, last: { isGranted: true } });
  });
});

describe('a task that is none', () => {
  function why(task: Record<string, unknown>) {
    const base = baseWith(task);
    const [set] = tasksOf(agreement, base);
    if (set === undefined) throw new Error('There is no task.');
    return finish(whyNoTask(agreement, base, momentAt(agreement, base, NOW), set));
  }
  const strict = ['waivers', 'grants', 'assumptions', 'refusals'];

  it('asks for what holds already', () => {
    const open = [...agreement.gates.keys()].find((gate) => {
      const base = baseWith({ gates: { [gate]: { northquay: 'open' } } });
      return marked(base, base).isMet;
    });
    expect(open).toBeDefined();
    expect(why({ gates: { [open ?? '']: { northquay: 'open' } } })).toEqual({ kind: 'already' });
  });

  it('leads nowhere where a party objects and nothing may be waived, and somewhere where it may', () => {
    const gates = { batteriesSealing: { southquay: 'passed' } };
    expect(why({ gates, without: strict })).toMatchObject({ kind: 'noWay', atLeast: null });
    expect(why({ gates, without: ['assumptions'] })).toBeNull();
    expect(why({ gates })).toBeNull();
  });
});
