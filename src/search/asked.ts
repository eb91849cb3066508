import type { Agreement } from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import { REPORTED } from '../model/runner.ts';
import { effectiveCondition, type Terms } from '../model/terms.ts';
import { allOf, ALWAYS, anyOf, type CompiledRegion, type Guard, NEVER } from './system.ts';

/**
 * What a gate asks under given terms, as a guard: leaves not yet in force are left out, waived ones count as met,
 * and as `reported` no gate asks anything.
 *
 * @param report told of every stage asked for that is not there
 */
export function askedOf(
  agreement: Agreement,
  gate: string,
  terms: Terms,
  regions: readonly CompiledRegion[],
  report: (problem: string) => void,
): Guard {
  if (terms.reading === REPORTED) return ALWAYS;
  const guardOf = (condition: Condition): Guard => {
    if (condition.kind === 'leaf') {
      const { leaf } = condition;
      if (terms.waived.includes(leaf.id)) return ALWAYS;
      return leaf.region === null
        ? NEVER
        : standsIn(leaf.region, leaf.stages, regions, `leaf ${leaf.id}`, report);
    }
    const of = condition.of.map(guardOf);
    return condition.kind === 'all' ? allOf(of) : anyOf(of);
  };
  return guardOf(effectiveCondition(agreement, gate, terms).condition);
}

/** The guard that a region stands in one of the stages. */
export function standsIn(
  regionId: string,
  stageIds: readonly string[],
  regions: readonly CompiledRegion[],
  place: string,
  report: (problem: string) => void,
): Guard {
  const region = regions.findIndex(({ id }) => id === regionId);
  const known = regions[region]?.stages ?? [];
  for (const stage of stageIds)
    if (!known.includes(stage))
      report(`${place} asks for ${regionId}.${stage}, which is not a stage`);
  const stages = stageIds.map((stage) => known.indexOf(stage)).filter((stage) => stage >= 0);
  return region < 0 || stages.length === 0 ? NEVER : { kind: 'in', region, stages };
}
