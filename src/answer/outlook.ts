import type { AgreementEvent } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { type Outcome, outcomeOf } from '../model/outcome.ts';
import type { RunState } from '../model/run-state.ts';
import { REPORTED } from '../model/terms.ts';

/** What each run would make of an event if it happened now. */
export interface EventOption {
  readonly event: string;
  /** By reading. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reported: Outcome;
}

/** What each run would make of every event if it happened now, without taking the events. */
export function outlookOf(moment: Moment): EventOption[] {
  return [...moment.agreement.events.values()].map((event) => outlookOn(moment, event));
}

function outlookOn(moment: Moment, event: AgreementEvent): EventOption {
  const outcomes: Record<string, Outcome> = {};
  let reported: Outcome | null = null;
  // Runs that stand alike, and whose parties hold nothing on the event, fare alike.
  const alike = new Map<RunState, Outcome>();
  for (const [reading, state] of Object.entries(moment.states)) {
    if (reading === REPORTED) {
      reported = outcomeUnder(moment, event, reading, state);
      continue;
    }
    const holds = moment.agreement.readings.get(reading)?.positions.has(event.id) === true;
    const outcome =
      (holds ? undefined : alike.get(state)) ?? outcomeUnder(moment, event, reading, state);
    if (!holds) alike.set(state, outcome);
    outcomes[reading] = outcome;
  }
  if (reported === null) throw new Error(`There is no run ${REPORTED}.`);
  return { event: event.id, outcomes, reported };
}

function outcomeUnder(
  { agreement, day, viewpoint }: Moment,
  event: AgreementEvent,
  reading: string,
  state: RunState,
): Outcome {
  const terms = { reading, day, knownBy: viewpoint.knownBy, waived: state.waived };
  return outcomeOf(agreement, event, terms, state);
}
