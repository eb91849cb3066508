import type { Agreement, Controllers } from '../../src/model/agreement.ts';
import { type Condition, keepLeaves, type Leaf, leavesOf } from '../../src/model/condition.ts';
import { conditionIn } from './leaves.ts';

/** The agreement with one thing changed, and what was changed. */
export interface Mutant {
  readonly name: string;
  readonly agreement: Agreement;
  /** The leaf or event that was changed, as it stands in the scenarios' texts. */
  readonly about: string;
}

/** Every leaf of every reading and of the base, dropped and negated. */
export function leafMutants(agreement: Agreement): Mutant[] {
  return [...agreement.readings.keys(), 'base'].flatMap((reading) =>
    [...agreement.gates.keys()].flatMap((gate) => {
      const condition = conditionIn(agreement, reading, gate);
      return condition === null
        ? []
        : leavesOf(condition).flatMap((leaf) => {
            const changes: [string, Condition][] = [
              ['dropped', keepLeaves(condition, (other) => other.id !== leaf.id)],
              ['negated', replaced(condition, leaf.id, (one) => negated(agreement, one))],
            ];
            return changes.map(([change, changed]) => ({
              name: `${leaf.id} of ${reading} ${change}`,
              agreement: withCondition(agreement, reading, gate, changed),
              about: leaf.id,
            }));
          });
    }),
  );
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

function withCondition(
  agreement: Agreement,
  reading: string,
  gate: string,
  condition: Condition,
): Agreement {
  if (reading === 'base')
    return { ...agreement, base: new Map(agreement.base).set(gate, condition) };
  const held = agreement.readings.get(reading);
  const cell = held?.gates.get(gate);
  if (!held || !cell?.stated) throw new Error(`${reading} states nothing of ${gate}.`);
  const gates = new Map(held.gates).set(gate, { ...cell, stated: { ...cell.stated, condition } });
  return { ...agreement, readings: new Map(agreement.readings).set(reading, { ...held, gates }) };
}

function replaced(condition: Condition, id: string, by: (leaf: Leaf) => Condition): Condition {
  if (condition.kind === 'leaf') return condition.leaf.id === id ? by(condition.leaf) : condition;
  return { kind: condition.kind, of: condition.of.map((part) => replaced(part, id, by)) };
}

function negated(agreement: Agreement, leaf: Leaf): Condition {
  if (leaf.region === null) return { kind: 'all', of: [] };
  const stages = (agreement.regions.get(leaf.region)?.stages ?? [])
    .map((stage) => stage.id)
    .filter((stage) => !leaf.stages.includes(stage));
  return { kind: 'leaf', leaf: { ...leaf, stages } };
}
