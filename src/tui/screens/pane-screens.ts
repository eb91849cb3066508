import type { Pane } from '../state.ts';
import { GATE_PANE } from './gate.ts';
import { PROVISIONS_PANE } from './provisions.ts';
import type { PaneScreen } from './screen.ts';
import { SOURCES_PANE } from './sources.ts';
import { STEP_PANE } from './step.ts';

/** The panes. */
export const PANE_SCREENS: Readonly<Record<Pane, PaneScreen>> = {
  provisions: PROVISIONS_PANE,
  step: STEP_PANE,
  gate: GATE_PANE,
  sources: SOURCES_PANE,
};
