import { actionsOf } from './actions-of.ts';
import type { Dossier } from './dossier.ts';
import type { Problem } from './problem.ts';
import { requiredConditions, writtenConditions } from './vocabulary.ts';

/**
 * Notices of what may have been forgotten: claims that nothing uses, documented scenarios without steps, and steps of
 * theirs that cite nothing, or that move something and say no day. Context and claims about no region are there for the reader alone.
 */
export function findUnused(dossier: Dossier): Problem[] {
  const used = usedClaims(dossier);
  const notices: Problem[] = [];
  for (const { file, value, locate } of dossier.sources) {
    for (const [index, claim] of value.claims.entries()) {
      const reference = `${value.id}.${claim.id}`;
      if (used.has(reference) || claim.kind === 'context' || claim.regions.length === 0) continue;
      const place = locate(['claims', index, 'id']);
      const message = `nothing uses the claim ${reference}`;
      notices.push({ file, ...place, code: 'unused', message, hint: null });
    }
  }
  for (const { file, value, locate } of dossier.scenarios) {
    if (value.kind !== 'documented') continue;
    if (value.steps.length === 0 && value.replay === undefined) {
      const message = `the documented scenario ${value.id} has no steps${value.branchesFrom === undefined ? '' : ' of its own'}`;
      const hint = 'add under steps what is reported to have happened, or delete the file';
      notices.push({ file, ...locate(['id']), code: 'no-steps', message, hint });
    }
    for (const [index, step] of value.steps.entries()) {
      const place = locate(['steps', index, 'id']);
      if (step.claims.length === 0) {
        const message = `the step ${step.id} cites no claim`;
        notices.push({ file, ...place, code: 'no-claim', message, hint: null });
      }
      if (step.date === undefined && actionsOf(step).length > 0) {
        const message = `the step ${step.id} has no day, so it counts as having happened on every day`;
        const hint = 'add date: the day, or where it is not certain { from: FIRST, to: LAST }';
        notices.push({ file, ...place, code: 'no-day', message, hint });
      }
    }
  }
  return notices;
}

/** Claims that something cites, and those that dispute one of them or are disputed by it. */
function usedClaims(dossier: Dossier): Set<string> {
  const cited = new Set<string>();
  const cite = (references: readonly string[]) => references.forEach((one) => cited.add(one));
  for (const { claims } of dossier.regions?.value.regions ?? []) cite(claims);
  for (const [index, event] of dossier.events?.value.events.entries() ?? []) {
    cite(event.claims);
    for (const control of event.controllers ?? [])
      if (!Array.isArray(control)) cite(control.claims);
    cite(event.takingPart);
    cite(event.inTheWay);
    for (const { claims } of [event.duty ?? []].flat()) cite(claims);
    for (const { condition } of requiredConditions(event, index)) cite(condition.claims ?? []);
  }
  for (const { actsFor } of dossier.parties?.value.parties ?? [])
    for (const { claims } of [actsFor ?? []].flat()) cite(claims);
  for (const { heldBy } of dossier.parties?.value.roles ?? [])
    for (const { claims } of heldBy) cite(claims);
  for (const { claims } of dossier.properties?.value.properties ?? []) cite(claims);
  for (const { value } of dossier.readings) {
    for (const position of Object.values(value.positions).flat())
      cite('says' in position ? position.says : position.claims);
    for (const { condition } of writtenConditions(value)) cite(condition.claims ?? []);
  }
  for (const { value } of dossier.scenarios) {
    for (const step of value.steps) {
      cite(step.claims);
      cite(step.bearing);
      cite(step.void?.claims ?? []);
      for (const dispute of step.disputedBy) cite(dispute.claims);
    }
  }
  const used = new Set(cited);
  for (const { value } of dossier.sources) {
    for (const claim of value.claims) {
      const reference = `${value.id}.${claim.id}`;
      if (cited.has(reference)) claim.disputes.forEach((other) => used.add(other));
      if (claim.disputes.some((other) => cited.has(other))) used.add(reference);
    }
  }
  return used;
}
