import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { withMend } from '../../src/load/mend-of.ts';
import { PROBLEM_CODES, type ProblemCode } from '../../src/load/problem-codes.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, harbourTexts } from './harbour-texts.ts';

function problemsOf(texts: ReadonlyMap<string, string>): string[] {
  return checkContent([harbour], texts).problems.map((problem) => formatProblem(withMend(problem)));
}

describe('a mend', () => {
  it.each(Object.keys(PROBLEM_CODES) as ProblemCode[])(
    'is said of %s where none is known',
    (code) => {
      const problem = { file: 'x.yaml', line: 1, column: 1, code, message: 'is wrong', hint: null };
      const [first, mend = '', ...more] = formatProblem(withMend(problem)).split('\n');
      expect([first, more]).toEqual([`x.yaml:1:1: is wrong [${code}]`, []]);
      expect(mend.trim().length).toBeGreaterThan(4);
      expect(withMend({ ...problem, hint: 'this one' }).hint).toBe('this one');
    },
  );

  it.each(['level: -1', 'level: high'])('is said of %s', (level) => {
    const [problem = '', ...more] = problemsOf(
      edited(['harbour/regions.yaml', 'title: located, level: 1 }', `title: located, ${level} }`]),
    );
    expect([problem.split('\n').length, more]).toEqual([2, []]);
  });

  it('is said of an empty file', () => {
    const texts = new Map(harbourTexts).set('harbour/events.yaml', '');
    expect(problemsOf(texts)).toEqual([
      expect.stringMatching(
        /^harbour\/events\.yaml:1:1: the file is empty[^]*\n {4}write its content/,
      ),
    ]);
  });
});

it.each([
  ['scenarios/harbour-record.yaml', 'date: 2031-01-05', 'date: 2031-02-30', 'Feb 2031 has 28 days'],
  [
    'scenarios/harbour-record.yaml',
    'date: 2031-01-05',
    'date: 2031-13-01',
    'the months are 01 to 12',
  ],
  [
    'scenarios/harbour-record.yaml',
    'by: [northquay]\n    claims: [gazette-1.c6]',
    'by: northquay\n    claims: [gazette-1.c6]',
    'write a list in brackets: [northquay]',
  ],
  [
    'agreement.yaml',
    'opens: harbour-record',
    'opens: harbour-recor',
    'did you mean harbour-record?',
  ],
])('is said of %s: %s -> %s', (file, from, to, mend) => {
  const [problem = '', ...more] = problemsOf(edited([`harbour/${file}`, from, to]));
  expect([problem.split('\n    ').slice(1), more]).toEqual([[mend], []]);
});

it('is said of a scenario to begin with where there is none at all', () => {
  const files = [...harbourTexts].filter(([path]) => !path.includes('/scenarios/'));
  expect(problemsOf(new Map(files))).toEqual([
    'harbour/agreement.yaml:7:8: there is no scenario "harbour-record" [unknown-id]\n    name a scenario that is there, or leave it out; `phasegate new scenario harbour-record` writes one',
  ]);
});

describe('one slip', () => {
  it.each(['agreement', 'parties', 'regions', 'events'])('is one problem: no %s.yaml', (role) => {
    const texts = new Map(harbourTexts);
    texts.delete(`harbour/${role}.yaml`);
    expect(problemsOf(texts)).toEqual([
      expect.stringContaining(`harbour/${role}.yaml: the file is not there`),
    ]);
  });

  it('is one problem: a reading with another id than its file and its party', () => {
    const name = 'harbour/readings/guild.yaml';
    const text = harbourTexts.get(name) ?? '';
    const slip = text.replace('id: guild', 'id: gild').replace(/^(kind|party):.*\n/gm, '');
    expect(slip).not.toBe(text);
    expect(problemsOf(new Map(harbourTexts).set(name, slip))).toEqual([
      expect.stringMatching(
        /guild\.yaml:\d+:5: the file is not named after its id, "gild"[^]*write id: guild$/,
      ),
    ]);
  });
});
