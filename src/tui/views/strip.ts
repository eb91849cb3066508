import { courseAround } from '../../lab/changes.ts';
import { cut, type Line, lineWidth, text, width } from '../../draw/line.ts';
import { verdictSign } from '../../draw/signs.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';

/** The verdict of the gate on the board after each step, the one on show in brackets; as much as fits around it. */
export function stripLine(session: Session, state: State, columns: number): Line {
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
  return lineWidth(line) <= columns ? line : [];
}
