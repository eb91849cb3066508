import type { Holding } from '../../src/load/library.ts';
import { frameOf } from '../../src/tui/frame.ts';
import type { Key } from '../../src/tui/keys.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { makeSession } from '../../src/tui/session.ts';
import type { Size } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/draw/theme.ts';

/** The text of a real screen: the UI begun on a scenario, with keys pressed one after the other. */
export function screenOf(
  { agreement, scenarios }: Holding,
  scenario: string,
  size: Size,
  keys: readonly Key[],
): string {
  const session = makeSession(
    agreement,
    makeTheme({ ascii: false, color: false, screenReader: false }),
  );
  const begun = begin(session, scenarios, scenario, size);
  const state = keys.reduce((before, key) => reduce(session, before, { kind: 'key', key }), begun);
  const { top, body, bottom } = frameOf(session, state);
  return [...top, ...body, ...bottom]
    .map((spans) =>
      spans
        .map((span) => span.text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
