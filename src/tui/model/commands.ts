import { type Action, type Binding, KEYMAP } from '../keymap.ts';
import { askingOf } from '../lab/exercising.ts';
import { tasksAtHand } from '../../lab/tasks.ts';
import { sceneOf, type Session } from '../session.ts';
import type { Overlay, State } from '../state.ts';
import { hasOnePane } from '../layout.ts';
import { nearestChange } from '../../lab/changes.ts';
import { matcher } from './filter.ts';
import { propertyRows } from './property-rows.ts';

/** What the palette of commands cannot do: moving a cursor is for keys. */
const NOT_OFFERED: readonly string[] = ['up', 'down', 'pageUp', 'pageDown', 'commands', 'close'];

/** Whether a key has something to do where the state is. What has nothing to do is not offered, on no line of keys. */
export function isOffered(session: Session, state: State, { action, modes }: Binding): boolean {
  const overlay = state.overlays.at(-1);
  const isOwn = state.branches.includes(state.scenario);
  const answer = overlay?.kind === 'question' ? overlay.answer : null;
  switch (action) {
    case 'exercise':
      return state.scenarios.get(state.scenario)?.questions !== undefined;
    case 'tasks':
      return tasksAtHand(session, state.scenarios).length > 0;
    case 'saveResult':
      return overlay?.kind === 'exercise' && overlay.stage === 'score';
    case 'markTask':
      return state.task !== null;
    case 'forward':
    case 'toEnd': {
      const { story, position } = sceneOf(session, state);
      return position < story.steps.length - 1;
    }
    case 'back':
      return sceneOf(session, state).position >= 0;
    case 'zoom':
      return !hasOnePane(state.size, session.theme);
    case 'details':
      return (
        state.focus === 'provisions' ||
        state.focus === 'gate' ||
        !hasOnePane(state.size, session.theme)
      );
    case 'chooseGate':
    case 'nextGate':
    case 'previousGate':
      return session.agreement.gates.size > 0;
    case 'ask':
    case 'plan':
    case 'coalitions':
    case 'waits':
      return session.agreement.gates.size > 0 && !isAsked(overlay, action);
    case 'properties':
    case 'duties':
      return !isAsked(overlay, action);
    case 'nextRun':
    case 'previousRun':
    case 'switchReported':
      return session.agreement.readings.size > 0;
    case 'chooseScenario':
    case 'compare':
      return state.scenarios.size > 1;
    case 'nextChange':
      return hasChange(session, state, 1);
    case 'previousChange':
      return hasChange(session, state, -1);
    case 'goOn':
      return state.kept !== null && state.branches.length === 0;
    case 'undo':
      return state.history.done > 0;
    case 'redo':
      return state.history.done < state.history.entries.length;
    case 'save':
    case 'continueBase':
      return isOwn;
    case 'dateStep':
    case 'reasonStep':
    case 'noteStep':
    case 'moveEarlier':
    case 'moveLater':
    case 'strikeStep':
      return canChange(session, state, action);
    case 'name':
      return isOwn || !modes.includes('panes');
    case 'toFork':
      return sceneOf(session, state).story.inherited > 0;
    case 'everyone':
      return (
        overlay?.kind === 'question' &&
        overlay.question.wanted === undefined &&
        ['plan', 'coalitions'].includes(overlay.question.kind)
      );
    case 'pick':
      return (
        overlay?.kind === 'exercise' &&
        overlay.stage === 'asked' &&
        askingOf(session, state, overlay)?.asked.takesSeveral === true
      );
    case 'accept':
      if (overlay?.kind !== 'question') return true;
      if (overlay.question.wanted !== undefined) return answer !== null;
      if (answer?.kind === 'plan')
        return answer.answer.kind === 'found' && answer.answer.length > 0;
      return (
        answer?.kind === 'properties' &&
        (propertyRows(answer.answer)[overlay.selected]?.showing?.shown.events.length ?? 0) > 0
      );
    default:
      return true;
  }
}

/** Whether what a key asks is what is being answered. */
function isAsked(overlay: Overlay | undefined, action: Action): boolean {
  return (
    overlay?.kind === 'question' &&
    overlay.question.kind === (action === 'ask' ? 'missing' : action)
  );
}

/** As many steps are looked at to tell whether a key has something to do: it is asked for every frame. */
const MOST_LOOKED_AT = 60;

function hasChange(session: Session, state: State, by: 1 | -1): boolean {
  if (nearestChange(session, state, by, MOST_LOOKED_AT) !== null) return true;
  const { places, position } = sceneOf(session, state);
  const at = places.indexOf(position);
  return (by > 0 ? places.length - 1 - at : at) > MOST_LOOKED_AT;
}

/** Whether the step that is chosen in the list is the branch's own; one that is played on can only be struck out. */
function canChange(session: Session, state: State, action: Binding['action']): boolean {
  const overlay = state.overlays.at(-1);
  if (overlay?.kind !== 'steps' || !state.branches.includes(state.scenario)) return false;
  const { story, places } = sceneOf(session, state);
  const index = (places[overlay.selected - 1] ?? -1) - story.inherited;
  if (index < 0) return false;
  return index < story.scenario.steps.length || action === 'strikeStep';
}

/**
 * Everything that can be done from the panes, with every word of the filter in its name, its help or its group: first
 * what is called so, then what has it in its name, then what only speaks of it.
 */
export function matchingCommands(session: Session, state: State, filter: string): Binding[] {
  const matches = matcher(filter);
  const found = KEYMAP.filter((entry) => {
    const { modes, action, label, help, group } = entry;
    if (
      !isOffered(session, state, entry) ||
      !modes.includes('panes') ||
      NOT_OFFERED.includes(action)
    )
      return false;
    return matches(`${label} ${help} ${group}`);
  });
  if (filter.trim() === '') return found;
  const isNamed = matcher(filter);
  const rank = ({ label }: Binding) =>
    isNamed(label) ? (label.toLowerCase().startsWith(filter.trim().toLowerCase()) ? 0 : 1) : 2;
  return found.toSorted((left, right) => rank(left) - rank(right));
}
