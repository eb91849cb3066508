import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

function notices(...edits: Edit[]): string[] {
  return validateContent([harbour], edited(...edits)).notices.map(formatProblem);
}

const GUILD = 'harbour/readings/guild.yaml';

describe('notices', () => {
  const before = notices();

  it('name a claim that nothing uses any longer', () => {
    const unused = notices(
      [GUILD, ', remarks: [gazette-1.c7]', ''],
      ['harbour/events.yaml', 'claims: [gazette-1.c7]', 'claims: [gazette-1.c1]'],
      ['harbour/scenarios/guild-sequence.yaml', '[gazette-1.c7]', '[gazette-1.c1]'],
    );
    expect(unused.filter((notice) => !before.includes(notice))).toEqual([
      'harbour/sources/gazette-1.yaml:60:9: nothing uses the claim gazette-1.c7',
    ]);
  });

  it('leave out claims that are there for context', () => {
    expect(before).toEqual([]);
  });
});
