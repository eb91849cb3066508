import { HOW_TO_WRITE, howToWriteDay } from '../../explain/branch-text.ts';
import { dayText } from '../../model/day-words.ts';
import { idFrom } from '../../model/fresh-id.ts';
import { titleOf } from '../../model/assumed-step.ts';
import { standalone } from '../../lab/branches.ts';
import { type Line, text } from '../../draw/line.ts';
import { NOTHING_TYPED } from '../input.ts';
import { given, nearDay } from '../lab/day-and-reason.ts';
import { resultAccepted } from '../lab/result.ts';
import { below, onTop, sent } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import { type AskedFor, type Mode, modeOf, type PromptKind, type State } from '../state.ts';
import { typedLine } from '../views/typed-line.ts';
import { foundFirst } from './keys/finding.ts';
import { PROMPT_KEYS } from './keys/kinds.ts';
import { regionsShown } from './keys/pane-moving.ts';
import { LONGEST_INPUT } from './keys/typing.ts';
import type { OverlayOf, Screen } from './screen.ts';

type Prompt = OverlayOf<'prompt'>;

/** A path or a token may be long. */
const LONGEST_PATH = 2000;
const PATHS: readonly PromptKind[] = ['open', 'save', 'result'];

/**
 * A line that is asked for: a name, a file, a day, a reason, a filter.
 *
 * @param screenAt tells the screen below it, which may be looked through; it is among them itself
 */
export function promptScreen(screenAt: (mode: Mode) => Screen): Screen<Prompt> {
  return { ...PROMPT, enter: (...at) => answered(screenAt, ...at) };
}

const PROMPT: Screen<Prompt> = {
  title: 'Prompt',
  about: '{accept} takes what you type; {close} leaves everything as it was.',
  keys: PROMPT_KEYS,
  view: () => null,
  line: ({ theme }, state, overlay, columns) =>
    typedLine(theme, PROMPT_WORDS[overlay.ask](overlay.place, state), overlay, columns),
  foot(session, state, { problem, ask, asked, place }) {
    if (problem !== null) return [text(problem, 'bad')];
    if (ask === 'overwrite' || ask === 'overwriteResult')
      return [text(`There is a file ${place} already.`, 'strong')];
    if (ask === 'who') return [text(WHY_A_NAME, 'quiet')];
    return asked === undefined ? null : askedAbout(session, state, ask, asked);
  },
  typing: {
    longest: ({ ask }) => (PATHS.includes(ask) ? LONGEST_PATH : LONGEST_INPUT),
    changed(session, state, overlay, change) {
      const { isSuggested, ...rest } = overlay;
      const changed = change(overlay.input);
      const isTaken = isSuggested === true && changed.text !== overlay.input.text;
      const input = isTaken ? change(NOTHING_TYPED) : changed;
      const next = onTop(state, { ...rest, input, problem: null });
      return overlay.ask === 'filter' ? filtered(session, next, input.text) : next;
    },
  },
  closed(_session, state, { ask }) {
    const next = below(state);
    return ask === 'filter'
      ? { ...next, filters: { ...state.filters, [state.focus]: '' } }
      : { ...next, unsaved: null };
  },
  still(session, state, overlay) {
    const { asked, scenario } = overlay;
    const place = asked?.kind === 'step' ? asked.place : -1;
    const isThere = scenario === '' || state.scenarios.has(scenario);
    return isThere && place < sceneOf(session, state).story.steps.length ? overlay : null;
  },
};

/** A filter takes effect as it is typed; what is chosen is one of those that are left. */
function filtered(session: Session, state: State, filter: string): State {
  const next = { ...state, filters: { ...state.filters, [state.focus]: filter } };
  const shown = regionsShown(session, next);
  const region = shown.includes(state.region) ? state.region : (shown[0] ?? state.region);
  return { ...next, region };
}

const OVERWRITE = 'Write over it (y or n)?';

const PROMPT_WORDS: Readonly<Record<PromptKind, (about: string, state: State) => string>> = {
  filter: () => 'Show only what has this in it:',
  find: () => 'Find:',
  save: () => 'Save as:',
  overwrite: () => OVERWRITE,
  open: () => 'Open a file or a token:',
  name: () => 'Name:',
  day: () => 'On which day?',
  because: () => 'Why (may stay empty)?',
  note: () => 'Your note:',
  who: (_, { overlays }) =>
    overlays.some((each) => each.kind === 'exercise' && each.who !== '')
      ? 'Your name, for the result:'
      : 'Your name, for the result (Enter: without):',
  result: () => 'Save the result as:',
  overwriteResult: () => OVERWRITE,
};

const WHY_A_NAME =
  'Whoever you hand the file in to sees the name and the day at its top. What the file is called is asked next.';

/** What a day, a reason or a note is asked for, and how it may be written. */
function askedAbout(session: Session, state: State, ask: PromptKind, asked: AskedFor): Line {
  const { agreement } = session;
  const days = asked.kind === 'take' ? asked.given.date : undefined;
  const on = days === undefined ? '' : ` on ${dayText(days.to)}`;
  const about =
    asked.kind === 'take'
      ? `What if: ${titleOf(asked.action, agreement)}${on}.${noneBefore(ask, asked.before.length)}`
      : `${sceneOf(session, state).story.steps[asked.place]?.title ?? ''}.`;
  const how =
    ask === 'day'
      ? howToWriteDay(nearDay(session, state, asked) ?? agreement.recordEnds)
      : ask === 'because' || ask === 'note'
        ? HOW_TO_WRITE[ask]
        : '';
  return [text(about, 'strong'), text(` ${how}`, 'quiet')];
}

/** That what is taken with it is given nothing of its own. */
function noneBefore(ask: PromptKind, before: number): string {
  if (before === 0) return '';
  const what = ask === 'day' ? 'no day' : 'no reason';
  return before === 1
    ? ` The step before it gets ${what}.`
    : ` The ${before} steps before it get ${what}.`;
}

function answered(
  screenAt: (mode: Mode) => Screen,
  session: Session,
  state: State,
  overlay: Prompt,
): State {
  const typed = overlay.input.text.trim();
  const problem = (message: string) => onTop(state, { ...overlay, problem: message });
  switch (overlay.ask) {
    case 'filter':
      return below(state);
    case 'find': {
      const under = below(state);
      if (typed === '') return under;
      return foundFirst(session, under, screenAt(modeOf(under)), typed);
    }
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
      return resultAccepted(session, state, overlay);
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
