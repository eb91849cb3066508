import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagram } from '../../src/search/diagram.ts';
import { Members } from '../../src/search/members.ts';
import { ALL, EMPTY } from '../../src/search/node-store.ts';

const arities = [3, 2, 4, 2];
const everything = arities.reduce<number[][]>(
  (all, arity) =>
    all.flatMap((values) => [...Array(arity).keys()].map((value) => [...values, value])),
  [[]],
);
const anySubset = fc.subarray(everything);

function setOf(diagram: Diagram, members: readonly (readonly number[])[]): number {
  return members
    .map((values) =>
      values.reduce(
        (set, value, level) => diagram.intersection(set, diagram.among(level, [value])),
        ALL,
      ),
    )
    .reduce((set, single) => diagram.union(set, single), EMPTY);
}

const keys = (members: Iterable<readonly number[]>): string[] =>
  [...members].map(String).toSorted();

describe('sets of states', () => {
  it('are joined, shared and taken away as sets are', () => {
    fc.assert(
      fc.property(anySubset, anySubset, (left, right) => {
        const diagram = new Diagram(arities);
        const members = new Members(diagram.store);
        const [one, other] = [setOf(diagram, left), setOf(diagram, right)];
        const inRight = new Set(right.map(String));
        expect(keys(members.all(diagram.union(one, other)))).toEqual(
          [...new Set([...keys(left), ...inRight])].toSorted(),
        );
        expect(keys(members.all(diagram.intersection(one, other)))).toEqual(
          keys(left).filter((key) => inRight.has(key)),
        );
        expect(keys(members.all(diagram.difference(one, other)))).toEqual(
          keys(left).filter((key) => !inRight.has(key)),
        );
      }),
    );
  });

  it('are the same number when they have the same members', () => {
    fc.assert(
      fc.property(anySubset, fc.array(fc.nat()), (some, order) => {
        const diagram = new Diagram(arities);
        const shuffled = some.toSorted(
          (left, right) =>
            (order[left.length] ?? 0) - (order[right.length] ?? 0) ||
            String(right).localeCompare(String(left)),
        );
        expect(setOf(diagram, shuffled)).toBe(setOf(diagram, some));
      }),
    );
  });

  it('count their members, and give the one at each place, in order', () => {
    fc.assert(
      fc.property(anySubset, (some) => {
        const diagram = new Diagram(arities);
        const members = new Members(diagram.store);
        const set = setOf(diagram, some);
        expect(members.count(set)).toBe(BigInt(some.length));
        const listed = [...members.all(set)];
        expect(listed.map((_, place) => members.at(set, BigInt(place)))).toEqual(listed);
        expect(members.first(set)).toEqual(listed[0]);
        for (const values of everything)
          expect(members.has(set, values)).toBe(
            listed.some((other) => String(other) === String(values)),
          );
      }),
    );
  });

  it('draw each member as often as any other', () => {
    const diagram = new Diagram(arities);
    const members = new Members(diagram.store);
    const some = everything.filter((_, index) => index % 3 !== 0);
    const set = setOf(diagram, some);
    const drawn = new Map<string, number>();
    let next = 0n;
    for (let round = 0; round < some.length * 5; round += 1) {
      const values = String(members.draw(set, (limit) => next++ % limit));
      drawn.set(values, (drawn.get(values) ?? 0) + 1);
    }
    expect([...drawn.values()].every((count) => count === 5)).toBe(true);
    expect(drawn.size).toBe(some.length);
  });

  it('move as their members do, forwards and backwards', () => {
    const to = fc.tuple(
      ...arities.map((arity) =>
        fc.array(fc.nat({ max: arity - 1 }), { minLength: arity, maxLength: arity }),
      ),
    );
    fc.assert(
      fc.property(
        anySubset,
        anySubset,
        to,
        fc.subarray([0, 1, 2, 3]),
        (some, guard, maps, levels) => {
          const diagram = new Diagram(arities);
          const members = new Members(diagram.store);
          const relation = diagram.relation(
            setOf(diagram, guard),
            levels.map((level) => ({ level, to: maps[level] ?? [] })),
          );
          const moved = (values: readonly number[]): number[] =>
            values.map((value, level) =>
              levels.includes(level) ? (maps[level]?.[value] ?? 0) : value,
            );
          const allowed = new Set(guard.map(String));
          const set = setOf(diagram, some);
          const image = some.filter((values) => allowed.has(String(values))).map(moved);
          expect(keys(members.all(diagram.image(relation, set)))).toEqual([
            ...new Set(keys(image)),
          ]);
          const inSet = new Set(some.map(String));
          const before = guard.filter((values) => inSet.has(String(moved(values))));
          expect(keys(members.all(diagram.preimage(relation, set)))).toEqual(keys(before));
        },
      ),
    );
  });
});
