import type { Agreement, GateCell, Reading } from '../model/agreement.ts';
import { type Condition, keepLeaves, type Leaf, leavesOf } from '../model/condition.ts';
import { type DayRange, earliest } from '../model/days.ts';

/**
 * The agreement as if nobody asked for a leaf: what it stood beside is still asked, a position that consisted of it
 * asks nothing, and an alternative that it was is gone with it.
 */
export function withoutLeaf(agreement: Agreement, leafId: string): Agreement {
  return rewritten(agreement, (condition) => keepLeaves(condition, (leaf) => leaf.id !== leafId));
}

/**
 * The agreement as if a claim had not been made. A leaf or a position that rests on other claims as well is in
 * force from the first of these; one that rests on nothing else is gone.
 */
export function withoutClaim(agreement: Agreement, reference: string): Agreement {
  const without = (claims: readonly string[]): string[] =>
    claims.filter((claim) => claim !== reference);
  const since = (claims: readonly string[]): DayRange | null =>
    earliest(claims.flatMap((claim) => agreement.claims.get(claim)?.source.published ?? []));
  const relieved = (leaf: Leaf): Leaf => {
    if (!leaf.claims.includes(reference)) return leaf;
    const claims = without(leaf.claims);
    return { ...leaf, claims, since: leaf.since === null ? null : since(claims) };
  };
  const withoutIt = (condition: Condition): Condition =>
    keepLeaves(mapLeaves(condition, relieved), (leaf) => leaf.claims.length > 0);
  return rewritten(agreement, withoutIt, ({ stated, remarks }) => {
    if (stated === null) return { stated, remarks };
    const claims = without(stated.claims);
    const condition = withoutIt(stated.condition);
    const cited = [...claims, ...leavesOf(condition).flatMap((leaf) => leaf.claims)];
    if (cited.length === 0) return { stated: null, remarks };
    return { stated: { claims, condition, since: since(cited) }, remarks };
  });
}

function mapLeaves(condition: Condition, change: (leaf: Leaf) => Leaf): Condition {
  return condition.kind === 'leaf'
    ? { kind: 'leaf', leaf: change(condition.leaf) }
    : { kind: condition.kind, of: condition.of.map((part) => mapLeaves(part, change)) };
}

function rewritten(
  agreement: Agreement,
  change: (condition: Condition) => Condition,
  changeCell: (cell: GateCell) => GateCell = ({ stated, remarks }) => ({
    stated: stated === null ? null : { ...stated, condition: change(stated.condition) },
    remarks,
  }),
): Agreement {
  const base = new Map([...agreement.base].map(([gate, condition]) => [gate, change(condition)]));
  const readings = new Map(
    [...agreement.readings].map(([id, reading]): [string, Reading] => {
      const gates = new Map([...reading.gates].map(([gate, cell]) => [gate, changeCell(cell)]));
      return [id, { ...reading, gates }];
    }),
  );
  return { ...agreement, base, readings };
}
