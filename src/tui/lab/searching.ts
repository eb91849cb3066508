import { coalitions } from '../../search/coalitions.ts';
import { gatePassed } from '../../search/goal.ts';
import { plan } from '../../search/plan.ts';
import { readProperties } from '../../search/read-properties.ts';
import { perspectivesOf } from '../../search/perspective.ts';
import { verifyAll } from '../../search/verify-all.ts';
import { waits } from '../../search/waits.ts';
import type { Work } from '../../search/work.ts';
import type { Session } from '../session.ts';
import type { Answer, Question } from './question.ts';

export { finishInTurns } from '../../search/work.ts';

/**
 * Works out a question in small steps. The explorer is large and most sessions never ask, so this file is the one
 * that the UI loads only then.
 */
export function* searched({ agreement, properties }: Session, question: Question): Work<Answer> {
  const { standpoints } = question;
  switch (question.kind) {
    case 'missing':
      return { kind: 'failed', message: 'there is nothing to search for' };
    case 'waits':
      return { kind: 'waits', answer: waits(agreement, { standpoints }) };
    case 'properties': {
      const wanted = properties === null ? [] : readProperties(properties);
      const perspectives = perspectivesOf(agreement, standpoints);
      return { kind: 'properties', answer: yield* verifyAll(agreement, wanted, perspectives) };
    }
    case 'plan': {
      const goal = gatePassed(agreement, question.gate);
      return { kind: 'plan', answer: yield* plan(agreement, { standpoints, goal }) };
    }
    case 'coalitions': {
      const goal = gatePassed(agreement, question.gate);
      return { kind: 'coalitions', answer: yield* coalitions(agreement, { standpoints, goal }) };
    }
  }
}
