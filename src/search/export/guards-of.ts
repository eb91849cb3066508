import { and, or, stateIn } from 'xstate';
import type { XStateGuard } from '../../model/machine.ts';
import type { NamedGuard } from './json.ts';
import type { XStateConfig } from './xstate.ts';

/**
 * What the guards of an exported XState machine mean, for stepping through it:
 * `createMachine(config).provide({ guards: guardsOf(config) })`.
 *
 * @param config the file that `export --format xstate` wrote, parsed
 * @returns a guard of XState by each name that the machine's transitions have
 */
export function guardsOf({ meta }: Pick<XStateConfig, 'meta'>): Record<string, XStateGuard> {
  return Object.fromEntries(
    Object.entries(meta.guards).map(([name, guard]) => [name, guardOf(guard)]),
  );
}

function guardOf(guard: NamedGuard): XStateGuard {
  // XState's own refuse to stand over nothing.
  if ('all' in guard) return guard.all.length === 0 ? () => true : and(guard.all.map(guardOf));
  if ('any' in guard) return guard.any.length === 0 ? () => false : or(guard.any.map(guardOf));
  return or(guard.stages.map((stage) => stateIn({ [guard.region]: stage })));
}
