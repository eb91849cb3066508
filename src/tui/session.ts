import type { Agreement } from '../model/agreement.ts';
import { Runner } from '../model/runner.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { Call } from '../load/command-line.ts';
import type { Setting } from '../lab/state.ts';
import { AS_IT_COMES, type Preferences } from './preferences.ts';
import type { Theme } from '../draw/theme.ts';

export {
  boardOf,
  gateShown,
  runState,
  type Scene,
  sceneIn,
  sceneOf,
  standingAt,
  standingOfScene,
  type Told,
  told,
} from '../lab/scene.ts';

/** What stays the same while the UI runs. */
export interface Session extends Setting {
  readonly theme: Theme;
  /** How the program is called again for this agreement. */
  readonly call: Call;
  readonly preferences: Preferences;
}

export function makeSession(
  agreement: Agreement,
  theme: Theme,
  properties: PropertiesFile | null = null,
  call: Call = { agreement: null },
  preferences: Preferences = AS_IT_COMES,
): Session {
  return { agreement, properties, runner: new Runner(agreement), theme, call, preferences };
}
