import { stepPage } from '../views/step.ts';
import type { PaneScreen } from './screen.ts';

/** The step that was played last. */
export const STEP_PANE: PaneScreen = {
  name: 'Step',
  about:
    'The step that was played last: what it was, by whose account, what each reading makes of it, and what it changed in the run on show.',
  view: stepPage,
};
