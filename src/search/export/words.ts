import type { CompiledEvent, CompiledRegion, Guard, System } from '../system.ts';

/** How a language writes conditions. */
export interface ConditionWords {
  readonly always: string;
  readonly never: string;
  readonly and: string;
  readonly or: string;
  /** That a region stands in a stage. */
  readonly stands: (region: CompiledRegion, stage: number) => string;
}

/** The words of languages that write conditions as C does. */
export const AS_IN_C = {
  always: 'true',
  never: 'false',
  and: ' && ',
  or: ' || ',
} as const satisfies Omit<ConditionWords, 'stands'>;

/**
 * Refuses names that another language could not hold or could not tell apart.
 *
 * @throws RangeError where an id is no plain word, or two regions, or two stages of one, have the same
 */
export function checkNames({ regions, events }: System): void {
  const check = (ids: readonly string[], pattern: RegExp): void => {
    for (const id of ids)
      if (!pattern.test(id)) throw new RangeError(`${JSON.stringify(id)} is no name to export.`);
  };
  const checkOnce = (ids: readonly string[], pattern: RegExp): void => {
    check(ids, pattern);
    if (new Set(ids).size < ids.length)
      throw new RangeError(`Two of ${ids.join(', ')} have the same name.`);
  };
  // A region of one run among several is `region@reading`.
  checkOnce(
    regions.map(({ id }) => id),
    /^[a-zA-Z][a-zA-Z0-9]*(?:@[a-zA-Z][a-zA-Z0-9-]*)?$/,
  );
  for (const { stages } of regions) checkOnce(stages, /^[a-zA-Z][a-zA-Z0-9]*$/);
  check(
    events.map(({ id }) => id),
    /^[a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z][a-zA-Z0-9]*)?$/,
  );
}

/** The name of a region's variable: a prefix keeps it apart from the words of the language. */
export function regionName(region: CompiledRegion): string {
  return `region_${asIdentifier(region.id)}`;
}

/**
 * The name of a stage, one of its kind in the whole file: a region's id and a stage's have no underscore, so what
 * stands between the first and the last is the reading in whose run the region is.
 */
export function stageName(region: CompiledRegion, stage: number): string {
  return `stage_${asIdentifier(region.id)}_${asIdentifier(region.stages[stage] ?? '')}`;
}

/** The name of an event. Ids have no underscore, so nothing falls together. */
export function eventName(id: string): string {
  return `event_${asIdentifier(id)}`;
}

/** The event's id; of an event with several cases, which of them as well. */
export function caseName({ events }: System, event: CompiledEvent): string {
  const cases = events.filter(({ id }) => id === event.id);
  return cases.length === 1 ? event.id : `${event.id}, case ${cases.indexOf(event) + 1}`;
}

/** A guard as an expression in brackets. */
export function written(guard: Guard, system: System, words: ConditionWords): string {
  if (guard.kind === 'in') {
    const region = system.regions[guard.region];
    if (region === undefined || guard.stages.length === 0) return words.never;
    const stages = guard.stages.map((stage) => words.stands(region, stage));
    return stages.length === 1 ? (stages[0] ?? words.never) : `(${stages.join(words.or)})`;
  }
  const parts = guard.of.map((part) => written(part, system, words));
  if (parts.length === 0) return guard.kind === 'all' ? words.always : words.never;
  return `(${parts.join(guard.kind === 'all' ? words.and : words.or)})`;
}

/**
 * The stage that a region starts in.
 *
 * @throws RangeError for a parameter, which no exported language has
 */
export function startOf(region: CompiledRegion): number {
  if (region.start === null)
    throw new RangeError(`${region.id} has no one stage to start in, so it cannot be exported.`);
  return region.start;
}

/** The stages that a map moves, with where to. */
export function changesOf(to: readonly number[]): [number, number][] {
  return to.flatMap((target, stage): [number, number][] =>
    target === stage ? [] : [[stage, target]],
  );
}

/** Where an event leads from which stages of a region; one that may happen again can leave its home region where it is. */
export function targetsIn(
  { moves, again, home, from }: CompiledEvent,
  region: number,
): [number, number][] {
  const to = moves.find((move) => move.region === region)?.to ?? [];
  const stays = again && region === home ? from.filter((stage) => to[stage] === stage) : [];
  return [...changesOf(to), ...stays.map((stage): [number, number] => [stage, stage])];
}

/** Letters, digits and underscores only: `region@a-b` becomes `region_a_b`. */
export function asIdentifier(id: string): string {
  return id.replaceAll(/[^a-zA-Z0-9]/g, '_');
}
