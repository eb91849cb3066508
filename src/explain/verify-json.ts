import { type Moment, published } from '../model/moment.ts';
import type { PerspectivesRequest } from '../search/perspective.ts';
import type { Verified } from '../search/verify-all.ts';
import type { VerifyFound } from './shapes/verify.ts';
import { perspectiveTitle } from './property-text.ts';

/** What verifying came to, as one object; counts as decimal digits, which JSON carries exactly. */
export function verifyJson(
  moment: Moment,
  from: PerspectivesRequest['from'],
  { explored, properties }: Verified,
  saves: readonly string[],
): VerifyFound {
  const { agreement } = moment;
  return {
    from,
    explored: explored.map(({ reading, states, nodes, complete, unknown }) => ({
      reading,
      readingTitle: perspectiveTitle(agreement, reading),
      states: states === null ? null : states.toString(),
      nodes,
      complete,
      unknown,
    })),
    properties: properties.map(({ property, answers }) => ({
      id: property.id,
      title: property.title,
      why: property.why,
      basis: property.claims.length === 0 ? 'model' : 'claims',
      claims: published(moment, property.claims),
      formula: property.formula,
      answers: answers.map(({ reading, answer, runs, unknown }) => ({
        reading,
        readingTitle: perspectiveTitle(agreement, reading),
        verdict: answer.verdict,
        witness: answer.witness,
        counterexample: answer.counterexample,
        runs,
        unknown,
      })),
    })),
    saves,
  };
}
