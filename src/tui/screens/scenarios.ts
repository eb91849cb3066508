import { NO_CLOCKS } from '../../model/run.ts';
import { obstacleTo } from '../../lab/reduce.ts';
import { matchingOpenables, type Openable } from '../model/scenario-list.ts';
import { at, below } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { scenarioRows } from '../views/scenario-rows.ts';
import { NARROWED_LIST_KEYS } from './keys/kinds.ts';
import { NARROWING } from './keys/typing.ts';
import type { OverlayOf, Screen } from './screen.ts';

type Scenarios = OverlayOf<'scenarios'>;

const listed = ({ scenarios }: State, { files, filter }: Scenarios): Openable[] =>
  matchingOpenables(scenarios, files, filter);

/** To open another scenario, or a file that was saved. */
export const SCENARIOS: Screen<Scenarios> = {
  title: 'Scenarios',
  about:
    'The scenarios of this agreement and your branches; below them the scenario files in the folder that you are in, and in the folder of the agreement where that is your own. Of a file that cannot be opened, the reason is given. Type to filter them.',
  keys: NARROWED_LIST_KEYS,
  view: (session, state, overlay, columns) =>
    scenarioRows(session, state, overlay, columns, listed(state, overlay)),
  rows: (_session, state, overlay) => listed(state, overlay).length,
  // Each of them takes several lines.
  pageLength: 3,
  typing: NARROWING,
  enter(session, state, overlay) {
    const chosen = listed(state, overlay)[overlay.selected];
    if (chosen === undefined) return state;
    const { scenario, file } = chosen;
    if (scenario !== undefined) return withScenario(session, below(state), scenario.id);
    if (file.problem !== undefined)
      return { ...state, notice: `It cannot be opened: ${file.problem}` };
    const request = { kind: 'open', typed: file.place } as const;
    return { ...below(state), request, notice: 'Opening ...' };
  },
};

function withScenario(session: Session, state: State, scenario: string): State {
  const obstacle = obstacleTo(session, state.scenarios, scenario);
  if (obstacle !== null) return { ...state, notice: `It cannot be played: ${obstacle}` };
  if (scenario === state.scenario) return state;
  return { ...at(state, -1), scenario, clocks: NO_CLOCKS, gate: null, focus: 'step' };
}
