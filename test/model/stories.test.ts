import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import type { Agreement } from '../../src/model/agreement.ts';
import {
  type Outcome,
  type PlayedStep,
  play,
  playStep,
  type RunState,
  soleStage,
} from '../../src/model/run.ts';
import { REPORTED, Runner } from '../../src/model/runner.ts';
import type { OutcomeStatus } from '../../src/model/shapes/scenario.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { judgeGate } from '../../src/model/verdict.ts';
import { type AnyStory, anyStory } from './any-story.ts';
import { Coverage } from './coverage.ts';
import { SUBJECTS } from './subjects.ts';

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
            const machine = runner.machineUnder({
              reading: run,
              day: played.day,
              waived: state.waived,
            });
            const asked = state.worlds.map((world) => xstate.ask(machine, world, event));
            const statuses = new Set(asked.map(({ status }) => status));
            const isDisputed = played.step.disputedBy.some(({ reading }) => reading === run);
            const status = statuses.size === 1 ? [...statuses][0] : 'unknown';
            expect(outcome.status).toBe(isDisputed ? 'disputed' : status);
            // What is disputed, refused, impossible or so already leaves everything where and as it was.
            const mayMove = !isDisputed && statuses.has('recognised');
            const isSame =
              after.worlds === state.worlds &&
              after.facts === state.facts &&
              after.waived === state.waived;
            expect(mayMove || isSame).toBe(true);
            const next = isDisputed ? state.worlds : asked.map((answer) => answer.next);
            expect(distinct(after.worlds)).toEqual(distinct(next));
          }
        });
      }),
      { ...LIMITS, numRuns: runs },
    );
  });

  it('has a gate open, or unstated and letting pass, exactly when XState takes its event', () => {
    fc.assert(
      fc.property(stories, (story) => {
        forEachEvent(agreement, runner, story, (event, before, played) => {
          coverage.note(event, before, played);
          const gate = agreement.events.get(event)?.gate;
          if (!gate) return;
          for (const [reading, state] of [
            ...Object.entries(before.states),
            ...Object.entries(played.states),
          ]) {
            if (reading === REPORTED) continue;
            const terms = { reading, day: played.day, waived: state.waived };
            const machine = runner.machineUnder(terms);
            for (const world of state.worlds) {
              const alone = judgeGate(agreement, gate, terms, { ...state, worlds: [world] });
              const { isTaken, canLeave } = xstate.ask(machine, world, event);
              const lets = alone.verdict === 'open' || alone.verdict === 'unstated';
              expect([alone.eventPossible, canLeave && lets]).toEqual([canLeave, isTaken]);
            }
          }
        });
      }),
      { ...LIMITS, numRuns: runs },
    );
  });

  it('keeps every region at one of its own stages, and no other region', () => {
    const regions = [...agreement.regions.values()];
    const isWhole = (world: StageMap) =>
      Object.keys(world).length === regions.length &&
      regions.every(({ id, stages }) => stages.some((stage) => stage.id === world[id]));
    fc.assert(
      fc.property(stories, (story) => {
        const strays = play(agreement, story.steps, runner).steps.flatMap(({ step, states }) =>
          Object.entries(states).flatMap(([run, { worlds, facts }]) => [
            ...worlds.filter((world) => !isWhole(world)).map(() => `${step.id} under ${run}`),
            ...regions
              .filter(({ id }) => facts[id]?.stage !== soleStage(worlds, id))
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
        const once = play(agreement, story.steps, runner).steps.map(inShort);
        expect(play(agreement, story.steps).steps.map(inShort)).toEqual(once);
      }),
      { ...LIMITS, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('comes out the same from a saved state as from the whole log', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (story, cut) => {
        const whole = play(agreement, story.steps, runner).steps.map(inShort);
        const half = cut % Math.max(story.steps.length, 1);
        const first = play(agreement, story.steps.slice(0, half), runner);
        const last = first.steps.at(-1);
        const saved = JSON.stringify({
          states: last?.states ?? first.start,
          day: last?.day ?? null,
        });
        let { states, day } = JSON.parse(saved) as Pick<PlayedStep, 'states' | 'day'>;
        const other = new Runner(agreement);
        const rest = story.steps.slice(half).map((step) => {
          const played = playStep(agreement, other, states, step, day);
          ({ states, day } = played);
          return inShort(played);
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

interface Answer {
  readonly isTaken: boolean;
  readonly canLeave: boolean;
  readonly status: OutcomeStatus;
  readonly next: StageMap;
}

/** What the machine itself does with an event, apart from the runner's own opinion; asked once of equal values. */
class Oracle {
  readonly #agreement: Agreement;
  readonly #answers = new WeakMap<AnyStateMachine, Map<string, Answer>>();

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  ask(machine: AnyStateMachine, world: StageMap, event: string): Answer {
    const known = this.#answers.get(machine) ?? new Map<string, Answer>();
    this.#answers.set(machine, known);
    const stages = this.#agreement.statechart.regions.map(({ id }) => world[id]);
    const key = [event, ...stages].join(' ');
    const answer = known.get(key) ?? this.#answer(machine, world, event);
    known.set(key, answer);
    return answer;
  }

  #answer(machine: AnyStateMachine, world: StageMap, event: string): Answer {
    const snapshot = machine.resolveState({ value: { ...world }, context: undefined });
    const isTaken = snapshot.can({ type: event });
    const [next] = transition(machine, snapshot, { type: event });
    const { home = '', moves = {} } = this.#agreement.events.get(event) ?? {};
    const canLeave = (world[home] ?? '') in (moves[home] ?? {});
    const isThere = Object.values(moves[home] ?? {}).includes(world[home] ?? '');
    const refused: OutcomeStatus = canLeave ? 'refused' : isThere ? 'already' : 'impossible';
    const status: OutcomeStatus = isTaken ? 'recognised' : refused;
    return { isTaken, canLeave, status, next: next.value as StageMap };
  }
}

/** Every step that is an event, with where the runs stood before it. */
function forEachEvent(
  agreement: Agreement,
  runner: Runner,
  story: AnyStory,
  look: (event: string, before: Pick<PlayedStep, 'states'>, played: PlayedStep) => void,
): void {
  const { start, steps } = play(agreement, story.steps, runner);
  for (const [index, played] of steps.entries()) {
    const before = index === 0 ? { states: start } : (steps[index - 1] as PlayedStep);
    if (played.step.action.kind === 'event') look(played.step.action.event, before, played);
  }
}

/** What a step came to, in a line for each run. */
function inShort({ step, day, outcomes, reported, states }: PlayedStep): string[] {
  return Object.entries(states).map(([run, { worlds, facts, waived }]) => {
    const since = Object.values(facts).map((fact) => `${fact.stage}:${fact.step}:${fact.basis}`);
    const outcome = outcomes[run] ?? reported;
    return JSON.stringify([step.id, day, run, outcome, distinct(worlds), since, waived]);
  });
}

function distinct(worlds: readonly StageMap[]): string[] {
  const named = worlds.map((world) =>
    Object.entries(world)
      .map(([region, stage]) => `${region}=${stage}`)
      .toSorted()
      .join(' '),
  );
  return [...new Set(named)].toSorted();
}
