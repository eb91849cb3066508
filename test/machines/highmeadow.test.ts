import { describe, expect, it } from 'vitest';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { waits } from '../../src/search/waits.ts';
import { exerciseOf, solve } from '../../src/answer/exercise.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { items, object, shippedgate } from '../cli/command-line.ts';
import { loadShipped, shippedContent, shippedFolders, storyOf } from '../shipped.ts';

const accord = loadShipped('machines/highmeadow');
const { agreement, scenarios } = accord;
const record = storyOf(accord, 'meadow-record');

const asked = (...words: string[]) => shippedgate([...words, '-A', 'highmeadow', '--json']);

describe('the accord for teaching', () => {
  it('ships beside the agreement that is looked at where none is named', async () => {
    expect(shippedFolders()).toEqual(['machines/gaza-ceasefire', 'machines/highmeadow']);
    expect(object(await shippedgate(['check', '--json']))['agreement']).toBe('gaza-ceasefire');
    expect(object(await asked('check'))['agreement']).toBe('highmeadow');
  });

  it('says of itself and of every paper and scenario that it is invented', () => {
    const papers = new Set([...agreement.claims.values()].map(({ source }) => source));
    const titles = [
      agreement.title,
      agreement.question,
      ...[...papers].map(({ title }) => title),
      ...[...scenarios.values()].map(({ title }) => title),
    ];
    expect(titles.length).toBe(7);
    for (const title of titles) expect(title).toMatch(/invented/i);
  });

  it('leaves nothing to say about it, not even a notice', () => {
    const { definitions, texts } = shippedContent();
    const own = definitions.filter(({ id }) => id === 'highmeadow');
    const { problems, notices } = validateContent(own, texts);
    expect([...problems, ...notices].map(formatProblem)).toEqual([]);
  });

  it('has each village wait for the other', () => {
    const moment = momentAt(agreement, record, NOW);
    const { cycles } = waits(moment);
    expect(cycles.map(({ parties }) => parties)).toEqual([['ostley', 'marnby']]);
    const { parties } = standing(moment, 'phase.twoBegan');
    expect(parties.map(({ reading, verdict }) => [reading, verdict])).toEqual([
      ['ostley', 'closed'],
      ['marnby', 'closed'],
      ['reeve', 'open'],
    ]);
  });

  it('has a step that one of them denies, and an attempt that came to nothing', async () => {
    const steps = items(object(await asked('play')), 'steps');
    const statusOf = (id: string, reading: string) =>
      steps.find((each) => String(each['id']) === id)?.['outcomes']?.[reading]?.['status'];
    expect(statusOf('herd-halved', 'ostley')).toBe('disputed');
    expect(statusOf('phase-two-alone', 'marnby')).toBe('void');
  });

  it('is settled by a waiver in its what-if, and by nothing else', async () => {
    expect((await asked('plan', 'phaseTwo')).code).toBe(1);
    expect(
      (await asked('plan', 'phaseTwo', '--from', 'ostley-goes-first@herd-first-dropped')).code,
    ).toBe(0);
  });

  it('keeps its properties', async () => {
    expect((await asked('verify')).code).toBe(0);
  });

  it('asks questions that have an answer each', () => {
    const exercise = exerciseOf(agreement, record);
    const right = exercise?.questions.map((question) => [
      question.question.id,
      solve(exercise, question).right,
    ]);
    expect(right).toEqual([
      ['ostley-on-the-half', ['disputed']],
      ['who-wanted-the-count', ['ostley']],
      ['fence-of-ostley', ['herdFirst']],
      ['herd-of-marnby', ['fenceFirst']],
      ['phase-two-of-reeve', ['open']],
    ]);
  });
});
