import type { Agreement } from '../model/agreement.ts';
import { asCertain, play, type Play } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Story, tell } from '../model/story.ts';

/**
 * The scenario whose later steps a story plays on, played on its own past, to see what the changed one makes of them.
 *
 * @returns null where the story replays nothing
 */
export function replayedBase(
  agreement: Agreement,
  story: Story,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Play | null {
  const id = story.scenario.replay?.scenario;
  const base = id === undefined ? undefined : scenarios.get(id);
  return base === undefined ? null : play(agreement, asCertain(tell(base, scenarios).steps));
}
