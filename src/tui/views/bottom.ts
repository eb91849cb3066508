import { dayText } from '../../model/day-words.ts';
import { type Action, KEYMAP, keyName } from '../keymap.ts';
import { layoutOf, overlayRows, textColumns } from '../layout.ts';
import { rowCount } from '../lists.ts';
import { overlayPage } from '../pages.ts';
import { aroundCaret, type Input } from '../input.ts';
import { cutLine, type Line, lineWidth, type Span, spread, text, width } from '../../draw/line.ts';
import type { Theme } from '../../draw/theme.ts';
import { block } from '../../draw/paragraph.ts';
import { unmetCount } from '../../explain/task-text.ts';
import { markedNow, taskUp } from '../../lab/tasks.ts';
import { isOffered } from '../model/commands.ts';
import { runTitle } from '../model/wording.ts';
import { sceneOf, type Session } from '../session.ts';
import { titleOf } from '../../model/assumed-step.ts';
import { type AskedFor, modeOf, type PromptKind, type State } from '../state.ts';

/** What is on show and where the record ends, or what there is to say just now, or what is being typed. */
export function statusLine(session: Session, state: State, columns: number): Line {
  const { agreement, theme } = session;
  const { ellipsis } = theme.glyphs;
  const overlay = state.overlays.at(-1);
  if (overlay?.kind === 'date' || overlay?.kind === 'prompt') {
    const asks =
      overlay.kind === 'date'
        ? 'As of a day, or known by one:'
        : PROMPT_WORDS[overlay.ask](overlay.place);
    return typedLine(theme, [text(` ${asks} `)], overlay, columns);
  }
  const { played } = sceneOf(session, state);
  const date = played?.step.date ?? null;
  const beyond = date !== null && date.to > agreement.recordEnds ? '; this step lies after it' : '';
  const set = taskUp(session, state);
  const end =
    state.unkept !== null
      ? text('  SESSION NOT KEPT: S saves the branch ', 'bad')
      : set === null
        ? text(`  Record ends ${dayText(agreement.recordEnds)}${beyond} `)
        : taskMark(session, state);
  const about =
    set === null ? `Shown ${runTitle(agreement, state.run)}` : `Task: ${set.task.task.text}`;
  const left = state.notice === null ? about : state.notice;
  const said = text(` ${left}`, state.notice === null ? 'plain' : 'strong');
  // What there is to say just now matters more than what is always there.
  const isTight = state.notice !== null && lineWidth([said, end]) > columns;
  const stays = state.unkept !== null || set !== null;
  return spread([said], isTight && !stays ? [] : [end], columns, ellipsis);
}

/** How much of the task that was taken up is met by what is on show. */
function taskMark(session: Session, state: State): Span {
  const marked = markedNow(session, state);
  if (marked === null) return text('');
  return marked.isMet
    ? text('  m: the task is met ', 'good')
    : text(`  m: ${unmetCount(marked)} not met `, 'unsure');
}

const PROMPT_WORDS: Readonly<Record<PromptKind, (about: string) => string>> = {
  filter: () => 'Show only what has this in it:',
  save: () => 'Save as:',
  overwrite: (place) => `There is a file ${place} already. Write over it (y or n)?`,
  open: () => 'Open a file or a token:',
  name: () => 'Name:',
  day: () => 'On which day?',
  because: () => 'Why (may stay empty)?',
  note: () => 'Your note:',
  who: () => 'Your name (may stay empty):',
  result: () => 'Save the result as:',
  overwriteResult: (place) => `There is a file ${place} already. Write over it (y or n)?`,
};

/** What is wrong with what was typed, or where the session could not be kept: whole, however narrow the screen. */
export function problemLines(session: Session, state: State, columns: number): Line[] {
  const overlay = state.overlays.at(-1);
  const problem = overlay?.kind === 'date' || overlay?.kind === 'prompt' ? overlay.problem : null;
  if (problem !== null) return block([text(problem, 'bad')], columns - 1, 1);
  return overlay?.kind === 'prompt' && overlay.asked !== undefined
    ? block(askedAbout(session, state, overlay.ask, overlay.asked), columns - 1, 1)
    : [];
}

/** What a day, a reason or a note is asked for, and how it may be written. */
function askedAbout(session: Session, state: State, ask: PromptKind, asked: AskedFor): Line {
  const { agreement } = session;
  const days = asked.kind === 'take' ? asked.given.date : undefined;
  const on = days === undefined ? '' : ` on ${dayText(days.to)}`;
  const about =
    asked.kind === 'take'
      ? `What if: ${titleOf(asked.action, agreement)}${on}.`
      : `${sceneOf(session, state).story.steps[asked.place]?.title ?? ''}.`;
  return [text(about, 'strong'), text(` ${HOW_TO_WRITE[ask] ?? ''}`, 'quiet')];
}

const HOW_TO_WRITE: Partial<Readonly<Record<PromptKind, string>>> = {
  day: 'Write 5 Jan 2031, 25 dec or 2031-01-05; an empty line is no day.',
  because: "One sentence of your own. It is kept with the step as your reason, and no party's.",
  note: 'Your own words. They move nothing; an empty line is no note.',
};

/** A prompt with what was typed, the part around the caret where it is longer than the line. */
function typedLine(
  theme: Theme,
  prompt: Line,
  { input, isSuggested = false }: { readonly input: Input; readonly isSuggested?: boolean },
  columns: number,
): Line {
  const [before, after] = aroundCaret(input);
  const [at, ...rest] = after;
  const room = Math.max(8, columns - lineWidth(prompt) - 1);
  const { ellipsis } = theme.glyphs;
  let shown = before.join('');
  if (width(shown) > room - 1) {
    const parts = [...before];
    while (parts.length > 0 && width(ellipsis + parts.join('')) > room - 1) parts.shift();
    shown = ellipsis + parts.join('');
  }
  const caret = theme.screenReader
    ? []
    : [text(at ?? '_', at === undefined ? 'plain' : 'selected')];
  const spoken = theme.screenReader ? [text(at ?? '', 'strong')] : caret;
  const line = [
    ...prompt,
    text(shown, isSuggested ? 'selected' : 'strong'),
    ...spoken,
    text(rest.join(''), 'strong'),
  ];
  return cutLine(line, columns, ellipsis);
}

const SCROLLS: readonly Action[] = ['down', 'pageDown'];

/** Whether there is more on top than is in view, or something to choose from. */
function canScroll(session: Session, state: State): boolean {
  const overlay = state.overlays.at(-1);
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (overlay === undefined || layout === null) return true;
  const count = rowCount(session, state, overlay);
  if (count !== null) return count > 1;
  const page = overlayPage(session, state, overlay, textColumns(layout.columns));
  return page !== null && page.lines.length > overlayRows(layout, overlay);
}

/** The keys that matter most here, as many as there is room for. */
export function keysLine(session: Session, state: State, columns: number): Line {
  const mode = modeOf(state);
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  const here = KEYMAP.filter(
    (entry) =>
      entry.rank > 0 &&
      entry.modes.includes(mode) &&
      isOffered(session, state, entry) &&
      (!SCROLLS.includes(entry.action) || canScroll(session, state)),
  );
  // The panes have their keys in the order of the day; over them, what one came for is first.
  const bindings = mode === 'panes' ? here : here.toSorted((a, b) => a.rank - b.rank);
  const isPlayedOn = state.scenarios.get(state.scenario)?.replay !== undefined;
  const shown = bindings.map(({ action, keys, label, rank }) => ({
    rank,
    spans: [
      text(keyName(keys[0] ?? '', signs), 'title'),
      text(` ${action === 'continueBase' && isPlayedOn ? 'leave out' : label}`, 'quiet'),
      text(session.theme.screenReader ? ', ' : '   '),
    ],
  }));
  let room = columns - 1;
  const kept = new Set<Line>();
  for (const { spans } of shown.toSorted((left, right) => left.rank - right.rank)) {
    room -= lineWidth(spans);
    if (room < 0) break;
    kept.add(spans);
  }
  return [text(' '), ...shown.flatMap(({ spans }) => (kept.has(spans) ? spans : [])).slice(0, -1)];
}
