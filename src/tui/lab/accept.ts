import { idFrom } from '../../model/fresh-id.ts';
import type { Action } from '../keymap.ts';
import { against, offered } from '../lists.ts';
import { matchingCommands } from '../model/commands.ts';
import { at, below, COPIED, onTop, sent } from '../moves.ts';
import { chosen, eventsFound, given, wanted } from './day-and-reason.ts';
import { sceneOf, type Session } from '../session.ts';
import { partyReadings } from '../../model/agreement.ts';
import type { Verified } from '../../search/verify-all.ts';
import { propertyRows, readingsOf } from '../model/property-rows.ts';
import type { Overlay, State } from '../state.ts';
import { copies } from '../model/command-lines.ts';
import { CHOOSE_ONE } from './act.ts';
import { wentOn } from './exercising.ts';
import { resultAccepted } from './result.ts';
import { standalone, treeOf } from '../../lab/branches.ts';
import { isSame, tasksAtHand } from '../../lab/tasks.ts';
import { NO_CLOCKS } from '../../model/run.ts';

/** What taking the chosen row, or what was typed, does in the overlays of the laboratory; null for another overlay. */
export function labAccepted(
  session: Session,
  state: State,
  overlay: Overlay,
  act: (state: State, action: Action) => State,
): State | null {
  const closed = below(state);
  switch (overlay.kind) {
    case 'events': {
      const found = offered(session, state, overlay);
      const choice = found[overlay.selected];
      if (choice === undefined)
        return found.length === 0 ? state : { ...state, notice: CHOOSE_ONE };
      return chosen(session, state, choice);
    }
    case 'history':
      return sent(session, closed, { kind: 'backTo', count: overlay.selected });
    case 'branches': {
      const twig = treeOf(state, state.scenario)[overlay.selected];
      if (twig === undefined || twig.scenario.id === state.scenario) return closed;
      return shown(session, closed, twig.scenario.id);
    }
    case 'steps':
      return at(closed, sceneOf(session, state).places[overlay.selected - 1] ?? -1);
    case 'against': {
      const other = against(state, overlay)[overlay.selected];
      if (other === undefined) return state;
      const difference = { left: other.id, right: overlay.scenario, at: null, top: 0 };
      return onTop(state, { kind: 'difference', ...difference });
    }
    case 'question': {
      if (overlay.answer?.kind === 'properties')
        return played(session, state, overlay, overlay.answer.answer);
      if (overlay.question.wanted !== undefined) return wanted(session, state, overlay);
      const events = eventsFound(overlay.answer);
      if (events.length === 0) return overlay.answer?.kind === 'plan' ? closed : state;
      const gate = session.agreement.gates.get(overlay.question.gate)?.title ?? '';
      return sent(session, closed, { kind: 'lay', title: `A way: ${gate}`, events });
    }
    case 'commands': {
      const command = matchingCommands(session, state, overlay.filter)[overlay.selected];
      return command === undefined ? state : act(closed, command.action);
    }
    case 'tasks':
      return takenUp(session, state, overlay.selected);
    case 'exercise':
      return wentOn(session, state, overlay);
    case 'prompt':
      return answered(session, state, overlay);
    case 'share': {
      const copied = copies(session, state, overlay.tokens)[overlay.selected]?.line ?? null;
      if (copied === null) return state;
      return {
        ...state,
        request: { kind: 'copy', text: copied },
        notice: COPIED,
      };
    }
    case 'difference':
      return closed;
    default:
      return null;
  }
}

/** Takes the chosen task up and goes where its steps begin; the one that is up already is laid down. */
function takenUp(session: Session, state: State, selected: number): State {
  const set = tasksAtHand(session, state.scenarios)[selected];
  if (set === undefined) return below(state);
  const { name, task } = set;
  if (isSame(name, state.task))
    return { ...below(state), task: null, notice: 'The task is laid down.' };
  // The front lies over what is to be looked at now.
  const open = { ...state, overlays: [], clocks: NO_CLOCKS, scenario: name.scenario, task: name };
  return {
    ...at(open, task.position),
    gate: task.goals[0] === undefined ? null : gateNamed(session, task.goals[0].event),
    notice: 'The steps begin here: w lets something happen, m marks it.',
  };
}

/** The gate of an event, for the board; null where it has none. */
function gateNamed({ agreement }: Session, event: string): string | null {
  return agreement.events.get(event)?.gate ?? null;
}

/** What shows the chosen property to hold or to fail, as a branch from here; where nothing does, that is said. */
function played(
  session: Session,
  state: State,
  { selected }: Extract<Overlay, { kind: 'question' }>,
  verified: Verified,
): State {
  const { agreement } = session;
  const row = propertyRows(verified)[selected];
  if (row === undefined) return below(state);
  const { showing, property, verdict } = row;
  if (showing === null)
    return { ...state, notice: 'There is no course of events that would show it.' };
  const parties = partyReadings(agreement).map(({ id }) => id);
  const [one] = readingsOf(row, parties);
  const title = `${verdict === 'fails' ? 'How it fails' : 'How it comes about'}: ${property.title}`;
  const events = [...showing.shown.events, ...(showing.shown.forEver ?? [])];
  if (events.length === 0) return { ...state, notice: 'It is so already: nothing need happen.' };
  const next = sent(session, below(state), { kind: 'lay', title, events });
  // It comes out so under these readings: the run on show is one of them.
  return one === undefined || next.scenario === state.scenario ? next : { ...next, run: one };
}

/** A branch is opened where it parts from what it departs from. */
export function shown(session: Session, state: State, scenario: string): State {
  const { story } = sceneOf(session, { ...state, scenario });
  const own = story.inherited + story.scenario.steps.length - 1;
  return { ...at(state, Math.min(own, story.steps.length - 1)), scenario, gate: null };
}

function answered(
  session: Session,
  state: State,
  overlay: Extract<Overlay, { kind: 'prompt' }>,
): State {
  const typed = overlay.input.text.trim();
  const problem = (message: string) => onTop(state, { ...overlay, problem: message });
  switch (overlay.ask) {
    case 'filter':
      return below(state);
    case 'name': {
      if (typed === '') return problem('Type a name.');
      const { scenario } = overlay;
      return sent(session, below(state), { kind: 'name', scenario, title: typed });
    }
    case 'day':
    case 'because':
    case 'note':
      return given(session, state, overlay);
    case 'open':
      if (typed === '') return problem('Type the path of a scenario file, or a token.');
      return { ...below(state), request: { kind: 'open', typed }, notice: 'Opening ...' };
    case 'save': {
      if (typed === '') return problem('Type a file name.');
      return saving(state, overlay.scenario, typed, false) ?? problem('End it in .yaml or .yml.');
    }
    case 'who':
    case 'result':
    case 'overwriteResult':
      return resultAccepted(state, overlay);
    case 'overwrite': {
      if (/^y(es)?$/i.test(typed))
        return saving(state, overlay.scenario, overlay.place, true) ?? state;
      return /^no?$/i.test(typed)
        ? { ...below(state), unsaved: null, notice: 'Not saved.' }
        : problem('Type y for yes or n for no.');
    }
  }
}

/** Asks for a branch to be written to a place; null where the place has not the name of a scenario file. */
function saving(state: State, id: string, place: string, replaces: boolean): State | null {
  if (!/\.ya?ml$/i.test(place)) return null;
  const branch = standalone(state, id);
  const name = place.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/i, '');
  const wish = idFrom(name, id);
  // The file must not stand in the place of a scenario that it was not made from.
  const isTaken = state.scenarios.has(wish) && !state.branches.includes(wish);
  const scenario = { ...branch, id: isTaken ? `${wish}-what-if` : wish };
  // The prompt is done with: what is typed meanwhile is not for it. Should it fail, it comes back.
  const request = { kind: 'save', scenario, branch: id, place, replaces } as const;
  return { ...below(state), request, notice: `Saving ${place} ...` };
}
