import { hasHappenedBy } from '../model/happened.ts';
import type { Moment } from '../model/moment.ts';
import { stagesOf } from '../model/run-state.ts';
import { REPORTED } from '../model/terms.ts';
import { TRACE_ACTION } from '../model/trace-action.ts';

/** A run as a trace in the Informal Trace Format of Apalache (its ADR 15, 2022). */
export interface ItfTrace {
  readonly '#meta': {
    readonly format: 'ITF';
    readonly 'format-description': string;
    readonly description: string;
    readonly source: string;
  };
  readonly vars: readonly string[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The run of a scenario under a reading, or as reported: a variable a region, and the action that led to each state.
 * Steps that the run did not apply, and those that moved nothing, are left out; what may happen again is a state each
 * time that it happened for certain, though nothing moved.
 *
 * @returns null where a region's stage is not known on the way, which a trace has no word for
 */
export function itfTrace(
  { agreement, story, played }: Moment,
  reading = REPORTED,
): ItfTrace | null {
  const start = played.start[reading];
  if (start === undefined) return null;
  const whole = [
    { stages: stagesOf(agreement, start), action: 'init', isAgain: false },
    ...played.steps.flatMap((each) => {
      const state = each.states[reading];
      if (state === undefined) return [];
      const { action } = each.step;
      return [
        {
          stages: stagesOf(agreement, state),
          action:
            action.kind === 'event' || action.kind === 'acknowledge' ? action.event : action.kind,
          isAgain:
            'event' in action &&
            agreement.events.get(action.event)?.again === true &&
            hasHappenedBy(each, action.event, reading) === true,
        },
      ];
    }),
  ];
  const moved = whole.filter(
    ({ stages, isAgain }, index) =>
      index === 0 || isAgain || JSON.stringify(stages) !== JSON.stringify(whole[index - 1]?.stages),
  );
  if (moved.some(({ stages }) => Object.values(stages).includes('unknown'))) return null;
  return {
    '#meta': {
      format: 'ITF',
      'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
      description: `${agreement.title}: ${story.scenario.title}, ${reading === REPORTED ? 'as reported' : `under the reading ${reading}`}`,
      source: story.scenario.id,
    },
    vars: [...agreement.regions.keys(), TRACE_ACTION],
    states: moved.map(({ stages, action }, index) => ({
      '#meta': { index },
      ...stages,
      [TRACE_ACTION]: action,
    })),
  };
}
