import { type Agreement, partyReadings } from '../model/agreement.ts';
import { type Outcome, type Play, type PlayedStep, stagesOf } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type { OutcomeStatus, Verdict } from '../model/shapes/scenario.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { checkGates } from './check.ts';
import { statusesFrom } from './outlook.ts';
import { NOW, standAt, type Standing } from './standing.ts';

/** Two stories side by side: where they part, and what differs between their ends. */
export interface Difference {
  /** How many steps they share from the beginning. */
  readonly shared: number;
  /** Steps behind the shared ones that the other side does not have at all. */
  readonly onlyLeft: readonly StoryStep[];
  readonly onlyRight: readonly StoryStep[];
  /** Steps behind the shared ones that both have, and of which a reading makes something else. */
  readonly judged: readonly {
    readonly step: StoryStep;
    readonly reading: string;
    readonly left: Outcome;
    readonly right: Outcome;
  }[];
  readonly left: Standing;
  readonly right: Standing;
  /** Regions whose stage differs in some run (`reported` among them). */
  readonly stages: readonly {
    readonly run: string;
    readonly region: string;
    readonly left: string;
    readonly right: string;
  }[];
  readonly gates: readonly {
    readonly gate: string;
    readonly reading: string;
    readonly left: { readonly verdict: Verdict; readonly blocking: readonly (readonly string[])[] };
    readonly right: {
      readonly verdict: Verdict;
      readonly blocking: readonly (readonly string[])[];
    };
  }[];
  /** Events that a party's run takes on one side and not on the other. */
  readonly events: readonly {
    readonly event: string;
    readonly reading: string;
    readonly left: OutcomeStatus | null;
    readonly right: OutcomeStatus | null;
  }[];
}

/**
 * Compares where two stories of one agreement lead.
 *
 * @param leftUntil index of the last step of the left story that counts; likewise for the right
 * @param runner kept by the caller to share the machines that it has provided
 */
export function compareStories(
  agreement: Agreement,
  left: Story,
  right: Story,
  leftUntil?: number,
  rightUntil?: number,
  runner = new Runner(agreement),
): Difference {
  return compareStandings(
    standAt(agreement, left, NOW, runner, leftUntil),
    standAt(agreement, right, NOW, runner, rightUntil),
  );
}

/** Compares where two stories of one agreement stand. */
export function compareStandings(left: Standing, right: Standing): Difference {
  const { agreement } = left;
  const leftSteps = left.played.steps.map((played) => played.step);
  const rightSteps = right.played.steps.map((played) => played.step);
  const shared = sharedSteps(leftSteps, rightSteps);
  return {
    shared,
    onlyLeft: leftSteps
      .slice(shared)
      .filter((step) => !rightSteps.some((other) => isSame(step, other))),
    onlyRight: rightSteps
      .slice(shared)
      .filter((step) => !leftSteps.some((other) => isSame(step, other))),
    judged: differentlyJudged(left.played.steps.slice(shared), right.played),
    left,
    right,
    stages: differingStages(agreement, left, right),
    gates: differingGates(left, right),
    events: differingEvents(agreement, left, right),
  };
}

/** How many steps two stories share from the beginning. */
export function sharedSteps(left: readonly StoryStep[], right: readonly StoryStep[]): number {
  const parting = left.findIndex((step, index) => !isSame(step, right[index]));
  return parting < 0 ? left.length : parting;
}

/**
 * Where a story stands beside a step of another: after the latest step that both have by then, so that what lies
 * between the two is the other's own.
 *
 * @param position index of the step in the other story
 * @returns an index in the story, -1 where they have no step in common by then
 */
export function beside(
  story: readonly StoryStep[],
  other: readonly StoryStep[],
  position: number,
): number {
  for (let index = Math.min(position, other.length - 1); index >= 0; index -= 1) {
    const found = story.findIndex((step) => isSame(step, other[index]));
    if (found >= 0) return found;
  }
  return -1;
}

function differentlyJudged(left: readonly PlayedStep[], right: Play): Difference['judged'] {
  return left.flatMap((ours) => {
    const theirs = right.steps.find((played) => isSame(ours.step, played.step));
    if (theirs === undefined) return [];
    return Object.entries(ours.outcomes).flatMap(([reading, outcome]) => {
      const other = theirs.outcomes[reading];
      return other === undefined || isAlike(outcome, other)
        ? []
        : [{ step: theirs.step, reading, left: outcome, right: other }];
    });
  });
}

function isAlike(left: Outcome, right: Outcome): boolean {
  return (
    left.status === right.status &&
    left.position === right.position &&
    JSON.stringify(left.blocking) === JSON.stringify(right.blocking)
  );
}

/** The same step: of the same scenario, or one that says the same, as a copy of a branch does. */
function isSame(left: StoryStep | undefined, right: StoryStep | undefined): boolean {
  if (left === undefined || right === undefined || left.id !== right.id) return false;
  return left.scenario === right.scenario || contentOf(left) === contentOf(right);
}

const contents = new WeakMap<StoryStep, string>();

/** What a step says, wherever it stands. */
function contentOf(step: StoryStep): string {
  let content = contents.get(step);
  if (content === undefined) {
    const { scenario: _scenario, replayed: _replayed, ...rest } = step;
    contents.set(step, (content = JSON.stringify(rest)));
  }
  return content;
}

function differingStages(
  agreement: Agreement,
  left: Standing,
  right: Standing,
): Difference['stages'] {
  return Object.entries(left.states).flatMap(([run, state]) => {
    const other = right.states[run];
    if (other === undefined) return [];
    const leftStages = stagesOf(agreement, state);
    const rightStages = stagesOf(agreement, other);
    return agreement.statechart.regions
      .map(({ id }) => ({
        run,
        region: id,
        left: leftStages[id] ?? '',
        right: rightStages[id] ?? '',
      }))
      .filter((entry) => entry.left !== entry.right);
  });
}

function differingGates(left: Standing, right: Standing): Difference['gates'] {
  const rightGates = new Map(checkGates(right).map((check) => [check.gate, check]));
  return checkGates(left).flatMap((check) =>
    check.readings.flatMap((entry) => {
      const other = rightGates
        .get(check.gate)
        ?.readings.find((candidate) => candidate.reading === entry.reading);
      if (other === undefined) return [];
      const said = { verdict: entry.verdict, blocking: entry.blocking };
      const otherSaid = { verdict: other.verdict, blocking: other.blocking };
      return JSON.stringify(said) === JSON.stringify(otherSaid)
        ? []
        : [{ gate: check.gate, reading: entry.reading, left: said, right: otherSaid }];
    }),
  );
}

function differingEvents(
  agreement: Agreement,
  left: Standing,
  right: Standing,
): Difference['events'] {
  const theirs = statusesFrom(agreement, right.states, right.day);
  const parties = partyReadings(agreement);
  return [...statusesFrom(agreement, left.states, left.day)].flatMap(([event, ours]) =>
    parties.flatMap(({ id }) => {
      const [one, other] = [ours[id] ?? null, theirs.get(event)?.[id] ?? null];
      const changed = one !== other && (one === 'recognised' || other === 'recognised');
      return changed ? [{ event, reading: id, left: one, right: other }] : [];
    }),
  );
}
