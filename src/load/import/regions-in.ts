import { type ForeignChart, type ForeignState, pathOf } from './foreign-chart.ts';

/** A region to be, with the states that are its stages: those that have no states of their own, however deep. */
export interface RegionIn {
  readonly state: ForeignState;
  readonly stages: readonly ForeignState[];
  readonly starts: ForeignState;
}

/** The regions that a chart comes to. */
export interface RegionsIn {
  readonly regions: readonly RegionIn[];
  /** The region that a state is a stage of. */
  readonly regionOf: ReadonlyMap<ForeignState, RegionIn>;
  /** What became of states within states, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Lays a statechart of any depth out as regions side by side. The parts of parallel states become regions; of any other
 * state within states only the innermost count, and are stages of one region. A parallel state deep within is a stage of
 * its region, and its parts are regions of their own, which go on whatever stage that one is in.
 */
export function regionsIn({ root }: ForeignChart): RegionsIn {
  const regions: RegionIn[] = [];
  const regionOf = new Map<ForeignState, RegionIn>();
  const notes: string[] = [];

  const add = (state: ForeignState): void => {
    const stages: ForeignState[] = [];
    const deep: ForeignState[] = [];
    const gather = (each: ForeignState): void => {
      if (each.kind === 'history') return;
      if (each.kind !== 'compound') stages.push(each);
      else {
        if (each !== state) deep.push(each);
        for (const child of each.children) gather(child);
      }
    };
    gather(state);
    const starts = innermost(state);
    const [first] = stages;
    if (first === undefined) return;
    const region = { state, stages, starts: stages.includes(starts) ? starts : first };
    regions.push(region);
    for (const stage of stages) regionOf.set(stage, region);
    if (deep.length > 0)
      notes.push(
        `${deep.map(pathOf).join(', ')}: what is within ${deep.length === 1 ? 'it' : 'them'} became stages of the region ${state.name}`,
      );
    for (const stage of stages)
      if (stage.kind === 'parallel' && stage !== state && stage.children.length > 0) {
        notes.push(
          `${pathOf(stage)} became a stage of ${state.name}; its parts ${stage.children.map(({ name }) => name).join(', ')} became regions, which go on whatever stage that one is in`,
        );
        for (const part of stage.children) addAll(part);
      }
  };
  const addAll = (state: ForeignState): void => {
    if (state.kind === 'parallel' && state.children.length > 0)
      for (const part of state.children) addAll(part);
    else if (state.kind !== 'history') add(state);
  };
  addAll(outermost(root));
  return { regions, regionOf, notes };
}

/** The state that a chart's parts are in: wrappings around a parallel state have no stage to be in but that one. */
function outermost(root: ForeignState): ForeignState {
  const [only, another] = root.children;
  return root.kind === 'compound' && only?.kind === 'parallel' && another === undefined
    ? outermost(only)
    : root;
}

/** Where somebody is who goes into a state, of those that have no states of their own. */
export function innermost(state: ForeignState): ForeignState {
  if (state.kind === 'history') return state.parent === null ? state : innermost(state.parent);
  const inner = state.kind === 'compound' ? (state.initial ?? state.children[0]) : undefined;
  return inner === undefined || inner.kind === 'history' ? state : innermost(inner);
}

/**
 * The stages that a chart is in once it has gone into a state: that one, those around it, and where it is parallel the
 * ones that its parts start in.
 */
export function entered(target: ForeignState, { regions, regionOf }: RegionsIn): ForeignState[] {
  const stages = new Map<RegionIn, ForeignState>();
  const add = (stage: ForeignState): void => {
    const region = regionOf.get(stage);
    if (region !== undefined && !stages.has(region)) stages.set(region, stage);
  };
  const leaf = innermost(target);
  for (let each: ForeignState | null = leaf; each !== null; each = each.parent) add(each);
  if (leaf.kind === 'parallel')
    for (const region of regions) {
      for (let each = region.state.parent; each !== null; each = each.parent)
        if (each === leaf) add(region.starts);
    }
  return [...stages.values()];
}
