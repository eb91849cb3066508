import { scenarioFile } from '../model/shapes/scenario.ts';
import type { OpenedScenario } from './kept-session.ts';
import { checkShape } from './shape-errors.ts';

/** A scenario that was kept as data, as far as its form tells; what is wrong with it is said without places. */
export function scenarioOf(data: unknown): OpenedScenario {
  const checked = checkShape(scenarioFile, data, () => ({ line: 1, column: 1 }));
  return checked.ok
    ? { ok: true, scenario: checked.value }
    : { ok: false, problems: checked.found.map(({ message }) => message) };
}
