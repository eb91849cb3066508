import { partyReadings } from '../../model/agreement.ts';
import { REPORTED } from '../../model/terms.ts';
import { idFrom } from '../../model/fresh-id.ts';
import { inputOf, NOTHING_TYPED } from '../input.ts';
import type { Action } from '../keymap.ts';
import { onTop, opened, sent } from '../moves.ts';
import { whyNot } from '../../lab/reduce.ts';
import { askedOfStep } from './day-and-reason.ts';
import { gateShown, sceneOf, type Session } from '../session.ts';
import { type Overlay, SECTIONS, type State } from '../state.ts';
import { offered } from '../lists.ts';
import { firstWelcome } from '../model/choices.ts';
import { momentsOf } from '../model/difference.ts';
import { tourBegun } from '../tour.ts';
import { treeOf, type Twig } from '../../lab/branches.ts';
import { isSame, tasksAtHand, taskUp } from '../../lab/tasks.ts';
import { resultAsked } from './result.ts';
import { begun, picked, turned } from './exercising.ts';
import type { Question, QuestionKind } from '../../lab/question.ts';

/** What is said where nothing of a list has been chosen, by anybody. */
export const CHOOSE_ONE = 'Nothing is chosen yet: the arrow keys choose one.';

/** What the actions of the laboratory do; null for an action that is none of them. */
export function labAct(session: Session, state: State, action: Action): State | null {
  const overlay = state.overlays.at(-1);
  switch (action) {
    case 'whatIf':
      return opened(state, {
        kind: 'events',
        section: 'events',
        filter: '',
        selected: firstWelcome(offered(session, state, { section: 'events', filter: '' })),
        top: 0,
        isOpen: false,
      });
    case 'nextSection':
      return inSection(session, state, overlay, 1);
    case 'previousSection':
      return inSection(session, state, overlay, -1);
    case 'explain':
      if (overlay?.kind !== 'events') return state;
      return offered(session, state, overlay)[overlay.selected] === undefined
        ? { ...state, notice: CHOOSE_ONE }
        : onTop(state, { ...overlay, isOpen: !overlay.isOpen });
    case 'undo':
    case 'redo':
      return sent(session, state, { kind: action });
    case 'history':
      return opened(state, { kind: 'history', selected: state.history.done, top: 0 });
    case 'branches': {
      const selected = treeOf(state, state.scenario).findIndex(
        ({ scenario }) => scenario.id === state.scenario,
      );
      return opened(state, { kind: 'branches', selected: Math.max(0, selected), top: 0 });
    }
    case 'continueBase': {
      const next = sent(session, state, { kind: 'playOn' });
      if (next.history === state.history) return next;
      return next.scenarios.get(next.scenario)?.replay === undefined
        ? next
        : // The window begins at the step that the later ones follow.
          opened(next, {
            kind: 'steps',
            selected: stepRow(session, next),
            top: Number.MAX_SAFE_INTEGER,
          });
    }
    case 'steps':
      return opened(state, { kind: 'steps', selected: stepRow(session, state), top: 0 });
    case 'dateStep':
    case 'reasonStep':
    case 'noteStep':
      return askedFor(session, state, overlay, STEP_PROMPTS[action]);
    case 'moveEarlier':
    case 'moveLater':
    case 'strikeStep':
      return stepChanged(session, state, overlay, STEP_CHANGES[action]);
    case 'compare':
      return comparison(state, overlay);
    case 'earlierMoment':
      return atMoment(session, state, overlay, -1);
    case 'laterMoment':
      return atMoment(session, state, overlay, 1);
    case 'name':
      return naming(state, overlay);
    case 'duplicate':
      return sent(session, state, {
        kind: 'copy',
        scenario: twigOf(state, overlay)?.scenario.id ?? '',
      });
    case 'prune':
      return sent(session, state, {
        kind: 'prune',
        scenario: twigOf(state, overlay)?.scenario.id ?? '',
      });
    case 'ask':
      return asked(session, state, 'missing');
    case 'plan':
      return asked(session, state, 'plan');
    case 'coalitions':
      return asked(session, state, 'coalitions');
    case 'waits':
      return asked(session, state, 'waits');
    case 'properties':
      return asked(session, state, 'properties');
    case 'duties':
      return asked(session, state, 'duties');
    case 'everyone':
      return overlay?.kind === 'question' &&
        overlay.question.wanted === undefined &&
        ['plan', 'coalitions'].includes(overlay.question.kind)
        ? asked(session, state, overlay.question.kind, !overlay.question.isForEveryone)
        : state;
    case 'save':
      return state.branches.includes(state.scenario)
        ? opened(state, {
            kind: 'prompt',
            ask: 'save',
            scenario: state.scenario,
            place: '',
            input: inputOf(saveName(state)),
            problem: null,
          })
        : { ...state, notice: 'Only a branch of yours can be saved: w begins one.' };
    case 'openFile':
      return opened(state, {
        kind: 'prompt',
        ask: 'open',
        scenario: '',
        place: '',
        input: NOTHING_TYPED,
        problem: null,
      });
    case 'filter':
      return opened(state, {
        kind: 'prompt',
        ask: 'filter',
        scenario: '',
        place: '',
        input: inputOf(state.filters[state.focus]),
        problem: null,
      });
    case 'tour':
      return tourBegun(session, state);
    case 'exercise':
      return begun(session, state);
    case 'tasks': {
      const all = tasksAtHand(session, state.scenarios);
      const up = all.findIndex(({ name }) => isSame(name, state.task));
      const here = all.findIndex(({ name }) => name.scenario === state.scenario);
      return opened(state, { kind: 'tasks', selected: Math.max(0, up < 0 ? here : up), top: 0 });
    }
    case 'markTask':
      return taskUp(session, state) === null
        ? { ...state, notice: 'No task is taken up: x lists them.' }
        : opened(state, { kind: 'task', top: 0 });
    case 'saveResult':
      return resultAsked(state);
    case 'turn':
      return turned(state);
    case 'pick':
      return overlay?.kind === 'exercise' ? picked(session, state, overlay.selected) : state;
    default:
      return null;
  }
}

/** The file that a branch is saved as unless another is named: where it was saved last, else after its title. */
function saveName({ scenarios, scenario, places }: State): string {
  const title = scenarios.get(scenario)?.title ?? scenario;
  return places.get(scenario) ?? `${idFrom(title, scenario)}.yaml`;
}

function inSection(
  session: Session,
  state: State,
  overlay: Overlay | undefined,
  by: 1 | -1,
): State {
  if (overlay?.kind === 'citations') {
    const section = overlay.section === 'cited' ? 'documents' : 'cited';
    return onTop(state, { ...overlay, section, selected: 0, top: 0 });
  }
  if (overlay?.kind !== 'events') return state;
  const index = (SECTIONS.indexOf(overlay.section) + by + SECTIONS.length) % SECTIONS.length;
  const next = { ...overlay, section: SECTIONS[index] ?? 'events', top: 0 };
  return onTop(state, { ...next, selected: firstWelcome(offered(session, state, next)) });
}

/** The row of the step on show in the list of steps, below the one before the first step. */
function stepRow(session: Session, state: State): number {
  const { places, position } = sceneOf(session, state);
  return places.indexOf(position) + 1;
}

/** The branch chosen in the tree. */
function twigOf(state: State, overlay: Overlay | undefined): Twig | null {
  if (overlay?.kind !== 'branches') return null;
  return treeOf(state, state.scenario)[overlay.selected] ?? null;
}

function comparison(state: State, overlay: Overlay | undefined): State {
  const twig = twigOf(state, overlay);
  if (twig !== null && twig.scenario.id !== state.scenario) {
    const [left, right] = [twig.scenario.id, state.scenario];
    return opened(state, { kind: 'difference', left, right, at: null, top: 0 });
  }
  const { scenario } = state;
  return opened(state, { kind: 'against', scenario, filter: '', selected: 0, top: 0 });
}

/** Compares at the moment before or behind; there is none before the two part, and none behind their ends. */
function atMoment(session: Session, state: State, overlay: Overlay | undefined, by: 1 | -1): State {
  if (overlay?.kind !== 'difference') return state;
  const moments = momentsOf(session, state, overlay);
  const moment = moments[moments.indexOf(overlay.at) + by];
  if (moment === undefined) {
    const notice =
      by < 0 ? 'Here they part: before it they are the same.' : 'These are their ends.';
    return { ...state, notice };
  }
  return onTop(state, { ...overlay, at: moment });
}

function naming(state: State, overlay: Overlay | undefined): State {
  const scenario = twigOf(state, overlay)?.scenario.id ?? state.scenario;
  if (!state.branches.includes(scenario))
    return { ...state, notice: 'Only a branch of yours can be named: w begins one.' };
  const input = inputOf(state.scenarios.get(scenario)?.title ?? '');
  return opened(state, { kind: 'prompt', ask: 'name', scenario, place: '', input, problem: null });
}

/** Asks something of the gate on the board, or who waits for whom; what must be searched for is requested. */
function asked(
  session: Session,
  state: State,
  kind: QuestionKind,
  everyone: boolean | null = null,
): State {
  const { agreement } = session;
  const gate = gateShown(session, state) ?? '';
  const isOfGate = kind !== 'properties' && kind !== 'duties';
  if (gate === '' && isOfGate) return { ...state, notice: 'This agreement has no gates.' };
  const before = state.overlays.find((one) => one.kind === 'question');
  const isForEveryone =
    kind === 'waits' ||
    !isOfGate ||
    (everyone ?? before?.question.isForEveryone ?? state.run === REPORTED);
  const parties = partyReadings(agreement).map(({ id }) => id);
  const one = state.run === REPORTED ? (state.lastReading ?? parties[0] ?? REPORTED) : state.run;
  const question: Question = {
    kind,
    gate,
    isForEveryone,
    readings:
      kind === 'properties' ? [...agreement.readings.keys()] : isForEveryone ? parties : [one],
    moment: sceneOf(session, state).moment,
  };
  const next = opened(state, { kind: 'question', question, answer: null, selected: 0, top: 0 });
  return kind === 'missing' || kind === 'duties' || question.moment.nothingPublished
    ? next
    : { ...next, request: { kind: 'work', question } };
}

const STEP_PROMPTS = { dateStep: 'day', reasonStep: 'because', noteStep: 'note' } as const;
const STEP_CHANGES = { moveEarlier: 'earlier', moveLater: 'later', strikeStep: 'strike' } as const;

/** The place in the story of the step that is chosen in the list; -1 before the first. */
function placeChosen(session: Session, state: State, overlay: Overlay | undefined): number {
  return overlay?.kind === 'steps'
    ? (sceneOf(session, state).places[overlay.selected - 1] ?? -1)
    : state.position;
}

/** Asks for something of the step that is chosen, where it can be changed. */
function askedFor(
  session: Session,
  state: State,
  overlay: Overlay | undefined,
  ask: 'day' | 'because' | 'note',
): State {
  const place = placeChosen(session, state, overlay);
  // Whether it can have another is known before anything is typed.
  const change =
    ask === 'day' ? ({ kind: ask, day: null } as const) : ({ kind: ask, text: null } as const);
  const why = ask === 'day' ? null : whyNot(session, state, { kind: 'change', place, change });
  return why === null ? askedOfStep(session, state, place, ask) : { ...state, notice: why };
}

/** Changes the step that is chosen in the list; the choice stays on it. */
function stepChanged(
  session: Session,
  state: State,
  overlay: Overlay | undefined,
  kind: 'earlier' | 'later' | 'strike',
): State {
  const place = placeChosen(session, state, overlay);
  const next = sent(session, state, { kind: 'change', place, change: { kind } });
  if (overlay?.kind !== 'steps' || next.history === state.history) return next;
  return onTop(next, { ...overlay, selected: stepRow(session, next) });
}
