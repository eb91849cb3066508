import { describe, expect, it } from 'vitest';
import { exerciseOf, solve } from '../../src/answer/exercise.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { lineWidth, plain } from '../../src/draw/line.ts';
import { LETTERS } from '../../src/tui/lab/exercising.ts';
import { matchingCommands } from '../../src/tui/screens/commands.ts';
import { SCREENS } from '../../src/tui/screens/index.ts';
import { bindingFor } from '../../src/tui/screens/screen.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { keptOf, resultSaved, resumed } from '../../src/tui/services.ts';
import type { SavedSession } from '../../src/model/saved-session.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
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

/** The keys that answer the first of the questions, each rightly, and go on to the next. */
function through(count: number): string[] {
  return Array.from({ length: count }, (_, index) => [...answer(index, true), 'enter']).flat();
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
    expect(press(session, state, 'enter')).toEqual({
      ...start,
      isExerciseEnded: true,
      paused: expect.objectContaining({ stage: 'score' }) as unknown,
      notice: 'X shows your result again.',
    });
  });

  it('takes nothing marked for no answer where several may be right, and none of them for one', () => {
    const index = exercise.questions.findIndex(({ takesSeveral }) => takesSeveral);
    const asked = press(session, start, 'X', ...through(index));
    const nothing = press(session, asked, 'enter');
    expect(nothing.overlays).toEqual(asked.overlays);
    expect(nothing.notice).toBe('Mark what holds with Space, then Enter; or mark "None of them".');
    const none = LETTERS[exercise.questions[index]?.choices.length ?? 0] ?? '';
    const marked = press(session, asked, none);
    expect(textOf(session, asked)).toContain('[ ] None of them');
    expect(textOf(session, marked)).toContain('[x] None of them');
    expect(press(session, marked, ' ', 'enter').overlays).toMatchObject([{ stage: 'asked' }]);
    expect(press(session, marked, 'a').overlays).toMatchObject([
      { picked: [exercise.questions[index]?.choices[0]] },
    ]);
    expect(press(session, marked, 'enter').overlays).toMatchObject([
      { stage: 'answered', answers: [...Array<unknown>(index).fill(expect.anything()), []] },
    ]);
  });

  it('is gone through with every answer wrong, and says what was missed', () => {
    const state = walk(false);
    const text = textOf(session, state);
    expect(text).toContain(`0 of ${exercise.questions.length} right`);
    expect(text).toContain('What was missed');
  });

  it('leads back to where it began whenever it is left', () => {
    let state = press(session, start, 'X');
    for (const key of [...answer(0, true), 'enter', 'enter', '?', 'escape', 'enter', 'pageDown']) {
      expect(
        press(session, state, ...(modeOf(state) === 'help' ? ['escape'] : []), 'escape'),
      ).toEqual({
        ...start,
        paused: expect.objectContaining({ kind: 'exercise' }) as unknown,
        notice: 'X goes on with the exercise.',
      });
      state = press(session, state, key);
    }
    expect(keptOf('agreement', state).cursor.position).toBe(start.position);
  });

  it('shows why, and every claim with its statement, once a question is answered', () => {
    let state = press(session, onRecord(session, { columns: 200, rows: 900 }), 'X');
    for (const [index, asked] of exercise.questions.entries()) {
      state = press(session, state, ...answer(index, false));
      const text = textOf(session, state);
      expect(text).toContain('Why  derived');
      const overlay = state.overlays.at(-1);
      if (overlay?.kind !== 'exercise') throw new Error('There is no exercise.');
      const lines = SCREENS.exercise.view(session, state, overlay, 120)?.lines ?? [];
      const told = lines.map(plain).join(' ').replaceAll(/\s+/g, ' ');
      for (const claim of solve(exercise, asked).claims) {
        expect(text).toContain(claim);
        const statement = rich.agreement.claims.get(claim)?.statement ?? claim;
        expect(told).toContain(statement);
      }
      state = press(session, state, 'enter');
    }
  });

  it('is gone on with where it was left, and begun anew with X while it runs', () => {
    const asked = press(session, start, 'X', ...through(2), 'down');
    const away = press(session, asked, 'escape', 'home', 'right');
    const again = press(session, away, 'X');
    expect(again.overlays.at(-1)).toMatchObject({
      question: 2,
      stage: 'asked',
      answers: [expect.anything(), expect.anything()],
    });
    expect(again).toMatchObject({ position: exercise.questions[2]?.position, paused: null });
    expect(again.notice).toContain('question 3');
    expect(press(session, again, 'escape').position).toBe(away.position);
    expect(press(session, again, 'X').overlays.at(-1)).toMatchObject({ question: 0, answers: [] });
  });

  it('keeps its result, which X shows again and then begins anew', () => {
    const left = press(session, walk(true), 'enter');
    const again = press(session, left, 'X');
    expect(again.overlays.at(-1)).toMatchObject({ stage: 'score' });
    const count = exercise.questions.length;
    expect(textOf(session, again)).toContain(`${count} of ${count} right`);
    expect(again.notice).toBe('Your result. X begins again.');
    expect(press(session, again, 'X').overlays.at(-1)).toMatchObject({ question: 0, answers: [] });
  });

  describe('kept over a restart', () => {
    /** The session as it is written to a file and read again. */
    const reopened = (state: State, scenarios = rich.scenarios) => {
      const kept = JSON.parse(JSON.stringify(keptOf('five-documents', state))) as SavedSession;
      const { scenario, beginning } = resumed(scenarios, kept);
      return begin(session, scenarios, scenario, state.size, beginning);
    };

    it('goes on at the question that was asked, with all answers', () => {
      let state = press(session, start, 'X');
      for (const key of [...through(2), ...answer(2, true)]) {
        state = press(session, state, key);
        const again = reopened(state);
        expect(again.overlays).toEqual([
          { ...state.overlays[0], selected: 0, back: expect.anything() as unknown },
        ]);
        expect(again.position).toBe(state.position);
        expect(press(session, again, 'escape').position).toBe(start.position);
        const left = reopened(press(session, state, 'escape'));
        expect(left.overlays).toEqual([]);
        expect(press(session, left, 'X').overlays[0]).toMatchObject({
          question: state.overlays.flatMap((each) => ('question' in each ? each.question : []))[0],
        });
      }
    });

    it('is kept as long as it is under way, and as over from then on', () => {
      expect(keptOf('five-documents', press(session, start, 'X'))).not.toHaveProperty('exercise');
      expect(keptOf('five-documents', walk(true)).exercise).toBeNull();
      const anew = press(session, start, 'X', ...answer(0, true), 'X');
      expect(keptOf('five-documents', anew).exercise).toBeNull();
      expect(reopened(walk(true)).paused).toBeNull();
    });

    it('is left out where the questions have changed', () => {
      const state = press(session, start, 'X', ...through(1));
      const record = rich.scenarios.get('record');
      if (record?.questions === undefined) throw new Error('no questions');
      const [, ...questions] = record.questions;
      const again = reopened(
        state,
        new Map(rich.scenarios).set('record', { ...record, questions }),
      );
      expect(again.paused).toBeNull();
      expect(again.notice).toContain('Left out: the exercise');
    });

    it('is offered by the front, where the work that was kept is', () => {
      const left = keptOf('five-documents', press(session, start, 'X', ...through(1)));
      const found = reduce(session, press(session, start, 'Q'), {
        kind: 'found',
        work: null,
        exercise: left.exercise ?? null,
        task: null,
        notices: [],
      });
      expect(textOf(session, found)).toContain('goes on with your exercise, at question 2.');
      expect(press(session, found, 'X').overlays.at(-1)).toMatchObject({
        question: 1,
        answers: [expect.anything()],
      });
      const other = [...rich.scenarios.keys()].find((id) => id !== 'record') ?? '';
      const elsewhere = { ...found, scenario: other, position: -1 };
      expect(textOf(session, elsewhere).replaceAll(/\s+/g, ' ')).toMatch(
        /Your exercise on ".+" is at question 2: o opens it, then X goes on\./,
      );
      for (const size of [
        { columns: 80, rows: 24 },
        { columns: 60, rows: 16 },
      ])
        expect(textOf(session, reduce(session, found, { kind: 'resize', size }))).toContain(
          'X goes on with your exercise, at question 2.',
        );
      // What was begun before it was found stays.
      const begun = press(session, start, 'X', ...answer(0, true));
      const late = {
        kind: 'found',
        work: null,
        exercise: left.exercise ?? null,
        task: null,
        notices: [],
      } as const;
      expect(reduce(session, begun, late)).toMatchObject({ paused: null });
    });
  });

  it('leaves the board in view beside it, or behind a key where there is no room for both', () => {
    const beside = textOf(session, press(session, start, 'X'));
    expect(beside).toContain('1 Provisions');
    expect(beside).toContain('3 Gate');
    expect(beside).toContain('Question 1 of');
    for (const size of SIZES.slice(0, 2)) {
      const asked = press(session, onRecord(session, size), 'X');
      expect(textOf(session, asked)).not.toContain('3 Gate');
      const board = press(session, asked, 'tab');
      expect(textOf(session, board)).toContain('3 Gate');
      expect(textOf(session, board)).not.toContain('Question 1 of');
      expect(press(session, board, 'enter')).toEqual({ ...asked, notice: null });
    }
  });

  it('keeps the reading that is asked about back on the board until it is answered', () => {
    const look = harbourSession();
    let state = begin(look, withQuestions(), 'harbour-record', { columns: 120, rows: 60 });
    state = press(look, state, 'X', 'a', 'enter', 'enter', 'a', 'enter', 'enter');
    expect(state.overlays.at(-1)).toMatchObject({ question: 2, stage: 'asked' });
    expect(textOf(look, state)).toContain('Northquay: how it stands is asked');
    // What is reported of it names who says so, as every claim does.
    expect(textOf(look, state)).toContain('dock sources, unnamed, of Northquay (hearsay): ');
    expect(textOf(look, state)).not.toMatch(/[✗✓?] Northquay/);
    expect(textOf(look, press(look, state, 'a', 'enter'))).toMatch(/[✗✓?] Northquay/);
  });

  it('has a result that is asked for by name and file, and written once', () => {
    const over = walk(true);
    expect(press(session, start, 'X', 'S').notice).toContain('once every question is answered');
    const screen = (state: State) =>
      [...frameOf(session, state).body, ...frameOf(session, state).bottom]
        .map(plain)
        .join(' ')
        .replaceAll(/\s+/g, ' ');
    const asks = screen(press(session, over, 'S'));
    expect(asks).toContain('Your name, for the result (Enter: without):');
    expect(asks).toContain('sees the name and the day at its top');
    expect(press(session, over, 'S', 'enter').overlays.at(-1)).toMatchObject({ ask: 'result' });
    const named = press(session, over, 'S', ...'Ada', 'enter');
    expect(screen(press(session, named, 'escape', 'S'))).toContain(
      'Your name, for the result: Ada',
    );
    expect(named.overlays.at(-1)).toMatchObject({
      ask: 'result',
      input: { text: 'exercise-record.md' },
    });
    const wrong = press(session, named, 'ctrl+u', ...'result.txt', 'enter');
    expect(wrong.overlays.at(-1)).toMatchObject({
      ask: 'result',
      problem: expect.stringContaining('.md') as string,
    });
    const asked = press(session, named, 'enter');
    const { request } = asked;
    if (request?.kind !== 'result' || request.of.kind !== 'exercise')
      throw new Error('nothing to write');
    expect(request).toMatchObject({ of: { scenario: 'record' }, who: 'Ada', replaces: false });
    expect(request.of.answers).toHaveLength(exercise.questions.length);
    const reply = (problem: string | null, exists: boolean) =>
      reduce(session, asked, { kind: 'result', request, problem, exists });
    expect(reply(null, false).notice).toBe('Saved as exercise-record.md.');
    const inTheWay = reply('is there already', true);
    expect(inTheWay.overlays.at(-1)).toMatchObject({ ask: 'overwriteResult' });
    expect(press(session, inTheWay, 'y', 'enter').request).toMatchObject({ replaces: true });
    expect(press(session, inTheWay, 'n', 'enter')).toMatchObject({ request: null });
    expect(reply('It has no room.', false).overlays.at(-1)).toMatchObject({
      ask: 'result',
      problem: 'It has no room.',
    });
  });

  it('has a result in Markdown with who, when, the score and every claim that it rests on', async () => {
    const state = press(session, walk(false), 'S', ...'Ada', 'enter', 'enter');
    const { request } = state;
    if (request?.kind !== 'result') throw new Error('nothing to write');
    let written = '';
    const laboratory = {
      saveText: async (text: string) => {
        written = text;
        return { ok: true };
      },
    } as unknown as Laboratory;
    const now = new Date(2031, 2, 4, 9, 5);
    const reply = await resultSaved(laboratory, session, state, request, now);
    expect(reply).toMatchObject({ kind: 'result', problem: null });
    for (const said of ['# Exercise: ', '| Who | Ada |', '| When | 4 Mar 2031, 09:05 |', '0 of '])
      expect(written).toContain(said);
    for (const asked of exercise.questions)
      for (const claim of solve(exercise, asked).claims) expect(written).toContain(claim);
    // What cannot be written is told, and nothing is lost.
    const failing = {
      saveText: async () => ({
        ok: false,
        exists: false,
        error: { message: 'has no room', hint: null },
      }),
    } as unknown as Laboratory;
    expect(await resultSaved(failing, session, state, request, now)).toMatchObject({
      problem: 'It has no room.',
      exists: false,
    });
  });

  it('is offered only where the scenario carries questions', () => {
    const names = (state: State) =>
      matchingCommands(session, state, 'exercise').flatMap(({ binding, why }) =>
        why === null ? binding.id : [],
      );
    expect(names(start)).toEqual(['exercise']);
    const branch = press(session, start, 'w', 'enter', 'enter', 'enter');
    expect(branch.branches).toHaveLength(1);
    expect(names(branch)).toEqual([]);
    expect(press(session, branch, 'X')).toMatchObject({ overlays: [], position: branch.position });
    expect(press(session, branch, 'X').notice).toContain('carries no questions');
    const reasons = matchingCommands(session, branch, 'exercise').map(({ why }) => why);
    expect(reasons[0]).toContain('carries no questions');
    expect(modeOf(press(session, start, ':', ...'exercise', 'enter'))).toBe('exercise');
  });

  it('ends where something else leads away from its step', () => {
    const away = press(session, start, 'X', '?', ':', ...'next step', 'enter');
    expect(away.overlays.map(({ kind }) => kind)).not.toContain('exercise');
    const on = press(session, start, 'X', ...answer(0, true), '?', ':', ...'exercise', 'enter');
    expect(on.overlays).toMatchObject([{ kind: 'exercise', stage: 'answered', question: 0 }]);
  });

  it('names its key as what it does while questions are asked', () => {
    const foot = (state: State) => frameOf(session, state).bottom.map(plain).join(' ');
    expect(foot(press(session, start, 'X', ...answer(0, true)))).toContain('X begin again');
    expect(foot(press(session, start, 'X', ...answer(0, true)))).not.toContain('X exercise');
  });

  it('leaves the letters of the choices to the choosing', () => {
    for (const letter of LETTERS) expect(bindingFor(SCREENS.exercise, letter)).toBeNull();
  });

  it.each(SIZES)('has no overlong line, and all within reach, at $columns x $rows', (size) => {
    for (const look of LOOKS.map(lookedAt)) {
      let state = press(look, onRecord(look, size), 'X');
      for (let shown = 0; shown <= 2 * exercise.questions.length; shown += 1) {
        const isAsked = shown % 2 === 0 && shown < 2 * exercise.questions.length;
        const seen: string[][] = [];
        let frame = frameOf(look, state);
        for (let page = 0; page < 80; page += 1) {
          const lines = [...frame.top, ...frame.body, ...frame.bottom];
          expect(lines).toHaveLength(size.rows - 1);
          expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(size.columns);
          // Panes stand beside each other: what one says is read down its column.
          for (const said of frame.body.map(plain))
            for (const [column, part] of said.split(/ [│|] /).entries())
              (seen[column] ??= []).push(part);
          const further = press(look, state, shown % 2 === 0 ? 'down' : 'pageDown');
          const next = frameOf(look, further);
          if (next.body.map(plain).join('\n') === frame.body.map(plain).join('\n')) break;
          [state, frame] = [further, next];
        }
        const columns = seen.map((said) => said.join(' ').replaceAll(/\s+/g, ' '));
        expect(columns.join('\n')).toMatch(/Enter answers|Enter goes on|Enter goes back/);
        state = press(look, state, ...(isAsked ? answer(shown / 2, true) : ['home', 'enter']));
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
      // A letter is no key once the question is answered.
      state = press(look, state, 'a', 'enter');
    }
    expect(state).toMatchObject({ overlays: [], position: -1 });
  });
});
