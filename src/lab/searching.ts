import { coalitions } from '../search/coalitions.ts';
import { eventGoal } from '../search/goal.ts';
import { plan } from '../search/plan.ts';
import { readProperties } from '../search/read-properties.ts';
import { perspectivesOf } from '../search/perspective.ts';
import { standpointsOf } from '../search/standpoints.ts';
import { verifyAll } from '../search/verify-all.ts';
import { waits } from '../search/waits.ts';
import type { Work } from '../search/work.ts';
import type { Found } from '../answer/found.ts';
import type { Question } from './question.ts';
import type { Setting } from './state.ts';

export { finishInTurns } from '../search/work.ts';

/**
 * Works out a question in small steps. The explorer is large and most sessions never ask, so this file is the one
 * that is loaded only then.
 */
export function* searched({ properties }: Setting, question: Question): Work<Found> {
  const { kind, gate, moment, readings } = question;
  const { agreement } = moment;
  const goal = eventGoal(agreement.gates.get(gate)?.event ?? gate);
  switch (kind) {
    case 'missing':
    case 'duties':
      return { kind: 'failed', message: 'there is nothing to search for' };
    case 'waits':
      return { kind: 'waits', answer: waits(moment, { readings }) };
    case 'properties': {
      const asked = properties === null ? [] : readProperties(properties);
      const perspectives = perspectivesOf(moment, { from: 'moment' });
      return {
        kind: 'properties',
        answer: yield* verifyAll(agreement, asked, perspectives, 'all'),
      };
    }
    case 'plan':
    case 'coalitions': {
      const from = standpointsOf(moment, readings, [goal]);
      if (!from.ok) return { kind: 'unknown', unknown: from.unknown };
      const { standpoints, unknown } = from;
      return kind === 'plan'
        ? { kind, unknown, answer: yield* plan(agreement, { standpoints, goal }) }
        : { kind, unknown, answer: yield* coalitions(agreement, { standpoints, goal }) };
    }
  }
}
