import type { ConditionFile } from '../model/shapes/condition.ts';
import { canBeMet, type Reach, reachOf, type WrittenChart } from './reach.ts';
import { quote } from './show.ts';
import type { WrittenCondition } from './vocabulary.ts';

/** Why a condition can never be met before its event, and how to mend it. */
export interface NeverMet {
  readonly written: WrittenCondition;
  readonly message: string;
  readonly hint: string;
  /** Whether it follows from another one that can never be met. */
  readonly follows: boolean;
}

/**
 * Of the conditions before one event, those that can never be met before it is taken for the first time: nothing leads
 * to the stages that they ask for, or nothing that can come before the event.
 */
export function neverMet(chart: WrittenChart, conditions: readonly WrittenCondition[]): NeverMet[] {
  const [first] = conditions;
  if (first === undefined) return [];
  const { event } = first;
  const others = { ...chart, events: chart.events.filter(({ id }) => id !== event) };
  const free = (isFree: (id: string) => boolean): WrittenChart => ({
    ...chart,
    events: chart.events.map((each) => (isFree(each.id) ? { ...each, requirement: null } : each)),
  });
  const before = reachOf(others);
  const meets = ({ condition }: WrittenCondition, reached: Reach) => canBeMet(condition, reached);
  const missed = conditions.filter((written) => !meets(written, before));
  if (missed.length === 0) return [];
  const anyhow = reachOf(free(() => true));
  const oncePassed = reachOf(free((id) => id === event));
  return missed.map((written) => {
    const { id, region, stages } = written.condition;
    const what = `the condition ${quote(id)} before ${event} can never be met`;
    const where = `${region} to ${stages.join(' or ')}`;
    if (!meets(written, anyhow))
      return {
        written,
        message: `${what}: no event brings ${where} from where it starts`,
        hint: `add an event that brings ${region} there, or ask for stages that it can come to`,
        follows: false,
      };
    if (meets(written, oncePassed))
      return {
        written,
        message: `${what}: the events that bring ${where} come only after ${event} itself`,
        hint: `ask for something that can come before ${event}, or add an event that brings ${region} there without it`,
        follows: false,
      };
    return {
      written,
      message: `${what}: the events that bring ${where} require something that can never be met`,
      hint: 'correct the requirements of those events, or ask for other stages',
      follows: true,
    };
  });
}

/** Whether what is asked before an event can never be met as a whole before it is taken for the first time. */
export function isNeverMet(chart: WrittenChart, event: string, asked: ConditionFile): boolean {
  const others = { ...chart, events: chart.events.filter(({ id }) => id !== event) };
  return !canBeMet(asked, reachOf(others));
}
