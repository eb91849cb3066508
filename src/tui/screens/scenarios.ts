import { NO_CLOCKS } from '../../model/run.ts';
import { obstacleTo } from '../../lab/reduce.ts';
import { matchingScenarios } from '../model/scenario-list.ts';
import { at, below } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { scenarioRows } from '../views/scenario-rows.ts';
import { NARROWED_LIST_KEYS } from './keys/kinds.ts';
import { NARROWING } from './keys/typing.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** To open another scenario. */
export const SCENARIOS: Screen<OverlayOf<'scenarios'>> = {
  title: 'Scenarios',
  about: 'The scenarios of this agreement. Type to filter them.',
  keys: NARROWED_LIST_KEYS,
  view: (session, state, overlay, columns) =>
    scenarioRows(
      session,
      state,
      overlay,
      columns,
      matchingScenarios(state.scenarios, overlay.filter),
    ),
  rows: (_session, { scenarios }, { filter }) => matchingScenarios(scenarios, filter).length,
  // Each of them takes several lines.
  pageLength: 3,
  typing: NARROWING,
  enter(session, state, { filter, selected }) {
    const scenario = matchingScenarios(state.scenarios, filter)[selected];
    return scenario === undefined ? state : withScenario(session, below(state), scenario.id);
  },
};

function withScenario(session: Session, state: State, scenario: string): State {
  const obstacle = obstacleTo(session, state.scenarios, scenario);
  if (obstacle !== null) return { ...state, notice: `It cannot be played: ${obstacle}` };
  if (scenario === state.scenario) return state;
  return { ...at(state, -1), scenario, clocks: NO_CLOCKS, gate: null, focus: 'step' };
}
