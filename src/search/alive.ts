import type { CompiledEvent, Guard, System } from './system.ts';

/**
 * The events that may come to happen, as far as each region by itself goes: a guard that no stages which the regions can
 * come to would meet is never met. What is left out never happens; what is kept need not.
 *
 * @param events those that are thought to happen, of the system
 */
export function eventsAlive(
  { regions }: System,
  events: readonly CompiledEvent[],
): CompiledEvent[] {
  const reached = regions.map(
    ({ stages, start }) => new Set(start === null ? stages.keys() : [start]),
  );
  const canBeMet = (guard: Guard): boolean => {
    switch (guard.kind) {
      case 'in':
        return guard.stages.some((stage) => reached[guard.region]?.has(stage) === true);
      case 'all':
        return guard.of.every(canBeMet);
      case 'any':
        return guard.of.some(canBeMet);
    }
  };
  const alive = new Set<CompiledEvent>();
  const size = (): number => reached.reduce((sum, stages) => sum + stages.size, alive.size);
  for (let before = -1; before !== size();) {
    before = size();
    for (const event of events) {
      if (!alive.has(event) && !canBeMet(event.guard)) continue;
      alive.add(event);
      for (const { region, to } of event.moves) {
        const stages = reached[region];
        const from = askedOfRegion(event.guard, region);
        for (const stage of stages ?? [])
          if (from === null || from.includes(stage)) stages?.add(to[stage] ?? stage);
      }
    }
  }
  return events.filter((event) => alive.has(event));
}

/** The stages that a guard certainly asks of a region; null where it may ask nothing of it. */
function askedOfRegion(guard: Guard, region: number): readonly number[] | null {
  if (guard.kind === 'in') return guard.region === region ? guard.stages : null;
  if (guard.kind === 'any') return null;
  for (const part of guard.of) {
    const asked = askedOfRegion(part, region);
    if (asked !== null) return asked;
  }
  return null;
}
