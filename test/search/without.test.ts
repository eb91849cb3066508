import { describe, expect, it } from 'vitest';
import type { Agreement, GateCell } from '../../src/model/agreement.ts';
import { leavesOf } from '../../src/model/condition.ts';
import { earliest } from '../../src/model/days.ts';
import { withoutClaim, withoutLeaf } from '../../src/search/without.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { shippedAgreement } from './shipped.ts';

const agreements: [string, Agreement][] = [
  ['the agreement that ships', shippedAgreement()],
  ['the harbour accord', loadHarbour().agreement],
];

function cellsOf(agreement: Agreement): [string, GateCell][] {
  return [...agreement.readings].flatMap(([id, { gates }]) =>
    [...gates].map(([gate, cell]): [string, GateCell] => [`${id} ${gate}`, cell]),
  );
}

describe.each(agreements)('%s', (_, agreement) => {
  it('without a claim keeps what other claims say as well, in force from these', () => {
    const published = (claims: readonly string[]) =>
      earliest(claims.flatMap((claim) => agreement.claims.get(claim)?.source.published ?? []));
    let gone = 0;
    for (const claim of agreement.claims.keys()) {
      const after = new Map(cellsOf(withoutClaim(agreement, claim)));
      for (const [place, { stated }] of cellsOf(agreement)) {
        const now = after.get(place)?.stated ?? null;
        const leaves = stated === null ? [] : leavesOf(stated.condition);
        const expected = leaves
          .map((leaf) => ({ id: leaf.id, claims: leaf.claims.filter((other) => other !== claim) }))
          .filter(({ claims }) => claims.length > 0);
        const kept = now === null ? [] : leavesOf(now.condition);
        expect(kept.map(({ id, claims }) => ({ id, claims }))).toEqual(expected);
        expect(kept.map(({ since }) => since?.to)).toEqual(
          expected.map(({ claims }) => published(claims)?.to),
        );
        const claims = stated?.claims.filter((other) => other !== claim) ?? [];
        const isStated = stated !== null && claims.length + expected.length > 0;
        expect([place, now !== null]).toEqual([place, isStated]);
        if (stated !== null && !isStated) gone += 1;
      }
    }
    expect(gone).toBeGreaterThan(0);
  });

  it('without a leaf asks for the others, and states what it stated', () => {
    const leaves = cellsOf(agreement).flatMap(([, { stated }]) =>
      stated === null ? [] : leavesOf(stated.condition),
    );
    for (const { id } of leaves) {
      const after = new Map(cellsOf(withoutLeaf(agreement, id)));
      for (const [place, { stated }] of cellsOf(agreement)) {
        const now = after.get(place)?.stated ?? null;
        expect(now === null).toBe(stated === null);
        const others =
          stated === null ? [] : leavesOf(stated.condition).filter((leaf) => leaf.id !== id);
        expect(now === null ? [] : leavesOf(now.condition)).toEqual(others);
      }
    }
  });
});
