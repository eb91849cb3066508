import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import type { Moment } from '../../src/model/moment.ts';
import { planJson } from '../../src/report/plan-json.ts';
import { searchJson, unansweredJson } from '../../src/report/search-json.ts';
import type { Searched } from '../../src/report/search-text.ts';
import { unblockJson } from '../../src/report/unblock-json.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { plan } from '../../src/search/plan.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { unblock } from '../../src/search/unblock.ts';
import { type OutputName, wrongIn } from './fitting.ts';
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
      searchJson(searched, found, steps === 0 ? 'the beginning' : null),
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
  return [
    ...wrong('output-plan', planJson(searched, found, asked)),
    ...wrong('output-unblock', unblockJson(searched, opened)),
  ];
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
    { numRuns: 60 },
  );
});

it('what they print of agreements that nobody has written is, too', () => {
  fc.assert(
    fc.property(anyInventedMoment(), fc.nat(), someSteps, (moment, at, steps) => {
      const events = [...moment.agreement.events.keys()];
      expect(wrongFrom(moment, events[at % events.length] ?? '', steps)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
