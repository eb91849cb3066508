import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { LEVELS_NOTE } from './lanes-text.ts';
import { quoted } from './step-title.ts';

type Named = Pick<ScenarioFile, 'id' | 'title'>;

/**
 * What stands under the lanes of a paper: what they show, and whose their levels are.
 *
 * @param held what it is held against, and whether anything stands otherwise in it; null where that is nothing
 * @param gate whose verdicts stand below; null where there is none
 */
export function lanesCaption(
  { title }: Named,
  held: { readonly scenario: Named; readonly isApart: boolean } | null,
  gate: string | null,
): string {
  const own = `${quoted(title)} over its days`;
  const lanes =
    held === null
      ? `${own}: where each party's run has what the steps are about.`
      : held.isApart
        ? `${own}, in the lanes that come to stand otherwise than in ${quoted(held.scenario.title)} (${held.scenario.id}); ≠ marks how they stand there.`
        : `${own}: nothing in it comes to stand otherwise than in ${quoted(held.scenario.title)}.`;
  const verdicts = gate === null ? '' : ` Below them, the verdicts on ${quoted(gate)}.`;
  return `${lanes}${verdicts} ${LEVELS_NOTE}`;
}
