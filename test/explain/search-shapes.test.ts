import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import type { Moment } from '../../src/model/moment.ts';
import { planJson } from '../../src/explain/plan-json.ts';
import { searchJson, unansweredJson } from '../../src/explain/search-json.ts';
import type { Searched } from '../../src/explain/search-text.ts';
import { unblockJson } from '../../src/explain/unblock-json.ts';
import { verifyJson } from '../../src/explain/verify-json.ts';
import {
  coalitionsJson,
  noReturnJson,
  pivotsJson,
  vetoJson,
  waitsJson,
} from '../../src/explain/who-json.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { perspectivesOf } from '../../src/search/perspective.ts';
import { pivots } from '../../src/search/pivots.ts';
import { plan } from '../../src/search/plan.ts';
import {
  always,
  eventuallyPossible,
  type Formula,
  leadsTo,
  never,
  precedes,
  sometimes,
} from '../../src/search/property.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { unblock } from '../../src/search/unblock.ts';
import { type Verified, verifyAll } from '../../src/search/verify-all.ts';
import { vetoes } from '../../src/search/veto.ts';
import { waits } from '../../src/search/waits.ts';
import { type OutputName, wrongIn } from '../draw/fitting.ts';
import { anyInventedMoment, anyMomentOf, HARBOUR } from './moments.ts';
import { stopped } from './searched.ts';

/** What is wrong with the answers of searches from a moment, each let go on for so many steps. */
function wrongFrom(moment: Moment, event: string, steps: number): string[] {
  const { agreement, viewpoint } = moment;
  const readings = partyReadings(agreement).map(({ id }) => id);
  const searched: Searched = { moment, goal: event, readings };
  const goal = eventGoal(event);
  const from = standpointsOf(moment, readings, [goal]);
  const wrong = (name: OutputName, found: object) =>
    wrongIn(
      name,
      searchJson(searched, found, steps === 0 ? 'the beginning' : null, from.unknown),
      viewpoint.knownBy,
    );
  if (!from.ok) {
    const answer = unansweredJson(searched, 'tooMuchUnknown', from.unknown);
    return [
      ...wrongIn('output-plan', answer, viewpoint.knownBy),
      ...wrongIn('output-unblock', answer, viewpoint.knownBy),
    ];
  }
  const request = { standpoints: from.standpoints, goal, alternatives: 2 };
  const found = stopped(plan(agreement, request), steps);
  const asked = { by: null, avoid: [], withoutLimits: null, saves: null };
  const opened = stopped(unblock(agreement, event, from.standpoints), steps);
  const each = readings.slice(0, 2).flatMap((reading) => {
    const own = standpointsOf(moment, [reading], [goal]);
    return own.ok ? [{ reading, standpoints: own.standpoints }] : [];
  });
  const turning = each.map(({ reading, standpoints }) => {
    const goals = [{ id: event, goal }];
    return { reading, answer: stopped(pivots(moment, { reading, standpoints, goals }), steps) };
  });
  const losing = each.map(({ reading, standpoints }) => {
    const answer = stopped(pointsOfNoReturn(agreement, { standpoints, goal }), steps);
    return { reading, answer };
  });
  const together = stopped(coalitions(agreement, request), steps);
  return [
    ...wrong('output-plan', planJson(searched, found, asked)),
    ...wrong('output-unblock', unblockJson(searched, opened)),
    ...wrong('output-coalitions', coalitionsJson(searched, together)),
    ...wrong('output-coalitions', coalitionsJson(searched, together, true)),
    ...wrong('output-veto', vetoJson(searched, stopped(vetoes(agreement, request), steps))),
    ...wrong('output-waits', waitsJson(moment, waits(moment, { readings, alsoLater: true }))),
    ...wrong('output-pivots', pivotsJson(searched, turning)),
    ...wrong('output-points-of-no-return', noReturnJson(searched, losing)),
    ...wrong('output-verify', verifyJson(moment, 'moment', verifiedFrom(moment, event, steps), [])),
  ];
}

/** Properties of every kind, looked at from a moment. */
function verifiedFrom(moment: Moment, event: string, steps: number): Verified {
  const possible = { kind: 'possible' as const, event };
  const deadEnd = { kind: 'deadEnd' as const };
  const formulas: Formula[] = [
    always({ kind: 'any', of: [{ kind: 'not', of: possible }, deadEnd] }),
    never(possible),
    sometimes({ kind: 'all', of: [possible] }),
    eventuallyPossible(possible),
    eventuallyPossible(possible, deadEnd),
    leadsTo(possible, deadEnd),
    precedes(possible, deadEnd),
  ];
  const properties = formulas.map((formula, index) => ({
    id: `property-${index}`,
    title: 'A property',
    why: 'To be looked at.',
    claims: [...moment.agreement.claims.keys()].slice(0, index % 2),
    readings: null,
    formula,
  }));
  const readings = partyReadings(moment.agreement).map(({ id }) => id);
  const perspectives = perspectivesOf(moment, { from: 'moment', readings: readings.slice(0, 1) });
  return stopped(verifyAll(moment.agreement, properties, perspectives, 'all'), steps);
}

const someSteps = fc.oneof(fc.constant(1_000_000), fc.nat({ max: 3 }));

it('what searches print of the fictional agreement is what its schemas say', () => {
  fc.assert(
    fc.property(
      anyMomentOf(HARBOUR),
      fc.constantFrom(...HARBOUR.agreement.events.keys()),
      someSteps,
      (moment, event, steps) => {
        expect(wrongFrom(moment, event, steps)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

it('what they print of agreements that nobody has written is, too', () => {
  fc.assert(
    fc.property(anyInventedMoment(), fc.nat(), someSteps, (moment, at, steps) => {
      const events = [...moment.agreement.events.keys()];
      expect(wrongFrom(moment, events[at % events.length] ?? '', steps)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
