import { memo, type ReactElement } from 'react';
import { Box, Text } from 'ink';
import { frameOf } from './frame.ts';
import { type Line, withoutEnd } from '../draw/line.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { paint, type Theme } from '../draw/theme.ts';

/** The screen. It keeps nothing: what is on it follows from the session and the state. */
export function App({ session, state }: { session: Session; state: State }): ReactElement {
  const { top, body, bottom } = frameOf(session, state);
  return (
    <Box flexDirection="column" width={state.size.columns}>
      <Part theme={session.theme} lines={top} />
      <Part theme={session.theme} lines={body} />
      <Part theme={session.theme} lines={bottom} />
    </Box>
  );
}

function Part({ theme, lines }: { theme: Theme; lines: readonly Line[] }): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((spans, row) => (
        // A row is what stands in that row: it has no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Row key={row} painted={paint(theme, withoutEnd(spans))} />
      ))}
    </Box>
  );
}

/** One row of the screen. Ink gives an empty text no height, so an empty row is a blank. */
const Row = memo(function Row({ painted }: { painted: string }): ReactElement {
  return <Text wrap="truncate">{painted === '' ? ' ' : painted}</Text>;
});
