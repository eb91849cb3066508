import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { asCertain, play, type PlayedStep, playStep } from '../../src/model/run.ts';
import { type RunState, stageIn } from '../../src/model/run-state.ts';
import { type EventGuard, Runner } from '../../src/model/runner.ts';
import type { OutcomeStatus } from '../../src/model/shapes/scenario.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { barriersOf, REPORTED, requirementOf, type Terms } from '../../src/model/terms.ts';
import { soleValue, worldsOver } from '../../src/model/worlds.ts';
import { type AnyStory, anyStory } from './any-story.ts';
import { Coverage } from './coverage.ts';
import { SUBJECTS } from './subjects.ts';
import { verdictUnder } from './verdict-under.ts';

/** A story that fails is told ever shorter for so long, and no longer; one that holds takes a fraction of it. */
const LIMITS = { interruptAfterTimeLimit: 40_000 };

describe.each(SUBJECTS)('any story of $name', ({ agreement, stories: runs }) => {
  const runner = new Runner(agreement);
  const stories = anyStory(agreement);
  const xstate = new Oracle(agreement);
  const coverage = new Coverage(agreement);

  it('agrees with XState on every step, and moves nothing that was not taken', () => {
    fc.assert(
      fc.property(stories, (story) => {
        forEachEvent(agreement, runner, story, (event, before, played) => {
          coverage.note(event, before, played);
          for (const [run, state] of Object.entries(before.states)) {
            const outcome = (run === REPORTED ? played.reported : played.outcomes[run]) as Outcome;
            const after = played.states[run] as RunState;
            const terms = { reading: run, day: played.day, knownBy: null, waived: state.waived };
            const asked = xstate.ask(runner, terms, stagesIn(agreement, state), event);
            const statuses = new Set(asked.map(({ status }) => status));
            const { disputedBy, void: attempt } = played.step;
            const differs = disputedBy.some(({ reading }) => reading === run);
            // Whoever disputes that an attempt came to nothing holds that it happened.
            const isPassedOver = differs === (attempt === null);
            const instead = attempt === null ? 'disputed' : 'void';
            expect(outcome.status).toBe(isPassedOver ? instead : commonly(statuses));
            // What is disputed, void, refused, held, impossible or so already leaves everything where and as it was.
            const mayMove = !isPassedOver && asked.some(({ isTaken }) => isTaken);
            const isSame =
              after.worlds === state.worlds &&
              after.facts === state.facts &&
              after.waived === state.waived;
            expect(mayMove || isSame).toBe(true);
            const next = isPassedOver
              ? stagesIn(agreement, state)
              : asked.map((answer) => answer.next);
            expect(distinct(agreement, stagesIn(agreement, after))).toEqual(
              distinct(agreement, next),
            );
          }
        });
      }),
      { ...LIMITS, numRuns: runs },
    );
  });

  it('is judged as XState takes its events: open or unstated and possible and nothing required is unmet', () => {
    fc.assert(
      fc.property(stories, (story) => {
        forEachEvent(agreement, runner, story, (event, before, played) => {
          coverage.note(event, before, played);
          for (const [reading, state] of [
            ...Object.entries(before.states),
            ...Object.entries(played.states),
          ]) {
            if (reading === REPORTED) continue;
            const judged = verdictUnder(agreement, reading, event, state, played.day);
            const terms = { reading, day: played.day, knownBy: null, waived: state.waived };
            const asked = xstate.ask(runner, terms, stagesIn(agreement, state), event);
            const isTaken = new Set(asked.map((answer) => answer.isTaken));
            const canLeave = new Set(asked.map((answer) => answer.canLeave));
            expect(judged.possible.answer).toBe(canLeave.size > 1 ? null : [...canLeave][0]);
            expect(judged.outcome.status).toBe(commonly(new Set(asked.map((a) => a.status))));
            const lets = judged.verdict === 'open' || judged.verdict === 'unstated';
            if (lets && judged.possible.answer === true && judged.requirement === true)
              expect([...isTaken]).toEqual([true]);
            if (judged.verdict === 'closed') expect([...isTaken]).toEqual([false]);
            if (judged.verdict === 'passed') expect(judged.taken).toBe(true);
          }
        });
      }),
      { ...LIMITS, numRuns: runs },
    );
  });

  it('keeps every region at one of its own stages, and no other region', () => {
    const regions = [...agreement.regions.values()];
    const isWhole = (world: StageMap) =>
      regions.every(({ id, stages }) => stages.some((stage) => stage.id === world[id]));
    const isNamed = (key: string) => agreement.regions.has(key) || agreement.events.has(key);
    fc.assert(
      fc.property(stories, (story) => {
        const { steps } = play(agreement, asCertain(story.steps), runner);
        const strays = steps.flatMap(({ step, states }) =>
          Object.entries(states).flatMap(([run, state]) => [
            ...worldsOver(state.worlds, [...agreement.regions.keys()])
              .filter((world) => !isWhole(world) || !Object.keys(world).every(isNamed))
              .map(() => `${step.id} under ${run}`),
            ...regions
              .filter(({ id }) => stageIn(state, id) !== soleValue(state.worlds, id))
              .map(({ id }) => `${step.id} under ${run}: what is known of ${id}`),
          ]),
        );
        expect(strays).toEqual([]);
      }),
      { ...LIMITS, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('comes out the same when it is told again, by another runner', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const steps = asCertain(story.steps);
        const short = (played: PlayedStep) => inShort(agreement, played);
        const once = play(agreement, steps, runner).steps.map(short);
        expect(play(agreement, steps).steps.map(short)).toEqual(once);
      }),
      { ...LIMITS, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('is played once up to the first step that may not have happened, whatever the day it is looked at as of', () => {
    fc.assert(
      fc.property(stories, fc.nat(), ({ steps }, cut) => {
        const some = steps.slice(0, 8);
        const open = cut % (some.length + 1);
        const counted = some.map((step, index) => ({ step, isCertain: index < open }));
        const own = new Runner(agreement);
        const [early, late] = ['2098-01-01', '2099-01-01'].map(
          (asOf) => play(agreement, counted, own, { asOf, knownBy: null }).steps,
        );
        const alone = play(agreement, counted, runner, { asOf: '2099-01-01', knownBy: null }).steps;
        for (const [index, step] of (late ?? []).entries()) {
          expect(step === early?.[index]).toBe(index < open);
          expect(step.states).toEqual(alone[index]?.states);
        }
      }),
      { ...LIMITS, numRuns: runs },
    );
  });

  it('comes out the same from a saved state as from the whole log', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (story, cut) => {
        const short = (played: PlayedStep) => inShort(agreement, played);
        const whole = play(agreement, asCertain(story.steps), runner).steps.map(short);
        const half = cut % Math.max(story.steps.length, 1);
        const first = play(agreement, asCertain(story.steps.slice(0, half)), runner);
        const last = first.steps.at(-1);
        const saved = JSON.stringify({
          states: last?.states ?? first.start,
          day: last?.day ?? null,
        });
        let { states, day } = JSON.parse(saved) as Pick<PlayedStep, 'states' | 'day'>;
        const other = new Runner(agreement);
        const rest = asCertain(story.steps.slice(half)).map((step) => {
          const played = playStep(agreement, other, states, step, day);
          ({ states, day } = played);
          return short(played);
        });
        expect(rest).toEqual(whole.slice(half));
      }),
      { ...LIMITS, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('has met every event, every verdict of every gate and every outcome on the way', () => {
    expect(coverage.missing()).toEqual([]);
  });
});

/** Every value of the regions that a run may be at. */
function stagesIn(agreement: Agreement, state: RunState): StageMap[] {
  return worldsOver(state.worlds, [...agreement.regions.keys()]);
}

/** Taken in every case is taken, if only for want of an objection; else cases that differ are unknown. */
function commonly(statuses: ReadonlySet<OutcomeStatus>): OutcomeStatus {
  const [only] = statuses;
  if (statuses.size === 1 && only !== undefined) return only;
  return [...statuses].every((status) => status === 'recognised' || status === 'unopposed')
    ? 'unopposed'
    : 'unknown';
}

interface Answer {
  readonly isTaken: boolean;
  readonly canLeave: boolean;
  readonly status: OutcomeStatus;
  readonly next: StageMap;
}

/** What the machine itself does with an event, apart from the runner's own opinion; asked once of equal values. */
class Oracle {
  readonly #agreement: Agreement;
  readonly #answers = new WeakMap<AnyStateMachine, Map<string, StageMap | null>>();

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  /** One answer for each value and each case of the position. */
  ask(runner: Runner, terms: Terms, values: readonly StageMap[], event: string): Answer[] {
    const barriers = barriersOf(this.#agreement, event, terms);
    const requirement = requirementOf(this.#agreement, event, terms);
    return values.flatMap((stages) =>
      barriers.map((barrier): Answer => {
        const isShut = barrier.objections.length > 0;
        const next = this.#step(
          runner,
          isShut ? 'never' : [requirement, barrier.asked],
          stages,
          event,
        );
        const { home = '', moves = {} } = this.#agreement.events.get(event) ?? {};
        const canLeave = (stages[home] ?? '') in (moves[home] ?? {});
        const isThere = Object.values(moves[home] ?? {}).includes(stages[home] ?? '');
        const lets = !isShut && this.#step(runner, [barrier.asked], stages, event) !== null;
        const kept: OutcomeStatus = lets ? 'held' : 'refused';
        const taken: OutcomeStatus = barrier.stance === 'unstated' ? 'unopposed' : 'recognised';
        const still: OutcomeStatus = isThere ? 'already' : 'impossible';
        const status = next !== null ? taken : canLeave ? kept : still;
        return { isTaken: next !== null, canLeave, status, next: next ?? stages };
      }),
    );
  }

  #step(runner: Runner, guard: EventGuard, stages: StageMap, event: string): StageMap | null {
    const machine = runner.machineFor(event, guard);
    const known = this.#answers.get(machine) ?? new Map<string, StageMap | null>();
    this.#answers.set(machine, known);
    const { regions } = this.#agreement.statechart;
    const value = Object.fromEntries(regions.map(({ id }) => [id, stages[id] ?? '']));
    const key = [event, ...Object.values(value)].join(' ');
    let next = known.get(key);
    if (next === undefined) {
      const snapshot = machine.resolveState({ value, context: undefined });
      const after = transition(machine, snapshot, { type: event })[0].value as StageMap;
      next = snapshot.can({ type: event }) ? after : null;
      known.set(key, next);
    }
    return next;
  }
}

/** Every step that is an event, with where the runs stood before it. */
function forEachEvent(
  agreement: Agreement,
  runner: Runner,
  story: AnyStory,
  look: (event: string, before: Pick<PlayedStep, 'states'>, played: PlayedStep) => void,
): void {
  const { start, steps } = play(agreement, asCertain(story.steps), runner);
  for (const [index, played] of steps.entries()) {
    const before = index === 0 ? { states: start } : (steps[index - 1] as PlayedStep);
    if (played.step.action.kind === 'event') look(played.step.action.event, before, played);
  }
}

/** What a step came to, in a line for each run. */
function inShort(
  agreement: Agreement,
  { step, day, outcomes, reported, states }: PlayedStep,
): string[] {
  return Object.entries(states).map(([run, state]) => {
    const { facts, waived } = state;
    const since = Object.values(facts).map((fact) => `${fact.stage}:${fact.step}:${fact.basis}`);
    const { unmet, objections, heldBy, ...outcome } = outcomes[run] ?? reported;
    const ids = [...unmet, objections, ...heldBy].map((set) => set.map(({ id }) => id));
    const values = distinct(agreement, stagesIn(agreement, state));
    return JSON.stringify([step.id, day, run, outcome, ids, values, since, waived]);
  });
}

function distinct(agreement: Agreement, values: readonly StageMap[]): string[] {
  const regions = [...agreement.regions.keys()];
  return [
    ...new Set(values.map((value) => regions.map((id) => `${id}=${value[id]}`).join(' '))),
  ].toSorted();
}
