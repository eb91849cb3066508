import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleAgreement } from '../../src/model/assemble.ts';
import type { ReadingFile } from '../../src/model/shapes/reading.ts';
import { tell } from '../../src/model/story.ts';
import { momentAt } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const { files, scenarios, opens } = loadFiveDocuments();
const agreement = assembleAgreement(files);
const record = scenarios.get(opens ?? '');
const claims = [...agreement.claims.keys()];
const stated = files.readings.flatMap((reading) =>
  Object.entries(reading.positions).flatMap(([event, positions]) =>
    positions.flatMap((position, index) =>
      'says' in position ? [] : [{ reading: reading.id, event, index }],
    ),
  ),
);

/** The readings with one more claim behind one thing that one of them holds. */
function withClaim(of: (typeof stated)[number], claim: string): ReadingFile[] {
  return files.readings.map((reading) => {
    if (reading.id !== of.reading) return reading;
    const positions = (reading.positions[of.event] ?? []).map((position, index) =>
      index === of.index && 'claims' in position
        ? { ...position, claims: [...position.claims, claim] }
        : position,
    );
    return { ...reading, positions: { ...reading.positions, [of.event]: positions } };
  });
}

describe('a claim added to one reading', () => {
  it('never changes what another says', () => {
    if (record === undefined) throw new Error('The default scenario is not there.');
    const story = tell(record, scenarios);
    const verdictsOn = (asked: typeof agreement, asOf: string | null) => {
      const moment = momentAt(asked, story, { asOf, knownBy: null, assume: [] });
      return [...asked.gates.values()].flatMap(({ event }) => {
        const { parties, terms } = standing(moment, event);
        return [...parties, ...terms].map(
          ({ reading, verdict, unmet, objections }) =>
            [event, reading, verdict, idsOf([...unmet, objections])] as const,
        );
      });
    };
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
      { numRuns: 20 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});

function idsOf(sets: readonly (readonly { readonly id: string }[])[]): string[][] {
  return sets.map((set) => set.map(({ id }) => id));
}
