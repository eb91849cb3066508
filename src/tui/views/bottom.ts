import { KEYMAP, keyName } from '../keymap.ts';
import { type Line, lineWidth, spread, text } from '../line.ts';
import { dayText, runTitle } from '../model/wording.ts';
import { momentOf, type Session } from '../session.ts';
import { modeOf, type State } from '../state.ts';

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

/** The keys that matter most here, as many as there is room for. */
export function keysLine(session: Session, state: State, columns: number): Line {
  const mode = modeOf(state);
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  const bindings = KEYMAP.filter((entry) => entry.rank > 0 && entry.modes.includes(mode));
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
