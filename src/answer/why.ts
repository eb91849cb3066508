import type { AgreementEvent } from '../model/agreement.ts';
import { type Condition, conditionsOf } from '../model/condition.ts';
import {
  type ConditionStatus,
  conditionStatus,
  disputingParties,
} from '../model/condition-status.ts';
import type { Ending } from '../model/endings.ts';
import { type Moment, published } from '../model/moment.ts';
import { conditionSpan, hasBegun, type Span, spanOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import type { Fact, RunState } from '../model/run-state.ts';
import { type PartyStanding, type Standing, standing } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';

/**
 * Whether a statement is in force by the day: for certain, perhaps, not yet, or no longer, since it has ended or a later
 * one of the same party has taken its place.
 */
export type Force = 'certain' | 'perhaps' | 'notYet' | 'over';

/** A condition on the region, before the event and under the reading that asks it. */
export interface HeldUp {
  readonly event: AgreementEvent;
  readonly reading: string;
  readonly statement: Statement;
  /** From when the condition is asked, by its own days and its statement's. */
  readonly span: Span;
  readonly force: Force;
  /** How it came to be asked no longer, or perhaps no longer; null where it did not. */
  readonly ended: Ending | null;
  /** How the condition stands in the reading's own run. */
  readonly status: ConditionStatus;
  /** How the event stands under that reading. */
  readonly party: PartyStanding;
  /** Whether the condition is in a minimal unmet set, so that the event waits for it under that reading. */
  readonly blocks: boolean;
}

/** A condition on the region that the model itself requires before an event; no party's position. */
export interface Required {
  readonly event: AgreementEvent;
  /** As reported. */
  readonly status: ConditionStatus;
  readonly blocks: boolean;
}

/** Where the region stands in some runs, all alike. */
export interface RegionFact {
  readonly runs: readonly string[];
  readonly fact: Fact;
  /** Parties whose claims dispute those behind the fact. */
  readonly disputedBy: readonly string[];
}

/** What a region's stage holds up, and who says so: from the region back to events and readings. */
export interface Why {
  readonly region: string;
  /** The stage asked about, or null for the region as a whole. */
  readonly stage: string | null;
  readonly facts: readonly RegionFact[];
  readonly heldUp: readonly HeldUp[];
  readonly required: readonly Required[];
  /** What is said to stand in the way of an event without being a condition, and speaks of the region. */
  readonly inTheWay: readonly {
    readonly event: AgreementEvent;
    readonly claims: readonly string[];
  }[];
  /** Claims that speak of the region. */
  readonly claims: readonly string[];
}

/**
 * Nothing that had not been published by the day that the moment allows is in the answer.
 *
 * @param stage lists only conditions that this stage would meet
 */
export function whyRegion(moment: Moment, region: string, stage: string | null): Why {
  const { agreement } = moment;
  const asksOf = (condition: Condition) =>
    condition.region === region && (stage === null || condition.stages.includes(stage));
  const heldUp: HeldUp[] = [];
  const required: Required[] = [];
  const inTheWay: { event: AgreementEvent; claims: readonly string[] }[] = [];
  for (const event of agreement.events.values()) {
    // Nobody asks for anything before it, and nothing is said to stand in its way.
    if (event.gate === null && event.inTheWay.length === 0) continue;
    const found = standing(moment, event.id);
    heldUp.push(...heldUpBy(moment, found, asksOf));
    for (const status of found.requirement?.conditions ?? []) {
      const { condition } = status;
      const blocks = found.requirement?.unmet.some((set) => set.includes(condition)) === true;
      if (asksOf(condition)) required.push({ event, status, blocks });
    }
    const claims = found.inTheWay.filter(
      (reference) => agreement.claims.get(reference)?.regions.includes(region) === true,
    );
    if (claims.length > 0) inTheWay.push({ event, claims });
  }
  const claims = [...agreement.claims.values()]
    .filter((claim) => claim.regions.includes(region))
    .map((claim) => claim.reference);
  return {
    region,
    stage,
    facts: factsOf(moment, region),
    heldUp,
    required,
    inTheWay,
    claims: published(moment, claims),
  };
}

/** The conditions on an event that pass the test, of every statement that had been published, with its standing. */
function heldUpBy(
  moment: Moment,
  { event, parties, terms }: Standing,
  asksOf: (condition: Condition) => boolean,
): HeldUp[] {
  const { agreement, viewpoint } = moment;
  return [...parties, ...terms].flatMap((party) => {
    const state = runOf(moment, party.reading);
    const statements = agreement.readings.get(party.reading)?.positions.get(event.id) ?? [];
    return statements.flatMap((statement): HeldUp[] => {
      const held = spanOf(agreement, statement, viewpoint.knownBy);
      if (held === null) return [];
      return conditionsOf(statement.asked)
        .filter(asksOf)
        .map((condition) => {
          const span = conditionSpan(held, condition);
          const force = forceOf(moment, party, condition, span);
          return {
            event,
            reading: party.reading,
            statement,
            span,
            force,
            ended: endingOf(party, statement, condition),
            status: conditionStatus(moment, condition, state, {
              isCertain: force === 'certain',
              waived: state.waived,
            }),
            party,
            blocks: party.unmet.some((set) => set.includes(condition)),
          };
        });
    });
  });
}

function forceOf(
  { day }: Moment,
  { conditions }: PartyStanding,
  condition: Condition,
  span: Span,
): Force {
  const inForce = conditions.find((each) => each.condition === condition);
  if (inForce !== undefined) return inForce.isCertain ? 'certain' : 'perhaps';
  return hasBegun(span, day) === false ? 'notYet' : 'over';
}

/** How a condition came to be asked no longer, by itself or with its statement. */
function endingOf(
  { ended }: PartyStanding,
  statement: Statement,
  condition: Condition,
): Ending | null {
  const own = ended.filter((each) => each.statement === statement);
  return (
    own.find((each) => each.condition === condition) ??
    own.find((each) => each.condition === null) ??
    null
  );
}

/** Where the region stands, the runs in which it stands alike together. */
function factsOf(moment: Moment, region: string): RegionFact[] {
  const { agreement, viewpoint } = moment;
  const byFact = new Map<Fact, string[]>();
  for (const run of [...agreement.readings.keys(), REPORTED]) {
    const fact = runOf(moment, run).facts[region];
    if (fact === undefined) continue;
    const same = [...byFact.keys()].find((other) => isAlike(other, fact)) ?? fact;
    byFact.set(same, [...(byFact.get(same) ?? []), run]);
  }
  return [...byFact].map(([fact, runs]) => {
    const claims = published(moment, fact.claims);
    return {
      runs,
      fact: { ...fact, claims },
      disputedBy: disputingParties(agreement, region, claims, viewpoint.knownBy),
    };
  });
}

function isAlike(left: Fact, right: Fact): boolean {
  return (
    left.step === right.step &&
    left.possible.length === right.possible.length &&
    left.possible.every((stage) => right.possible.includes(stage))
  );
}

function runOf({ agreement, states }: Moment, run: string): RunState {
  const state = states[run];
  if (state === undefined) throw new Error(`The agreement ${agreement.id} has no reading ${run}.`);
  return state;
}
