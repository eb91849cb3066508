import { sourcesPage } from '../views/sources.ts';
import type { PaneScreen } from './screen.ts';

/** The claims behind what is on screen. */
export const SOURCES_PANE: PaneScreen = {
  name: 'Sources',
  about:
    'The claims behind the step, the gate on the board and the chosen provision, in the words of the record: who says it, in which source, and what disputes it.',
  view: sourcesPage,
};
