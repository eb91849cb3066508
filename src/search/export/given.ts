import { ALWAYS, allOf, anyOf, type Guard, NEVER } from '../system.ts';

/** What is left of a guard where a region is known to stand in a stage. */
export function given(guard: Guard, region: number, stage: number): Guard {
  if (guard.kind === 'in')
    return guard.region !== region ? guard : guard.stages.includes(stage) ? ALWAYS : NEVER;
  const parts = guard.of.map((part) => given(part, region, stage));
  if (guard.kind === 'all') return parts.some(isNever) ? NEVER : allOf(parts);
  return parts.some(isAlways) ? ALWAYS : anyOf(parts);
}

/** Whether a guard is written as one that asks nothing. */
export function isAlways(guard: Guard): boolean {
  return guard.kind === 'all' && guard.of.length === 0;
}

/** Whether a guard is written as one that nothing meets. */
export function isNever(guard: Guard): boolean {
  return guard.kind === 'in' ? guard.stages.length === 0 : guard.kind === 'any' && !guard.of.length;
}
