import { describe, expect, it } from 'vitest';
import { exerciseOf, solve } from '../../src/answer/exercise.ts';
import { actionFor } from '../../src/tui/keymap.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { LETTERS } from '../../src/tui/lab/exercising.ts';
import { matchingCommands } from '../../src/tui/model/commands.ts';
import { begin } from '../../src/tui/reduce.ts';
import { keptOf } from '../../src/tui/services.ts';
import { makeSession, sceneOf, type Session } from '../../src/tui/session.ts';
import { modeOf, type Size, type State } from '../../src/tui/state.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { loadFiveDocuments } from '../five-documents.ts';
import { harbourSession, press, SIZES, withQuestions } from './harbour-session.ts';

const rich = loadFiveDocuments();
const LOOKS = [{}, { color: true }, { ascii: true }, { screenReader: true }];
const lookedAt = (look: object) =>
  makeSession(
    rich.agreement,
    makeTheme({ ascii: false, color: false, screenReader: false, ...look }),
  );
const session = lookedAt({});
const onRecord = (look = session, size: Size = { columns: 120, rows: 40 }) =>
  press(look, begin(look, rich.scenarios, 'record', size), 'right', 'right');
const start = onRecord();

function exerciseOn(look: Session, state: State) {
  const found = exerciseOf(look.agreement, sceneOf(look, state).story);
  if (found === null) throw new Error('no questions');
  return found;
}
const exercise = exerciseOn(session, start);

function textOf(look: Session, state: State): string {
  const { top, body, bottom } = frameOf(look, state);
  return [...top, ...body, ...bottom].map(plain).join('\n');
}

/** The keys that answer a question rightly, or wrongly. */
function answer(index: number, isRight: boolean): string[] {
  const asked = exercise.questions[index];
  if (asked === undefined) throw new Error(`no question ${index}`);
  const { choices, takesSeveral } = asked;
  const { right } = solve(exercise, asked);
  const letters = choices.flatMap((choice, at) =>
    right.includes(choice) === isRight ? [LETTERS[at] ?? ''] : [],
  );
  if (takesSeveral && letters.length === 0) return [LETTERS[choices.length] ?? '', 'enter'];
  return [...(takesSeveral ? letters : letters.slice(0, 1)), 'enter'];
}

function walk(isRight: boolean): State {
  let state = press(session, start, 'X');
  for (const [index, { position, question }] of exercise.questions.entries()) {
    expect(state).toMatchObject({ position, overlays: [{ question: index, stage: 'asked' }] });
    expect(textOf(session, state)).not.toContain('The model says');
    state = press(session, state, ...answer(index, isRight));
    expect(state).toMatchObject({ position, overlays: [{ stage: 'answered' }] });
    const text = textOf(session, state);
    expect([question.id, text]).toEqual([
      question.id,
      expect.stringContaining(isRight ? ' Right.' : ' Not right.'),
    ]);
    expect(text).toContain('The model says');
    expect(state.request).toBeNull();
    state = press(session, state, 'enter');
  }
  expect(state).toMatchObject({ overlays: [{ stage: 'score' }] });
  return state;
}

describe('an exercise', () => {
  it('is gone through with every answer right', () => {
    const state = walk(true);
    const count = exercise.questions.length;
    expect(textOf(session, state)).toContain(`${count} of ${count} right`);
    expect(textOf(session, state)).toContain('Nothing was missed.');
    expect(press(session, state, 'enter')).toEqual(start);
  });

  it('is gone through with every answer wrong, and says what was missed', () => {
    const state = walk(false);
    const text = textOf(session, state);
    expect(text).toContain(`0 of ${exercise.questions.length} right`);
    expect(text).toContain('What was missed');
  });

  it('leads back to where it began whenever it is left', () => {
    let state = press(session, start, 'X');
    for (const key of ['enter', 'enter', 'enter', '?', 'escape', 'enter', 'pageDown']) {
      expect(
        press(session, state, ...(modeOf(state) === 'help' ? ['escape'] : []), 'escape'),
      ).toEqual(start);
      state = press(session, state, key);
    }
    expect(keptOf('agreement', state).cursor.position).toBe(start.position);
  });

  it('shows why, and every claim with its statement, once a question is answered', () => {
    let state = press(session, onRecord(session, { columns: 200, rows: 400 }), 'X');
    for (const asked of exercise.questions) {
      state = press(session, state, 'enter');
      const text = textOf(session, state);
      expect(text).toContain('Why  derived');
      for (const claim of solve(exercise, asked).claims) {
        expect(text).toContain(claim);
        const statement = rich.agreement.claims.get(claim)?.statement ?? claim;
        expect(text).toContain(statement.slice(0, 60));
      }
      state = press(session, state, 'enter');
    }
  });

  it('is offered only where the scenario carries questions', () => {
    const names = (state: State) =>
      matchingCommands(session, state, 'exercise').map(({ action }) => action);
    expect(names(start)).toEqual(['exercise']);
    const branch = press(session, start, 'w', 'enter', 'enter', 'enter');
    expect(branch.branches).toHaveLength(1);
    expect(names(branch)).toEqual([]);
    expect(press(session, branch, 'X')).toMatchObject({ overlays: [], position: branch.position });
    expect(press(session, branch, 'X').notice).toContain('carries no questions');
    expect(modeOf(press(session, start, ':', ...'exercise', 'enter'))).toBe('exercise');
  });

  it('ends where something else leads away from its step', () => {
    const away = press(session, start, 'X', '?', ':', ...'next step', 'enter');
    expect(away.overlays.map(({ kind }) => kind)).not.toContain('exercise');
    const anew = press(session, start, 'X', 'enter', '?', ':', ...'exercise', 'enter');
    expect(anew.overlays.at(-1)).toMatchObject({ kind: 'exercise', stage: 'asked', question: 0 });
  });

  it('leaves the letters of the choices to the choosing', () => {
    for (const letter of LETTERS) expect(actionFor('exercise', letter)).toBeNull();
  });

  it.each(SIZES)('has no overlong line, and all within reach, at $columns x $rows', (size) => {
    for (const look of LOOKS.map(lookedAt)) {
      let state = press(look, onRecord(look, size), 'X');
      for (let shown = 0; shown <= 2 * exercise.questions.length; shown += 1) {
        const seen: string[] = [];
        let frame = frameOf(look, state);
        for (let page = 0; page < 80; page += 1) {
          const lines = [...frame.top, ...frame.body, ...frame.bottom];
          expect(lines).toHaveLength(size.rows - 1);
          expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(size.columns);
          seen.push(...frame.body.map(plain));
          const further = press(look, state, shown % 2 === 0 ? 'down' : 'pageDown');
          const next = frameOf(look, further);
          if (next.body.map(plain).join('\n') === frame.body.map(plain).join('\n')) break;
          [state, frame] = [further, next];
        }
        expect(seen.join(' ').replaceAll(/\s+/g, ' ')).toMatch(
          /Enter answers|Enter goes on|Enter goes back/,
        );
        state = press(look, state, 'home', 'enter');
      }
      expect(state.overlays).toEqual([]);
    }
  });

  it('asks every kind of question of another agreement too', () => {
    const look = harbourSession({ ascii: true });
    let state = begin(look, withQuestions(), 'harbour-record', { columns: 80, rows: 24 });
    state = press(look, state, 'X');
    for (let shown = 0; shown < 9; shown += 1) {
      expect(modeOf(state)).toBe('exercise');
      expect(textOf(look, state)).not.toMatch(/undefined/);
      state = press(look, state, 'enter');
    }
    expect(state).toMatchObject({ overlays: [], position: -1 });
  });
});
