import { published } from '../../model/moment.ts';
import { provisionOrder } from '../../model/provision-order.ts';
import type { Fact } from '../../model/run-state.ts';
import type { Basis } from '../../model/shapes/scenario.ts';
import type { Region } from '../../model/statechart.ts';
import { REPORTED } from '../../model/terms.ts';
import { assertedAs, stageText } from '../../explain/fact-text.ts';
import { runState, type Scene, type Session } from '../session.ts';
import { matcher } from '../../explain/filter.ts';

/** A provision or circumstance as a run has it. */
export interface ProvisionRow {
  readonly region: Region;
  /** Where it stands; said to be expected, scheduled or assumed where no step that happened brought it there. */
  readonly stage: string;
  /** Null where the stage is not known. */
  readonly level: number | null;
  /** Whether it is known in which stage it is. */
  readonly isSettled: boolean;
  /** Null where the stage is said to be no fact, and where nothing that had been published by then says so. */
  readonly basis: Basis | null;
  /** The stage that the last step found it in; null where the step did not move it. */
  readonly changedFrom: string | null;
  /** What is reported, where this run has it otherwise; null where they agree. */
  readonly reported: string | null;
}

/** The rows that have every word of a filter in what they say. */
export function matchingRows(rows: readonly ProvisionRow[], filter: string): ProvisionRow[] {
  const matches = matcher(filter);
  return rows.filter(({ region, stage, reported }) =>
    matches(`${region.title} ${region.kind} ${stage} ${reported ?? ''}`),
  );
}

/** Every region, as the chosen run has it. */
export function provisionRows({ agreement }: Session, scene: Scene, run: string): ProvisionRow[] {
  const state = runState(scene, run);
  const reported = runState(scene, REPORTED);
  const before = scene.before?.[run] ?? null;
  return provisionOrder(agreement).flatMap((region): ProvisionRow[] => {
    const fact = state.facts[region.id];
    const other = reported.facts[region.id];
    const earlier = before?.facts[region.id];
    if (fact === undefined || other === undefined) return [];
    const said = assertedAs(fact);
    return [
      {
        region,
        stage: `${said}${stageText(agreement, region.id, fact)}`,
        level: region.stages.find(({ id }) => id === fact.stage)?.level ?? null,
        isSettled: fact.stage !== null,
        basis: said === '' && isKnown(scene, fact) ? fact.basis : null,
        changedFrom:
          earlier === undefined || isSame(earlier, fact)
            ? null
            : stageText(agreement, region.id, earlier),
        reported: isSame(other, fact) ? null : stageText(agreement, region.id, other),
      },
    ];
  });
}

/** Whether something that says so had been published by the day that the question allows, if anything says so at all. */
function isKnown({ moment }: Scene, { claims }: Fact): boolean {
  return claims.length === 0 || published(moment, claims).length > 0;
}

/** Whether two facts have a region in the same stages, known or not. */
export function isSame(left: Fact, right: Fact): boolean {
  return (
    left.possible.length === right.possible.length &&
    left.possible.every((stage) => right.possible.includes(stage))
  );
}
