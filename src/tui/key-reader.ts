import { graphemes } from '../draw/line.ts';
import { flushKeys, isKnownSequence, isSequence, type Key, readKeys } from './keys.ts';

/** An escape that nothing follows for so long was the escape key. */
const ESCAPE_MS = 40;
/** What goes on within this after an escape key may be the rest of a key that a slow line split. */
const SPLIT_MS = 300;
/** The rest of a sequence that has clearly begun, or of a paste, is waited for as long as this. */
const REST_MS = 1000;

/** Reads keys out of what a terminal sends, however it falls into pieces. */
export interface KeyReader {
  readonly read: (chunk: string) => void;
  readonly stop: () => void;
}

/**
 * A lone escape is the escape key once nothing has followed it for a moment; where a slow line brings the rest of a
 * sequence later all the same, that escape is taken back, and the whole is the one key that was pressed.
 *
 * @param onKeys takes the keys; `takesBack` where the escape that was read last was none
 */
export function makeKeyReader(
  onKeys: (keys: readonly Key[], takesBack: boolean) => void,
): KeyReader {
  let rest = '';
  let timer: NodeJS.Timeout | undefined;
  /** What has come after an escape key and may be the rest of a sequence; null where no escape was just read. */
  let behind: string | null = null;
  let behindTimer: NodeJS.Timeout | undefined;

  const forget = () => {
    clearTimeout(behindTimer);
    behind = null;
  };
  /** What came behind the escape was typed after all. */
  const typed = () => {
    const keys = graphemes(behind ?? '');
    forget();
    if (keys.length > 0) onKeys(keys, false);
  };
  const readOn = (chunk: string) => {
    const read = readKeys(rest, chunk);
    rest = read.rest;
    if (rest !== '')
      timer = setTimeout(
        () => {
          const keys = flushKeys(rest);
          rest = '';
          if (keys[0] === 'escape') {
            behind = '';
            behindTimer = setTimeout(typed, SPLIT_MS);
          }
          if (keys.length > 0) onKeys(keys, false);
        },
        rest === '\x1b' ? ESCAPE_MS : REST_MS,
      );
    if (read.keys.length > 0) onKeys(read.keys, false);
  };

  return {
    read(chunk) {
      clearTimeout(timer);
      if (behind === null) return readOn(chunk);
      const whole = `\x1b${behind}${chunk}`;
      // In one piece it is a sequence, ours or not; in several only one of ours, since letters may have been typed.
      if (behind === '' ? isSequence(whole) : isKnownSequence(whole)) {
        forget();
        return onKeys(readKeys('', whole).keys, true);
      }
      if (
        /^(?:\[(?:[0-?]{0,8}|<[0-9;]{0,16}|[0-9]+[:;][0-9:;]{0,32}|\?[0-9]{0,4})|O)$/.test(
          whole.slice(1),
        )
      ) {
        clearTimeout(behindTimer);
        behind = whole.slice(1);
        behindTimer = setTimeout(typed, SPLIT_MS);
        return;
      }
      typed();
      return readOn(chunk);
    },
    stop() {
      clearTimeout(timer);
      forget();
    },
  };
}
