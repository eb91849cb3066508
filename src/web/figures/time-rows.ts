import type { Course } from '../../answer/course.ts';
import { verdictLaneTitle } from '../../explain/lanes-text.ts';
import { capital } from '../../explain/words.ts';
import type { Courses } from '../../lab/course.ts';
import type { Agreement } from '../../model/agreement.ts';
import { impliedMoves } from '../../model/implied-moves.ts';
import { REGION_KINDS } from '../../model/region-kinds.ts';
import type { Region } from '../../model/statechart.ts';
import { type Figure, fitted, onTwoLines, type Shape, STRONG } from './figure.ts';

/** How high everything is. */
export const LANE = 34;
export const BASE = 16;
const BETWEEN = 5;
export const VERDICT = 22;
export const GATE = 38;
export const TEXT = 12;
export const SMALL = 10.5;

/** Where each row lies, from the top of the lanes. */
export interface TimeRows {
  readonly regions: readonly {
    readonly region: Region;
    readonly y: number;
    readonly hasBase: boolean;
  }[];
  /** Where the verdicts begin: their heading, and a row for each reading under it. */
  readonly verdicts: number | null;
  readonly height: number;
}

/** Which lanes there are: all, those that some step is about, or these, with what is beside them, and the phase. */
export type Which = 'all' | 'touched' | ReadonlySet<string>;

/**
 * The rows of the drawing: the phase on top, then the provisions, then what is around them.
 */
export function timeRows(
  agreement: Agreement,
  { own, base, shared }: Courses,
  hasGate: boolean,
  which: Which,
): TimeRows {
  const touched = touchedBy(agreement, own, 0);
  const apart = typeof which === 'string' ? perhapsApart(agreement, { own, base, shared }) : which;
  const isShown = ({ id, kind }: Region) =>
    which === 'all' ||
    touched.size === 0 ||
    apart.has(id) ||
    (which === 'touched' ? touched.has(id) : kind === 'phase');
  const shown = agreement.statechart.regions
    .filter(isShown)
    .toSorted((one, other) => REGION_KINDS.indexOf(one.kind) - REGION_KINDS.indexOf(other.kind));
  let y = 0;
  const regions = shown.map((region) => {
    const row = { region, y, hasBase: apart.has(region.id) };
    y += LANE + (row.hasBase ? BASE : 0) + BETWEEN;
    return row;
  });
  const verdicts = hasGate ? y : null;
  return {
    regions,
    verdicts,
    height: y + (hasGate ? GATE + (agreement.readings.size + 1) * VERDICT : 0),
  };
}

/** The regions that may stand otherwise in one of two: those that a step is about that is not in both. */
function perhapsApart(
  agreement: Agreement,
  { own, base, shared }: Pick<Courses, 'own' | 'base' | 'shared'>,
): ReadonlySet<string> {
  if (base === null) return new Set();
  return new Set([...touchedBy(agreement, own, shared), ...touchedBy(agreement, base, shared)]);
}

/** The regions that some step of a story may move, from a place on. */
function touchedBy(agreement: Agreement, { story }: Course, from: number): Set<string> {
  const regions = new Set<string>();
  for (const { action } of story.steps.slice(from)) {
    if ('event' in action)
      for (const region of Object.keys(agreement.events.get(action.event)?.moves ?? {}))
        regions.add(region);
    if (!('region' in action)) continue;
    regions.add(action.region);
    if (action.kind !== 'assume') continue;
    for (const { region } of impliedMoves(agreement, action.region, action.stage))
      regions.add(region);
  }
  return regions;
}

/** The names of the rows. */
export function timeNames(
  agreement: Agreement,
  rows: TimeRows,
  {
    gate,
    base,
    same,
    width,
  }: {
    readonly gate: string | null;
    readonly base: string | null;
    /** The regions that nowhere in view are elsewhere in what they are held against. */
    readonly same: ReadonlySet<string>;
    readonly width: number;
  },
): Figure {
  const shapes: Shape[] = [];
  for (const { region, y, hasBase } of rows.regions) {
    const title = capital(region.title);
    const isStrong = region.kind === 'phase';
    const lines = onTwoLines(title, isStrong ? width / STRONG : width, TEXT);
    for (const [index, text] of lines.entries()) {
      const middle = y + LANE / 2 + 4 + (index - (lines.length - 1) / 2) * 13;
      shapes.push({
        kind: 'label',
        x: 0,
        y: middle,
        text,
        ink: 'ink',
        size: TEXT,
        isStrong,
        title,
      });
    }
    if (hasBase && base !== null) {
      const text = fitted(`${same.has(region.id) ? 'as ' : ''}in ${base}`, width, SMALL);
      shapes.push({
        kind: 'label',
        x: 0,
        y: y + LANE + 12,
        text,
        ink: 'quiet',
        size: SMALL,
        title: base,
      });
    }
  }
  if (rows.verdicts !== null && gate !== null) {
    const lines = onTwoLines(capital(gate), width / STRONG, TEXT);
    for (const [index, text] of lines.entries())
      shapes.push({
        kind: 'label',
        x: 0,
        y: rows.verdicts + GATE - 8 + (index - lines.length + 1) * 13,
        text,
        ink: 'ink',
        size: TEXT,
        isStrong: true,
        title: gate,
      });
    for (const [index, reading] of [null, ...agreement.readings.keys()].entries()) {
      const title = verdictLaneTitle(agreement, reading);
      shapes.push({
        kind: 'label',
        x: 0,
        y: rows.verdicts + GATE + index * VERDICT + 15,
        text: fitted(title, width, TEXT),
        ink: 'ink',
        size: TEXT,
        title,
      });
    }
  }
  return { width, height: rows.height, shapes };
}
