import type { Agreement, AgreementEvent, Reading } from '../model/agreement.ts';
import {
  type Condition,
  type ConditionTree,
  conditionsOf,
  keepConditions,
} from '../model/condition.ts';
import type { Statement } from '../model/statement.ts';

/**
 * The agreement as if nobody asked for a condition, the model included: what it stood beside is still asked, a position
 * that consisted of it asks nothing, and an alternative that it was is gone with it.
 */
export function withoutCondition(agreement: Agreement, conditionId: string): Agreement {
  return rewritten(
    agreement,
    (tree) =>
      conditionsOf(tree).some(({ id }) => id === conditionId)
        ? keepConditions(tree, ({ id }) => id !== conditionId)
        : tree,
    (statement) => [statement],
  );
}

/** The agreement as if a party did not object: what it held besides still stands. */
export function withoutObjection(agreement: Agreement, objectionId: string): Agreement {
  return rewritten(
    agreement,
    (tree) => tree,
    (statement) => (statement.id === objectionId ? [] : [statement]),
  );
}

/**
 * The agreement as if a claim had not been made. A statement or a condition that rests on other claims as well is held
 * from what these give; one that rests on nothing else is gone, and what it had replaced stands again.
 */
export function withoutClaim(agreement: Agreement, reference: string): Agreement {
  const isGone = ({ claims }: Pick<Statement, 'claims'>): boolean =>
    claims.length === 1 && claims[0] === reference;
  const without = (claims: readonly string[]): string[] =>
    claims.filter((claim) => claim !== reference);
  const relieved = (tree: ConditionTree): ConditionTree =>
    conditionsOf(tree).some(({ claims }) => claims.includes(reference))
      ? mapConditions(
          keepConditions(tree, (condition) => !isGone(condition)),
          (condition) => ({ ...condition, claims: without(condition.claims) }),
        )
      : tree;
  return rewritten(agreement, relieved, (statement) => {
    if (!statement.claims.includes(reference)) return [statement];
    return isGone(statement) ? [] : [{ ...statement, claims: without(statement.claims) }];
  });
}

function mapConditions(
  tree: ConditionTree,
  change: (condition: Condition) => Condition,
): ConditionTree {
  return tree.kind === 'condition'
    ? { kind: 'condition', condition: change(tree.condition) }
    : { kind: tree.kind, of: tree.of.map((part) => mapConditions(part, change)) };
}

function rewritten(
  agreement: Agreement,
  changeTree: (tree: ConditionTree) => ConditionTree,
  changeStatement: (statement: Statement) => readonly Statement[],
): Agreement {
  const changed = (statement: Statement): readonly Statement[] =>
    changeStatement({ ...statement, asked: changeTree(statement.asked) });
  const readings = new Map(
    [...agreement.readings].map(([id, reading]): [string, Reading] => {
      const positions = [...reading.positions].map(
        ([event, statements]): [string, readonly Statement[]] => [
          event,
          statements.flatMap(changed),
        ],
      );
      const held = positions.filter(([, statements]) => statements.length > 0);
      return [id, { ...reading, positions: new Map(held) }];
    }),
  );
  // What is not changed stays the same event, or the same events altogether, and is compiled once.
  const relieved = (event: AgreementEvent): AgreementEvent => {
    const { requirement } = event;
    const asked = requirement === null ? null : changeTree(requirement);
    return asked === requirement ? event : { ...event, requirement: asked };
  };
  const all = [...agreement.events].map(([id, event]) => [id, relieved(event)] as const);
  const isSame = all.every(([id, event]) => agreement.events.get(id) === event);
  const events = isSame ? agreement.events : new Map(all);
  return { ...agreement, readings, events };
}
