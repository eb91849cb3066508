import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import { comparable } from '../../lab/difference.ts';
import { matchingScenarios } from '../model/scenario-list.ts';
import { onTop } from '../moves.ts';
import type { State } from '../state.ts';
import { scenarioRows } from '../views/scenario-rows.ts';
import { NARROWED_LIST_KEYS } from './keys/kinds.ts';
import { NARROWING } from './keys/typing.ts';
import type { OverlayOf, Screen } from './screen.ts';

type Overlay = OverlayOf<'against'>;

/** To choose what the scenario on show is compared with. */
export const AGAINST: Screen<Overlay> = {
  title: 'Compare with',
  about:
    'Choose what to compare the scenario on show with. The one that it branches off comes first.',
  keys: NARROWED_LIST_KEYS,
  view: (session, state, overlay, columns) =>
    scenarioRows(
      session,
      state,
      overlay,
      columns,
      matching(state, overlay).map((scenario) => ({ scenario })),
    ),
  rows: (_session, state, overlay) => matching(state, overlay).length,
  // Each of them takes several lines.
  pageLength: 3,
  typing: NARROWING,
  enter(_session, state, overlay) {
    const other = matching(state, overlay)[overlay.selected];
    if (other === undefined) return state;
    const difference = { left: other.id, right: overlay.scenario, at: null, top: 0 };
    return onTop(state, { kind: 'difference', ...difference });
  },
  still: (_session, { scenarios }, overlay) =>
    overlay.scenario === '' || scenarios.has(overlay.scenario) ? overlay : null,
};

/** The scenarios that one can be compared with that have the filter's words. */
function matching(state: State, { scenario, filter }: Overlay): ScenarioFile[] {
  const found = new Set(matchingScenarios(state.scenarios, filter));
  return comparable(state, scenario).filter((each) => found.has(each));
}
