import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleAgreement } from '../../src/model/assemble.ts';
import type { ReadingFile } from '../../src/model/shapes/reading.ts';
import { tell } from '../../src/model/story.ts';
import { checkGates } from '../../src/answer/check.ts';
import { standAt } from '../../src/answer/standing.ts';
import { loadShipped } from '../shipped.ts';

const { files, scenarios, opens } = loadShipped();
const agreement = assembleAgreement(files);
const record = scenarios.get(opens ?? '');
const claims = [...agreement.claims.keys()];
const stated = files.readings.flatMap((reading) =>
  Object.entries(reading.gates)
    .filter(([, cell]) => reading.kind !== 'base' && cell.position === 'stated')
    .map(([gate]) => ({ reading: reading.id, gate })),
);

/** The readings with one more claim behind what one of them states on a gate. */
function withClaim(of: { reading: string; gate: string }, claim: string): ReadingFile[] {
  return files.readings.map((reading) => {
    const cell = reading.gates[of.gate];
    if (reading.id !== of.reading || cell?.position !== 'stated') return reading;
    return {
      ...reading,
      gates: { ...reading.gates, [of.gate]: { ...cell, claims: [...cell.claims, claim] } },
    };
  });
}

describe('a claim added to one reading', () => {
  it('never changes what another says', () => {
    if (record === undefined) throw new Error('The default scenario is not there.');
    const story = tell(record, scenarios);
    const verdictsOn = (asked: typeof agreement, asOf: string | null) =>
      checkGates(standAt(asked, story, { asOf, knownBy: null, assume: [] })).flatMap((check) =>
        check.readings.map(
          (entry) => [check.gate, entry.reading, entry.verdict, entry.blocking] as const,
        ),
      );
    let moved = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...stated),
        fc.constantFrom(...claims),
        fc.constantFrom('2025-12-10', '2025-12-20', null),
        (of, claim, asOf) => {
          const changed = assembleAgreement({
            ...files,
            readings: withClaim(of, claim),
          });
          const before = verdictsOn(agreement, asOf);
          const after = verdictsOn(changed, asOf);
          const others = (verdicts: typeof before) =>
            verdicts.filter(([, reading]) => reading !== of.reading);
          expect(others(after)).toEqual(others(before));
          // An earlier claim can bring a position into force sooner: that is its own reading's verdict, and may change.
          moved += JSON.stringify(after) === JSON.stringify(before) ? 0 : 1;
        },
      ),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
