import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import { inputOf, NOTHING_TYPED } from '../input.ts';
import { below, onTop, opened } from '../moves.ts';
import type {
  ExerciseOverlay,
  Overlay,
  PromptKind,
  Request,
  State,
  TaskOverlay,
} from '../state.ts';

type Prompt = Extract<Overlay, { kind: 'prompt' }>;
type ResultRequest = Extract<Request, { kind: 'result' }>;

/** What has a result to be handed in. */
type Done = ExerciseOverlay | TaskOverlay;

/** What came of writing the result of an exercise or of a task to a file. */
export interface ResultReply {
  readonly kind: 'result';
  readonly request: ResultRequest;
  /** Why it was not written; null where it was. */
  readonly problem: string | null;
  /** Whether that is for a file that is there already. */
  readonly exists: boolean;
}

/** Asks for the name that is to stand in the result. */
export function resultAsked(state: State): State {
  const done = doneIn(state);
  return done === undefined ? state : prompting(state, 'who', done, done.who);
}

function doneIn({ overlays }: State): Done | undefined {
  return overlays.findLast(
    (each): each is Done => each.kind === 'exercise' || each.kind === 'task',
  );
}

/** What the file is called where nobody has another name for it. */
function fileOf(state: State, done: Done): string {
  return done.kind === 'exercise'
    ? `exercise-${done.scenario}.md`
    : `task-${state.task?.task ?? ''}.md`;
}

/** Takes the name, then the file, then perhaps that one is to be written over. */
export function resultAccepted(session: Session, state: State, prompt: Prompt): State {
  const done = doneIn(state);
  if (done === undefined) return below(state);
  const typed = prompt.input.text.trim();
  const problem = (message: string) => onTop(state, { ...prompt, problem: message });
  switch (prompt.ask) {
    case 'who': {
      const named = { ...done, who: typed };
      const overlays = below(state).overlays.map((each) => (each === done ? named : each));
      return prompting({ ...state, overlays }, 'result', named, fileOf(state, done));
    }
    case 'result':
      if (typed === '') return problem('Type a file name.');
      return /\.(md|markdown)$/i.test(typed)
        ? writing(state, done, typed, false)
        : problem('End it in .md: the result is Markdown.');
    default:
      if (/^y(es)?$/i.test(typed)) return writing(state, done, prompt.place, true);
      return /^no?$/i.test(typed)
        ? {
            ...below(state),
            notice: `Not saved. ${keySaid(session, 'saveResult', 'S')} asks again.`,
          }
        : problem('Type y for yes or n for no.');
  }
}

/** What is said of the file, or asked again about it where what it is of is still there. */
export function resultReplied(state: State, { request, problem, exists }: ResultReply): State {
  const { place } = request;
  if (problem === null) return { ...state, notice: `Saved as ${place}.` };
  const top = state.overlays.at(-1);
  const notice = exists ? `Not saved: there is a file ${place} already.` : problem;
  if (top?.kind !== 'exercise' && top?.kind !== 'task') return { ...state, notice };
  return exists
    ? prompting(state, 'overwriteResult', top, '', place)
    : prompting(state, 'result', top, place, '', problem);
}

function writing(state: State, done: Done, place: string, replaces: boolean): State {
  const { who } = done;
  const of =
    done.kind === 'exercise'
      ? ({ kind: 'exercise', scenario: done.scenario, answers: done.answers } as const)
      : ({ kind: 'task' } as const);
  const request = { kind: 'result', of, who, place, replaces } as const;
  return { ...below(state), request, notice: `Saving ${place} ...` };
}

function prompting(
  state: State,
  ask: PromptKind,
  done: Done,
  text: string,
  place = '',
  problem: string | null = null,
): State {
  const input = text === '' ? NOTHING_TYPED : inputOf(text);
  const scenario = done.kind === 'exercise' ? done.scenario : '';
  return opened(state, { kind: 'prompt', ask, scenario, place, input, problem });
}
