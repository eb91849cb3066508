import { describe, expect, it } from 'vitest';
import type { QuestionFile } from '../../src/agreement/shapes/scenario.ts';
import { tell } from '../../src/agreement/story.ts';
import { exerciseOf, mark, score, solve } from '../../src/analysis/exercise.ts';
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
    const solution = { right: ['a', 'b'], claims: [] };
    expect(mark(solution, ['b', 'a'])).toEqual({ isRight: true, missed: [], mistaken: [] });
    expect(mark(solution, ['a', 'c'])).toEqual({ isRight: false, missed: ['b'], mistaken: ['c'] });
    expect(mark({ right: [], claims: [] }, []).isRight).toBe(true);
    const marks = [mark(solution, ['a', 'b']), mark(solution, [])];
    expect(score(marks)).toEqual({ right: 1, of: 2 });
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
      ['phase-two-now', ['deadReturned']],
      ['rafah-in-january', ['remainsFirst']],
    ]);
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
