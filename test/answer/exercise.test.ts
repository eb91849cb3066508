import { describe, expect, it } from 'vitest';
import { OUTCOME_STATUSES, type QuestionFile, VERDICTS } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { exerciseOf, lesserSets, mark, score, solve } from '../../src/answer/exercise.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { SUBJECTS } from '../model/subjects.ts';

const { agreement, scenarios } = loadHarbour();

function asked(question: QuestionFile) {
  const record = scenarios.get('harbour-record');
  if (record === undefined) throw new Error('There is no record.');
  const exercise = exerciseOf(agreement, tell({ ...record, questions: [question] }, scenarios));
  const [put] = exercise?.questions ?? [];
  if (exercise === null || put === undefined) throw new Error('There is no question.');
  const solution = solve(exercise, put);
  for (const choice of solution.right) expect(put.choices).toContain(choice);
  for (const claim of solution.claims) expect(agreement.claims.has(claim)).toBe(true);
  return { put, solution };
}

const shared = { id: 'q', prompt: 'What?' };
const verdict = (after: string, gate: string, reading: string) =>
  asked({ ...shared, kind: 'verdict', after, gate, reading }).solution.right;
const condition = (after: string, gate: string, reading: string) =>
  asked({ ...shared, kind: 'condition', after, gate, reading });
const outcome = (after: string, reading?: string) =>
  asked({ ...shared, kind: 'outcome', after, ...(reading === undefined ? {} : { reading }) })
    .solution;

describe('what is right', () => {
  it('of a verdict is the party’s own, where the story stands behind the step', () => {
    expect(verdict('envoys-meet', 'phaseTwo', 'northquay')).toEqual(['closed']);
    // A gate goes by its event too.
    expect(verdict('envoys-meet', 'phase.twoBegan', 'northquay')).toEqual(['closed']);
    expect(verdict('phase-two-declared', 'phaseTwo', 'southquay')).toEqual(['passed']);
    expect(verdict('phase-two-declared', 'phaseTwo', 'guild')).toEqual(['unstated']);
    expect(verdict('wreck-first', 'canalOpening', 'charter')).toEqual(['open']);
  });

  it('of a condition is what is unmet, and an objection where that is in the way', () => {
    expect(condition('envoys-meet', 'phaseTwo', 'northquay').solution.right).toEqual([
      'wreckRaised',
    ]);
    expect(condition('wreck-first', 'canalOpening', 'southquay').solution).toMatchObject({
      right: ['inspectorsWatch', 'tollsOff'],
      enough: [['inspectorsWatch'], ['tollsOff']],
    });
    const sealing = condition('wreck-first', 'batteriesSealing', 'southquay');
    expect(sealing.put.choices).toEqual(['noSealing']);
    expect(sealing.solution).toMatchObject({ right: ['noSealing'], claims: ['gazette-2.c9'] });
    expect(condition('wreck-first', 'batteriesSealing', 'northquay').solution).toMatchObject({
      right: [],
      enough: [[]],
      claims: ['gazette-2.c7'],
    });
  });

  it('of an outcome is what the reading makes of the next step, on the day of that step', () => {
    expect(outcome('envoys-meet', 'northquay')).toMatchObject({ right: ['refused'] });
    // What it holds is out by the day of the step, though not on that of the one before.
    expect(outcome('envoys-meet', 'southquay')).toMatchObject({ right: ['recognised'] });
    expect(outcome('envoys-meet', 'southquay').claims).toContain('gazette-2.c6');
    expect(outcome('envoys-meet', 'guild').right).toEqual(['unopposed']);
    expect(outcome('phase-two-declared', 'northquay').right).toEqual(['disputed']);
  });

  it('of who will recognise the next step are the parties that hold something, and let it pass', () => {
    expect(outcome('envoys-meet').right).toEqual(['southquay']);
    // Nobody holds anything on the find of the wreck: to let it pass is not to recognise it.
    expect(outcome('phase-two-declared').right).toEqual([]);
  });

  it('is chosen from everything that there is', () => {
    const one = { ...shared, after: 'envoys-meet', reading: 'northquay' };
    expect(asked({ ...one, kind: 'outcome' }).put.choices).toEqual(OUTCOME_STATUSES);
    expect(asked({ ...one, kind: 'verdict', gate: 'phaseTwo' }).put.choices).toEqual(VERDICTS);
    // Every reading's conditions, so that which of them are this one's is the question.
    expect(condition('envoys-meet', 'canalOpening', 'northquay').put.choices).toEqual([
      'wreckBeforeCanal',
      'inspectorsWatch',
      'tollsOff',
      'envoysTalk',
      'canalInPhaseTwo',
    ]);
  });

  it('is nothing for a scenario without questions', () => {
    const record = scenarios.get('harbour-record');
    if (record === undefined) throw new Error('There is no record.');
    expect(exerciseOf(agreement, tell(record, scenarios))).toBeNull();
  });
});

describe('marks', () => {
  it('take answers in any order, and tell what was missed and mistaken', () => {
    const solution = { right: ['a', 'b'], enough: [['a', 'b']], claims: [] };
    expect(mark(solution, ['b', 'a'])).toEqual({ isRight: true, missed: [], mistaken: [] });
    expect(mark(solution, ['a', 'c'])).toEqual({ isRight: false, missed: ['b'], mistaken: ['c'] });
    expect(mark({ right: [], enough: [[]], claims: [] }, []).isRight).toBe(true);
    const marks = [mark(solution, ['a', 'b']), mark(solution, [])];
    expect(score(marks)).toEqual({ right: 1, of: 2 });
  });

  it('take less than all that is right where that is enough, and nothing that is not', () => {
    const solution = { right: ['a', 'b', 'c'], enough: [['b'], ['a', 'c']], claims: [] };
    for (const given of [['b'], ['a', 'b'], ['c', 'a'], ['a', 'b', 'c']])
      expect(mark(solution, given).isRight).toBe(true);
    expect(mark(solution, ['a'])).toEqual({ isRight: false, missed: ['b'], mistaken: [] });
    expect(mark(solution, ['b', 'd'])).toEqual({ isRight: false, missed: [], mistaken: ['d'] });
    expect(mark(solution, [])).toEqual({ isRight: false, missed: ['b'], mistaken: [] });
    expect(lesserSets(solution)).toEqual([['b'], ['a', 'c']]);
    expect(lesserSets({ right: ['a'], enough: [['a']], claims: [] })).toEqual([]);
  });
});

describe.each(SUBJECTS)('the exercises of $name', (subject) => {
  const exercises = [...subject.scenarios.values()].flatMap((scenario) => {
    const exercise = exerciseOf(subject.agreement, tell(scenario, subject.scenarios));
    return exercise === null ? [] : [exercise];
  });

  it('have right answers among the choices, with sources for what somebody holds', () => {
    for (const exercise of exercises) {
      for (const put of exercise.questions) {
        const solution = solve(exercise, put);
        expect(solution.right.filter((choice) => !put.choices.includes(choice))).toEqual([]);
        expect(mark(solution, solution.right).isRight).toBe(true);
        for (const set of solution.enough) expect(mark(solution, set).isRight).toBe(true);
        const isHeld = solution.right.some((id) => !['unstated', 'unopposed'].includes(id));
        expect([put.question.id, isHeld && solution.claims.length === 0]).toEqual([
          put.question.id,
          false,
        ]);
        for (const choice of put.chosenFrom === 'condition' ? solution.right : [])
          expect(put.question.prompt).not.toContain(choice);
      }
    }
  });
});
