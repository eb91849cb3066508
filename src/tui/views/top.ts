import { rangeText } from '../../model/day-words.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { placeText } from '../../explain/place-text.ts';
import { listed, STANCE_WORDS } from '../../explain/words.ts';
import {
  cut,
  type Line,
  line,
  lineWidth,
  spread,
  text,
  type Tone,
  width,
  wrap,
} from '../../draw/line.ts';
import { phaseRail, type PhaseRail, type RailMark, type RailStop } from '../model/phase-rail.ts';
import { clocksText, clocksTyped } from '../model/wording.ts';
import { type Scene, sceneOf, type Session } from '../session.ts';
import { hasOnePane, type Layout } from '../layout.ts';
import type { State } from '../state.ts';
import { verdictSign } from '../../draw/signs.ts';
import { stripLine } from './strip.ts';
import type { Theme } from '../../draw/theme.ts';

/**
 * The first line: which agreement and which of its scenarios, and where in it we are.
 *
 * @param isAhead whether it is about where the scenario leads, and not about the place of the cursor
 */
export function titleLine(session: Session, state: State, columns: number, isAhead = false): Line {
  const { theme, agreement } = session;
  const { story, played, position } = sceneOf(session, state);
  const { title, kind } = story.scenario;
  const count = story.steps.length;
  const date =
    played === null
      ? ''
      : ` ${theme.glyphs.middle} ${rangeText(played.step.date, theme.glyphs.dash)}`;
  // By a day the step on show may or may not have happened.
  const isCertain = played?.isCertain !== false;
  const where = isAhead ? 'at its end' : placeText(position, count, isCertain);
  const wrote = played?.step.replayed ? ', replayed' : '';
  const kinds = [text(`  ${kind}`, 'quiet')];
  // That a scenario is made up is said however short the room; that one is documented goes first.
  const said = kind === 'documented' ? [] : kinds;
  // Where room is short, the names are worth more than a word, and where it is shorter, than how many steps there are.
  const brief = where.replace(/^after /, '');
  const ways = [where, brief, brief.replace(/ of \d+$/, '')].map((place) =>
    whenSpans(state, place, `${wrote}${date} `, columns),
  );
  const leaves = (way: Line, least: number) => columns - lineWidth(way) - lineWidth(said) >= least;
  const right =
    ways.find((way, index) => leaves(way, index === 0 ? ROOM_FOR_TITLE : LEAST_FOR_NAMES)) ??
    ways.at(-1) ??
    [];
  const room = columns - lineWidth(right);
  const parted = ` ${theme.glyphs.middle} `;
  const names = [
    text(` ${agreement.title}`, 'strong'),
    text(parted, 'quiet'),
    text(title, 'strong'),
  ];
  const full = [
    [text(' phasegate ', 'title'), ...names, ...kinds],
    [...names, ...kinds],
  ].find((one) => lineWidth(one) <= room);
  if (full !== undefined) return spread(full, right, columns, theme.glyphs.ellipsis);
  const left = room - lineWidth(said) - width(parted) - 1;
  const forTitle = Math.max(Math.floor(left / 2), left - width(agreement.title));
  const shown = cut(title, forTitle, theme.glyphs.ellipsis);
  const named = cut(agreement.title, left - width(shown), theme.glyphs.ellipsis);
  const short = [
    text(` ${named}`, 'strong'),
    text(parted, 'quiet'),
    text(shown, 'strong'),
    ...said,
  ];
  return spread(short, right, columns, theme.glyphs.ellipsis);
}

/** Where in the scenario we are; by which clocks, where some are set: then they matter more than the step's own day. */
function whenSpans({ clocks }: State, where: string, rest: string, columns: number): Line {
  const full = clocksText(clocks);
  if (full === '') return [text(`  ${where}${rest}`)];
  const isShort = where.length + full.length + ROOM_FOR_TITLE > columns;
  const place = isShort ? where.replace(/ of \d+$/, '') : where;
  return [text(`  ${place}  `), text(isShort ? clocksTyped(clocks) : full, 'changed'), text(' ')];
}

/** Columns that the scenario's title is left beside what is written at the end of its line. */
const ROOM_FOR_TITLE = 30;
/** Of the names of agreement and scenario no less than this is left. */
const LEAST_FOR_NAMES = 24;

/** The phases, and whose run is in which. */
export function railLines(
  session: Session,
  state: State,
  { columns, phaseLines, accountLines, isSpacious }: Layout,
): Line[] {
  const moment = sceneOf(session, state);
  const rail = phaseRail(session, moment, state.run);
  if (rail === null) return Array.from({ length: phaseLines + accountLines }, () => []);
  const phases = session.theme.screenReader
    ? wrap(spokenStops(rail), columns - 2)
    : [stopsLine(session.theme, rail, columns - 2)];
  return [
    ...fitted(session, phases, phaseLines).map(setIn),
    ...accountsAndStrip(session, state, columns, {
      scene: moment,
      rail,
      room: accountLines,
      hasOwnStrip: isSpacious,
    }),
  ];
}

/**
 * Whose run is in which phase. Where two lines are kept for that and the strip has none of its own, it has the second
 * one: those of whom no position is reported stand in the gate pane.
 */
function accountsAndStrip(
  session: Session,
  state: State,
  columns: number,
  {
    scene,
    rail,
    room,
    hasOwnStrip,
  }: { scene: Scene; rail: PhaseRail; room: number; hasOwnStrip: boolean },
): Line[] {
  const lines = (isBrief: boolean) => wrap(accounts(session, scene, rail, isBrief), columns - 2, 2);
  const { size } = state;
  const { theme } = session;
  const whole = lines(false);
  const said = whole.length < room || hasOnePane(size, theme) ? whole : lines(true);
  const hasRoom = said.length < room && !theme.screenReader && !hasOwnStrip;
  const strip = hasRoom ? stripLine(session, state, columns) : [];
  return strip.length > 0 ? [...said.map(setIn), strip] : fitted(session, whole, room).map(setIn);
}

function setIn(spans: Line): Line {
  return [text(' '), ...spans];
}

/** As many lines as there is room for, a mark where that is not all. */
function fitted(session: Session, lines: readonly Line[], room: number): Line[] {
  const kept = lines.slice(0, room);
  if (lines.length > room) {
    const last = kept.length - 1;
    // What does not fit is in the provisions, under the phase, in full.
    kept[last] = [...(kept[last] ?? []), text(` ${session.theme.glyphs.ellipsis}`, 'quiet')];
  }
  while (kept.length < room) kept.push([]);
  return kept;
}

const STOP_TONES: Readonly<Record<RailMark, Tone>> = {
  behind: 'plain',
  here: 'strong',
  contested: 'contested',
  ahead: 'quiet',
};

/** As long as there is room, with longer and longer links; what no way leads to goes first. */
function stopsLine(theme: Theme, rail: PhaseRail, columns: number): Line {
  const near = rail.stops.filter((stop) => !stop.apart || stop.mark !== 'ahead' || stop.isReported);
  for (const stops of [rail.stops, near]) {
    for (const link of [5, 3, 2, 1]) {
      const spans = drawn(theme, stops, link);
      if (lineWidth(spans) <= columns) return spans;
    }
  }
  return windowed(theme, near, columns);
}

/** The stages around those that one is at, and of their titles what there is room for: they are what one must see. */
function windowed(theme: Theme, stops: readonly RailStop[], columns: number): Line {
  const { ellipsis } = theme.glyphs;
  const isHere = ({ mark, isChosen }: RailStop) =>
    isChosen || mark === 'here' || mark === 'contested';
  const first = Math.max(0, stops.findIndex(isHere));
  const last = Math.max(first, stops.findLastIndex(isHere));
  let [from, to] = [0, stops.length];
  const shown = (most: number): Line => [
    ...(from > 0 ? [text(` ${ellipsis}`, 'quiet')] : []),
    ...drawn(theme, stops.slice(from, to), 1, most),
    ...(to < stops.length ? [text(ellipsis, 'quiet')] : []),
  ];
  while (lineWidth(shown(Infinity)) > columns && (from < first || to > last + 1)) {
    if (first - from > to - 1 - last) from += 1;
    else to -= 1;
  }
  let most = columns;
  while (most > 1 && lineWidth(shown(most)) > columns) most -= 1;
  return shown(most);
}

function drawn(
  theme: Theme,
  stops: readonly RailStop[],
  link: number,
  mostOfTitle = Infinity,
): Line {
  const { glyphs } = theme;
  return stops.flatMap((stop, index) => {
    const reached = stop.mark !== 'ahead';
    const drawnLink = stop.apart
      ? ` ${glyphs.apart}`
      : (reached ? glyphs.heavyRule : glyphs.rule).repeat(link);
    const chosen = stop.isChosen ? ['[', ']'] : [' ', ' '];
    return [
      ...(index === 0 ? [] : [text(drawnLink, reached ? 'plain' : 'quiet')]),
      text(chosen[0] ?? '', 'strong'),
      text(
        `${glyphs[stop.mark]} ${cut(stop.stage.title, mostOfTitle, glyphs.ellipsis)}`,
        STOP_TONES[stop.mark],
      ),
      text(chosen[1] ?? '', 'strong'),
    ];
  });
}

function spokenStops(rail: PhaseRail): Line {
  const chosen = rail.stops.find(({ isChosen }) => isChosen)?.stage.title ?? 'not known';
  return line(
    `Phase in the run on show: ${chosen}. Phases: ${rail.stops.map(({ stage }) => stage.title).join(', ')}.`,
  );
}

/**
 * Whose run is in which phase; readings without a position are set apart from those that have one.
 *
 * @param isBrief whether those without one are left out
 */
function accounts(session: Session, scene: Scene, rail: PhaseRail, isBrief: boolean): Line {
  const { theme } = session;
  const nothing = nothingPublishedText(scene.moment);
  if (nothing !== '') return line(nothing, 'unsure');
  const gap = theme.screenReader ? '; ' : `  ${theme.glyphs.middle}  `;
  const short = (titles: readonly string[]) =>
    listed(titles.map((title) => title.replace(/^the /, '')));
  const parts: Line[] = [];
  const everyone = rail.groups.length === 1 && rail.withoutPosition.length === 0;
  if (scene.played === null && everyone) {
    parts.push(line(`before the first step: ${rail.reported} in every run`, 'quiet'));
  } else if (everyone) {
    parts.push(line(`${rail.groups[0]?.phase ?? ''}, in every party's run`));
  } else {
    for (const { phase, readings } of rail.groups) {
      parts.push([text(`${phase}: `), text(short(readings), 'strong')]);
    }
  }
  if (rail.groups.every(({ phase }) => phase !== rail.reported)) {
    parts.push(
      line(
        rail.reportedAs === ''
          ? `as reported: ${rail.reported}`
          : `${rail.reportedAs}${rail.reported}, in no party's run`,
      ),
    );
  }
  if (rail.withoutPosition.length > 0 && !isBrief) {
    parts.push(line(`${STANCE_WORDS.unstated}: ${short(rail.withoutPosition)}`, 'quiet'));
  }
  const joined = parts.flatMap((part, index) =>
    index === 0 ? part : [text(gap, 'quiet'), ...part],
  );
  if (!rail.isContested) return joined;
  const sign = verdictSign(theme, 'contested');
  const signed = sign.text === '' ? [] : [sign, text(' ')];
  return [...signed, text('CONTESTED', 'contested'), text('  '), ...joined];
}
