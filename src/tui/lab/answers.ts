import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import type { FilesAtHand } from '../../node/laboratory.ts';
import type { FoundSessions, KeptWork } from '../../node/session.ts';
import type { KeptExercise } from '../../model/saved-session.ts';
import { NO_CLOCKS } from '../../model/run.ts';
import { inputOf, NOTHING_TYPED } from '../input.ts';
import { opened, sent } from '../moves.ts';
import type { Session } from '../session.ts';
import type { Overlay, State, Tokens } from '../state.ts';
import type { Bench, Spot } from '../../lab/branches.ts';
import { leftBefore, wentOnWith } from './exercising.ts';
import { type ResultReply, resultReplied } from './result.ts';
import type { TaskName } from '../../lab/state.ts';
import type { History } from '../../lab/history.ts';
import { obstacleTo } from '../../lab/reduce.ts';
import { taskUp } from '../../lab/tasks.ts';
import type { Found } from '../../answer/found.ts';
import type { Question } from '../../lab/question.ts';

/** What came of a request. It may come late: by then the user may be somewhere else. */
export type Reply =
  | { readonly kind: 'answered'; readonly question: Question; readonly answer: Found }
  | { readonly kind: 'saved'; readonly branch: string; readonly place: string }
  | { readonly kind: 'exists'; readonly branch: string; readonly place: string }
  | {
      readonly kind: 'notSaved';
      readonly branch: string;
      readonly place: string;
      readonly problem: string;
    }
  | ResultReply
  | { readonly kind: 'opened'; readonly scenario: ScenarioFile }
  | { readonly kind: 'notOpened'; readonly typed: string; readonly problem: string }
  /** Whether the session could be kept: null where it was. */
  | { readonly kind: 'kept'; readonly problem: string | null }
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'files'; readonly found: FilesAtHand }
  | { readonly kind: 'sessions'; readonly found: FoundSessions }
  /** The work that was kept before this session began. */
  | ({ readonly kind: 'found' } & KeptWork)
  /** That work, as far as it still fits; a sentence for everything that was left out. */
  | {
      readonly kind: 'wentOn';
      readonly bench: Bench;
      readonly history: History;
      readonly task: TaskName | null;
      readonly exercise: KeptExercise | null;
      readonly spot: Spot;
      readonly run: string | null;
      readonly notices: readonly string[];
      /** Whether it comes in place of what is on show. */
      readonly replaces: boolean;
    };

export function replied(session: Session, state: State, reply: Reply): State {
  switch (reply.kind) {
    case 'answered':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'question' && one.question === reply.question
            ? { ...one, answer: reply.answer }
            : one,
        ),
      };
    case 'saved':
      return {
        ...state,
        unsaved: null,
        places: new Map(state.places).set(reply.branch, reply.place),
        notice: `Saved as ${reply.place}.`,
      };
    case 'exists': {
      const { branch: scenario, place } = reply;
      const unsaved = `not saved: there is a file ${place} already`;
      return prompted(
        { ...state, unsaved },
        { ask: 'overwrite', scenario, place, input: NOTHING_TYPED, problem: null },
        `Not saved: there is a file ${place} already.`,
      );
    }
    case 'notSaved': {
      const { branch: scenario, place, problem } = reply;
      const input = inputOf(place);
      const unsaved = `${place} was not saved. ${problem}`;
      return prompted(
        { ...state, unsaved },
        { ask: 'save', scenario, place: '', input, problem },
        problem,
      );
    }
    case 'notOpened': {
      const { typed, problem } = reply;
      const input = inputOf(typed);
      return prompted(state, { ask: 'open', scenario: '', place: '', input, problem }, problem);
    }
    case 'kept':
      return reply.problem === state.unkept ? state : { ...state, unkept: reply.problem };
    case 'result':
      return resultReplied(state, reply);
    case 'opened':
      return sent(session, state, { kind: 'adopt', scenario: reply.scenario });
    case 'found': {
      const { work, exercise, task, notices } = reply;
      // What was begun meanwhile goes before what was kept.
      const isBegun =
        state.paused !== null || state.overlays.some(({ kind }) => kind === 'exercise');
      const paused =
        isBegun || exercise === null ? state.paused : leftBefore(session, state, exercise);
      const next = { ...state, kept: work, paused, unreadable: notices };
      return state.task !== null || task === null || taskUp(session, { ...state, task }) === null
        ? next
        : { ...next, task };
    }
    case 'wentOn': {
      // What was done while it was being checked stays.
      if (state.branches.length > 0 && !reply.replaces) return state;
      const { bench, history, spot, run, task, exercise, notices } = reply;
      const [first] = notices;
      const obstacle = obstacleTo(session, bench.scenarios, spot.scenario);
      if (obstacle !== null) return { ...state, notice: `It cannot be played: ${obstacle}` };
      const next: State = {
        ...state,
        ...bench,
        ...spot,
        history,
        task,
        run: run !== null && session.agreement.readings.has(run) ? run : state.run,
        clocks: NO_CLOCKS,
        gate: null,
        places: new Map(),
        tour: null,
        kept: null,
        overlays: reply.replaces ? [] : state.overlays.filter(({ kind }) => kind !== 'front'),
        notice: first === undefined ? 'You go on where you left off.' : `Left out: ${first}.`,
      };
      return exercise === null ? next : wentOnWith(session, next, exercise);
    }
    case 'files':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'scenarios' ? { ...one, files: reply.found } : one,
        ),
      };
    case 'sessions':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'sessions' ? { ...one, found: reply.found } : one,
        ),
      };
    case 'tokens':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'share' ? { ...one, tokens: reply.tokens } : one,
        ),
      };
  }
}

/** Asks again, where the user is not in the middle of something else by now; otherwise only says it. */
function prompted(
  state: State,
  prompt: Omit<Extract<Overlay, { kind: 'prompt' }>, 'kind'>,
  notice: string,
): State {
  const top = state.overlays.at(-1)?.kind;
  return top === undefined || top === 'steps'
    ? opened(state, { kind: 'prompt', ...prompt })
    : { ...state, notice };
}
