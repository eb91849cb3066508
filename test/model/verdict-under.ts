import type { Agreement } from '../../src/model/agreement.ts';
import { NOW, type Moment } from '../../src/model/moment.ts';
import type { RunState } from '../../src/model/run-state.ts';
import { startOf } from '../../src/model/run.ts';
import { type PartyStanding, standing } from '../../src/model/standing.ts';

/** How an event stands under one reading whose run is in a given state on a day. */
export function verdictUnder(
  agreement: Agreement,
  reading: string,
  event: string,
  state: RunState,
  day: string | null,
): PartyStanding {
  const start = startOf(agreement);
  const moment: Moment = {
    agreement,
    story: {
      scenario: {
        agreement: agreement.id,
        id: 'none',
        kind: 'hypothetical',
        title: 'None',
        summary: 'None.',
        steps: [],
      },
      steps: [],
      inherited: 0,
    },
    viewpoint: NOW,
    played: { agreement, start, steps: [] },
    stepIndex: -1,
    day,
    states: { ...start, [reading]: state },
    perhaps: [],
    notKnown: [],
    perhapsKnown: [],
    nothingPublished: false,
  };
  const { parties, terms } = standing(moment, event, [reading]);
  const [found] = [...parties, ...terms];
  if (found === undefined) throw new Error(`There is no reading ${reading}.`);
  return found;
}
