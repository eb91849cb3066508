import type { Agreement, AgreementEvent, Controllers } from './agreement.ts';
import type { Leaf } from './condition.ts';

/** One move on the way to a leaf: the event and who can bring it about. */
export interface LeafMove {
  readonly event: string;
  readonly controllers: Controllers;
}

function eventsOn(agreement: Agreement, region: string): readonly AgreementEvent[] {
  return agreement.eventsOn.get(region) ?? [];
}

/** The event's targets and every stage beyond them on forward events of its home region. */
export function stagesBeyond(agreement: Agreement, event: AgreementEvent): Set<string> {
  const beyond = new Set(Object.values(event.moves[event.home] ?? {}));
  for (let grown = true; grown;) {
    grown = false;
    for (const other of eventsOn(agreement, event.home)) {
      if (other.direction !== 'forward') continue;
      for (const [from, to] of Object.entries(other.moves[event.home] ?? {})) {
        if (beyond.has(from) && !beyond.has(to) && !(from in (event.moves[event.home] ?? {}))) {
          beyond.add(to);
          grown = true;
        }
      }
    }
  }
  for (const from of Object.keys(event.moves[event.home] ?? {})) beyond.delete(from);
  return beyond;
}

/** Who can bring about an event that enters one of the leaf's stages from outside. */
export function leafControllers(agreement: Agreement, leaf: Leaf): Controllers {
  if (leaf.region === null) return [];
  const alternatives = new Map<string, string[]>();
  let anyStated = false;
  for (const event of eventsOn(agreement, leaf.region)) {
    const moves = Object.entries(event.moves[leaf.region] ?? {});
    if (!moves.some(([from, to]) => leaf.stages.includes(to) && !leaf.stages.includes(from)))
      continue;
    if (event.controllers === null) continue;
    anyStated = true;
    for (const set of event.controllers) alternatives.set(set.toSorted().join('+'), set);
  }
  return anyStated ? [...alternatives.values()] : null;
}

/** The fewest events within the leaf's region that lead from a stage into one that it asks for. */
export function leafPath(agreement: Agreement, leaf: Leaf, from: string): LeafMove[] {
  const region = leaf.region;
  if (region === null) return [];
  const trails = new Map<string, LeafMove[]>([[from, []]]);
  for (const [stage, trail] of trails) {
    if (leaf.stages.includes(stage)) return trail;
    for (const event of eventsOn(agreement, region)) {
      const target = event.moves[region]?.[stage];
      if (target !== undefined && !trails.has(target)) {
        trails.set(target, [...trail, { event: event.id, controllers: event.controllers }]);
      }
    }
  }
  return [];
}
