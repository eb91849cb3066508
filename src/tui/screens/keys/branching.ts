import { idFrom } from '../../../model/fresh-id.ts';
import { keySaid } from '../../bound-keys.ts';
import { inputOf } from '../../input.ts';
import { opened, sent } from '../../moves.ts';
import { treeOf, type Twig } from '../../../lab/branches.ts';
import type { Session } from '../../session.ts';
import type { State } from '../../state.ts';
import type { Binding, OnTop } from '../screen.ts';

/** What is said where something can be done to a branch of the user's only. */
export function notYours(
  session: Session,
  done: 'saved' | 'named' | 'copied' | 'pruned' | 'continued',
): string {
  return `Only a branch of yours can be ${done}: ${keySaid(session, 'whatIf', 'w')} begins one.`;
}

export function isOwn({ branches, scenario }: State): boolean {
  return branches.includes(scenario);
}

export const UNDO: Binding = {
  id: 'undo',
  keys: ['u'],
  group: 'What if',
  label: 'undo',
  rank: 4.2,
  help: 'Undo what you last did.',
  does: (session, state) => sent(session, state, { kind: 'undo' }),
  obstacle: (_session, { history }) => (history.done > 0 ? null : 'There is nothing to undo.'),
};

export const REDO: Binding = {
  id: 'redo',
  keys: ['U', 'ctrl+r'],
  group: 'What if',
  label: 'redo',
  rank: 0,
  help: 'Redo what you undid.',
  does: (session, state) => sent(session, state, { kind: 'redo' }),
  obstacle: (_session, { history }) =>
    history.done < history.entries.length ? null : 'There is nothing to redo.',
};

/** The branch chosen in the tree, where that is on top. */
export function twigOf(state: State, overlay: OnTop): Twig | null {
  if (overlay?.kind !== 'branches') return null;
  return treeOf(state, state.scenario)[overlay.selected] ?? null;
}

export const COMPARE: Binding = {
  id: 'compare',
  keys: ['d'],
  group: 'What if',
  label: 'compare',
  rank: 9,
  help: 'Compare with another scenario or branch.',
  does: (_session, state, overlay) => {
    const { scenario } = state;
    const twig = twigOf(state, overlay);
    return twig !== null && twig.scenario.id !== scenario
      ? opened(state, {
          kind: 'difference',
          left: twig.scenario.id,
          right: scenario,
          at: null,
          top: 0,
        })
      : opened(state, { kind: 'against', scenario, filter: '', selected: 0, top: 0 });
  },
  obstacle: (_session, { scenarios }) =>
    scenarios.size > 1 ? null : 'There is no other scenario to compare with.',
};

/** Asks what the chosen branch is to be called, or the one on show. */
export function naming(session: Session, state: State, overlay: OnTop): State {
  const scenario = twigOf(state, overlay)?.scenario.id ?? state.scenario;
  if (!state.branches.includes(scenario)) return { ...state, notice: notYours(session, 'named') };
  const input = inputOf(state.scenarios.get(scenario)?.title ?? '');
  return opened(state, { kind: 'prompt', ask: 'name', scenario, place: '', input, problem: null });
}

export const SAVE: Binding = {
  id: 'save',
  keys: ['S', 'ctrl+s'],
  group: 'What if',
  label: 'save',
  rank: 4.4,
  help: 'Save the branch as a scenario file. You are asked before a file is replaced.',
  does: (_session, state) =>
    opened(state, {
      kind: 'prompt',
      ask: 'save',
      scenario: state.scenario,
      place: '',
      input: inputOf(saveName(state)),
      problem: null,
    }),
  obstacle: (session, state) => (isOwn(state) ? null : notYours(session, 'saved')),
};

/** The file that a branch is saved as unless another is named: where it was saved last, else after its title. */
function saveName({ scenarios, scenario, places }: State): string {
  const title = scenarios.get(scenario)?.title ?? scenario;
  return places.get(scenario) ?? `${idFrom(title, scenario)}.yaml`;
}
