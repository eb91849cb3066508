import type { AgreementEvent, Controllers } from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import type { Moment } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Statement } from '../model/statement.ts';
import { controllersOf, eventsMeeting, takingPartIn, unheldBefore } from '../model/region-moves.ts';
import { type Standing, standing } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { type EventOption, outlookOf } from './outlook.ts';

/**
 * How welcome an event is, in the order in which a palette lists them: what can be taken is not yet what nobody minds.
 */
export const OPTION_STANDINGS = [
  /** The chosen run takes it, no stated position refuses it, and the model requires nothing that is unmet. */
  'possible',
  /** It turns on what is not known, in the chosen run or for a party that holds something on it. */
  'unknown',
  /** Its gate is contested: one party's position lets it pass, or has let it, and another's closes it. */
  'contested',
  /** A stated position refuses it, and none lets it pass. */
  'refused',
  /** Only the model's own requirement is unmet. */
  'held',
  /** The chosen run has it behind it. */
  'already',
  /** The chosen run stands where it cannot happen. */
  'impossible',
] as const;
export type OptionStanding = (typeof OPTION_STANDINGS)[number];

/** A condition that holds an event up, and who can bring about what it asks; null where no document says who. */
export interface MissingCondition {
  readonly condition: Condition;
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can. */
  readonly takingPart: readonly string[];
  /** The first event on every path there, before the last, that no document gives to anybody. */
  readonly unheldBefore: string | null;
}

/** An event with how welcome it is, and everything that this rests on. */
export interface GroupedOption {
  readonly event: AgreementEvent;
  readonly option: EventOption;
  readonly group: OptionStanding;
  readonly standing: Standing;
  /** What the chosen run makes of it. */
  readonly outcome: Outcome;
  /** The conditions of minimal sets that hold it up, by any party or the model, each once. */
  readonly missing: readonly MissingCondition[];
  /** The objections that keep it closed for some party. */
  readonly objections: readonly Statement[];
}

/** The events of one home region. */
export interface OptionGroup {
  readonly region: string;
  readonly title: string;
  readonly options: readonly GroupedOption[];
}

/**
 * The events of the agreement by their home region: regions with the most welcome first, and inside a region in the
 * order of {@link OPTION_STANDINGS}; what stands alike keeps the order of the statechart.
 *
 * @param run a reading's id, or `reported`
 */
export function optionsGrouped(moment: Moment, run: string): OptionGroup[] {
  const { agreement } = moment;
  const groups = new Map<string, GroupedOption[]>();
  for (const option of outlookOf(moment)) {
    const event = agreement.events.get(option.event);
    if (event === undefined) continue;
    const group = groups.get(event.home) ?? [];
    group.push(grouped(moment, event, option, run));
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
  return OPTION_STANDINGS.indexOf(option.group);
}

function bestOf(group: OptionGroup): number {
  const [best] = group.options;
  return best === undefined ? OPTION_STANDINGS.length : rank(best);
}

function grouped(
  moment: Moment,
  event: AgreementEvent,
  option: EventOption,
  run: string,
): GroupedOption {
  const { agreement } = moment;
  const outcome = run === REPORTED ? option.reported : option.outcomes[run];
  if (outcome === undefined)
    throw new Error(`The agreement ${agreement.id} has no reading ${run}.`);
  const found = standing(moment, event.id);
  const missing = new Map<string, Condition>();
  const all = [
    ...outcome.unmet,
    ...outcome.heldBy,
    ...found.parties.flatMap(({ unmet }) => unmet),
    ...(found.requirement?.unmet ?? []),
  ];
  for (const condition of all.flat()) missing.set(condition.id, condition);
  return {
    event,
    option,
    group: groupOf(found, outcome),
    standing: found,
    outcome,
    missing: [...missing.values()].map((condition) => {
      const from = moment.states[condition.reading ?? REPORTED]?.facts[condition.region]?.possible;
      const meeting = eventsMeeting(agreement, condition, from);
      return {
        condition,
        controllers: controllersOf(meeting),
        takingPart: takingPartIn(meeting),
        unheldBefore: unheldBefore(agreement, condition, from ?? []),
      };
    }),
    objections: found.parties.flatMap(({ objections }) => objections),
  };
}

function groupOf({ verdict, requirement }: Standing, { status }: Outcome): OptionStanding {
  if (status === 'impossible') return 'impossible';
  if (verdict === 'contested') return 'contested';
  switch (status) {
    case 'already':
    case 'refused':
    case 'held':
      return status;
    case 'recognised':
    case 'unopposed':
      break;
    default:
      return 'unknown';
  }
  // The chosen run would take it; whether it is welcome is for the parties to say, and for the model.
  if (verdict === 'closed') return 'refused';
  if (verdict === 'unknown') return 'unknown';
  const required = requirement?.truth ?? (requirement === null ? true : null);
  if (required === false) return 'held';
  return required === null ? 'unknown' : 'possible';
}
