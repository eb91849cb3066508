import { partyReadings } from '../../model/agreement.ts';
import { REPORTED } from '../../model/terms.ts';
import { idFrom } from '../../model/fresh-id.ts';
import { inputOf, NOTHING_TYPED } from '../input.ts';
import type { Action } from '../keymap.ts';
import { at, benchOf, done, moveTo, obstacleTo, onTop, opened, placeOf } from '../moves.ts';
import { gateShown, sceneOf, type Session } from '../session.ts';
import { type Overlay, SECTIONS, type State } from '../state.ts';
import { offered } from '../lists.ts';
import { firstWelcome } from '../model/choices.ts';
import { momentsOf } from '../model/difference.ts';
import { TOUR } from '../model/tour.ts';
import { continued, duplicated, pruned, treeOf, type Twig } from '../../lab/branches.ts';
import { redone, type Stepped, undone } from '../../lab/history.ts';
import { begun, picked } from './exercising.ts';
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
      return stepped(
        state,
        undone(state.history, placeOf(state)),
        'Undone',
        'There is nothing to undo.',
      );
    case 'redo':
      return stepped(
        state,
        redone(state.history, placeOf(state)),
        'Done again',
        'There is nothing to redo.',
      );
    case 'history':
      return opened(state, { kind: 'history', selected: state.history.done, top: 0 });
    case 'branches': {
      const selected = treeOf(benchOf(state), state.scenario).findIndex(
        ({ scenario }) => scenario.id === state.scenario,
      );
      return opened(state, { kind: 'branches', selected: Math.max(0, selected), top: 0 });
    }
    case 'continueBase': {
      const change = continued(benchOf(state), state.scenario);
      if (typeof change === 'string') return { ...state, notice: change };
      const { bench, label } = change;
      const spot = { scenario: state.scenario, position: state.position };
      const next = done(session, state, { bench, spot, label });
      const { story } = sceneOf(session, next);
      const last = story.steps.length - 1;
      const isLeft = next.position > last;
      if (isLeft) return at(next, last);
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
    case 'compare':
      return comparison(state, overlay);
    case 'earlierMoment':
      return atMoment(session, state, overlay, -1);
    case 'laterMoment':
      return atMoment(session, state, overlay, 1);
    case 'name':
      return naming(state, overlay);
    case 'duplicate': {
      const twig = twigOf(state, overlay);
      const copy = twig === null ? null : duplicated(benchOf(state), twig.scenario.id);
      if (copy === null) return { ...state, notice: 'Only a branch of yours can be copied.' };
      const position = Math.min(state.position, sceneOf(session, state).story.steps.length - 1);
      const spot = { scenario: state.scenario, position };
      const label = `Copy of "${twig?.scenario.title ?? ''}"`;
      return done(session, state, { bench: copy.bench, spot, label });
    }
    case 'prune':
      return withoutBranch(session, state, overlay);
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
      return overlay?.kind === 'question' && ['plan', 'coalitions'].includes(overlay.question.kind)
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
      return opened(state, { kind: 'tour', card: 0, top: 0 });
    case 'exercise':
      return begun(session, state);
    case 'pick':
      return overlay?.kind === 'exercise' ? picked(session, state, overlay.selected) : state;
    case 'nextCard':
      if (overlay?.kind !== 'tour') return state;
      return overlay.card + 1 < TOUR.length
        ? onTop(state, { ...overlay, card: overlay.card + 1, top: 0 })
        : { ...state, overlays: state.overlays.slice(0, -1) };
    case 'previousCard':
      return overlay?.kind === 'tour'
        ? onTop(state, { ...overlay, card: Math.max(0, overlay.card - 1), top: 0 })
        : state;
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

function stepped(state: State, to: Stepped | null, how: string, none: string): State {
  if (to === null) return { ...state, notice: none };
  return {
    ...moveTo(state, to.bench, to.place),
    history: to.history,
    notice: `${how}: ${to.entry.label}.`,
  };
}

/** Goes back or forth in the history until so many things stand. */
export function inHistory(state: State, count: number): State {
  let next = state;
  while (next.history.done !== count) {
    const to =
      next.history.done > count
        ? undone(next.history, placeOf(next))
        : redone(next.history, placeOf(next));
    if (to === null) return next;
    next = { ...moveTo(next, to.bench, to.place), history: to.history };
  }
  return next;
}

/** The row of the step on show in the list of steps, below the one before the first step. */
function stepRow(session: Session, state: State): number {
  const { places, position } = sceneOf(session, state);
  return places.indexOf(position) + 1;
}

/** The branch chosen in the tree. */
function twigOf(state: State, overlay: Overlay | undefined): Twig | null {
  if (overlay?.kind !== 'branches') return null;
  return treeOf(benchOf(state), state.scenario)[overlay.selected] ?? null;
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

function withoutBranch(session: Session, state: State, overlay: Overlay | undefined): State {
  const twig = twigOf(state, overlay);
  if (twig === null || !twig.isOwn)
    return { ...state, notice: 'Only a branch of yours can be taken away.' };
  const bench = pruned(benchOf(state), twig.scenario.id);
  const label = `Pruned "${twig.scenario.title}"`;
  if (bench.scenarios.has(state.scenario)) {
    const spot = { scenario: state.scenario, position: state.position };
    return shrunk(done(session, state, { bench, spot, label }));
  }
  // What was on show is gone: back to where the pruned branch began.
  const from = twig.scenario.branchesFrom;
  const scenario = from?.scenario ?? [...bench.scenarios.keys()][0] ?? state.scenario;
  if (obstacleTo(session, bench.scenarios, scenario) !== null) return state;
  const { story } = sceneOf(session, { ...state, scenarios: bench.scenarios, scenario });
  const position = story.steps.findIndex(({ id }) => id === from?.step);
  return shrunk(done(session, state, { bench, spot: { scenario, position }, label }));
}

/** With fewer rows in the tree, the chosen one is still one of them. */
function shrunk(state: State): State {
  const overlay = state.overlays.at(-1);
  if (overlay?.kind !== 'branches') return state;
  const count = treeOf(benchOf(state), state.scenario).length;
  return onTop(state, { ...overlay, selected: Math.min(overlay.selected, count - 1) });
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
