import type { ReadStream, WriteStream } from 'node:tty';
// Before Ink, which looks at the environment as soon as it is loaded.
import './terminal-draws.ts';
import { render } from 'ink';
import { App } from './app.tsx';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** The screen as Ink draws it. */
export interface InkScreen {
  draw(state: State): void;
  /** Draws no more, and lets go of the streams. What it still writes is no frame. */
  end(): void;
  /** Settles once it has ended; it fails when drawing does. */
  readonly ended: Promise<unknown>;
}

/**
 * Draws the state, and all that follow.
 *
 * @param stdout what is drawn on
 */
export function openInk(
  session: Session,
  state: State,
  { stdin, stdout }: { readonly stdin: ReadStream; readonly stdout: WriteStream },
): InkScreen {
  const ink = render(<App session={session} state={state} />, {
    stdin,
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    // A chunk of keys makes one frame, so nothing need be held back.
    maxFps: 0,
    // Ink's way to write rows as they are, for whoever looks at the screen too. Its other way takes every row of every
    // frame apart into cells, to lay out what has been laid out already: two thirds of a frame's time.
    isScreenReaderEnabled: true,
  });
  return {
    draw: (next) => ink.rerender(<App session={session} state={next} />),
    end: () => {
      // On its way out Ink draws what it has once more, which is a whole frame's work for nobody.
      ink.rerender(<></>);
      ink.unmount();
    },
    // Asked for later, the promise would never settle.
    ended: ink.waitUntilExit(),
  };
}
