import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { configFile } from '../../src/model/shapes/config-file.ts';
import { jsonSchema } from '../../src/load/json-schema.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { withMend } from '../../src/load/mend-of.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { keyNamed } from '../../src/tui/key-names.ts';
import { AS_IT_COMES, type Preferences } from '../../src/tui/preferences.ts';
import { readPreferences } from '../../src/tui/read-preferences.ts';
import { makeSession, type Session } from '../../src/tui/session.ts';
import { begin } from '../../src/tui/reduce.ts';
import { modeOf, type State } from '../../src/tui/state.ts';
import { beginHarbour, EVERY_KEY, harbour, press, withQuestions } from './harbour-session.ts';

function problemsIn(text: string): string[] {
  const read = readPreferences('config.yaml', text);
  return read.ok ? [] : read.problems.map((each) => formatProblem(withMend(each)));
}

function preferencesIn(text: string): Preferences {
  const read = readPreferences('config.yaml', text);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.preferences;
}

function sessionOf(text: string): Session {
  const theme = makeTheme({ ascii: false, color: false, screenReader: false });
  return makeSession(harbour.agreement, theme, null, undefined, preferencesIn(text));
}

const onScreen = (session: Session, state: State) => {
  const { top, body, bottom } = frameOf(session, state);
  return [...top, ...body, ...bottom].map(plain).join('\n');
};

describe('what a user sets', () => {
  it('is nothing where the file says nothing', () => {
    expect(preferencesIn('# later\n\n')).toEqual(AS_IT_COMES);
    expect(preferencesIn('{}')).toEqual(AS_IT_COMES);
  });

  it('is no choice of characters where it says nothing of them, and is one where it does', () => {
    expect(preferencesIn('mouse: true').ascii).toBeUndefined();
    expect(preferencesIn('ascii: false').ascii).toBe(false);
  });

  it('is read whole', () => {
    const text =
      'keys: { whatIf: [i, Ctrl-X], forward: [right, space] }\ncolours: colour-blind\n' +
      'tones: { good: bright-blue, bad: 208, contested: "#CC79A7" }\nmouse: false\nascii: true\n';
    expect(preferencesIn(text)).toEqual({
      keys: new Map([
        ['whatIf', ['i', 'ctrl+x']],
        ['forward', ['right', ' ']],
      ]),
      colours: 'colour-blind',
      tones: { good: 'bright-blue', bad: 208, contested: '#CC79A7' },
      mouse: false,
      ascii: true,
    });
  });

  it.each([
    [
      'keys: { unda: [x] }',
      '1:9: nothing that keys do is called "unda" [unknown-id]',
      'did you mean undo?',
    ],
    ['keys:\n  whatIf: [foo]', '2:12: "foo" is no key [wrong-form]', 'write a character'],
    ['keys: { whatIf: [ctrl-c] }', '1:18: Ctrl-C always leaves at once', 'choose another key'],
    [
      'keys: { interrupt: [x] }',
      '1:9: Ctrl-C always leaves at once [reserved-word]',
      'leave interrupt out',
    ],
    ['keys: { whatIf: [i, i] }', '1:21: i a second time for whatIf [second-id]', 'leave it out'],
    [
      'keys: { whatIf: [n] }',
      '1:18: n stands for nextChange too, on the screen "Panes" [at-odds]',
      'nextChange as well',
    ],
    ['keys: { undo: [i], whatIf: [i] }', 'i stands for', 'another key'],
    ['keys: { whatIf: [] }', '1:17: ', ''],
    ['colours: pink', '1:10: colours: expected one of default', 'one of the values'],
    ['tones: { good: pinkish }', '1:16: ', 'write none, the name of a colour'],
    ['tones: { plain: red }', '1:10: ', ''],
    ['mouse: perhaps', '1:8: ', ''],
    ['mice: true', '1:1: ', 'known here: keys, colours'],
    ['a: &b c', '1:4: ', ''],
  ])('%s is refused where it stands, with a mend', (text, place, mend) => {
    const [first = ''] = problemsIn(text);
    expect(first).toContain(`config.yaml:`);
    expect(first).toContain(place);
    expect(first).toContain(mend);
    expect(first.split('\n')).toHaveLength(2);
  });

  it('may change two keys for each other', () => {
    const { keys } = preferencesIn('keys: { whatIf: [n], nextChange: [w] }');
    expect(keys.get('whatIf')).toEqual(['n']);
  });

  it('is described in its schema, field by field', () => {
    const { properties = {} } = jsonSchema(configFile, 'settings');
    // Whether to draw in ASCII is up to the locale as it comes.
    expect(Object.keys(properties)).toEqual([...Object.keys(AS_IT_COMES), 'ascii']);
    for (const field of Object.values(properties))
      expect((field as { description?: string }).description).toMatch(/\w+.*\.$/);
  });
});

describe('the name of a key', () => {
  it('is the one that is shown, however it is written', () => {
    for (const key of EVERY_KEY)
      for (const name of [key, key.replace('+', '-'), key.toUpperCase().replace('CTRL+', 'Ctrl-')])
        if (key.length > 1) expect([name, keyNamed(name)]).toEqual([name, key]);
    expect(keyNamed('Page Down')).toBe('pageDown');
    expect(keyNamed('space')).toBe(' ');
    expect(keyNamed('ctrl-i')).toBe('tab');
    expect(keyNamed('W')).toBe('W');
    expect(keyNamed('ц')).toBe('ц');
    for (const none of ['', 'ww', 'alt-x', 'ctrl-', 'ctrl-é', '\u001b[A'])
      expect(keyNamed(none)).toBeNull();
  });
});

describe('keys of the user', () => {
  const session = sessionOf('keys: { whatIf: [i], undo: [ctrl-x] }');

  it('do what the old ones did, which do nothing any more', () => {
    const start = press(session, beginHarbour(session), 'right');
    expect(modeOf(press(session, start, 'i'))).toBe('events');
    const nothing = press(session, start, 'w');
    expect(modeOf(nothing)).toBe('panes');
    expect(nothing.notice).toContain('w does nothing here');
    const branch = press(session, start, 'i', 'enter', 'enter', 'enter');
    expect(branch.branches).toHaveLength(1);
    expect(branch.notice).toContain('Ctrl-X undoes it.');
    expect(press(session, branch, 'ctrl+x').branches).toHaveLength(0);
    expect(press(session, branch, 'u').branches).toHaveLength(1);
    // Sentences name the key that it is, too.
    expect(press(session, start, 'S').notice).toContain('i begins one.');
    const tour = press(session, beginHarbour(session), 'T', 'end');
    expect(onScreen(session, tour)).toContain('press i.'.replace('p', 'P'));
  });

  it('stand in the line of keys, in help and among the commands', () => {
    const start = press(session, beginHarbour(session), 'right');
    expect(onScreen(session, start)).toContain('i what if');
    expect(onScreen(session, press(session, start, '?'))).toMatch(/ {2}i {9,}What if/);
    expect(onScreen(session, press(session, start, ':', 'i'))).toMatch(/what if +i {2,}/);
  });

  it('type where something is typed: there the keys are those that it comes with', () => {
    const own = sessionOf('keys: { accept: [i, enter], erase: [Q] }');
    const typed = press(own, press(own, beginHarbour(own), 'w'), 'i', 'Q', 'backspace');
    expect(typed.overlays.at(-1)).toMatchObject({ kind: 'events', filter: 'i' });
    expect(modeOf(press(own, beginHarbour(own), 'g', 'i'))).toBe('panes');
  });

  it('names the keys that were set, on every screen', () => {
    const own = sessionOf(
      'keys: { accept: [ctrl-o], close: [ctrl-g], details: [ctrl-o], nextSection: [ctrl-v], turn: [ctrl-v], ' +
        'toDocument: [ctrl-o], nextPane: [ctrl-v], erase: [ctrl-x], nextMatch: [ctrl-a], previousMatch: [ctrl-e], ' +
        'caretToStart: [home], caretToEnd: [end], pick: [ctrl-q] }',
    );
    const start = begin(own, withQuestions(), harbour.opens, { columns: 120, rows: 100 });
    const taken = ['ctrl+o', 'ctrl+o', 'ctrl+o'];
    const ways: readonly (readonly string[])[] = [
      ['4', 'g', 'down', 'down', 'ctrl+o'],
      ['F', 'ctrl+v', 'ctrl+o', 'ctrl+o'],
      ['w', 'z', 'q', 'x'],
      ['w', 'ctrl+v', 'ctrl+v'],
      ['w', ...taken, 'd', 'ctrl+o'],
      ['o', 'z', 'q'],
      [':', 'z', 'q'],
      [':'],
      ['x'],
      ['E'],
      ['X', 'ctrl+o'],
      ['X', '?'],
      ['p'],
      ['a'],
      ['V'],
      ['t', ...'2031-01-07', 'ctrl+o'],
      ['end', 'right'],
      ['1', '&', ...'zebra'],
      ['T', 'end'],
      ['T', 'end', 'w'],
    ];
    let named = 0;
    for (const way of ways)
      for (let length = 1; length <= way.length; length += 1) {
        const state = press(own, start, ...way.slice(0, length));
        for (const shown of [state, press(own, state, 'f1')]) {
          const text = onScreen(own, shown);
          expect([way.slice(0, length), text]).toEqual([
            way.slice(0, length),
            expect.not.stringMatching(/(?<!Shift-)\b(?:Enter|Esc|Tab|Backspace)\b/),
          ]);
          if (/Ctrl-[OGVX]/.test(text)) named += 1;
        }
      }
    expect(named).toBeGreaterThan(40);
  });
});
