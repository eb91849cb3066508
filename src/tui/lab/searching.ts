import { coalitions } from '../../explorer/coalitions.ts';
import { gatePassed } from '../../explorer/goal.ts';
import { plan } from '../../explorer/plan.ts';
import { readProperties } from '../../explorer/read-properties.ts';
import { perspectivesOf } from '../../explorer/perspective.ts';
import { verifyAll } from '../../explorer/verify-all.ts';
import { waits } from '../../explorer/waits.ts';
import type { Work } from '../../explorer/work.ts';
import type { Session } from '../session.ts';
import type { Answer, Question } from './question.ts';

export { finishInTurns } from '../../explorer/work.ts';

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
