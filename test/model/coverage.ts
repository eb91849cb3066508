import type { Agreement } from '../../src/model/agreement.ts';
import type { PlayedStep } from '../../src/model/run.ts';
import { OUTCOME_STATUSES, type Verdict } from '../../src/model/shapes/scenario.ts';
import type { RunState } from '../../src/model/run-state.ts';
import { conditionsOfGate } from './any-story.ts';
import { verdictUnder } from './verdict-under.ts';

/** What a property has seen happen. A run that never took an event, or never saw a gate shut, has shown nothing of it. */
export class Coverage {
  readonly #agreement: Agreement;
  readonly #seen = new Map<string, number>();

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  /** Notes what each run made of an event, and of the gate before it both beforehand and afterwards. */
  note(event: string, before: Pick<PlayedStep, 'states'>, played: PlayedStep): void {
    const gate = this.#agreement.events.get(event)?.gate ?? null;
    for (const [reading, { status }] of Object.entries(played.outcomes)) {
      this.#count(`${status ?? 'nothing'} as an outcome`);
      if (status === 'recognised' || status === 'unopposed') this.#count(`${event} taken`);
      for (const state of [before.states[reading], played.states[reading]]) {
        if (gate === null || state === undefined) continue;
        this.#count(`${gate} ${this.#verdict(reading, event, state, played.day)}`);
      }
    }
  }

  #verdict(reading: string, event: string, state: RunState, day: string | null): string {
    return verdictUnder(this.#agreement, reading, event, state, day).verdict;
  }

  /** The name of everything that could have been seen and never was. */
  missing(): string[] {
    return this.#wanted().filter((name) => !this.#seen.has(name));
  }

  /** The thing seen least often, for those who tune the arbitrary. */
  rarest(): [name: string, times: number] {
    const times = this.#wanted().map((name): [string, number] => [name, this.#seen.get(name) ?? 0]);
    return times.toSorted(([, left], [, right]) => left - right)[0] ?? ['nothing', 0];
  }

  #count(name: string): void {
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
  }

  #wanted(): string[] {
    return [
      ...[...this.#agreement.events.keys()].map((id) => `${id} taken`),
      ...OUTCOME_STATUSES.map((status) => `${status} as an outcome`),
      ...[...this.#agreement.gates.keys()].flatMap((gate) =>
        possibleVerdicts(this.#agreement, gate).map((verdict) => `${gate} ${verdict}`),
      ),
    ];
  }
}

/** The verdicts that some reading can have of a gate; before its documents are out, every gate is unstated. */
function possibleVerdicts(agreement: Agreement, gate: string): Verdict[] {
  const event = agreement.gates.get(gate)?.event ?? '';
  const statements = [...agreement.readings.values()].flatMap(
    ({ positions }) => positions.get(event) ?? [],
  );
  const asksSomething = conditionsOfGate(agreement, gate).some(({ reading }) => reading !== null);
  const isShut = asksSomething || statements.some(({ stance }) => stance === 'objects');
  return [
    'unstated',
    ...(statements.length > 0 ? (['open', 'passed'] as const) : []),
    ...(isShut ? (['closed'] as const) : []),
    ...(asksSomething ? (['unknown'] as const) : []),
  ];
}
