import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

function notices(...edits: Edit[]): string[] {
  const { problems, notices: found } = validateContent([harbour], edited(...edits));
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

const RECORD = 'harbour/scenarios/harbour-record.yaml';
const EVENTS = 'harbour/events.yaml';

/** A claim that nothing uses as the files stand, but that another one disputes. */
const C3: Edit = ['harbour/sources/gazette-3.yaml', 'kind: assessment', 'kind: accusation'];
const UNUSED = 'harbour/sources/gazette-3.yaml:36:9: nothing uses the claim gazette-3.c3';

describe('notices of what nothing uses', () => {
  it('leave out claims that are there for context', () => {
    expect(notices()).toEqual([]);
  });
});
