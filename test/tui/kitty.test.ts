import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeyReader } from '../../src/tui/key-reader.ts';
import { readKeys } from '../../src/tui/keys.ts';
import { placesOf } from '../../src/tui/kitty.ts';
import { modeOf } from '../../src/tui/state.ts';
import { beginHarbour, harbour, harbourSession, press, withQuestions } from './harbour-session.ts';
import { begin } from '../../src/tui/reduce.ts';

/** What the protocol tells of a key: what it types, its place, what is held. */
const told = (own: string, base: string, held = 1, typed = own) =>
  `\x1b[${own.codePointAt(0)}::${base.codePointAt(0)};${held === 1 ? '' : held};${typed.codePointAt(0)}u`;

const keysOf = (sent: string) => readKeys('', sent).keys.map(placesOf);
const keyOf = (sent: string) => {
  const [key = ''] = readKeys('', sent).keys;
  return key;
};

const RUSSIAN = told('ц', 'w');
const HEBREW = told("'", 'w');
const ARABIC = told('ص', 'w');

describe('a key of which its place is told', () => {
  it('is what it types, with the key in its place where that is not a Latin letter', () => {
    expect(keysOf(RUSSIAN)).toEqual([{ own: 'ц', place: 'w' }]);
    expect(keysOf(HEBREW)).toEqual([{ own: "'", place: 'w' }]);
    expect(keysOf(ARABIC)).toEqual([{ own: 'ص', place: 'w' }]);
    // On a French keyboard a lies where q does, and means a all the same.
    expect(keysOf(told('a', 'q'))).toEqual([{ own: 'a', place: null }]);
    expect(keysOf(told('ö', ';'))).toEqual([{ own: 'ö', place: null }]);
    expect(keysOf('\x1b[119;;119u')).toEqual([{ own: 'w', place: null }]);
    expect(keysOf('\x1b[119;2;87u')).toEqual([{ own: 'W', place: null }]);
    expect(keysOf('\x1b[119u\x1b[119:87;2u')).toEqual([
      { own: 'w', place: null },
      { own: 'W', place: null },
    ]);
    expect(keysOf('\x1b[1102:1070:46;2;1070u')).toEqual([{ own: 'Ю', place: '>' }]);
  });

  it.each([
    ['\x1b[27u', 'escape'],
    ['\x1b[13u', 'enter'],
    ['\x1b[9u', 'tab'],
    ['\x1b[9;2u', 'backTab'],
    ['\x1b[127u', 'backspace'],
    ['\x1b[32;;32u', ' '],
    ['\x1b[57420u', 'down'],
    ['\x1b[57400;129;49u', '1'],
    ['\x1b[1;129A', 'up'],
    ['\x1b[99;5u', 'ctrl+c'],
    ['\x1b[1089::99;5u', 'ctrl+c'],
    ['\x1b[105;5u', 'tab'],
    ['\x1b[0;;1102u', 'ю'],
  ])('%j is %s', (sent, key) => {
    expect(readKeys('', sent).keys).toEqual([key]);
  });

  it.each(['\x1b[57441;2u', '\x1b[57358u', '\x1b[97;3u', '\x1b[49;5u', '\x1b[57376u'])(
    '%j, which types nothing, is none',
    (sent) => {
      expect(readKeys('', `${sent}x`).keys).toEqual(['x']);
    },
  );

  it('types each character of what is composed, and nothing that controls a terminal', () => {
    expect(readKeys('', '\x1b[0;;1040:1041u').keys).toEqual(['А', 'Б']);
    expect(readKeys('', '\x1b[0;;27:65u').keys).toEqual(['A']);
    expect(readKeys('', '\x1b[1114112;;9999999999u').keys).toEqual([]);
  });
});

describe('its sequence, on a slow line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([RUSSIAN, '\x1b[1102:1070:46;2;1070u', '\x1b[57441;2u', '\x1b[?0u'])(
    '%j is one wherever and however long it is split',
    (sent) => {
      const whole = readKeys('', sent).keys;
      for (let cut = 1; cut < sent.length; cut += 1)
        for (const wait of [1, 30, 60, 250]) {
          const keys: string[] = [];
          const reader = makeKeyReader((read, takesBack) => {
            if (takesBack) keys.pop();
            keys.push(...read);
          });
          reader.read(sent.slice(0, cut));
          vi.advanceTimersByTime(wait);
          reader.read(sent.slice(cut));
          vi.advanceTimersByTime(5000);
          expect([cut, wait, ...keys]).toEqual([cut, wait, ...whole]);
        }
    },
  );
});

describe('on a keyboard of other letters', () => {
  const session = harbourSession();
  const start = press(session, beginHarbour(session), 'right');

  it.each([RUSSIAN, HEBREW, ARABIC])('%j does what w does where letters are commands', (sent) => {
    expect(modeOf(press(session, start, keyOf(sent)))).toBe('events');
  });

  it('types its own letter where something is typed', () => {
    const typed = press(session, start, 'w', keyOf(RUSSIAN), keyOf(ARABIC));
    expect(typed.overlays.at(-1)).toMatchObject({ kind: 'events', filter: 'цص' });
  });

  it('answers a question by the place of the letter', () => {
    const asked = begin(session, withQuestions(), harbour.opens, { columns: 120, rows: 40 });
    const first = press(session, asked, 'X');
    const chosen = press(session, first, keyOf(told('и', 'b')));
    expect(chosen.overlays.at(-1)).toMatchObject({ kind: 'exercise', selected: 1 });
  });

  it('does what the sign says where that has a key of its own', () => {
    // On a Hebrew keyboard the slash lies where q does.
    expect(modeOf(press(session, start, keyOf(told('/', 'q'))))).toBe('prompt');
  });

  it('is named by what it types where it does nothing', () => {
    expect(press(session, start, keyOf(told('ё', '`'))).notice).toContain('ё does nothing here');
  });
});
