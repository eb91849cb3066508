import type { ReactElement } from 'react';
import { Text } from 'ink';
import { frameOf } from './frame.ts';
import { withoutEnd } from '../draw/line.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { paint } from '../draw/theme.ts';

/**
 * The screen. It keeps nothing: what is on it follows from the session and the state. Its rows are laid out already, each
 * within the terminal's width, so they go to Ink as one text: a row of its own for each costs the layout of forty boxes at
 * every key.
 */
export function App({ session, state }: { session: Session; state: State }): ReactElement {
  const { top, body, bottom } = frameOf(session, state);
  const rows = [...top, ...body, ...bottom].map((spans) => paint(session.theme, withoutEnd(spans)));
  return <Text wrap="truncate">{rows.join('\n')}</Text>;
}
