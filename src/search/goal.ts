import type { Agreement } from '../model/agreement.ts';
import { stagesBeyond } from '../model/region-moves.ts';
import { inStages, type StatePredicate } from './predicate.ts';

export type GoalReading =
  | { readonly ok: true; readonly goal: StatePredicate }
  | { readonly ok: false; readonly problem: string; readonly candidates: readonly string[] };

/**
 * Reads a goal as a person writes it: `region=stage`, or a gate's id, which stands for the gate being passed (its
 * event's home region at the event's target or beyond it on forward events).
 *
 * @returns the goal; or what is wrong with it, and what could have been meant
 */
export function readGoal(agreement: Agreement, text: string): GoalReading {
  const [regionId = '', stageId, ...more] = text.split('=').map((part) => part.trim());
  if (more.length > 0)
    return {
      ok: false,
      problem: 'it has more than one =',
      candidates: [`${regionId}=${stageId}`],
    };
  if (stageId === undefined) {
    if (agreement.gates.has(regionId)) return { ok: true, goal: gatePassed(agreement, regionId) };
    const candidates = [...agreement.gates.keys()];
    return { ok: false, problem: `${regionId} is neither a gate nor region=stage`, candidates };
  }
  const region = agreement.regions.get(regionId);
  if (region === undefined) {
    const candidates = [...agreement.regions.keys()];
    return { ok: false, problem: `there is no region ${regionId}`, candidates };
  }
  const stages = region.stages.map((stage) => stage.id);
  if (!stages.includes(stageId))
    return { ok: false, problem: `${regionId} has no stage ${stageId}`, candidates: stages };
  return { ok: true, goal: inStages(regionId, stageId) };
}

/** The states in which a gate's event lies behind. */
export function gatePassed(agreement: Agreement, gateId: string): StatePredicate {
  const event = agreement.events.get(agreement.gates.get(gateId)?.event ?? '');
  if (event === undefined) throw new Error(`The agreement ${agreement.id} has no gate ${gateId}.`);
  return inStages(event.home, ...stagesBeyond(agreement, event));
}
