import { courseAround } from '../../lab/changes.ts';
import { cut, type Line, lineWidth, text, width } from '../../draw/line.ts';
import { verdictSign } from '../../draw/signs.ts';
import { VERDICT_WORDS } from '../../explain/words.ts';
import type { Overall } from '../../model/standing.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';

/** The verdict of the gate on the board after each step, the one on show in brackets; as much as fits around it, with what the marks mean where there is room. */
export function stripLine(session: Session, state: State, columns: number): Line {
  // It would tell how the gate in question comes to stand.
  if (state.overlays.some(({ kind }) => kind === 'exercise')) return [];
  const { theme, agreement } = session;
  const { ellipsis } = theme.glyphs;
  // The brackets, a mark at either end, and a blank before and behind.
  const label = (gate: string) =>
    cut(
      `${agreement.gates.get(gate)?.title ?? gate}, step by step: `,
      Math.floor(columns * 0.4),
      ellipsis,
    );
  const widest = Math.max(0, ...[...agreement.gates.keys()].map((gate) => width(label(gate))));
  const course = courseAround(session, state, Math.max(8, columns - widest - 8));
  if (course === null) return [];
  const { from, verdicts, current, count } = course;
  const line: Line = [
    text(` ${label(course.gate)}`, 'quiet'),
    text(from > 0 ? ellipsis : ''),
    ...verdicts.flatMap((verdict, index) => {
      const sign = verdictSign(theme, verdict);
      return from + index === current ? [text('['), sign, text(']')] : [sign];
    }),
    text(from + verdicts.length <= count ? ellipsis : ''),
  ];
  if (lineWidth(line) > columns) return [];
  const whole = [...line, ...legend(session, verdicts)];
  return lineWidth(whole) <= columns ? whole : line;
}

/** What the marks mean that are on show, once each. */
function legend({ theme }: Session, verdicts: readonly Overall[]): Line {
  return [...new Set(verdicts)].flatMap((verdict, index) => [
    text(index === 0 ? '   ' : '  '),
    verdictSign(theme, verdict),
    text(` ${VERDICT_WORDS[verdict].word}`, 'quiet'),
  ]);
}
