import type { Agreement, Controllers } from '../../src/model/agreement.ts';
import {
  type Condition,
  type ConditionTree,
  conditionsOf,
  keepConditions,
} from '../../src/model/condition.ts';
import type { Statement } from '../../src/model/statement.ts';
import { MODEL, statementsOf } from './positions.ts';

/** The agreement with one thing changed, and what was changed. */
export interface Mutant {
  readonly name: string;
  readonly agreement: Agreement;
  /** The condition, objection or event that was changed, as it stands in the scenarios' texts. */
  readonly about: string;
}

/** Every condition of every reading and of the model, dropped and negated. */
export function conditionMutants(agreement: Agreement): Mutant[] {
  const own = statementsOf(agreement).map((statement) => ({
    by: statement.reading,
    tree: statement.asked,
    changed: (tree: ConditionTree) =>
      withStatement(agreement, statement, [{ ...statement, asked: tree }]),
  }));
  const required = [...agreement.events.values()].flatMap((event) =>
    event.requirement === null
      ? []
      : [
          {
            by: MODEL,
            tree: event.requirement,
            changed: (tree: ConditionTree): Agreement => ({
              ...agreement,
              events: new Map(agreement.events).set(event.id, { ...event, requirement: tree }),
            }),
          },
        ],
  );
  return [...own, ...required].flatMap(({ by, tree, changed }) =>
    conditionsOf(tree).flatMap(({ id }) => {
      const changes: [string, ConditionTree][] = [
        ['dropped', keepConditions(tree, (other) => other.id !== id)],
        ['negated', replaced(tree, id, (one) => negated(agreement, one))],
      ];
      return changes.map(([change, next]) => ({
        name: `${id} of ${by} ${change}`,
        agreement: changed(next),
        about: id,
      }));
    }),
  );
}

/** Every objection and everything that is backed, dropped, and turned into the other. */
export function stanceMutants(agreement: Agreement): Mutant[] {
  return statementsOf(agreement)
    .filter(({ stance }) => stance !== 'asks')
    .flatMap((statement) => {
      const stance = statement.stance === 'objects' ? 'backs' : 'objects';
      const name = `what ${statement.reading} ${statement.stance} of ${statement.event}`;
      return [
        { name: `${name}, dropped`, agreement: withStatement(agreement, statement, []) },
        {
          name: `${name}, turned round`,
          agreement: withStatement(agreement, statement, [{ ...statement, stance }]),
        },
      ].map((mutant) => ({ ...mutant, about: statement.event }));
    });
}

/** Every event with other controllers: stated where unstated, unstated where stated, and the sets told apart or joined. */
export function controllerMutants(agreement: Agreement): Mutant[] {
  return [...agreement.events.values()].flatMap((event) =>
    otherControllers(event.controllers).map((controllers) => ({
      name: `${event.id} by ${JSON.stringify(controllers)}`,
      agreement: {
        ...agreement,
        events: new Map(agreement.events).set(event.id, { ...event, controllers }),
      },
      about: event.id,
    })),
  );
}

function otherControllers(controllers: Controllers): Controllers[] {
  if (controllers === null) return [[], [['israel']]];
  const everybody = [...new Set(controllers.flat())];
  const joined = [everybody];
  const apart = everybody.map((party) => [party]);
  const others = [null, [], [...controllers, ['qatar']], joined, apart];
  return others.filter((other) => JSON.stringify(other) !== JSON.stringify(controllers));
}

/** The agreement with a statement replaced by others. */
function withStatement(
  agreement: Agreement,
  statement: Statement,
  by: readonly Statement[],
): Agreement {
  const reading = agreement.readings.get(statement.reading);
  if (reading === undefined) throw new Error(`There is no reading ${statement.reading}.`);
  const held = reading.positions.get(statement.event) ?? [];
  const changed = held.flatMap((other) => (other === statement ? by : [other]));
  const positions = new Map(reading.positions).set(statement.event, changed);
  const readings = new Map(agreement.readings).set(reading.id, { ...reading, positions });
  return { ...agreement, readings };
}

function replaced(
  tree: ConditionTree,
  id: string,
  by: (condition: Condition) => ConditionTree,
): ConditionTree {
  if (tree.kind === 'condition') return tree.condition.id === id ? by(tree.condition) : tree;
  return { kind: tree.kind, of: tree.of.map((part) => replaced(part, id, by)) };
}

function negated(agreement: Agreement, condition: Condition): ConditionTree {
  const stages = (agreement.regions.get(condition.region)?.stages ?? [])
    .map((stage) => stage.id)
    .filter((stage) => !condition.stages.includes(stage));
  return { kind: 'condition', condition: { ...condition, stages } };
}
