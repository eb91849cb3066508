import { NEVER, type System } from '../system.ts';
import { type About, plain } from './about.ts';
import { given, isAlways, isNever } from './given.ts';
import { labelsOf } from './labels.ts';
import { startOf, targetsIn } from './words.ts';

/** A statechart as a picture shows it: each region a box of its own. */
export interface Drawn {
  readonly title: string;
  readonly regions: readonly DrawnRegion[];
}

interface DrawnRegion {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly edges: readonly DrawnEdge[];
}

/** One event that leads from one stage of a region to another, or, where it may happen again, to the same. */
export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly event: string;
  /** The event's title, and that the model assumes it, where it does. */
  readonly title: string;
  /** What of other regions it hangs on, in one line; null where on nothing. */
  readonly guard: string | null;
  readonly isBackward: boolean;
}

/**
 * What there is to draw of a system.
 *
 * @param only the regions to draw, by the agreement's ids; null draws them all
 */
export function drawn(system: System, about: About, only: ReadonlySet<string> | null): Drawn {
  const labels = labelsOf(system, about);
  const regions = [...system.regions.entries()]
    .filter(([, { id, of = id }]) => only === null || only.has(of))
    .map(([place, region]): DrawnRegion => ({
      id: region.id,
      title: labels.region(place),
      start: startOf(region),
      stages: region.stages.map((id, at) => ({ id, title: labels.stage(place, at) })),
      edges: system.events.flatMap((event) => {
        const left = region.stages.map((_, stage) => given(event.guard, place, stage));
        const changes = targetsIn(event, place);
        // One case of several may leave only some of the stages; what nothing lets pass is shown as such.
        const passing = changes.filter(([from]) => !isNever(left[from] ?? NEVER));
        return (passing.length === 0 ? changes : passing).map(([from, target]): DrawnEdge => {
          const guard = left[from] ?? NEVER;
          return {
            from,
            to: target,
            event: event.id,
            title: `${labels.event(event)}${event.assumed === null ? '' : ' (assumed)'}`,
            guard: isAlways(guard) ? null : labels.guard(guard),
            isBackward: about.agreement?.events.get(event.id)?.direction === 'backward',
          };
        });
      }),
    }));
  return { title: plain(about.agreement?.title ?? 'An agreement'), regions };
}
