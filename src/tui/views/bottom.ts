import { KEYMAP, keyName } from '../keymap.ts';
import { graphemes, type Line, lineWidth, spread, text, width } from '../line.ts';
import { isOffered } from '../model/commands.ts';
import { dayText, runTitle } from '../model/wording.ts';
import { momentOf, type Session } from '../session.ts';
import { modeOf, type PromptKind, type State } from '../state.ts';

/** What is on show and where the record ends, or what there is to say just now, or the date being typed. */
export function statusLine(session: Session, state: State, columns: number): Line {
  const { agreement, theme } = session;
  const { ellipsis } = theme.glyphs;
  const overlay = state.overlays.at(-1);
  if (overlay?.kind === 'date') {
    const prompt: Line = [
      text(' Go to the day (YYYY-MM-DD): '),
      text(overlay.typed, 'strong'),
      text(theme.screenReader ? '' : '_'),
    ];
    const problem = overlay.problem === null ? [] : [text(`  ${overlay.problem}`, 'bad')];
    return spread([...prompt, ...problem], [], columns, ellipsis);
  }
  if (overlay?.kind === 'prompt') {
    const prompt: Line = [
      text(` ${PROMPT_WORDS[overlay.ask](overlay.scenario)} `),
      text(overlay.typed, 'strong'),
      text(theme.screenReader ? '' : '_'),
    ];
    const problem = overlay.problem === null ? [] : [text(`  ${overlay.problem}`, 'bad')];
    // What is being typed is at its end; a problem must be seen whole.
    const room = columns - lineWidth(problem);
    return [...cutStart(prompt, room), ...problem];
  }
  const { played } = momentOf(session, state);
  const date = played?.step.date ?? null;
  const beyond = date !== null && date.to > agreement.recordEnds ? '; this step lies after it' : '';
  const end = `Record ends ${dayText(agreement.recordEnds)}${beyond} `;
  const left = state.notice === null ? `Shown ${runTitle(agreement, state.run)}` : state.notice;
  return spread(
    [text(` ${left}`, state.notice === null ? 'plain' : 'strong')],
    [text(`  ${end}`)],
    columns,
    ellipsis,
  );
}

const PROMPT_WORDS: Readonly<Record<PromptKind, (about: string) => string>> = {
  filter: () => 'Show only what has this in it:',
  save: () => 'Save as:',
  overwrite: (place) => `There is a file ${place} already. Write over it (yes or no)?`,
  open: () => 'Open a file or a token:',
  name: () => 'Name:',
};

/** The end of a line, as much of it as fits. */
function cutStart(spans: Line, columns: number): Line {
  let over = lineWidth(spans) - columns;
  return spans.map((span) => {
    if (over <= 0) return span;
    const parts = graphemes(span.text);
    while (parts.length > 0 && over > 0) over -= width(parts.shift() ?? '');
    return { ...span, text: parts.join('') };
  });
}

/** The keys that matter most here, as many as there is room for. */
export function keysLine(session: Session, state: State, columns: number): Line {
  const mode = modeOf(state);
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  const here = KEYMAP.filter(
    (entry) => entry.rank > 0 && entry.modes.includes(mode) && isOffered(state, entry),
  );
  // The panes have their keys in the order of the day; over them, what one came for is first.
  const bindings = mode === 'panes' ? here : here.toSorted((a, b) => a.rank - b.rank);
  const shown = bindings.map(({ keys, label, rank }) => ({
    rank,
    spans: [
      text(keyName(keys[0] ?? '', signs), 'title'),
      text(` ${label}`, 'quiet'),
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
