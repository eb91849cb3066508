import type { Agreement } from './agreement.ts';
import type { Day } from './days.ts';
import { isPublished } from './position.ts';
import type { StoryStep } from './story.ts';

/**
 * A step as far as it was certainly known by a day: with those of its claims that had been published, and denied by
 * those readings whose denial had; its attempt counts as void once a claim that says so had. What its author tells and
 * infers is written with all its claims in view, so it is told where all were. The same step as of the same day is the same object each time, so that what comes of it can
 * be kept.
 *
 * @param knownBy null where everything counts as published
 * @returns the step; taken for granted where none of the claims that report it had been published
 */
export function asKnown(agreement: Agreement, step: StoryStep, knownBy: Day | null): StoryStep {
  if (knownBy === null) return step;
  const ofAgreement = kept.get(agreement) ?? new WeakMap<StoryStep, Map<Day, StoryStep>>();
  kept.set(agreement, ofAgreement);
  const ofStep = ofAgreement.get(step) ?? new Map<Day, StoryStep>();
  ofAgreement.set(step, ofStep);
  const known = ofStep.get(knownBy) ?? knownPart(agreement, step, knownBy);
  ofStep.set(knownBy, known);
  return known;
}

const kept = new WeakMap<Agreement, WeakMap<StoryStep, Map<Day, StoryStep>>>();

function knownPart(agreement: Agreement, step: StoryStep, knownBy: Day): StoryStep {
  const isKnown = (reference: string) => isPublished(agreement, reference, knownBy);
  const denials = step.disputedBy.flatMap((denial) => denial.claims);
  const voided = step.void?.claims ?? [];
  if ([...step.claims, ...step.bearing, ...denials, ...voided].every(isKnown)) return step;
  // As long as nobody has said that it came to nothing, it has happened, and nobody holds it against that.
  const isHeldVoid = voided.length === 0 || voided.some(isKnown);
  const claims = step.claims.filter(isKnown);
  return {
    ...step,
    narrative: null,
    because: null,
    note: null,
    inference: null,
    basis: claims.length === 0 ? 'assumed' : step.basis,
    claims,
    bearing: step.bearing.filter(isKnown),
    disputedBy: (isHeldVoid ? step.disputedBy : [])
      .map((denial) => ({ ...denial, claims: denial.claims.filter(isKnown) }))
      .filter((denial) => denial.claims.length > 0),
    void: step.void === null || !isHeldVoid ? null : { claims: voided.filter(isKnown) },
  };
}
