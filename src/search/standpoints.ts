import type { Day } from '../model/days.ts';
import type { RunState } from '../model/run.ts';
import type { Standpoint } from './compile.ts';

/**
 * From where to search on after steps have been played: the terms as they stand then, and the run's stages.
 *
 * @param reading a reading's id, or `reported`
 * @param state where its run stands
 * @param day the day on which conditions are taken, as the step played last has it
 * @returns one standpoint, or one for each possible value where stages are unknown
 */
export function standpointsOf(reading: string, state: RunState, day: Day | null): Standpoint[] {
  const terms = { reading, day, waived: state.waived };
  return state.worlds.map((assumed) => ({ terms, assumed }));
}
