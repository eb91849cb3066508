import type { CompiledRegion, Guard, System } from '../system.ts';

/** What a file for another tool says about itself, at its top: title, reading, date, where it was cut. */
export type About = readonly string[];

/** How a language writes conditions. */
export interface ConditionWords {
  readonly always: string;
  readonly never: string;
  readonly and: string;
  readonly or: string;
  /** That a region stands in a stage. */
  readonly stands: (region: CompiledRegion, stage: number) => string;
}

/** The name of a region's variable: a prefix keeps it apart from the words of the language. */
export function regionName(region: CompiledRegion): string {
  return `region_${asIdentifier(region.id)}`;
}

/** The name of a stage, one of its kind in the whole file. */
export function stageName(region: CompiledRegion, stage: number): string {
  return `stage_${asIdentifier(region.id)}_${asIdentifier(region.stages[stage] ?? '')}`;
}

/** The name of an event. Ids have no underscore, so nothing falls together. */
export function eventName(id: string): string {
  return `event_${asIdentifier(id)}`;
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
 * Lines that no comment sign can break out of: without control and formatting characters, line breaks of any kind and
 * what XML does not allow, and without two hyphens in a row (Extensible Markup Language 1.0, 2.5).
 */
export function commentLines(about: About): string[] {
  return about.map((line) =>
    line
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ')
      .replaceAll('*/', '* /')
      .replaceAll('/*', '/ *')
      .replaceAll(/-(?=-)/g, '- '),
  );
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

function asIdentifier(id: string): string {
  return id.replaceAll(/[^a-zA-Z0-9]/g, '_');
}
