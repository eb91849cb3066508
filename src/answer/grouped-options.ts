import type { Agreement, AgreementEvent, Controllers } from '../model/agreement.ts';
import { type Condition, type Leaf, leavesOf } from '../model/condition.ts';
import type { Outcome } from '../model/run.ts';
import { REPORTED } from '../model/runner.ts';
import { eventsMeeting, leafControllers, takingPartIn } from '../model/region-moves.ts';
import type { EventOption } from './outlook.ts';

/**
 * How an event stands under a chosen reading, in the order in which a palette lists them. `contested` is what the
 * chosen reading does not take and another party's would, by a position that it states or for want of any gate;
 * `unknown` what it takes in some of its possible states only.
 */
export const OPTION_STANDINGS = [
  'possible',
  'unknown',
  'contested',
  'refused',
  'already',
  'impossible',
] as const;
export type OptionStanding = (typeof OPTION_STANDINGS)[number];

/** A leaf that holds an event up, and who can bring about what it asks; null where no document says who. */
export interface MissingLeaf {
  readonly leaf: Leaf;
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can. */
  readonly takingPart: readonly string[];
}

/** An event with how it stands under the chosen reading, and everything that this rests on. */
export interface GroupedOption {
  readonly event: AgreementEvent;
  readonly option: EventOption;
  readonly standing: OptionStanding;
  /** What the chosen reading makes of it. */
  readonly outcome: Outcome;
  /** The other readings that would take it, with whether they state a position on its gate. */
  readonly takenBy: readonly { readonly reading: string; readonly isStated: boolean }[];
  /** The unmet leaves of its blocking sets, each once. */
  readonly missing: readonly MissingLeaf[];
}

/** The events of one home region. */
export interface OptionGroup {
  readonly region: string;
  readonly title: string;
  readonly options: readonly GroupedOption[];
}

/**
 * The events of the agreement by their home region: regions with what stands best first, and inside a region in the
 * order of {@link OPTION_STANDINGS}; what stands alike keeps the order of the statechart.
 *
 * @param options every event as each run would make of it
 * @param reading a reading's id, or `reported`
 */
export function optionsGrouped(
  agreement: Agreement,
  options: readonly EventOption[],
  reading: string,
): OptionGroup[] {
  const leaves = leavesById(agreement);
  const groups = new Map<string, GroupedOption[]>();
  for (const option of options) {
    const event = agreement.events.get(option.event);
    if (event === undefined) continue;
    const group = groups.get(event.home) ?? [];
    group.push(judged(agreement, event, option, reading, leaves));
    groups.set(event.home, group);
  }
  return agreement.statechart.regions
    .flatMap(({ id, title }): OptionGroup[] => {
      const group = groups.get(id);
      return group === undefined
        ? []
        : [{ region: id, title, options: group.toSorted((a, b) => rank(a) - rank(b)) }];
    })
    .toSorted((left, right) => bestOf(left) - bestOf(right));
}

function rank(option: GroupedOption): number {
  return OPTION_STANDINGS.indexOf(option.standing);
}

function bestOf(group: OptionGroup): number {
  const [best] = group.options;
  return best === undefined ? OPTION_STANDINGS.length : rank(best);
}

function judged(
  agreement: Agreement,
  event: AgreementEvent,
  option: EventOption,
  reading: string,
  leaves: ReadonlyMap<string, Leaf>,
): GroupedOption {
  const outcome = reading === REPORTED ? option.reported : option.outcomes[reading];
  if (outcome === undefined)
    throw new Error(`The agreement ${agreement.id} has no reading ${reading}.`);
  const takenBy = Object.entries(option.outcomes)
    .filter(([id, other]) => id !== reading && other.status === 'recognised')
    .map(([id, other]) => ({ reading: id, isStated: other.position !== 'unstated' }));
  const isTakenElsewhere = takenBy.some(
    (other) => other.isStated && agreement.readings.get(other.reading)?.kind === 'party',
  );
  const missing = [...new Set(outcome.blocking.flat())].flatMap((id): MissingLeaf[] => {
    const leaf = leaves.get(id);
    if (leaf === undefined) return [];
    const controllers = leafControllers(agreement, leaf);
    return [{ leaf, controllers, takingPart: takingPartIn(eventsMeeting(agreement, leaf)) }];
  });
  return {
    event,
    option,
    standing: standingOf(outcome, isTakenElsewhere),
    outcome,
    takenBy,
    missing,
  };
}

function standingOf(outcome: Outcome, isTakenElsewhere: boolean): OptionStanding {
  switch (outcome.status) {
    case 'recognised':
      return 'possible';
    case 'unknown':
      return 'unknown';
    case 'refused':
    case 'disputed':
      return isTakenElsewhere ? 'contested' : 'refused';
    case 'already':
      return isTakenElsewhere ? 'contested' : 'already';
    default:
      return isTakenElsewhere ? 'contested' : 'impossible';
  }
}

/** Every leaf of the agreement, by id. */
export function leavesById(agreement: Agreement): Map<string, Leaf> {
  const conditions: Condition[] = [...agreement.base.values()];
  for (const reading of agreement.readings.values()) {
    for (const { stated } of reading.gates.values()) if (stated) conditions.push(stated.condition);
  }
  return new Map(conditions.flatMap(leavesOf).map((leaf) => [leaf.id, leaf]));
}
