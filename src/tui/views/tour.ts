import { type Line, lineWidth, text } from '../../draw/line.ts';
import { block } from '../../draw/paragraph.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { tourCard } from '../tour.ts';

/** The card of the tour, to stand at the foot of the body; none where no tour is on. */
export function tourLines(session: Session, state: State, columns: number): Line[] {
  const card = tourCard(session, state);
  if (card === null) return [];
  const { screenReader, glyphs } = session.theme;
  const head: Line = [
    text(` Tour ${card.number} of ${card.of} `, 'title'),
    text(
      state.overlays.length === 0 ? ` ${keySaid(session, 'close', 'escape')} ends it ` : ' ',
      'quiet',
    ),
  ];
  const rule = screenReader ? '' : glyphs.heavyRule.repeat(Math.max(0, columns - lineWidth(head)));
  return [[...head, text(rule, 'quiet')], ...block([text(card.text, 'strong')], columns - 2, 1)];
}
