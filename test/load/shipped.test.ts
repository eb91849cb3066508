import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { shippedContent } from '../shipped.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

describe('shipped content', () => {
  const { definitions, texts, problems } = shippedContent();

  it('can be read', () => {
    expect(problems).toEqual([]);
    expect(texts.size).toBeGreaterThan(20);
  });

  it('is valid, and every scenario comes out as it expects', () => {
    const validated = validateContent(definitions, texts);
    expect(validated.problems.map(formatProblem)).toEqual([]);
    expect(Object.keys(validated.content?.files ?? {})).toHaveLength(texts.size);
  });
});

describe('the fictional agreement', () => {
  it('is valid too', () => {
    expect(validateContent([harbour], harbourTexts).problems.map(formatProblem)).toEqual([]);
  });
});
