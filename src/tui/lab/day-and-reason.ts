import { typedDay } from '../../model/typed-day.ts';
import type { StepChange } from '../../lab/own-steps.ts';
import { eventsFound } from '../../answer/found.ts';
import type { LabMessage } from '../../lab/message.ts';
import { type Question, wayTo } from '../../lab/question.ts';
import { labReduce, likelyDay, likelyDayOf, whyNot } from '../../lab/reduce.ts';
import type { Day } from '../../model/days.ts';
import { dayText } from '../../model/day-words.ts';
import { inputOf } from '../input.ts';
import type { Choice } from '../../explain/what-if-choice.ts';
import { below, onTop, opened, sent } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { AskedFor, Overlay, PromptKind, State } from '../state.ts';

type Prompt = Extract<Overlay, { kind: 'prompt' }>;

/** What was chosen in the palette: its day is asked for; of what cannot happen yet, first what has to come before it. */
export function chosen(session: Session, state: State, { action, canHappen }: Choice): State {
  const take = { kind: 'take', action, before: [], given: {} } as const;
  const why = whyNot(session, state, take);
  if (why !== null) return sent(session, below(state), take);
  if (canHappen || action.kind !== 'event') return asking(session, state, take);
  const question = wayTo(session.agreement, action.event, state.run);
  return wayAsked(state, { ...question, moment: sceneOf(session, state).moment });
}

/** Searches for what has to come before what is wanted. */
export function wayAsked(state: State, question: Question): State {
  const next = opened(state, { kind: 'question', question, answer: null, selected: 0, top: 0 });
  return { ...next, request: { kind: 'work', question } };
}

/**
 * Takes what cannot happen yet with the steps that were found to come before it; by itself where there are none.
 *
 * @param isAlone whether it is taken by itself all the same
 */
export function wanted(
  session: Session,
  state: State,
  { question, answer }: Extract<Overlay, { kind: 'question' }>,
  isAlone = false,
): State {
  if (question.wanted === undefined || (answer === null && !isAlone)) return state;
  const before = isAlone ? [] : eventsFound(answer).slice(0, -1);
  const action = { kind: 'event', event: question.wanted } as const;
  return asking(session, below(state), { kind: 'take', action, before, given: {} });
}

/** Asks for the day of what is to happen: prefilled with the one that is most likely meant. */
function asking(session: Session, state: State, asked: AskedFor): State {
  const day = likelyDay(session, state);
  return prompted(state, 'day', day === null ? '' : dayText(day), asked);
}

/** Asks for the day, the reason or the note of a step that is there, prefilled with what it has. */
export function askedOfStep(
  session: Session,
  state: State,
  place: number,
  ask: 'day' | 'because' | 'note',
): State {
  const step = sceneOf(session, state).story.steps[place];
  const day = step?.date ?? null;
  const now = day === null ? '' : dayText(day.to);
  return prompted(state, ask, ask === 'day' ? now : (step?.[ask] ?? ''), { kind: 'step', place });
}

function prompted(state: State, ask: PromptKind, text: string, asked: AskedFor): State {
  const input = inputOf(text);
  return opened(state, {
    // A day is typed anew rather than mended.
    ...(ask === 'day' ? { isSuggested: true } : {}),
    kind: 'prompt',
    ask,
    scenario: '',
    place: '',
    input,
    problem: null,
    asked,
  });
}

/** Takes the day, the reason or the note that was typed; an empty line is none. */
export function given(session: Session, state: State, overlay: Prompt): State {
  const { ask, asked, input } = overlay;
  const typed = input.text.trim();
  const problem = (message: string) => onTop(state, { ...overlay, problem: message });
  if (asked === undefined) return below(state);
  if (ask === 'day') {
    const near = nearDay(session, state, asked);
    const read = typed === '' ? null : typedDay(typed, near);
    if (read?.ok === false) return problem(`${read.problem} ${read.mend}`);
    const day = read?.day ?? null;
    if (asked.kind === 'step') return changing(session, state, overlay, { kind: 'day', day });
    const date = day === null ? {} : { date: { from: day, to: day } };
    const next = { ...asked, given: { ...asked.given, ...date } };
    // A day that cannot be is said where it can still be mended.
    const why = whyNot(session, state, next);
    return why === null
      ? onTop(state, { ...overlay, ask: 'because', input: inputOf(''), problem: null, asked: next })
      : problem(why);
  }
  const text = typed === '' ? null : typed;
  if (asked.kind === 'step')
    return changing(session, state, overlay, { kind: ask === 'note' ? 'note' : 'because', text });
  const because = text === null ? {} : { because: text };
  const message = { ...asked, given: { ...asked.given, ...because } };
  const palette = below(state);
  const kind = palette.overlays.at(-1)?.kind;
  return sent(session, kind === 'events' ? below(palette) : palette, message);
}

/** The day on or after which one is meant that is written without a year. */
export function nearDay(session: Session, state: State, asked: AskedFor | undefined): Day | null {
  return asked?.kind === 'step'
    ? likelyDayOf(session, state, asked.place)
    : likelyDay(session, state);
}

/** Changes the step that was asked about; what cannot be is said where it can still be mended. */
function changing(session: Session, state: State, overlay: Prompt, change: StepChange): State {
  if (overlay.asked?.kind !== 'step') return state;
  const message: LabMessage = { kind: 'change', place: overlay.asked.place, change };
  const reduced = labReduce(session, state, message);
  return reduced.ok
    ? sent(session, below(state), message)
    : onTop(state, { ...overlay, problem: reduced.said });
}
