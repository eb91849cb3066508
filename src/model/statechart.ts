import type { AnyStateMachine } from 'xstate';

export const REGION_KINDS = ['phase', 'provision', 'circumstance'] as const;

/** Notes on a region: its title, and whether it is the phase, a provision, or a circumstance around them. */
export interface RegionMeta {
  readonly title: string;
  readonly kind: (typeof REGION_KINDS)[number];
}

/** Notes on a stage: its title and its Peace Accords Matrix implementation level, 0 (not initiated) to 3 (full). */
export interface StageMeta {
  readonly title: string;
  readonly level: 0 | 1 | 2 | 3;
}

export interface Stage extends StageMeta {
  readonly id: string;
}

export interface Region extends RegionMeta {
  readonly id: string;
  readonly initial: string;
  readonly stages: readonly Stage[];
}

/** What an event does: from which stage to which, in every region that hears it. */
export interface EventMoves {
  readonly id: string;
  /** The region that the event belongs to; it is possible only from a stage that this region can leave. */
  readonly home: string;
  /** The named guard on every one of its transitions: a gate, the event's own id where it is broadcast, or none. */
  readonly guard: string | null;
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A machine's regions, stages and events as plain data: what a condition, a search and a screen read. */
export interface Statechart {
  readonly regions: readonly Region[];
  readonly events: readonly EventMoves[];
}

/** One stage of every region: the whole state of the agreement. */
export type StageMap = Readonly<Record<string, string>>;

/** Guards that let everything pass; a reading's conditions replace them when a machine runs. */
export function openGuards<const Id extends string>(ids: readonly Id[]): Record<Id, () => true> {
  return Object.fromEntries(ids.map((id) => [id, () => true as const])) as Record<Id, () => true>;
}

/**
 * Reads a machine's configuration as plain data.
 *
 * @param machine a parallel machine of flat regions, whose transitions have one target and at most one named guard
 * @returns the statechart, and a sentence for everything in the machine that it cannot represent exactly
 */
export function readStatechart(machine: AnyStateMachine): {
  statechart: Statechart;
  problems: string[];
} {
  const problems: string[] = [];
  const regions: Region[] = [];
  const events = new Map<
    string,
    { guard: string | null; moves: Record<string, Record<string, string>> }
  >();
  const root = machine.config as RawNode;

  if (root.type !== 'parallel') problems.push('the machine is not parallel');
  refuseExtras(
    'the machine',
    root,
    ['id', 'type', 'states', 'meta', 'description', 'version'],
    problems,
  );

  for (const [regionId, region] of Object.entries(root.states ?? {})) {
    refuseExtras(
      `region ${regionId}`,
      region,
      ['initial', 'states', 'meta', 'description', 'id'],
      problems,
    );
    const meta = region.meta as RegionMeta | undefined;
    if (meta === undefined || !REGION_KINDS.includes(meta.kind))
      problems.push(`region ${regionId} has no meta with a title and a kind`);
    const stages: Stage[] = [];
    for (const [stageId, stage] of Object.entries(region.states ?? {})) {
      const place = `stage ${regionId}.${stageId}`;
      refuseExtras(place, stage, ['on', 'meta', 'description', 'id'], problems);
      const notes = stage.meta as StageMeta | undefined;
      if (notes?.level === undefined)
        problems.push(`${place} has no meta with a title and a level`);
      if (stageId === 'unknown') problems.push(`${place} has a reserved name`);
      stages.push({ id: stageId, title: notes?.title ?? stageId, level: notes?.level ?? 0 });
      for (const [eventId, written] of Object.entries(stage.on ?? {})) {
        if (eventId.includes('*')) {
          problems.push(
            `${place} has a transition on ${eventId}, a wildcard; an agreement names each event`,
          );
          continue;
        }
        const transition = readTransition(written);
        if (transition === null) {
          problems.push(
            `${place} has a transition on ${eventId} that is not one plain target with at most one named guard`,
          );
          continue;
        }
        if (!(transition.target in (region.states ?? {})))
          problems.push(
            `${place} goes on ${eventId} to ${transition.target}, which is not a stage of ${regionId}`,
          );
        if (transition.target === stageId)
          problems.push(`${place} goes on ${eventId} to itself, which moves nothing`);
        let event = events.get(eventId);
        if (event === undefined)
          events.set(eventId, (event = { guard: transition.guard, moves: {} }));
        if (event.guard !== transition.guard)
          problems.push(
            `${eventId} has the guard ${transition.guard ?? 'none'} at ${place} and ${event.guard ?? 'none'} elsewhere`,
          );
        (event.moves[regionId] ??= {})[stageId] = transition.target;
      }
    }
    regions.push({
      id: regionId,
      title: meta?.title ?? regionId,
      kind: meta?.kind ?? 'provision',
      initial: String(region.initial ?? stages[0]?.id ?? ''),
      stages,
    });
  }

  const read: EventMoves[] = [];
  for (const [id, event] of events) {
    const home = id.split('.')[0] ?? id;
    if (!(home in event.moves)) problems.push(`${id} moves nothing in its home region ${home}`);
    if (Object.keys(event.moves).length > 1 && event.guard === null) {
      problems.push(`${id} is heard in several regions, so it needs a gate or a guard named ${id}`);
    }
    read.push({ id, home, ...event });
  }
  return { statechart: { regions, events: read }, problems };
}

interface RawNode {
  readonly type?: string;
  readonly initial?: unknown;
  readonly states?: Record<string, RawNode>;
  readonly on?: Record<string, unknown>;
  readonly meta?: unknown;
}

function readTransition(written: unknown): { target: string; guard: string | null } | null {
  if (typeof written === 'string') return { target: written, guard: null };
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return null;
  const { target, guard, ...rest } = written as { target?: unknown; guard?: unknown };
  if (typeof target !== 'string' || target.startsWith('#') || target.startsWith('.')) return null;
  if (guard !== undefined && typeof guard !== 'string') return null;
  if (Object.keys(rest).some((key) => key !== 'meta' && key !== 'description')) return null;
  return { target, guard: guard ?? null };
}

function refuseExtras(
  place: string,
  node: RawNode,
  allowed: readonly string[],
  problems: string[],
): void {
  for (const [key, value] of Object.entries(node)) {
    if (value !== undefined && !allowed.includes(key))
      problems.push(`${place} uses ${key}, which an agreement's statechart does without`);
  }
}
