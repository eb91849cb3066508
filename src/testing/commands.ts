import * as fc from 'fast-check';
import type { Agreement } from '../model/agreement.ts';
import { Runner } from '../model/runner.ts';
import type { StageMap } from '../model/statechart.ts';
import type { Terms } from '../model/terms.ts';
import { anyEvent, waivableUnder } from './arbitraries.ts';
import type { Coverage } from './coverage.ts';
import { checkInvariants, eventOf, expectedOutcome, type ObservedStep } from './invariants.ts';
import { takeUnder } from './take-under.ts';

/** What is to be so, kept by the agreement's data alone. */
export interface RunModel {
  stages: StageMap;
  waived: readonly string[];
}

/** The run under test, which asks XState. */
export interface RunUnderTest {
  readonly agreement: Agreement;
  readonly runner: Pick<Runner, 'take'>;
  readonly reading: string;
  readonly day: Terms['day'];
  readonly knownBy: Terms['knownBy'];
  readonly coverage: Coverage | null;
  stages: StageMap;
  waived: readonly string[];
}

/** What {@link anyCommands} makes: one thing done to a run and to its model. */
export type RunCommand = fc.Command<RunModel, RunUnderTest>;

/** Puts an event to the run: taken where the data says so, to where the data says, and refused otherwise. */
export class TakeEvent implements RunCommand {
  constructor(readonly event: string) {}

  check(): boolean {
    return true;
  }

  run(model: RunModel, real: RunUnderTest): void {
    const { agreement, runner, reading, day, knownBy, waived } = real;
    const terms = { reading, day, knownBy, waived };
    const after = takeUnder(runner, agreement, terms, real.stages, this.event);
    const step: ObservedStep = { agreement, terms, before: real.stages, event: this.event, after };
    real.coverage?.record(step);
    checkInvariants(step);
    if (after !== null) real.stages = after;

    const expected = { ...step, before: model.stages, terms: { ...terms, waived: model.waived } };
    if (expectedOutcome(expected) === 'taken') model.stages = moved(agreement, model, this.event);
    const differing = agreement.statechart.regions.filter(
      ({ id }) => model.stages[id] !== real.stages[id],
    );
    if (differing.length > 0)
      throw new Error(
        `After ${this.event} the run and the model differ in ${differing.map(({ id }) => id).join(', ')}.`,
      );
  }

  toString(): string {
    return this.event;
  }
}

/** The reading's party waives a condition or an objection of its own. */
export class Waive implements RunCommand {
  constructor(readonly condition: string) {}

  check(model: RunModel): boolean {
    return !model.waived.includes(this.condition);
  }

  run(model: RunModel, real: RunUnderTest): void {
    model.waived = [...model.waived, this.condition];
    real.waived = model.waived;
  }

  toString(): string {
    return `waive ${this.condition}`;
  }
}

/** It insists on the condition, or objects, again. */
export class Restore implements RunCommand {
  constructor(readonly condition: string) {}

  check(model: RunModel): boolean {
    return model.waived.includes(this.condition);
  }

  run(model: RunModel, real: RunUnderTest): void {
    model.waived = model.waived.filter((id) => id !== this.condition);
    real.waived = model.waived;
  }

  toString(): string {
    return `restore ${this.condition}`;
  }
}

/**
 * Commands in a row for one run under a reading. A failure shrinks to the few that matter, and reads as a story.
 *
 * @param options as `fc.commands` takes them, 40 commands and sizes up to that unless they say otherwise. A failure that
 *   fast-check printed is replayed by its `replayPath` here, with its seed and path as options of `fc.assert`.
 */
export function anyCommands(
  agreement: Agreement,
  reading: string,
  options: fc.CommandsContraints = {},
): fc.Arbitrary<Iterable<RunCommand>> {
  const event = anyEvent(agreement).map((id): RunCommand => new TakeEvent(id));
  const waivable = waivableUnder(agreement, reading);
  const waivers =
    waivable.length === 0
      ? []
      : [Waive, Restore].map((Kind) =>
          fc.constantFrom(...waivable).map((id): RunCommand => new Kind(id)),
        );
  // Events weigh most: a trace of waivers goes nowhere.
  return fc.commands([event, event, event, event, ...waivers], {
    maxCommands: 40,
    size: 'max',
    ...options,
  });
}

/** A run and its model, both at the start. */
export function startOfRun(
  agreement: Agreement,
  reading: string,
  options: {
    readonly runner?: Pick<Runner, 'take'>;
    readonly day?: Terms['day'];
    readonly knownBy?: Terms['knownBy'];
    readonly coverage?: Coverage;
    readonly stages?: StageMap;
  } = {},
): { model: RunModel; real: RunUnderTest } {
  const stages = options.stages ?? new Runner(agreement).initial();
  return {
    model: { stages, waived: [] },
    real: {
      agreement,
      runner: options.runner ?? new Runner(agreement),
      reading,
      day: options.day ?? null,
      knownBy: options.knownBy ?? null,
      coverage: options.coverage ?? null,
      stages,
      waived: [],
    },
  };
}

function moved(agreement: Agreement, { stages }: RunModel, event: string): StageMap {
  const { moves } = eventOf(agreement, event);
  return Object.fromEntries(
    Object.entries(stages).map(([region, stage]) => [region, moves[region]?.[stage] ?? stage]),
  );
}
