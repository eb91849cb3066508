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

/**
 * The event's targets, and every stage that forward events of its home region lead to from there and that the region
 * does not come to without the event: what other ways lead to as well says nothing of the event.
 */
export function stagesBeyond(agreement: Agreement, event: AgreementEvent): Set<string> {
  const { home } = event;
  const moves = event.moves[home] ?? {};
  const targets = new Set(Object.values(moves));
  const others = eventsOn(agreement, home).filter(({ id }) => id !== event.id);
  const initial = agreement.regions.get(home)?.initial ?? '';
  const without = stagesReached(home, [initial], others);
  const forward = others.filter(({ direction }) => direction === 'forward');
  const after = stagesReached(home, targets, forward, (stage) => !(stage in moves));
  const beyond = new Set([...targets, ...[...after].filter((stage) => !without.has(stage))]);
  for (const stage of Object.keys(moves)) beyond.delete(stage);
  return beyond;
}

/** The stages that events lead to from some stages of a region, these among them, going on from those that pass. */
function stagesReached(
  region: string,
  from: Iterable<string>,
  events: readonly AgreementEvent[],
  goesOn: (stage: string) => boolean = () => true,
): Set<string> {
  const reached = new Set(from);
  // A set goes on over what is added to it meanwhile.
  for (const stage of reached) {
    if (!goesOn(stage)) continue;
    for (const { moves } of events) {
      const next = moves[region]?.[stage];
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

/** The events that bring a region into one of some stages from outside them. */
export function eventsInto(
  agreement: Agreement,
  region: string,
  stages: readonly string[],
): AgreementEvent[] {
  return eventsOn(agreement, region).filter((event) =>
    Object.entries(event.moves[region] ?? {}).some(
      ([from, to]) => stages.includes(to) && !stages.includes(from),
    ),
  );
}

/** Who can bring about one of several events: their alternatives put together; null where no document says of any. */
export function controllersOf(events: readonly AgreementEvent[]): Controllers {
  const stated = events.flatMap(({ controllers }) => (controllers === null ? [] : [controllers]));
  const alternatives = new Map(stated.flat().map((set) => [set.toSorted().join('+'), set]));
  return stated.length === 0 ? null : [...alternatives.values()];
}

/**
 * The claims that tell who takes part so far in what would bring one of several events about, where no document says
 * who can; none where one does.
 */
export function takingPartIn(events: readonly AgreementEvent[]): string[] {
  return controllersOf(events) === null ? [...new Set(events.flatMap(({ claims }) => claims))] : [];
}

/** The events that enter one of the leaf's stages from outside; none for a leaf that says never. */
export function eventsMeeting(agreement: Agreement, leaf: Leaf): AgreementEvent[] {
  return leaf.region === null ? [] : eventsInto(agreement, leaf.region, leaf.stages);
}

/** Who can bring about an event that enters one of the leaf's stages from outside. */
export function leafControllers(agreement: Agreement, leaf: Leaf): Controllers {
  return leaf.region === null ? [] : controllersOf(eventsMeeting(agreement, leaf));
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
