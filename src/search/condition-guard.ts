import type { ConditionTree } from '../model/condition.ts';
import { allOf, anyOf, type CompiledRegion, type Guard, NEVER } from './system.ts';

/**
 * What is asked, as a guard over a system's regions.
 *
 * @param report told of every stage asked for that is not there
 */
export function conditionGuard(
  tree: ConditionTree,
  regions: readonly CompiledRegion[],
  report: (problem: string) => void,
): Guard {
  if (tree.kind === 'condition') {
    const { id, region, stages } = tree.condition;
    return standsIn(region, stages, regions, `the condition ${id}`, report);
  }
  const of = tree.of.map((part) => conditionGuard(part, regions, report));
  return tree.kind === 'all' ? allOf(of) : anyOf(of);
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
