import type { Pane, Size } from './state.ts';
import type { Theme } from '../draw/theme.ts';

export const SMALLEST: Size = { columns: 60, rows: 16 };
/** From this size on, panes stand beside each other. */
const BESIDE: Size = { columns: 76, rows: 20 };
const THREE_COLUMNS = 160;
const SPACIOUS_ROWS = 30;
/** From this width on, who says so takes one line, not two. */
const ONE_LINE = 110;

/** A pane's place. Its height counts the rule with its title. */
export interface Slot {
  readonly pane: Pane;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly columns: number;
  /** One row fewer than the terminal has: a frame as high as the terminal would scroll it. */
  readonly height: number;
  /** Lines for the phases: more than one where they are said in words. */
  readonly phaseLines: number;
  /** Lines for the parties' accounts of the phase. */
  readonly accountLines: number;
  /** Whether there is room for a blank line below the body, and above it for the strip. */
  readonly isSpacious: boolean;
  readonly bodyHeight: number;
  /** Columns of panes from left to right, each from top to bottom. */
  readonly slots: readonly (readonly Slot[])[];
}

export const SEPARATOR_WIDTH = 3;

/** Where everything goes; null where the terminal is too small. */
export function layoutOf(size: Size, theme: Theme, focus: Pane, zoomed: boolean): Layout | null {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return null;
  const height = size.rows - 1;
  const isSpacious = size.rows >= SPACIOUS_ROWS && !theme.screenReader;
  const accountLines = size.columns < ONE_LINE ? 2 : 1;
  const phaseLines = theme.screenReader && size.columns < ONE_LINE ? 2 : 1;
  // The title and the phases above the body, the status and the keys below it.
  const bodyHeight = height - 3 - phaseLines - accountLines - (isSpacious ? 2 : 0);
  const frame = {
    columns: size.columns,
    height,
    phaseLines,
    accountLines,
    isSpacious,
    bodyHeight,
  };
  const isSingle = zoomed || hasOnePane(size, theme);
  if (isSingle) {
    return { ...frame, slots: [[{ pane: focus, width: size.columns, height: bodyHeight }]] };
  }
  if (showsChangesOnly(size, theme, focus, zoomed)) {
    const left = Math.floor(size.columns * 0.46);
    const changes = Math.max(4, Math.round(bodyHeight * 0.3));
    return {
      ...frame,
      slots: [
        [
          { pane: 'step', width: left, height: bodyHeight - changes },
          { pane: 'provisions', width: left, height: changes },
        ],
        [
          {
            pane: focus === 'sources' ? 'sources' : 'gate',
            width: size.columns - left - SEPARATOR_WIDTH,
            height: bodyHeight,
          },
        ],
      ],
    };
  }
  if (size.columns < THREE_COLUMNS) {
    const left = Math.min(46, Math.max(33, Math.floor(size.columns * 0.36)));
    const right = size.columns - left - SEPARATOR_WIDTH;
    return {
      ...frame,
      slots: [
        [{ pane: 'provisions', width: left, height: bodyHeight }],
        stacked('step', focus === 'sources' ? 'sources' : 'gate', right, bodyHeight),
      ],
    };
  }
  const left = Math.min(52, Math.floor(size.columns * 0.25));
  const right = Math.min(64, Math.floor(size.columns * 0.31));
  const middle = size.columns - left - right - 2 * SEPARATOR_WIDTH;
  return {
    ...frame,
    slots: [
      [{ pane: 'provisions', width: left, height: bodyHeight }],
      stacked('step', 'gate', middle, bodyHeight),
      [{ pane: 'sources', width: right, height: bodyHeight }],
    ],
  };
}

/** Two panes above each other; the upper one takes no more than half, so that the conditions of a gate are on screen. */
function stacked(upper: Pane, lower: Pane, width: number, height: number): Slot[] {
  const upperHeight = Math.round(height / 2);
  return [
    { pane: upper, width, height: upperHeight },
    { pane: lower, width, height: height - upperHeight },
  ];
}

/** Whether there is room for one pane only, asked for or not. */
export function hasOnePane(size: Size, theme: Theme): boolean {
  return theme.screenReader || size.columns < BESIDE.columns || size.rows < BESIDE.rows;
}

/**
 * Whether of the provisions only those are shown that the step changed: where rows are few, so that the conditions of
 * the gate on the board have the height of the screen. With the provisions in focus all of them are shown.
 */
export function showsChangesOnly(size: Size, theme: Theme, focus: Pane, zoomed: boolean): boolean {
  return (
    !zoomed &&
    !hasOnePane(size, theme) &&
    size.rows < SPACIOUS_ROWS &&
    size.columns < THREE_COLUMNS &&
    focus !== 'provisions'
  );
}

/** Rows of a pane that show its page. */
export function rowsIn(slot: Slot): number {
  return slot.height - 1;
}

/** Where an overlay is drawn. */
export interface OverlaySpot {
  readonly columns: number;
  /** Rows that show its page. */
  readonly rows: number;
  /** The pane whose place it takes; null where it lies over all of them. */
  readonly instead: Slot | null;
}

/** Columns that text may take within a pane or overlay of that width. */
export function textColumns(width: number): number {
  return width - 2;
}
