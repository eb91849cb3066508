import { toldTitle } from '../explain/words.ts';
import {
  layoutOf,
  showsChangesOnly,
  rowsIn,
  SEPARATOR_WIDTH,
  SMALLEST,
  type Layout,
  type OverlaySpot,
  type Slot,
  textColumns,
} from './layout.ts';
import { isOnBoard } from './lab/exercising.ts';
import { keySaid } from './bound-keys.ts';
import { atFront } from './at-front.ts';
import {
  cutLine,
  fill,
  type Line,
  line,
  lineWidth,
  type Span,
  spread,
  text,
  width,
} from '../draw/line.ts';
import { readingTitle } from '../model/agreement.ts';
import { REPORTED } from '../model/terms.ts';
import { overlayPage } from './pages.ts';
import { screenOf } from './screens/index.ts';
import { panePage } from './screens/pane-page.ts';
import { PANE_SCREENS } from './screens/pane-screens.ts';
import { spotOf } from './screens/screen.ts';
import { sceneOf, type Session } from './session.ts';
import { type Mode, type Overlay, PANES, type Pane, type State } from './state.ts';
import type { Theme } from '../draw/theme.ts';
import { keysLine, noticeLines, problemLines, statusLine } from './bottom.ts';
import { moreText, type Page, settledTop } from './views/page.ts';
import { filterLine } from './views/filter-line.ts';
import { type Passing, passing } from './views/filtered.ts';
import { provisionOrder } from '../model/provision-order.ts';
import { boxSpots, type Drawn, shifted, type Spot, type Target, targetIn } from './spots.ts';
import { stripLine } from './views/strip.ts';
import { tourLines } from './views/tour.ts';
import { railLines, titleLine } from './views/top.ts';

/** The parts of a frame from top to bottom, each of whole lines, none wider than the terminal. */
export interface Frame {
  readonly top: readonly Line[];
  readonly body: readonly Line[];
  readonly bottom: readonly Line[];
  /** What lies where, as it is drawn. */
  readonly spots: readonly Spot[];
}

/** What is on screen. Together the parts are one line less than the terminal is high. */
export function frameOf(session: Session, state: State): Frame {
  const { theme } = session;
  const layout = layoutOf(state.size, theme, state.focus, state.zoomed);
  if (layout === null) return tooSmall(session, state);
  const { columns, isSpacious } = layout;
  const spacer: Line[] = isSpacious ? [[]] : [];
  const overlay = overlayDrawn(state);
  const fits = (spans: Line) => cutLine(spans, columns, theme.glyphs.ellipsis);
  const top = topLines(session, state, layout).map(fits);
  const spot = overlay === null ? null : spotOf(screenOf(overlay), layout, overlay);
  const body = withFoot(
    overlay === null || spot === null || isOnBoard(overlay) || spot.instead !== null
      ? panes(session, state, layout)
      : overlayBody(session, state, overlay, spot),
    [
      ...problemLines(session, state, columns),
      ...tourLines(session, state, columns),
      ...noticeLines(session, state, columns),
    ],
  );
  return {
    top,
    body: body.lines.map(fits),
    bottom: [...spacer, statusLine(session, state, columns), keysLine(session, state, columns)].map(
      fits,
    ),
    spots: shifted(body.spots, 0, top.length),
  };
}

/** What lies at a column and a row of the screen, both from 0, as it is drawn; null where nothing does. */
export function targetAt(
  session: Session,
  state: State,
  column: number,
  row: number,
): Target | null {
  return targetIn(frameOf(session, state).spots, column, row);
}

/** What is asked for about what lies below it, which stays on show in the lines above. */
const EXPLAINING: ReadonlySet<Mode> = new Set([
  'help',
  'glossary',
  'commands',
  'prompt',
  'citations',
  'citation',
] as const);

/** The agreement, the scenario and its phases; over the front, of what it speaks of, and the parties' accounts are its own. */
function topLines(session: Session, state: State, layout: Layout): Line[] {
  const isFront = state.overlays.findLast(({ kind }) => !EXPLAINING.has(kind))?.kind === 'front';
  const shown = isFront ? atFront(session, state) : state;
  return [
    titleLine(session, shown, layout.columns, shown.position !== state.position),
    ...railLines(session, shown, isFront ? { ...layout, accountLines: 0 } : layout),
    // The front takes these lines for itself, and what lies over it does not.
    ...(isFront && overlayDrawn(state)?.kind !== 'front'
      ? Array.from({ length: layout.accountLines }, (): Line => [])
      : []),
    ...(layout.isSpacious ? [isFront ? [] : stripLine(session, shown, layout.columns)] : []),
  ];
}

/** The overlay that is drawn; null where the panes are all in view. What is typed is typed in the line below. */
function overlayDrawn({ overlays }: State): Overlay | null {
  return overlays.findLast((overlay) => screenOf(overlay).line === undefined) ?? null;
}

/** The body with something at its foot, over what stands there: a problem, the card of the tour. */
function withFoot({ lines, spots }: Drawn, foot: readonly Line[]): Drawn {
  const left = Math.max(0, lines.length - foot.length);
  return {
    lines: [...lines.slice(0, left), ...foot.slice(-lines.length)],
    spots: spots.map((spot) => ({ ...spot, rows: Math.min(spot.rows, left - spot.top) })),
  };
}

function tooSmall(session: Session, { size }: State): Frame {
  const rows = Math.max(1, size.rows - 1);
  const said = [
    'phasegate',
    `needs at least ${SMALLEST.columns}x${SMALLEST.rows},`,
    `has ${size.columns}x${size.rows}.`,
    `${keySaid(session, 'quit', 'q')} quits.`,
  ];
  const lines = said.slice(0, rows).map((words) => cutLine(line(words), size.columns, ''));
  return {
    top: lines,
    body: Array.from({ length: rows - lines.length }, () => []),
    bottom: [],
    spots: [],
  };
}

function panes(session: Session, state: State, layout: Layout): Drawn {
  const { ellipsis, upright } = session.theme.glyphs;
  const columns = layout.slots.map((slots) => {
    const boxes = slots.map((slot) => paneDrawn(session, state, slot, layout));
    return { wide: slots[0]?.width ?? 0, boxes, stack: boxes.flatMap((box) => box.lines) };
  });
  let left = 0;
  const spots = columns.flatMap(({ wide, boxes }) => {
    let top = 0;
    const found = boxes.flatMap((box) => {
      const placed = shifted(box.spots, left, top);
      top += box.lines.length;
      return placed;
    });
    left += wide + SEPARATOR_WIDTH;
    return found;
  });
  const lines = Array.from({ length: layout.bodyHeight }, (_, row) =>
    columns.flatMap(({ wide, stack }, index) => [
      ...(index === 0 ? [] : [text(` ${upright} `.slice(0, SEPARATOR_WIDTH), 'quiet')]),
      ...fill(stack[row] ?? [], wide, ellipsis),
    ]),
  );
  return { lines, spots };
}

function paneDrawn(session: Session, state: State, slot: Slot, layout: Layout): Drawn {
  const overlay = overlayDrawn(state);
  const spot = overlay === null ? null : spotOf(screenOf(overlay), layout, overlay);
  if (overlay !== null && spot?.instead?.pane === slot.pane)
    return overlayBody(session, state, overlay, spot);
  const page = panePage(session, state, slot.pane, textColumns(slot.width));
  const isOnly = layout.slots.length === 1;
  const title = isOnly
    ? tabs(session, state, slot.width)
    : [paneTitle(session, state, slot.pane, slot.width - ROOM_FOR_MORE)];
  const isBare = state.overlays.length === 0 || (overlay !== null && isOnBoard(overlay));
  const isFocused = slot.pane === state.focus && isBare;
  const match = matchOn(state, slot.pane);
  return boxed(
    session,
    slot.pane,
    page,
    state.tops[slot.pane],
    title,
    slot.width,
    rowsIn(slot),
    isFocused,
    match,
  );
}

function overlayBody(
  session: Session,
  state: State,
  overlay: Overlay,
  { columns, rows }: OverlaySpot,
): Drawn {
  const page = overlayPage(session, state, overlay);
  if (page === null) return { lines: [], spots: [] };
  const screen = screenOf(overlay);
  const top = 'top' in overlay ? overlay.top : 0;
  const box = boxed(
    session,
    overlay.kind,
    page,
    top,
    screen.tabs?.(overlay) ?? [screen.title],
    columns,
    rows,
    !isOnBoard(overlay),
    matchOn(state, overlay.kind),
  );
  if (!('filter' in overlay)) return box;
  const [rule = [], ...lines] = box.lines;
  return {
    lines: [
      rule,
      filterLine(session, overlay.filter, rowsPassing(session, state, overlay)),
      ...lines,
    ],
    spots: box.spots.map((spot) =>
      spot.target.row === null && spot.target.cites === undefined
        ? spot
        : { ...spot, top: spot.top + 1 },
    ),
  };
}

/** How many rows of a list its filter lets pass, and of how many; null where there are none to choose. */
function rowsPassing(session: Session, state: State, overlay: Overlay): Passing | null {
  const { rows } = screenOf(overlay);
  const found = rows?.(session, state, overlay) ?? null;
  const all = rows?.(session, state, { ...overlay, filter: '' } as Overlay) ?? null;
  return found === null || all === null ? null : { found, all };
}

/** Columns that a rule keeps for how much is out of view, and for the names of other panes. */
const ROOM_FOR_MORE = 11;
const ROOM_FOR_TABS = 46;
/** Columns besides the titles from which on that is said in words: where a page has the screen to itself. */
const ROOM_FOR_WORDS = 42;

/** The provisions say whose run they show, where there is room to. */
function paneTitle(session: Session, state: State, pane: Pane, room: number): string {
  const name = `${PANES.indexOf(pane) + 1} ${PANE_SCREENS[pane].name}`;
  const run =
    state.run === REPORTED
      ? toldTitle(sceneOf(session, state).story.scenario.kind)
      : `run of ${readingTitle(session.agreement, state.run)}`;
  const full = `${name}, ${run}`;
  const filter = state.filters[pane];
  if (filter !== '') return `${name}: ${letThrough(session, state, pane, room)} with "${filter}"`;
  if (
    pane === 'provisions' &&
    showsChangesOnly(state.size, session.theme, state.focus, state.zoomed)
  )
    return `${name}: what changes`;
  return pane === 'provisions' && width(full) <= room ? full : name;
}

/** How many provisions, or passages of another pane, its filter lets pass, and of how many. */
function letThrough(session: Session, state: State, pane: Pane, columns: number): string {
  const filter = state.filters[pane];
  if (pane === 'provisions') {
    const { rows = [] } = panePage(session, state, pane, columns);
    return `${rows.length} of ${provisionOrder(session.agreement).length}`;
  }
  const whole = { ...state, filters: { ...state.filters, [pane]: '' } };
  const { found, all } = passing(panePage(session, whole, pane, columns), filter);
  return `${found} of ${all}`;
}

/** Where only one pane fits, its rule names the others too. */
function tabs(session: Session, state: State, columns: number): string[] {
  if (session.theme.screenReader) {
    const at = PANES.indexOf(state.focus);
    return [
      `Pane ${at + 1} of ${PANES.length}, ${PANE_SCREENS[state.focus].name}, ${keySaid(session, 'nextPane', 'tab')} for the next`,
    ];
  }
  return PANES.map((pane) =>
    pane === state.focus
      ? `[${paneTitle(session, state, pane, columns - ROOM_FOR_TABS)}]`
      : `${PANES.indexOf(pane) + 1} ${PANE_SCREENS[pane].name}`,
  );
}

/** The line of a page that was just found; null where none was there. */
function matchOn({ find }: State, on: Mode | Pane): number | null {
  return find?.at?.on === on ? find.at.line : null;
}

function matchMark({ screenReader, glyphs }: Theme): Span {
  return text(screenReader ? 'match: ' : glyphs.selected, 'title');
}

/** A rule with a title, and below it a window of a page. */
function boxed(
  session: Session,
  on: Mode | Pane,
  page: Page,
  wantedTop: number,
  titles: readonly string[],
  columns: number,
  rows: number,
  isFocused: boolean,
  match: number | null,
): Drawn {
  const { theme } = session;
  const { glyphs } = theme;
  const top = settledTop(page, wantedTop, rows);
  const isPane = PANES.some((pane) => pane === on);
  const inWords = !isPane && columns - width(titles.join('  ')) >= ROOM_FOR_WORDS;
  const more = moreText(theme, top, Math.max(0, page.lines.length - top - rows), inWords);
  const sign = theme.screenReader ? ' ' : isFocused ? glyphs.heavyRule : glyphs.rule;
  const tone = isFocused ? 'plain' : 'quiet';
  const named: Line = [
    text(sign, tone),
    ...titles.map((title) => {
      const isCurrent = titles.length === 1 || title.startsWith('[');
      return text(` ${title} `, isFocused && isCurrent ? 'title' : 'plain');
    }),
  ];
  const end: Line = more === '' ? [text(sign, tone)] : [text(` ${more} `), text(sign, tone)];
  const rest = Math.max(0, columns - lineWidth(named) - lineWidth(end));
  const rule = spread([...named, text(sign.repeat(rest), tone)], end, columns, glyphs.ellipsis);
  const shown = page.lines.slice(top, top + rows);
  const lines = [
    rule,
    ...Array.from({ length: rows }, (_, row): Line => {
      const content = shown[row];
      if (content === undefined || content.length === 0) return [];
      return [top + row === match ? matchMark(theme) : text(' '), ...content];
    }),
  ];
  return { lines, spots: boxSpots(on, page, top, named, columns, rows) };
}
