import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import { inputOf, NOTHING_TYPED } from '../input.ts';
import { below, onTop, opened } from '../moves.ts';
import type { ExerciseOverlay, Overlay, PromptKind, Request, State } from '../state.ts';

type Prompt = Extract<Overlay, { kind: 'prompt' }>;
type ResultRequest = Extract<Request, { kind: 'result' }>;

/** What came of writing the result of an exercise to a file. */
export interface ResultReply {
  readonly kind: 'result';
  readonly request: ResultRequest;
  /** Why it was not written; null where it was. */
  readonly problem: string | null;
  /** Whether that is for a file that is there already. */
  readonly exists: boolean;
}

/** Asks for the name that is to stand in the result, where the exercise is over. */
export function resultAsked(state: State): State {
  const overlay = state.overlays.at(-1);
  if (overlay?.kind !== 'exercise') return state;
  return overlay.stage === 'score'
    ? prompting(state, 'who', overlay, overlay.who)
    : { ...state, notice: 'You can save the result once every question is answered.' };
}

/** Takes the name, then the file, then perhaps that one is to be written over. */
export function resultAccepted(session: Session, state: State, prompt: Prompt): State {
  const exercise = state.overlays.find((each) => each.kind === 'exercise');
  if (exercise === undefined) return below(state);
  const typed = prompt.input.text.trim();
  const problem = (message: string) => onTop(state, { ...prompt, problem: message });
  switch (prompt.ask) {
    case 'who': {
      const named = { ...exercise, who: typed };
      const overlays = below(state).overlays.map((each) => (each === exercise ? named : each));
      return prompting({ ...state, overlays }, 'result', named, `exercise-${exercise.scenario}.md`);
    }
    case 'result':
      if (typed === '') return problem('Type a file name.');
      return /\.(md|markdown)$/i.test(typed)
        ? writing(state, exercise, typed, false)
        : problem('End it in .md: the result is Markdown.');
    default:
      if (/^y(es)?$/i.test(typed)) return writing(state, exercise, prompt.place, true);
      return /^no?$/i.test(typed)
        ? {
            ...below(state),
            notice: `Not saved. ${keySaid(session, 'saveResult', 'S')} asks again.`,
          }
        : problem('Type y for yes or n for no.');
  }
}

/** What is said of the file, or asked again about it where the exercise is still there. */
export function resultReplied(state: State, { request, problem, exists }: ResultReply): State {
  const { place } = request;
  if (problem === null) return { ...state, notice: `Saved as ${place}.` };
  const top = state.overlays.at(-1);
  const notice = exists ? `Not saved: there is a file ${place} already.` : problem;
  if (top?.kind !== 'exercise') return { ...state, notice };
  return exists
    ? prompting(state, 'overwriteResult', top, '', place)
    : prompting(state, 'result', top, place, '', problem);
}

function writing(
  state: State,
  { scenario, answers, who }: ExerciseOverlay,
  place: string,
  replaces: boolean,
): State {
  const request = { kind: 'result', scenario, answers, who, place, replaces } as const;
  return { ...below(state), request, notice: `Saving ${place} ...` };
}

function prompting(
  state: State,
  ask: PromptKind,
  { scenario }: ExerciseOverlay,
  text: string,
  place = '',
  problem: string | null = null,
): State {
  const input = text === '' ? NOTHING_TYPED : inputOf(text);
  return opened(state, { kind: 'prompt', ask, scenario, place, input, problem });
}
