import { type Agreement, gateOf, partyReadings } from '../model/agreement.ts';
import type { Day } from '../model/days.ts';
import { type Moment, momentAt, NOW } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PlayedStep } from '../model/run.ts';
import type { TaskFile, TaskGoal, TaskLimit } from '../model/shapes/scenario.ts';
import { type PartyStanding, standing } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';

/** What a gate is to come to under one reading. */
export interface Goal {
  /** As the task names it: by its alias or its event. */
  readonly gate: string;
  readonly event: string;
  readonly reading: string;
  readonly says: TaskGoal;
}

/** A task as it is set: steps are to be found that go on from a scenario. */
export interface Task {
  readonly task: TaskFile;
  /** Index in the story of the last step that may not be changed, -1 where the story has none. */
  readonly position: number;
  readonly goals: readonly Goal[];
}

/** A step as commands and as people name it. */
export type NamedStep = Pick<StoryStep, 'id' | 'title'>;

/** A step with the day by which the model takes it. */
export interface DatedStep {
  readonly step: string;
  readonly day: Day | null;
}

/** A step that is not to be, and whose party refuses it; no party where it is not about one. */
export interface BarredStep {
  readonly step: string;
  readonly reading: string | null;
  /** What the party's run made of the step; null where it is not about that. */
  readonly outcome: Outcome | null;
}

/** A step that is an event, and what a reading's run makes of it. */
export interface EventStep {
  readonly step: string;
  readonly outcome: Outcome;
  /** Whether the party is only made to grant it. */
  readonly isGranted: boolean;
}

/** One thing that a task demands, whether it is met, and what decides that. */
export type Demand =
  /** Up to the task's step the branch is the scenario. */
  | {
      readonly kind: 'begins';
      readonly isMet: boolean;
      /** The last step that may not be changed; null where there is none. */
      readonly step: NamedStep | null;
      /** The last step that both have in common; null where they have none. */
      readonly shared: NamedStep | null;
    }
  | {
      readonly kind: 'gate';
      readonly isMet: boolean;
      readonly goal: Goal;
      /** How it stands at the end under that reading. */
      readonly party: PartyStanding;
      /** The step that took its event there; where none did, the last that would have; null where there is none. */
      readonly last: EventStep | null;
    }
  | {
      readonly kind: 'before';
      readonly isMet: boolean;
      readonly day: Day;
      /** The steps that lie later, or whose day nothing tells. */
      readonly late: readonly DatedStep[];
    }
  | {
      readonly kind: 'without';
      readonly isMet: boolean;
      readonly limit: TaskLimit;
      readonly found: readonly BarredStep[];
    }
  | {
      readonly kind: 'most';
      readonly isMet: boolean;
      readonly most: number;
      readonly taken: number;
    };

/** A branch held against a task. */
export interface MarkedTask {
  readonly task: Task;
  readonly tried: Story;
  /** Where the branch ends. */
  readonly end: Moment;
  /** Ids of the steps that were tried: those of the branch that the scenario does not have, notes left out. */
  readonly steps: readonly string[];
  readonly demands: readonly Demand[];
  readonly isMet: boolean;
}

/** The tasks that a scenario carries. Their references were checked at load. */
export function tasksOf(agreement: Agreement, { scenario, steps }: Story): Task[] {
  return (scenario.tasks ?? []).map((task) => ({
    task,
    position:
      task.after === undefined ? steps.length - 1 : steps.findIndex(({ id }) => id === task.after),
    goals: Object.entries(task.gates).flatMap(([gate, byReading]) => {
      const event = gateOf(agreement, gate)?.event ?? gate;
      const { every, ...named } = byReading;
      const others =
        every === undefined
          ? []
          : partyReadings(agreement)
              .filter(({ id }) => named[id] === undefined)
              .map(({ id }) => [id, every] as const);
      return [...Object.entries(named), ...others].map(([reading, says]): Goal => ({
        gate,
        event,
        reading,
        says,
      }));
    }),
  }));
}

/**
 * Marks a branch against a task: what it is demanded to come to, and what it does not.
 *
 * @param base the scenario that sets the task
 * @param tried the branch; what it has in common with the scenario from the first step on is not its own
 * @param end where the branch ends, where that was played before
 */
export function markTask(
  agreement: Agreement,
  task: Task,
  base: Story,
  tried: Story,
  end: Moment = momentAt(agreement, tried, NOW),
): MarkedTask {
  const shared = sharedSteps(base, tried);
  const own = end.played.steps.slice(shared).filter(({ step }) => step.action.kind !== 'note');
  const { before, without, most } = task.task;
  const demands: Demand[] = [
    {
      kind: 'begins',
      isMet: shared > task.position,
      step: base.steps[task.position] ?? null,
      shared: tried.steps[shared - 1] ?? null,
    },
    ...task.goals.map((goal) => gateDemand(end, goal)),
    ...(before === undefined ? [] : [dayDemand(own, before)]),
    ...without.map((limit) => limitDemand(agreement, own, limit)),
    ...(most === undefined
      ? []
      : [{ kind: 'most' as const, isMet: own.length <= most, most, taken: own.length }]),
  ];
  return {
    task,
    tried,
    end,
    steps: own.map(({ step }) => step.id),
    demands,
    isMet: demands.every(({ isMet }) => isMet),
  };
}

/**
 * How many steps two stories have in common from the first on. A branch that was handed on has steps of the scenario
 * written out as its own where it could not refer to them, so that what a step is and does counts, not where it is written.
 */
function sharedSteps(base: Story, tried: Story): number {
  const parted = tried.steps.findIndex((step, index) => {
    const other = base.steps[index];
    return other === undefined || (other !== step && whatItIs(other) !== whatItIs(step));
  });
  return parted < 0 ? tried.steps.length : parted;
}

function whatItIs({ id, date, action, disputedBy, void: attempt }: StoryStep): string {
  return JSON.stringify([id, date, action, disputedBy, attempt]);
}

function gateDemand(end: Moment, goal: Goal): Demand {
  const { event, reading, says } = goal;
  const { parties, terms } = standing(end, event, [reading]);
  const [party] = [...parties, ...terms];
  if (party === undefined) throw new Error(`There is no reading ${reading}.`);
  const all = end.played.steps.flatMap(({ step: { id, action }, outcomes }): EventStep[] => {
    const outcome = outcomes[reading];
    const isAbout =
      action.kind === 'event' || (action.kind === 'acknowledge' && action.reading === reading);
    if (!isAbout || action.event !== event || outcome === undefined) return [];
    return [{ step: id, outcome, isGranted: action.kind === 'acknowledge' }];
  });
  // That it is reported again changes nothing for who had recognised it before.
  const last =
    all.findLast(({ outcome: { status } }) => status === 'recognised' || status === 'unopposed') ??
    all.at(-1) ??
    null;
  // What may happen again is never taken for good; what was undone since is not recognised any more.
  const isThere = end.agreement.events.get(event)?.again === true || party.taken === true;
  const isRecognised = isThere && last?.outcome.status === 'recognised' && !last.isGranted;
  const isMet = says === 'recognised' ? isRecognised : party.verdict === says;
  return { kind: 'gate', isMet, goal, party, last };
}

/** By the day that the model takes each step to be on: an undated one is on that of the step before it. */
function dayDemand(own: readonly PlayedStep[], day: Day): Demand {
  const late = own
    .filter((played) => played.day === null || played.day >= day)
    .map((played) => ({ step: played.step.id, day: played.day }));
  return { kind: 'before', isMet: late.length === 0, day, late };
}

function limitDemand(agreement: Agreement, own: readonly PlayedStep[], limit: TaskLimit): Demand {
  const found = own.flatMap((played) => barredBy(agreement, played, limit));
  return { kind: 'without', isMet: found.length === 0, limit, found };
}

function barredBy(
  agreement: Agreement,
  { step: { id: step, action }, outcomes }: PlayedStep,
  limit: TaskLimit,
): BarredStep[] {
  switch (limit) {
    case 'waivers':
      return action.kind === 'waive' ? [{ step, reading: action.reading, outcome: null }] : [];
    case 'grants':
      return action.kind === 'acknowledge'
        ? [{ step, reading: action.reading, outcome: null }]
        : [];
    case 'assumptions':
      return action.kind === 'assume' || action.kind === 'unknown'
        ? [{ step, reading: null, outcome: null }]
        : [];
    case 'refusals':
      return partyReadings(agreement).flatMap(({ id: reading }) => {
        const outcome = outcomes[reading];
        return outcome?.status === 'refused' ? [{ step, reading, outcome }] : [];
      });
  }
}
