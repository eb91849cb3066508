import { partyTitle, readingTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { CoalitionAnswer, CoalitionsFromOne } from '../search/coalitions.ts';
import type { LostFromOne, PointOfNoReturn } from '../search/no-return.ts';
import type { VetoAnswer, VetoesFromOne } from '../search/veto.ts';
import type { Wait, WaitsAnswer } from '../search/waits.ts';
import { askedConditionJson, setsJson } from './condition-json.ts';
import type { Judged } from './judged.ts';
import type { LostUnder } from './no-return-text.ts';
import type { PivotsUnder } from './pivots-text.ts';
import { casesJson, goalJson } from './search-json.ts';
import type { Searched } from './search-text.ts';
import type {
  CoalitionsFound,
  NoReturnFound,
  PivotsFound,
  VetoFound,
  WaitsFound,
} from './shapes/who.ts';
import { eventTitle } from './words.ts';

/**
 * What `coalitions` found, as one object.
 *
 * @param onlyHelped takes the sets that would suffice if events of unstated controllers came about for the answer
 */
export function coalitionsJson(
  { moment, goal }: Searched,
  answer: CoalitionAnswer,
  onlyHelped = false,
): CoalitionsFound {
  const fromOne = (from: CoalitionsFromOne) => {
    const helped = from.helped?.map(({ parties, assumed }) => ({ parties, assumed }));
    return {
      ...from,
      reason: from.reason === null ? null : { events: [], ...from.reason },
      minimal: onlyHelped ? (helped ?? from.minimal) : from.minimal,
      unstated: onlyHelped ? ('free' as const) : ('nobody' as const),
    };
  };
  return {
    ...goalJson(moment.agreement, goal),
    ...fromOne(answer),
    cases: casesJson(moment.agreement, answer.cases, fromOne),
  };
}

/** What `veto` found, as one object. */
export function vetoJson({ moment, goal }: Searched, answer: VetoAnswer): VetoFound {
  const { agreement } = moment;
  const titled = <T extends { readonly party: string }>(each: T) => ({
    ...each,
    partyTitle: partyTitle(agreement, each.party),
  });
  const fromOne = (from: VetoesFromOne) => ({
    ...from,
    vetoes: from.vetoes.map(titled),
    undoneByAssumed: from.undoneByAssumed.map(titled),
  });
  return {
    ...goalJson(agreement, goal),
    ...fromOne(answer),
    cases: casesJson(agreement, answer.cases, fromOne),
  };
}

/** What `waits` found, as one object. */
export function waitsJson(moment: Moment, answer: WaitsAnswer): WaitsFound {
  const { agreement } = moment;
  const waitJson = (wait: Wait) => ({
    ...waitingJson(moment, wait),
    to: wait.to,
    toTitle: partyTitle(agreement, wait.to),
    together: wait.together,
  });
  return {
    waits: answer.waits.map(waitJson),
    cycles: answer.cycles.map(({ parties, waits }) => ({ parties, waits: waits.map(waitJson) })),
    forNobody: answer.forNobody.map((wait) => ({
      ...waitingJson(moment, wait),
      takingPart: wait.takingPart,
    })),
    ownHands: answer.ownHands.map((each) => waitingJson(moment, each)),
    heldBack: answer.heldBack.map(({ event, gate, unmet }) => ({
      event,
      eventTitle: eventTitle(agreement, event),
      gate,
      unmet: setsJson(unmet),
      conditions: [...new Set(unmet.flat())].map((each) => askedConditionJson(moment, each)),
    })),
  };
}

function waitingJson(
  moment: Judged,
  { from, event, gate, condition, isCertain, claims, basis }: Omit<Wait, 'to' | 'together'>,
) {
  const { agreement } = moment;
  return {
    from,
    fromTitle: partyTitle(agreement, from),
    event,
    eventTitle: eventTitle(agreement, event),
    gate,
    condition: askedConditionJson(moment, condition),
    isCertain,
    claims: published(moment, claims),
    basis,
  };
}

/** What `pivots` found, as one object. */
export function pivotsJson(
  { moment }: Pick<Searched, 'moment'>,
  found: readonly PivotsUnder[],
): PivotsFound {
  const { agreement } = moment;
  return {
    pivots: found.map(({ reading, answer }) => ({
      reading,
      readingTitle: readingTitle(agreement, reading),
      pivots: answer.pivots.map(({ dropped, verdicts, goals }) => ({
        dropped,
        verdicts: verdicts.map(({ event, ...both }) => ({
          event,
          eventTitle: eventTitle(agreement, event),
          gate: agreement.events.get(event)?.gate ?? null,
          ...both,
        })),
        goals: goals.map(({ goal, reachableAfter }) => ({
          ...goalJson(agreement, goal),
          reachableAfter,
        })),
      })),
      tried: answer.tried,
      complete: answer.complete,
    })),
  };
}

/** What `points-of-no-return` found, as one object; counts as decimal digits, which JSON carries exactly. */
export function noReturnJson(
  { moment, goal }: Searched,
  found: readonly LostUnder[],
): NoReturnFound {
  const { agreement } = moment;
  const pointJson = ({ states, event, ...point }: PointOfNoReturn) => ({
    event,
    eventTitle: eventTitle(agreement, event),
    ...point,
    claims: published(moment, agreement.events.get(event)?.claims ?? []),
    states: states.toString(),
  });
  const fromOne = (from: LostFromOne) => ({
    isReached: from.isReached,
    points: from.points.map(pointJson),
    undoneByAssumed: from.undoneByAssumed.map(pointJson),
    possible: from.possible?.toString() ?? null,
    lost: from.lost?.toString() ?? null,
    complete: from.complete,
  });
  return {
    ...goalJson(agreement, goal),
    points: found.map(({ reading, answer }) => ({
      reading,
      readingTitle: readingTitle(agreement, reading),
      ...fromOne(answer),
      cases: casesJson(agreement, answer.cases, fromOne),
      inEach: answer.inEach,
    })),
  };
}
