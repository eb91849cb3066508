import { baseOf, type Report, reportOf } from '../answer/report.ts';
import { type Paper, reportPaper } from '../explain/report-text.ts';
import { heldAgainst } from '../lab/course.ts';
import { sceneOf, told } from '../lab/scene.ts';
import type { Setting } from '../lab/state.ts';
import type { PageState } from './page-state.ts';

/** The paper on what is on show, held against what was chosen: what it branches off where nothing was. */
export function paperShown(
  setting: Setting,
  { lab, against }: Pick<PageState, 'lab' | 'against'>,
): { readonly report: Report; readonly paper: Paper } {
  const { moment } = sceneOf(setting, lab);
  const held = heldAgainst(lab, against);
  const other =
    held === null || held === heldAgainst(lab, null)
      ? null
      : told(setting, lab.scenarios, held, lab.clocks).whole;
  const report = reportOf(moment, baseOf(moment, lab.scenarios, setting.runner), other);
  return { report, paper: reportPaper(report) };
}
