import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../machines/index.ts';
import { readTexts } from '../../src/load/open.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { listContent } from '../../src/node/list-content.ts';
import { readText } from '../../src/node/read-text.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('shipped content', () => {
  const { texts, problems } = readTexts({
    definitions,
    readFile: (path) => readText(root + path),
    listFiles: (folder) => listContent(root + folder),
  });

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
