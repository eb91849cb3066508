import type { ScenarioFile } from '../agreement/shapes/scenario.ts';

/** In the order of the number keys and of Tab. */
export const PANES = ['provisions', 'step', 'gate', 'sources'] as const;
export type Pane = (typeof PANES)[number];

/** What lies over the panes. `top` is the first line in view, `selected` the chosen row. */
export type Overlay =
  | {
      readonly kind: 'scenarios';
      readonly filter: string;
      readonly selected: number;
      readonly top: number;
    }
  | { readonly kind: 'gates'; readonly selected: number; readonly top: number }
  | { readonly kind: 'provision'; readonly top: number }
  | { readonly kind: 'date'; readonly typed: string; readonly problem: string | null }
  | { readonly kind: 'help'; readonly about: Mode; readonly top: number }
  | { readonly kind: 'glossary'; readonly top: number };

/** What the keys are understood in: an overlay, or the panes. */
export type Mode = 'panes' | Overlay['kind'];

/** What the state asks of the program around it. The reducer does nothing itself. */
export type Request =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' };

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** All that the UI knows beside the agreement: the only copy of it. */
export interface State {
  readonly size: Size;
  /** Those that came with the agreement; a branch will be one more. */
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly scenario: string;
  /** Index of the step that was played last, -1 before the first. */
  readonly position: number;
  /** The run on show: a reading's id, or `reported`. */
  readonly run: string;
  /** The reading that the switch from `reported` goes back to. */
  readonly lastReading: string | null;
  /** The gate on the board; null lets it follow the steps. */
  readonly gate: string | null;
  /** The region chosen in the provisions. */
  readonly region: string;
  readonly focus: Pane;
  /** Whether the pane in focus has the screen to itself. */
  readonly zoomed: boolean;
  readonly tops: Readonly<Record<Pane, number>>;
  /** The last one is on top. */
  readonly overlays: readonly Overlay[];
  /** Said once, until the next key. */
  readonly notice: string | null;
  readonly request: Request | null;
}

export function modeOf(state: State): Mode {
  return state.overlays.at(-1)?.kind ?? 'panes';
}
