import type { Agreement, AgreementEvent, Controllers } from './agreement.ts';
import type { Condition } from './condition.ts';

/** One move on the way to a condition: the event and who can bring it about. */
export interface ConditionMove {
  readonly event: string;
  readonly controllers: Controllers;
}

function eventsOn(agreement: Agreement, region: string): readonly AgreementEvent[] {
  return agreement.eventsOn.get(region) ?? [];
}

/**
 * The events that bring a region into one of some stages from outside them.
 *
 * @param from where the region may stand: then only events that it can come to before it is in any of the stages count,
 *   and none that bring it back from beyond
 */
export function eventsInto(
  agreement: Agreement,
  region: string,
  stages: readonly string[],
  from?: readonly string[],
): AgreementEvent[] {
  const outside = from === undefined ? null : stagesBefore(agreement, region, stages, from);
  return eventsOn(agreement, region).filter((event) =>
    Object.entries(event.moves[region] ?? {}).some(
      ([left, to]) =>
        stages.includes(to) && !stages.includes(left) && (outside === null || outside.has(left)),
    ),
  );
}

/** The stages that a region can come to from some stages without being in any of others, by its own moves. */
function stagesBefore(
  agreement: Agreement,
  region: string,
  stages: readonly string[],
  from: readonly string[],
): ReadonlySet<string> {
  const before = new Set(from.filter((stage) => !stages.includes(stage)));
  for (const stage of before)
    for (const { moves } of eventsOn(agreement, region)) {
      const to = moves[region]?.[stage];
      if (to !== undefined && !stages.includes(to)) before.add(to);
    }
  return before;
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
  return controllersOf(events) === null
    ? [...new Set(events.flatMap(({ takingPart }) => takingPart))]
    : [];
}

/** The events that enter one of the stages that a condition asks for from outside. */
export function eventsMeeting(
  agreement: Agreement,
  { region, stages }: Condition,
  from?: readonly string[],
): AgreementEvent[] {
  return eventsInto(agreement, region, stages, from);
}

/** Who can bring about an event that enters one of the stages that a condition asks for from outside. */
export function conditionControllers(
  agreement: Agreement,
  condition: Condition,
  from?: readonly string[],
): Controllers {
  return controllersOf(eventsMeeting(agreement, condition, from));
}

/** The fewest events within a condition's region that lead from a stage into one that it asks for. */
export function conditionPath(
  agreement: Agreement,
  { region, stages }: Condition,
  from: string,
): ConditionMove[] {
  const trails = new Map<string, ConditionMove[]>([[from, []]]);
  for (const [stage, trail] of trails) {
    if (stages.includes(stage)) return trail;
    for (const event of eventsOn(agreement, region)) {
      const target = event.moves[region]?.[stage];
      if (target !== undefined && !trails.has(target)) {
        trails.set(target, [...trail, { event: event.id, controllers: event.controllers }]);
      }
    }
  }
  return [];
}

/** Whether events that pass a test lead into a stage that a condition asks for, from wherever its region may stand. */
export function canBeMetBy(
  agreement: Agreement,
  { region, stages }: Condition,
  from: readonly string[],
  passes: (event: AgreementEvent) => boolean,
): boolean {
  const events = eventsOn(agreement, region).filter(passes);
  return from.every((start) => {
    const reached = new Set([start]);
    for (const stage of reached)
      for (const { moves } of events) {
        const to = moves[region]?.[stage];
        if (to !== undefined) reached.add(to);
      }
    return stages.some((stage) => reached.has(stage));
  });
}

/**
 * The first event that is nobody's, by any document, before those that meet a condition: what whoever can bring the last
 * one about cannot begin with.
 *
 * @param from where the region may stand
 * @returns null where some way of events that somebody can bring about leads there, and where the last is nobody's either
 */
export function unheldBefore(
  agreement: Agreement,
  { region, stages }: Pick<Condition, 'region' | 'stages'>,
  from: readonly string[],
): string | null {
  const outside = from.filter((stage) => !stages.includes(stage));
  /** By stage: the first event on the shortest way there that is nobody's. */
  const trails = new Map<string, string | null>(outside.map((stage) => [stage, null]));
  let found: string | null = null;
  // Ways without such an event come first, whatever their length: those that have one are walked on only afterwards.
  for (const isHeldOnly of [true, false]) {
    for (const [stage, trail] of trails)
      for (const event of eventsOn(agreement, region)) {
        const target = event.moves[region]?.[stage];
        if (target === undefined) continue;
        const isHeld = (event.controllers ?? []).length > 0;
        if (stages.includes(target)) {
          if (!isHeld) continue;
          if (trail === null) return null;
          found ??= trail;
        } else if (!trails.has(target) && (isHeld || !isHeldOnly))
          trails.set(target, trail ?? (isHeld ? null : event.id));
      }
  }
  return found;
}

/**
 * The stages that a gated event leads to and that its region can come to without any gated event: ways round the gate.
 */
export function waysRound(
  agreement: Agreement,
  event: AgreementEvent,
): { readonly stage: string; readonly events: readonly AgreementEvent[] }[] {
  const { home } = event;
  const moves = event.moves[home] ?? {};
  // A home region that stays where it is comes out nowhere.
  const targets = new Set(Object.entries(moves).flatMap(([from, to]) => (from === to ? [] : [to])));
  const free = eventsOn(agreement, home).filter(
    (other) => other.id !== event.id && other.gate === null,
  );
  // A stage that the event's own target must be left for is behind the gate, and not a way round it.
  const initial = agreement.regions.get(home)?.initial ?? '';
  const reached = new Set([initial]);
  for (const stage of reached) {
    for (const { moves: other } of eventsOn(agreement, home)) {
      const next = other[home]?.[stage];
      if (next !== undefined && !targets.has(next)) reached.add(next);
    }
  }
  return [...targets].flatMap((stage) => {
    const events = free.filter(({ moves: other }) =>
      Object.entries(other[home] ?? {}).some(([from, to]) => to === stage && reached.has(from)),
    );
    return events.length === 0 ? [] : [{ stage, events }];
  });
}
