import { type Line, text } from '../../draw/line.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { differenceBlocks } from '../../explain/diff-text.ts';
import { inBrief } from '../../explain/document.ts';
import { comparedAt, standsText } from '../../explain/stands-text.ts';
import type { Moment } from '../../model/moment.ts';
import { keySaid } from '../bound-keys.ts';
import { differenceOf, momentsOf } from '../../lab/difference.ts';
import { clocksText } from '../model/wording.ts';
import { onTop } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { type Page, page } from '../views/page.ts';
import { REDO, UNDO } from './keys/branching.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Difference = OverlayOf<'difference'>;

/** Compares at the moment before or behind; there is none before the two part, and none behind their ends. */
function atMoment(session: Session, state: State, overlay: Difference, by: 1 | -1): State {
  const moments = momentsOf(session, state, overlay);
  const moment = moments[moments.indexOf(overlay.at) + by];
  return moment === undefined ? state : onTop(state, { ...overlay, at: moment });
}

/** Why there is no moment before or behind. */
function momentObstacle(
  session: Session,
  state: State,
  overlay: Difference,
  by: 1 | -1,
): string | null {
  const moments = momentsOf(session, state, overlay);
  if (moments[moments.indexOf(overlay.at) + by] !== undefined) return null;
  return by < 0 ? 'Here they part: before it they are the same.' : 'These are their ends.';
}

const KEYS: readonly Binding<Difference>[] = [
  UNDO,
  REDO,
  {
    id: 'earlierMoment',
    keys: ['left', 'h'],
    group: 'What if',
    label: 'earlier',
    rank: 2.2,
    help: 'Compare them one step earlier, as far back as where they part.',
    does: (session, state, overlay) => atMoment(session, state, overlay, -1),
    obstacle: (session, state, overlay) => momentObstacle(session, state, overlay, -1),
  },
  {
    id: 'laterMoment',
    keys: ['right', 'l'],
    group: 'What if',
    label: 'later',
    rank: 2.4,
    help: 'Compare them one step later; the last comparison is of both ends.',
    does: (session, state, overlay) => atMoment(session, state, overlay, 1),
    obstacle: (session, state, overlay) => momentObstacle(session, state, overlay, 1),
  },
  SHARE,
  CITATIONS,
];

/** Two scenarios side by side. */
export const DIFFERENCE: Screen<Difference> = {
  title: 'Side by side',
  about:
    'Two scenarios side by side: where they part, and which stages, verdicts and possible events differ, by reading.',
  keys: [...KEYS, ...PAGE_KEYS],
  view: differencePage,
  still(session, state, overlay) {
    const { left, right, at } = overlay;
    if (![left, right].every((id) => id === '' || state.scenarios.has(id))) return null;
    const isMoment = at === null || momentsOf(session, state, overlay).includes(at);
    return isMoment ? overlay : { ...overlay, at: null };
  },
};

const SIDES = { left: 'A', right: 'B' } as const;

/** Two scenarios side by side: where they part, and what differs between where they stand. */
function differencePage(
  session: Session,
  state: State,
  overlay: Difference,
  columns: number,
): Page {
  const difference = differenceOf(session, state, overlay);
  const { left, right } = difference;
  const moments = momentsOf(session, state, overlay);
  const hint =
    moments.length > 1
      ? `; ${keySaid(session, 'earlierMoment', 'left')} and ${keySaid(session, 'laterMoment', 'right')} compare them at other steps`
      : '';
  const when = `${comparedAt(overlay.at, SIDES.right)}${hint}.`;
  const clocks = clocksText(state.clocks);
  return page([
    ...paragraph(clocks === '' ? when : `${when} Both ${clocks}.`, columns, 0, 'quiet'),
    ...sideLines(SIDES.left, left, columns),
    ...sideLines(SIDES.right, right, columns),
    [],
    ...blockLines(session.theme, inBrief(differenceBlocks(difference, SIDES)), columns),
  ]);
}

function sideLines(name: string, moment: Moment, columns: number): Line[] {
  return block(
    [
      text(`${name}  `, 'title'),
      text(moment.story.scenario.title, 'strong'),
      text(`  ${standsText(moment)}`, 'quiet'),
    ],
    columns,
    0,
    3,
  );
}
