import { LEVELS, type Level } from '../../model/shapes/regions-file.ts';
import { REGION_KINDS, type RegionKind } from '../../model/region-kinds.ts';
import type { ConditionFile } from '../../model/shapes/condition.ts';
import { type ForeignChart, type ForeignState, pathOf } from './foreign-chart.ts';
import { allOf, given, type GuardIn, guardIn, isAlways, isNever, isSame } from './guard-in.ts';
import { type EventIn, eventsIn, textOf } from './moves-in.ts';
import { camel, Names } from './names.ts';
import { type RegionIn, regionsIn } from './regions-in.ts';

/** A statechart with the ids, titles and conditions of an agreement's. */
export interface Imported {
  readonly regions: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: RegionKind;
    readonly starts: string;
    readonly stages: readonly {
      readonly id: string;
      readonly title: string;
      readonly level: Level | null;
    }[];
  }[];
  readonly events: readonly ImportedEvent[];
  /** What became of the rest, a sentence each. */
  readonly notes: readonly string[];
}

export interface ImportedEvent {
  readonly id: string;
  readonly title: string;
  readonly moves: Readonly<Record<string, string>>;
  readonly also: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly isBackward: boolean;
  readonly mayRepeat: boolean;
  readonly requirement: ConditionFile | null;
  /** What it asks in the file's own words; empty where nothing. */
  readonly guard: string;
  /** A guard in its own words, where it is none that an agreement could ask. */
  readonly comment: string | null;
}

/** Makes an agreement's chart of another tool's: names become ids, guards that ask about states become requirements. */
export function imported(chart: ForeignChart): Imported {
  const laid = regionsIn(chart);
  const { events, notes } = eventsIn(chart, laid);
  const said = [...laid.notes, ...notes];
  const regionNames = new Names('region', 'region');
  const regionIds = new Map<RegionIn, string>();
  const stageIds = new Map<ForeignState, string>();
  const regions = laid.regions.map((region) => {
    const id = regionNames.give(region.state.name);
    regionIds.set(region, id);
    const names = new Names('stage', 'stage');
    const stages = region.stages.map((state) => {
      const stage = names.give(state.name);
      stageIds.set(state, stage);
      return { id: stage, title: titleOf(state), level: levelOf(state) };
    });
    return {
      id,
      title: titleOf(region.state),
      kind: kindOf(region.state),
      starts: stageIds.get(region.starts) ?? '',
      stages,
    };
  });

  const conditions = new Names('condition', 'condition');
  const conditionOf = (guard: GuardIn): ConditionFile => {
    if (guard.kind === 'in') {
      const region = regionIds.get(guard.region) ?? '';
      const asked = [...guard.stages].map((stage) => stageIds.get(stage) ?? '');
      return { id: conditions.give(`${region} ${asked.join(' or ')}`), region, stages: asked };
    }
    const of = guard.of.map(conditionOf);
    return guard.kind === 'all' ? { all: of } : { any: of };
  };

  const eventNames = new Names('event', 'region.event');
  const asIds = (moves: ReadonlyMap<ForeignState, ForeignState>) =>
    Object.fromEntries(
      [...moves].map(([from, to]) => [stageIds.get(from) ?? '', stageIds.get(to) ?? '']),
    );
  const made = events.flatMap((event): ImportedEvent[] => {
    const [home, verb] = homeOf(event, regionIds);
    // From a stage to itself leads the home region alone; elsewhere that is to stay.
    const others = [...event.moves]
      .filter(([region]) => region !== home)
      .map(
        ([region, own]) => [region, new Map([...own].filter(([from, to]) => from !== to))] as const,
      )
      .filter(([, own]) => own.size > 0);
    const asked = event.guard === null ? allOf([]) : guardIn(event.guard, laid);
    const cases = asked === null ? null : casesOf(asked, home, event.moves.get(home) ?? new Map());
    const isLost = cases === null || cases.length === 0;
    const words = textOf(event.guard);
    const parts = isLost
      ? [{ asked: allOf([]), moves: event.moves.get(home) ?? new Map() }]
      : cases;
    const ids = parts.map(() =>
      eventNames.give(verb, (name) => `${regionIds.get(home) ?? ''}.${camel(name) || 'event'}`),
    );
    const [id = ''] = ids;
    if (isLost)
      said.push(
        `line ${event.line}: the guard of ${id} (${words}) ${cases === null ? 'asks about more than states' : 'lets nothing pass'}; it is kept as a comment in events.yaml`,
      );
    else if (parts.length > 1)
      said.push(
        `line ${event.line}: ${event.name} asks for different things in different stages, and became ${ids.join(', ')}`,
      );
    return parts.map(({ asked: left, moves }, index) => ({
      id: ids[index] ?? '',
      title: proseOf(event.title ?? event.name),
      moves: asIds(moves),
      also: Object.fromEntries(
        others.map(([region, own]) => [regionIds.get(region) ?? '', asIds(own)]),
      ),
      isBackward: event.isBackward,
      mayRepeat: event.mayRepeat,
      requirement: isAlways(left) ? null : conditionOf(left),
      guard: words,
      comment: isLost ? `guard: ${words}` : null,
    }));
  });
  const renamed = [...regionIds, ...stageIds]
    .map(([each, id]) => ['state' in each ? each.state : each, id] as const)
    .filter(([state, id]) => state.name !== id)
    .map(([state, id]) => `${pathOf(state)}: ${id}`);
  if (renamed.length > 0) said.push(`names that became other ids: ${renamed.join(', ')}`);
  return { regions, events: made, notes: said };
}

/**
 * A guard without the home region: no requirement can ask about that, since the moves say which stages an event leaves
 * from. Stages in which nothing lets it pass are left out, and stages that ask for different things come apart.
 */
function casesOf(
  asked: GuardIn,
  home: RegionIn,
  moves: ReadonlyMap<ForeignState, ForeignState>,
): { asked: GuardIn; moves: Map<ForeignState, ForeignState> }[] {
  const cases: { asked: GuardIn; moves: Map<ForeignState, ForeignState> }[] = [];
  for (const [from, to] of moves) {
    const left = given(asked, home, from);
    if (isNever(left)) continue;
    const same = cases.find((each) => isSame(each.asked, left));
    if (same === undefined) cases.push({ asked: left, moves: new Map([[from, to]]) });
    else same.moves.set(from, to);
  }
  return cases;
}

/** The region that an event belongs to, and what it is called there: `region.verb` says both. */
function homeOf(
  { name, moves }: EventIn,
  regionIds: ReadonlyMap<RegionIn, string>,
): [home: RegionIn, verb: string] {
  const [first] = moves.keys();
  if (first === undefined) throw new Error('An event that moves nothing has been left out.');
  const dot = name.indexOf('.');
  const region = name.slice(0, Math.max(0, dot));
  const named = [...moves.keys()].find(
    (each) => each.state.name === region || regionIds.get(each) === region,
  );
  return named === undefined ? [first, name] : [named, name.slice(dot + 1)];
}

function titleOf({ title, name }: ForeignState): string {
  return proseOf(title ?? name);
}

/** A text that content may have: without control and bidirectional formatting characters. */
export function proseOf(text: string): string {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]+/gu, ' ')
    .trim();
  return plain === '' ? '?' : plain;
}

function levelOf({ meta }: ForeignState): Level | null {
  return LEVELS.find((level) => level === meta['level']) ?? null;
}

function kindOf({ meta }: ForeignState): RegionKind {
  return REGION_KINDS.find((kind) => kind === meta['kind']) ?? 'provision';
}
