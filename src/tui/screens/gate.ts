import type { Standing } from '../../model/standing.ts';
import { withoutReading } from '../../answer/without-reading.ts';
import { keySaid } from '../bound-keys.ts';
import { keptBack } from '../lab/exercising.ts';
import { askedReadingBlocks } from '../../explain/asked-reading.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { gateText } from '../../explain/check-text.ts';
import { type Block, inBrief, line } from '../../explain/document.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { boardOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { page, type Page } from '../views/page.ts';
import type { PaneScreen } from './screen.ts';

const TOLD_LATER = 'How it stands over the parties is told once you have answered.';

/** The gate board: the answer to how the gate stands, in brief. */
function gatePage(session: Session, state: State, columns: number): Page {
  const whole = boardOf(session, state);
  const back = keptBack(session, state);
  const isAsked = back !== null && whole?.event.id === back.event;
  const standing = isAsked && whole !== null ? withoutReading(whole, back.reading) : whole;
  if (standing === null) return page(paragraph('This agreement has no gates.', columns));
  const [head, ...blocks] = withoutHead(inBrief(gateText(standing, { verbose: false })));
  const kept = `Kept on the board until ${keySaid(session, 'close', 'escape')}.`;
  const more = `${keySaid(session, 'ask', 'a')} says who could change what, and what everything rests on.`;
  return page([
    ...blockLines(session.theme, head === undefined ? [] : [head], columns),
    ...(isAsked && whole !== null
      ? blockLines(session.theme, inBrief(askedReadingBlocks(whole, back.reading)), columns)
      : []),
    ...(state.gate === null || isExercise(state) ? [] : paragraph(kept, columns, 0, 'quiet')),
    ...blockLines(
      session.theme,
      // What it comes to over the parties would tell what is asked, or be wrong without the one that is left out.
      isAsked ? [...line(TOLD_LATER), ...blocks.slice(1)] : withSign(standing, blocks),
      columns,
    ),
    ...(nothingPublishedText(standing.moment) === ''
      ? [[], ...paragraph(more, columns, 0, 'quiet')]
      : []),
  ]);
}

/** The blocks with the sign of the verdict before the line that says it: no state is told by its colour alone. */
function withSign({ moment, verdict }: Standing, blocks: readonly Block[]): readonly Block[] {
  const [overall, ...others] = blocks;
  if (overall?.kind !== 'line' || nothingPublishedText(moment) !== '') return blocks;
  const { words, depth } = overall;
  return [{ kind: 'status', sign: verdict, word: '', words, depth }, ...others];
}

function isExercise({ overlays }: State): boolean {
  return overlays.some(({ kind }) => kind === 'exercise');
}

/** The gate board. */
export const GATE_PANE: PaneScreen = {
  name: 'Gate',
  about:
    "One gate: how it stands over the parties, what the model itself requires first, then each party with what it holds and its conditions, and what is said to stand in the way. Terms as reported are apart: they are no party's. It follows the steps until you choose a gate.",
  view: gatePage,
};
