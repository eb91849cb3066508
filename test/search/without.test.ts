import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { type Condition, conditionsOf, type ConditionTree } from '../../src/model/condition.ts';
import type { Statement } from '../../src/model/statement.ts';
import { withoutClaim, withoutCondition, withoutObjection } from '../../src/search/without.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const agreements: [string, Agreement][] = [
  ['a rich agreement', loadFiveDocuments().agreement],
  ['the harbour accord', loadHarbour().agreement],
];

/** Every statement of every reading, by the place where it is made. */
function statementsOf(agreement: Agreement): Map<string, Statement> {
  return new Map(
    [...agreement.readings.values()].flatMap(({ id: reading, positions }) =>
      [...positions].flatMap(([event, statements]) =>
        statements.map((each): [string, Statement] => [`${reading} ${event} ${each.id}`, each]),
      ),
    ),
  );
}

/** What is asked, by the model or by a party, by the place where it is asked. */
function askedIn(agreement: Agreement): Map<string, Condition[]> {
  const trees: [string, ConditionTree][] = [
    ...[...statementsOf(agreement)].map(([place, { asked }]): [string, ConditionTree] => [
      place,
      asked,
    ]),
    ...[...agreement.events.values()].flatMap(({ id, requirement }): [string, ConditionTree][] =>
      requirement === null ? [] : [[`the model ${id}`, requirement]],
    ),
  ];
  return new Map(trees.map(([place, tree]) => [place, conditionsOf(tree)]));
}

describe.each(agreements)('%s', (_, agreement) => {
  it('without a claim keeps what other claims say as well, resting on these alone', () => {
    let [gone, kept] = [0, 0];
    for (const claim of agreement.claims.keys()) {
      const after = withoutClaim(agreement, claim);
      const others = (claims: readonly string[]) => claims.filter((other) => other !== claim);
      const statements = statementsOf(after);
      for (const [place, before] of statementsOf(agreement)) {
        const rests = others(before.claims);
        expect([place, statements.get(place)?.claims]).toEqual([
          place,
          rests.length > 0 || before.claims.length === 0 ? rests : undefined,
        ]);
        if (statements.has(place)) kept += 1;
        else gone += 1;
      }
      const asked = askedIn(after);
      for (const [place, before] of askedIn(agreement)) {
        if (!asked.has(place)) continue;
        const expected = before
          .filter(({ claims }) => claims.length === 0 || others(claims).length > 0)
          .map(({ id, claims }) => ({ id, claims: others(claims) }));
        const now = asked.get(place)?.map(({ id, claims }) => ({ id, claims }));
        expect([place, now]).toEqual([place, expected]);
      }
    }
    expect(Math.min(gone, kept)).toBeGreaterThan(0);
  });

  it('without a condition asks for the others, and has every statement still', () => {
    const before = askedIn(agreement);
    const ids = new Set([...before.values()].flat().map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(3);
    for (const id of ids) {
      const after = askedIn(withoutCondition(agreement, id));
      const expected = [...before].map(([place, conditions]): [string, Condition[]] => [
        place,
        conditions.filter((condition) => condition.id !== id),
      ]);
      expect([...after]).toEqual(expected);
    }
  });

  it('without an objection has every other statement, as it was', () => {
    const before = [...statementsOf(agreement)];
    const objections = before.filter(([, { stance }]) => stance === 'objects');
    expect(objections.length).toBeGreaterThan(0);
    for (const [, { id }] of objections) {
      const after = [...statementsOf(withoutObjection(agreement, id))];
      expect(after).toEqual(before.filter(([, statement]) => statement.id !== id));
      expect(after.length).toBe(before.length - 1);
    }
  });
});
