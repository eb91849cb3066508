import { type Agreement, stageTitle } from '../../model/agreement.ts';
import { REGION_KINDS } from '../../model/region-kinds.ts';
import { REPORTED } from '../../model/runner.ts';
import type { Basis } from '../../model/shapes/scenario.ts';
import type { Region, Stage } from '../../model/statechart.ts';
import { type Moment, runState, type Session } from '../session.ts';
import { matcher } from './filter.ts';

/** A provision or circumstance as a run has it. */
export interface ProvisionRow {
  readonly region: Region;
  /** Null where the stage is not known. */
  readonly stage: Stage | null;
  readonly basis: Basis;
  /** The title of the stage that the last step found it in; null where the step did not move it. */
  readonly changedFrom: string | null;
  /** What is reported, where this run has it otherwise; null where they agree. */
  readonly reported: Stage | 'unknown' | null;
}

/** The order of the pane: the phase, then provisions, then circumstances. */
export function provisionOrder(agreement: Agreement): Region[] {
  return REGION_KINDS.flatMap((kind) =>
    [...agreement.regions.values()].filter((region) => region.kind === kind),
  );
}

/** The rows that have every word of a filter in what they say. */
export function matchingRows(rows: readonly ProvisionRow[], filter: string): ProvisionRow[] {
  const matches = matcher(filter);
  return rows.filter(({ region, stage, reported }) => {
    const differs = reported === null || reported === 'unknown' ? '' : reported.title;
    return matches(`${region.title} ${region.kind} ${stage?.title ?? 'not known'} ${differs}`);
  });
}

/** Every region, as the chosen run has it. */
export function provisionRows(session: Session, moment: Moment, run: string): ProvisionRow[] {
  const { agreement } = session;
  const state = runState(moment, run);
  const reported = runState(moment, REPORTED);
  const before = moment.before?.[run] ?? null;
  return provisionOrder(agreement).map((region) => {
    const fact = state.facts[region.id];
    const earlier = before?.facts[region.id]?.stage;
    const other = reported.facts[region.id]?.stage;
    return {
      region,
      stage: stageOf(region, fact?.stage),
      basis: fact?.basis ?? 'derived',
      changedFrom:
        earlier !== undefined && earlier !== fact?.stage
          ? stageTitle(agreement, region.id, earlier)
          : null,
      reported: other === fact?.stage ? null : (stageOf(region, other) ?? 'unknown'),
    };
  });
}

export function stageOf(region: Region, stage: string | undefined): Stage | null {
  return region.stages.find(({ id }) => id === stage) ?? null;
}
