import { partyReadings, type Reading } from '../../model/agreement.ts';
import type { Play, PlayedStep } from '../../model/run.ts';
import type { Region, Stage } from '../../model/statechart.ts';
import type { Standing } from '../../model/standing.ts';
import { REPORTED } from '../../model/terms.ts';
import { runState, type Scene, type Session, standingAt } from '../session.ts';
import { assertedAs, stageText } from '../../explain/fact-text.ts';

export type RailMark = 'behind' | 'here' | 'contested' | 'ahead';

/** A phase on the rail. `apart` are those that no path forward leads through, such as a collapse. */
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
  /** Whether the event of the last move is contested. */
  readonly isContested: boolean;
  /** Parties that hold something on the last move, or deny it, by the phase that their runs are in. */
  readonly groups: readonly { readonly phase: string; readonly readings: readonly string[] }[];
  /** Parties of whom nothing is reported on it: their runs only follow the report. */
  readonly withoutPosition: readonly string[];
  /** In which phase it is in the run that takes every possible step. */
  readonly reported: string;
  /** `assumed: ` and the like, of the phase as reported; empty where it is what happened. */
  readonly reportedAs: string;
}

/**
 * Reads the phase off every party's run. Parties of whom no position on the last move is reported neither agree nor
 * disagree, so they are set apart; where nobody holds anything on it, nobody is.
 */
export function phaseRail(session: Session, scene: Scene, run: string): PhaseRail | null {
  const { agreement } = session;
  const region = [...agreement.regions.values()].find(({ kind }) => kind === 'phase');
  if (region === undefined) return null;
  const possibleIn = (of: string) => runState(scene, of).facts[region.id]?.possible ?? [];

  const move = lastMove(session, scene, region);
  const isSilent = ({ id }: Reading) =>
    move !== null &&
    move.standing.verdict !== 'unstated' &&
    move.played.outcomes[id]?.status !== 'disputed' &&
    move.standing.parties.find(({ reading }) => reading === id)?.verdict === 'unstated';
  const parties = partyReadings(agreement);
  const byPhase = new Map<string, { possible: readonly string[]; readings: string[] }>();
  for (const reading of parties.filter((each) => !isSilent(each))) {
    const possible = possibleIn(reading.id);
    const key = possible.join(' ');
    const group = byPhase.get(key) ?? { possible, readings: [] };
    group.readings.push(reading.title);
    byPhase.set(key, group);
  }

  const fact = runState(scene, REPORTED).facts[region.id];
  const reported = possibleIn(REPORTED);
  const accounts = [...byPhase.values()];
  const held = accounts.length > 0 ? accounts.map(({ possible }) => possible) : [reported];
  const isContested = move?.standing.verdict === 'contested';
  const behind = stagesBeen(scene.moment.played, region.id, [
    ...parties.map(({ id }) => id),
    REPORTED,
  ]);
  let highest = -1;
  const stops = region.stages.map((stage): RailStop => {
    // A stage that is not coded is neither higher nor lower than another.
    const apart = stage.level !== null && stage.level < highest;
    highest = Math.max(highest, stage.level ?? highest);
    const isHeld = held.flat().includes(stage.id);
    const isOpen = held.length > 1 || held.flat().length > 1;
    const mark = isHeld
      ? isOpen
        ? 'contested'
        : 'here'
      : behind.has(stage.id)
        ? 'behind'
        : 'ahead';
    return {
      stage,
      mark,
      apart,
      isChosen: possibleIn(run).includes(stage.id),
      isReported: reported.includes(stage.id),
    };
  });
  const placeOf = (stage: string | undefined) => region.stages.findIndex(({ id }) => id === stage);
  const groups = accounts
    .toSorted((left, right) => placeOf(right.possible[0]) - placeOf(left.possible[0]))
    .map(({ possible, readings }) => ({
      phase: stageText(agreement, region.id, { possible }),
      readings,
    }));
  return {
    stops,
    isContested,
    groups,
    withoutPosition: parties.filter(isSilent).map(({ title }) => title),
    reported: stageText(agreement, region.id, { possible: reported }),
    reportedAs: fact === undefined ? '' : assertedAs(fact),
  };
}

/** The stages that a region may have been in by a step: one that was played has the same ones before it wherever it counts. */
const been = new WeakMap<PlayedStep, Map<string, ReadonlySet<string>>>();

/** The stages that a region may have been in so far, in any of the runs that every agreement's rail looks at. */
function stagesBeen(
  { start, steps }: Play,
  region: string,
  runs: readonly string[],
): ReadonlySet<string> {
  let from = steps.length;
  while (from > 0 && been.get(steps[from - 1] as PlayedStep)?.has(region) !== true) from -= 1;
  const known = from === 0 ? undefined : been.get(steps[from - 1] as PlayedStep)?.get(region);
  let stages = known ?? stagesIn(start, region, runs, new Set());
  for (const step of steps.slice(from)) {
    stages = stagesIn(step.states, region, runs, stages);
    const byRegion = been.get(step) ?? new Map<string, ReadonlySet<string>>();
    been.set(step, byRegion.set(region, stages));
  }
  return stages;
}

/** Some stages, and those that a region may be in; the same set where there are no others. */
function stagesIn(
  states: PlayedStep['states'],
  region: string,
  runs: readonly string[],
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  let stages = before;
  for (const run of runs)
    for (const stage of states[run]?.facts[region]?.possible ?? [])
      if (!stages.has(stage)) stages = new Set([...stages, stage]);
  return stages;
}

/** The last step that moved the phase in some run, where it was an event, and how that event stands now. */
function lastMove(
  { agreement }: Session,
  { moment }: Scene,
  { id: region }: Region,
): { played: PlayedStep; standing: Standing } | null {
  const { start, steps } = moment.played;
  const index = steps.findLastIndex(({ states }, at) => {
    const before = steps[at - 1]?.states ?? start;
    for (const run in states)
      if (states[run]?.facts[region] !== before[run]?.facts[region]) return true;
    return false;
  });
  const played = steps[index];
  if (played === undefined || !('event' in played.step.action)) return null;
  const { event } = played.step.action;
  return agreement.events.get(event)?.moves[region] === undefined
    ? null
    : { played, standing: standingAt(moment, event) };
}
