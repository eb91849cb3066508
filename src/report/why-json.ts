import type { Agreement } from '../model/agreement.ts';
import { isAtSecondHand } from '../model/verdict.ts';
import type { Standing } from '../answer/standing.ts';
import type { TimelineEntry } from '../answer/timeline.ts';
import type { Why } from '../answer/why.ts';
import { envelope } from './envelope.ts';

/** `why` as one object: where a region stands in each run, and the gates that ask for its stages. */
export function whyJson(standing: Standing, why: Why) {
  const { agreement, story, viewpoint, stepIndex } = standing;
  return {
    ...envelope(agreement),
    scenario: story.scenario.id,
    asOf: viewpoint.asOf,
    knownBy: viewpoint.knownBy,
    assumed: viewpoint.assume,
    stepIndex,
    region: why.region,
    stage: why.stage,
    facts: why.facts.map(({ run, fact, disputedBy }) => ({ run, ...fact, disputedBy })),
    holdsUp: why.heldUp.map((held) => ({
      gate: held.gate,
      reading: held.reading,
      leaf: held.leaf.id,
      requires: held.leaf.stages,
      since: held.leaf.since,
      inForce: held.inForce,
      status: held.status,
      blocks: held.blocks,
      verdict: held.verdict,
      basis: held.leaf.basis,
      claims: held.leaf.claims,
      hearsay: isAtSecondHand(agreement, held.leaf.claims),
    })),
    claims: why.claims,
  };
}

/** `timeline` as one object: every day on which something about the gate changed. */
export function timelineJson(
  agreement: Agreement,
  scenario: string,
  gate: string,
  entries: readonly TimelineEntry[],
) {
  return { ...envelope(agreement), scenario, gate, changes: entries };
}
