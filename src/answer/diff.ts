import type { AgreementEvent, Gate } from '../model/agreement.ts';
import { type Condition, conditionsOf } from '../model/condition.ts';
import { type Moment, onDay } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PlayedStep } from '../model/run.ts';
import type { Fact } from '../model/run-state.ts';
import type { Overall, PartyStanding } from '../model/standing.ts';
import type { StoryStep } from '../model/story.ts';
import type { Statement } from '../model/statement.ts';
import { checkGates } from './check.ts';
import { outlookOf } from './outlook.ts';
import { comingLater, matchedSteps, type MatchedSteps } from './matched-steps.ts';

/** What one run makes of a step that both sequences have. */
export interface JudgedStep {
  readonly left: PlayedStep;
  readonly right: PlayedStep;
  readonly reading: string;
  readonly outcomes: { readonly left: Outcome; readonly right: Outcome };
}

/** What two moments make of gates and events, each on a day. */
export interface Standings {
  /** The moments as they are held against each other. */
  readonly on: { readonly left: Moment; readonly right: Moment };
  /** Gates whose answer over all parties differs. */
  readonly verdicts: readonly {
    readonly gate: Gate;
    readonly left: Overall;
    readonly right: Overall;
  }[];
  /** Gates that stand otherwise under a reading: its verdict, what is unmet, or what it holds, or may hold. */
  readonly gates: readonly {
    readonly gate: Gate;
    readonly reading: string;
    readonly left: PartyStanding;
    readonly right: PartyStanding;
  }[];
  /** Events that a run (`reported` among them) would take on one side and not, or perhaps not, on the other. */
  readonly events: readonly {
    readonly event: AgreementEvent;
    readonly run: string;
    readonly left: Outcome;
    readonly right: Outcome;
  }[];
}

/** Two moments of one agreement side by side: how they were come to, and what differs where they stand. */
export interface Difference extends Standings {
  readonly left: Moment;
  readonly right: Moment;
  readonly steps: MatchedSteps;
  /** Of the steps that one side alone has, those that the other has further on than it is compared at. */
  readonly later: { readonly left: readonly PlayedStep[]; readonly right: readonly PlayedStep[] };
  /** Steps that both have, and of which a reading makes something else. */
  readonly judged: readonly JudgedStep[];
  /** Regions that do not stand alike in some run (`reported` among them). */
  readonly stages: readonly {
    readonly run: string;
    readonly region: string;
    readonly left: Fact;
    readonly right: Fact;
  }[];
  /**
   * What stands otherwise on the side that is earlier for the later day of the other alone, with no step more: the left
   * is that side on its own day, the right the same side on the later one. Null where that is nothing.
   */
  readonly byDay: (Standings & { readonly side: 'left' | 'right' }) | null;
}

/**
 * Compares two moments: two scenarios, two days of one, or a scenario and a branch off it. Of two scenarios the gates and
 * the events are compared on one day, the later of theirs, so that what differs is by what happens in them; what is by
 * the day alone is set apart. Of one scenario they are compared on its two days, since these are what is asked about.
 */
export function compareMoments(left: Moment, right: Moment): Difference {
  const steps = matchedSteps(left.played.steps, right.played.steps);
  const on = onOneDay(left, right);
  return {
    left,
    right,
    steps,
    later: {
      left: comingLater(steps.onlyLeft, aheadOf(right, left)),
      right: comingLater(steps.onlyRight, aheadOf(left, right)),
    },
    judged: differentlyJudged(steps),
    stages: differingStages(left, right),
    ...standings(on.left, on.right),
    byDay: differingByDay(left, right, on),
  };
}

/** The steps of its story that a moment has not come to; of one story at two moments that is what is asked about. */
function aheadOf({ story, played }: Moment, other: Moment): readonly StoryStep[] {
  if (story.scenario.id === other.story.scenario.id) return [];
  const taken = new Set(played.steps.map(({ step }) => step));
  return story.steps.filter((step) => !taken.has(step));
}

/** Both moments on the later of their days. */
function onOneDay(left: Moment, right: Moment): Standings['on'] {
  if (left.story.scenario.id === right.story.scenario.id) return { left, right };
  const [ours, theirs] = [left.day ?? '', right.day ?? ''];
  return {
    left: ours < theirs ? onDay(left, theirs) : left,
    right: theirs < ours ? onDay(right, ours) : right,
  };
}

function differingByDay(left: Moment, right: Moment, on: Standings['on']): Difference['byDay'] {
  const side = on.left === left ? 'right' : 'left';
  const [before, after] = side === 'left' ? [left, on.left] : [right, on.right];
  if (before === after) return null;
  const byDay = standings(before, after);
  return countOf(byDay) === 0 ? null : { ...byDay, side };
}

function standings(left: Moment, right: Moment): Standings {
  return {
    on: { left, right },
    ...differingGates(left, right),
    events: differingEvents(left, right),
  };
}

function countOf({ verdicts, gates, events }: Standings): number {
  return verdicts.length + gates.length + events.length;
}

/** Whether the two moments stand differently, however they were come to. */
export function standsDifferently(difference: Difference): boolean {
  const { stages, byDay } = difference;
  return stages.length + countOf(difference) > 0 || byDay !== null;
}

function differentlyJudged({ both }: MatchedSteps): JudgedStep[] {
  return both.flatMap(({ left, right }) =>
    Object.entries(left.outcomes).flatMap(([reading, outcome]): JudgedStep[] => {
      const other = right.outcomes[reading];
      // What two stories share is played once: most outcomes are the very same.
      return other === undefined || other === outcome || sayingOf(outcome) === sayingOf(other)
        ? []
        : [{ left, right, reading, outcomes: { left: outcome, right: other } }];
    }),
  );
}

function sayingOf({ status, stance, unmet, objections, heldBy }: Outcome): string {
  return JSON.stringify([status, stance, idsOf(unmet), idsOf([objections]), idsOf(heldBy)]);
}

function idsOf(sets: readonly (readonly { readonly id: string }[])[]): string[][] {
  return sets.map((set) => set.map(({ id }) => id));
}

function differingStages(left: Moment, right: Moment): Difference['stages'] {
  return Object.entries(left.states).flatMap(([run, state]) => {
    const other = right.states[run];
    if (other === undefined) return [];
    return left.agreement.statechart.regions.flatMap(({ id: region }) => {
      const [ours, theirs] = [state.facts[region], other.facts[region]];
      if (ours === undefined || theirs === undefined || standsAlike(ours, theirs)) return [];
      return [{ run, region, left: ours, right: theirs }];
    });
  });
}

function standsAlike(left: Fact, right: Fact): boolean {
  return (
    left.possible.length === right.possible.length &&
    left.possible.every((stage) => right.possible.includes(stage))
  );
}

function differingGates(left: Moment, right: Moment): Pick<Standings, 'verdicts' | 'gates'> {
  const theirs = new Map(checkGates(right).map((found) => [found.event.id, found]));
  const verdicts: Standings['verdicts'][number][] = [];
  const gates: Standings['gates'][number][] = [];
  for (const ours of checkGates(left)) {
    const other = theirs.get(ours.event.id);
    const { gate } = ours;
    if (other === undefined || gate === null) continue;
    if (ours.verdict !== other.verdict)
      verdicts.push({ gate, left: ours.verdict, right: other.verdict });
    const others = [...other.parties, ...other.terms];
    for (const party of [...ours.parties, ...ours.terms]) {
      const same = others.find(({ reading }) => reading === party.reading);
      if (same !== undefined && standsAs(party) !== standsAs(same))
        gates.push({ gate, reading: party.reading, left: party, right: same });
    }
  }
  return { verdicts, gates };
}

/** What is told of a reading's verdict, and what it holds, or may hold, whatever that comes to. */
function standsAs(party: PartyStanding): string {
  const { verdict, unmet, objections } = party;
  return JSON.stringify([
    verdict,
    idsOf(unmet),
    idsOf([objections]),
    holdsOf(party).map(({ stance, isCertain, conditions }) => [
      stance,
      isCertain,
      idsOf([conditions]),
    ]),
  ]);
}

/** A statement by what it says, and whether it is certainly in force. */
export interface Held {
  readonly stance: Statement['stance'];
  readonly isCertain: boolean;
  /** The conditions that it asks, or may ask. */
  readonly conditions: readonly Condition[];
}

/** What a party holds, or may hold, by what it says: who reports it, and since when, aside. */
export function holdsOf({ statements, conditions }: PartyStanding): Held[] {
  return statements.map(({ statement: { stance, asked }, isCertain }) => {
    const own = conditionsOf(asked);
    const asks = conditions.filter(({ condition }) => own.includes(condition));
    return {
      stance,
      isCertain: isCertain && asks.every((each) => each.isCertain),
      conditions: asks.map(({ condition }) => condition),
    };
  });
}

function differingEvents(left: Moment, right: Moment): Standings['events'] {
  const theirs = new Map(outlookOf(right).map((option) => [option.event, option]));
  return outlookOf(left).flatMap(({ event: id, outcomes, reported }) => {
    const event = left.agreement.events.get(id);
    const other = theirs.get(id);
    if (event === undefined || other === undefined) return [];
    const others: Record<string, Outcome> = { ...other.outcomes, reported: other.reported };
    return Object.entries({ ...outcomes, reported }).flatMap(([run, ours]) => {
      const same = others[run];
      if (same === undefined || isTakenIn(ours) === isTakenIn(same)) return [];
      return [{ event, run, left: ours, right: same }];
    });
  });
}

/** Whether a run would take the event; null where that is not known. */
function isTakenIn({ status }: Outcome): boolean | null {
  return status === 'unknown' ? null : status === 'recognised' || status === 'unopposed';
}
