import { partyReadings } from '../../model/agreement.ts';
import type { Outcome } from '../../model/run.ts';
import { REPORTED } from '../../model/runner.ts';
import type { Stage } from '../../model/statechart.ts';
import { type Moment, runState, type Session } from '../session.ts';

export type RailMark = 'behind' | 'here' | 'contested' | 'ahead';

/** A phase on the rail. `apart` are those that no way forward leads through, such as a collapse. */
export interface RailStop {
  readonly stage: Stage;
  readonly mark: RailMark;
  readonly apart: boolean;
  readonly isChosen: boolean;
  readonly isReported: boolean;
}

/** Which phase the agreement is in, and by whose account. */
export interface PhaseRail {
  readonly stops: readonly RailStop[];
  readonly isContested: boolean;
  /** Readings that have a position, by the phase that their runs are in. */
  readonly groups: readonly { readonly phase: string; readonly readings: readonly string[] }[];
  /** Readings that state no position on the gate of the last move: their runs only follow the report. */
  readonly withoutPosition: readonly string[];
  readonly reported: string;
}

/**
 * Reads the phase off every party's run. Readings without a position on the gate of the last move have no say in
 * whether it is contested, since they neither agree nor disagree.
 */
export function phaseRail(session: Session, moment: Moment, run: string): PhaseRail | null {
  const { agreement } = session;
  const region = [...agreement.regions.values()].find(({ kind }) => kind === 'phase');
  if (region === undefined) return null;
  const stageIn = (of: string) => runState(moment, of).facts[region.id]?.stage ?? 'unknown';
  const titleOf = (stage: string) =>
    region.stages.find(({ id }) => id === stage)?.title ?? 'not known';

  const lastMove = movedBy(session, moment, region.id);
  const withoutPosition: string[] = [];
  const byStage = new Map<string, string[]>();
  const parties = partyReadings(agreement).map(({ id }) => id);
  for (const reading of partyReadings(agreement)) {
    const outcome = lastMove?.[reading.id];
    if (outcome !== undefined && saysNothing(outcome)) {
      withoutPosition.push(reading.title);
      continue;
    }
    const stage = stageIn(reading.id);
    byStage.set(stage, [...(byStage.get(stage) ?? []), reading.title]);
  }

  const reported = stageIn(REPORTED);
  const held = byStage.size > 0 ? [...byStage.keys()] : [reported];
  const isContested = held.length > 1;
  const indexOf = (stage: string) => region.stages.findIndex(({ id }) => id === stage);
  const been = stagesBeen(moment, region.id, [...parties, REPORTED]);
  let highest = -1;
  const stops = region.stages.map((stage): RailStop => {
    const apart = stage.level < highest;
    highest = Math.max(highest, stage.level);
    const mark = held.includes(stage.id)
      ? isContested
        ? 'contested'
        : 'here'
      : been.has(stage.id)
        ? 'behind'
        : 'ahead';
    return {
      stage,
      mark,
      apart,
      isChosen: stageIn(run) === stage.id,
      isReported: reported === stage.id,
    };
  });
  const groups = [...byStage]
    .toSorted(([left], [right]) => indexOf(right) - indexOf(left))
    .map(([stage, readings]) => ({ phase: titleOf(stage), readings }));
  return { stops, isContested, groups, withoutPosition, reported: titleOf(reported) };
}

/** The stages that a region was in so far, in any of some runs. */
function stagesBeen(moment: Moment, region: string, runs: readonly string[]): Set<string> {
  const steps = moment.play.steps.slice(0, moment.position + 1);
  return new Set(
    [moment.play.start, ...steps.map(({ states }) => states)].flatMap((states) =>
      runs.map((run) => states[run]?.facts[region]?.stage ?? 'unknown'),
    ),
  );
}

/** What each reading made of the last event that moved the phase in any run. */
function movedBy(
  session: Session,
  moment: Moment,
  region: string,
): Readonly<Record<string, Outcome>> | null {
  const steps = moment.play.steps.slice(0, moment.position + 1);
  const last = steps.findLast(({ step, outcomes, reported }) => {
    if (step.action.kind !== 'event') return false;
    if (session.agreement.events.get(step.action.event)?.moves[region] === undefined) return false;
    return [reported, ...Object.values(outcomes)].some(({ status }) => status === 'recognised');
  });
  return last?.outcomes ?? null;
}

function saysNothing(outcome: Outcome): boolean {
  return (
    outcome.position === 'unstated' && outcome.status !== 'refused' && outcome.status !== 'disputed'
  );
}
