import { describe, expect, it } from 'vitest';
import type { QuestionFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { exerciseOf, lesserSets, mark, score, solve } from '../../src/answer/exercise.ts';
import { choiceText } from '../../src/report/exercise-text.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadShipped, storyOf } from '../shipped.ts';

const { agreement, scenarios } = loadHarbour();

function right(question: QuestionFile): readonly string[] {
  const record = scenarios.get('harbour-record');
  if (record === undefined) throw new Error('There is no record.');
  const exercise = exerciseOf(agreement, tell({ ...record, questions: [question] }, scenarios));
  const [asked] = exercise?.questions ?? [];
  if (exercise === null || asked === undefined) throw new Error('There is no question.');
  const solution = solve(exercise, asked);
  for (const choice of solution.right) expect(asked.choices).toContain(choice);
  for (const claim of solution.claims) expect(agreement.claims.has(claim)).toBe(true);
  return solution.right;
}

const shared = { id: 'q', prompt: 'What?' };
const verdict = (after: string, gate: string, reading: string) =>
  right({ ...shared, kind: 'verdict', after, gate, reading });
const leaf = (after: string, gate: string, reading: string) =>
  right({ ...shared, kind: 'leaf', after, gate, reading });
const outcome = (after: string, reading?: string) =>
  right({ ...shared, kind: 'outcome', after, ...(reading === undefined ? {} : { reading }) });

describe('what is right', () => {
  it('is computed from the run as it stands behind the step', () => {
    expect(verdict('phase-one-begins', 'phaseTwo', 'northquay')).toEqual(['unstated']);
    expect(verdict('envoys-meet', 'phaseTwo', 'northquay')).toEqual(['closed']);
    expect(verdict('phase-two-declared', 'phaseTwo', 'southquay')).toEqual(['passed']);
    expect(leaf('envoys-meet', 'phaseTwo', 'northquay')).toEqual(['wreckRaised']);
    expect(leaf('phase-one-begins', 'phaseTwo', 'northquay')).toEqual([]);
    expect(leaf('wreck-first', 'canalOpening', 'southquay').toSorted()).toEqual([
      'inspectorsWatch',
      'tollsOff',
    ]);
    expect(outcome('envoys-meet', 'northquay')).toEqual(['refused']);
    expect(outcome('envoys-meet', 'guild')).toEqual(['unstated']);
    expect(outcome('envoys-meet')).toEqual(['southquay']);
    expect(outcome('phase-two-declared', 'northquay')).toEqual(['disputed']);
    expect(outcome('phase-two-declared').toSorted()).toEqual(['guild', 'southquay']);
  });

  it('marks answers in any order, and what was missed and mistaken', () => {
    const solution = { right: ['a', 'b'], enough: [['a', 'b']], claims: [] };
    expect(mark(solution, ['b', 'a'])).toEqual({ isRight: true, missed: [], mistaken: [] });
    expect(mark(solution, ['a', 'c'])).toEqual({ isRight: false, missed: ['b'], mistaken: ['c'] });
    expect(mark({ right: [], enough: [[]], claims: [] }, []).isRight).toBe(true);
    const marks = [mark(solution, ['a', 'b']), mark(solution, [])];
    expect(score(marks)).toEqual({ right: 1, of: 2 });
  });

  it('takes less than all that is right where that is enough, and nothing that is not', () => {
    const solution = { right: ['a', 'b', 'c'], enough: [['b'], ['a', 'c']], claims: [] };
    for (const given of [['b'], ['a', 'b'], ['c', 'a'], ['a', 'b', 'c']])
      expect(mark(solution, given).isRight).toBe(true);
    expect(mark(solution, ['a'])).toEqual({ isRight: false, missed: ['b'], mistaken: [] });
    expect(mark(solution, ['b', 'd'])).toEqual({ isRight: false, missed: [], mistaken: ['d'] });
    expect(mark(solution, [])).toEqual({ isRight: false, missed: ['b'], mistaken: [] });
    expect(lesserSets(solution)).toEqual([['b'], ['a', 'c']]);
    expect(lesserSets({ right: ['a'], enough: [['a']], claims: [] })).toEqual([]);
  });

  it('is nothing for a scenario without questions', () => {
    const record = scenarios.get('harbour-record');
    if (record === undefined) throw new Error('There is no record.');
    expect(exerciseOf(agreement, tell(record, scenarios))).toBeNull();
  });
});

describe('the shipped exercise', () => {
  const shipped = loadShipped();
  const exercise = exerciseOf(shipped.agreement, storyOf(shipped, 'record'));
  const solved = (exercise?.questions ?? []).map((asked) => ({
    asked,
    solution: exercise === null ? null : solve(exercise, asked),
  }));

  it('has the answers that the documents give', () => {
    expect(solved.map(({ asked, solution }) => [asked.question.id, solution?.right])).toEqual([
      ['phase-two-mediators', ['unstated']],
      ['phase-two-israel', ['bodyRecovered']],
      ['phase-two-hamas', ['open']],
      ['rafah-in-december', ['unstated']],
      ['who-recognises-phase-two', ['hamas']],
      ['israel-on-phase-two', ['refused']],
      ['phase-two-now', ['bodyRecovered', 'deadReturned']],
      ['rafah-in-january', ['remainsFirst']],
    ]);
  });

  it('takes either of two answers where one condition entails the other, and names the one that is enough', () => {
    const now = solved.find(({ asked }) => asked.question.id === 'phase-two-now')?.solution;
    expect(now?.enough).toEqual([['deadReturned']]);
    const said = (given: string[]) => now !== undefined && now !== null && mark(now, given).isRight;
    expect(said(['deadReturned'])).toBe(true);
    expect(said(['bodyRecovered', 'deadReturned'])).toBe(true);
    expect(said(['bodyRecovered'])).toBe(false);
    expect(said(['deadReturned', 'livingReleased'])).toBe(false);
  });

  it('says that no condition is reported, and not that there is no position, where a refusal is', () => {
    const words = solved.map(({ asked }) => [
      asked.question.id,
      choiceText(shipped.agreement, asked, 'unstated'),
    ]);
    expect(Object.fromEntries(words)).toMatchObject({
      'phase-two-mediators': 'no position stated on the gate',
      'rafah-in-december': 'no condition reported',
    });
  });

  it('cites what the mediators are reported to say, and the refusal of December', () => {
    const claims = (id: string) =>
      solved.find(({ asked }) => asked.question.id === id)?.solution?.claims;
    expect(claims('phase-two-mediators')).toEqual(
      expect.arrayContaining(['document-4.c4', 'document-4.c10']),
    );
    expect(claims('rafah-in-december')).toContain('document-4.c16');
  });

  it('gives no answer away in its prompts, and has sources for what somebody states', () => {
    for (const { asked, solution } of solved) {
      const { prompt } = asked.question;
      for (const choice of solution?.right ?? []) {
        const words =
          asked.chosenFrom === 'leaf' ? [choice, choiceText(shipped.agreement, asked, choice)] : [];
        for (const word of words) expect(prompt).not.toContain(word);
      }
      const isStated = solution?.right.some((choice) => choice !== 'unstated') === true;
      expect((solution?.claims.length ?? 0) > 0 || !isStated).toBe(true);
    }
  });
});
