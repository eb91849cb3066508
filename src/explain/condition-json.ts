import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Condition, ConditionTree } from '../model/condition.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import { published } from '../model/moment.ts';
import type { Fact } from '../model/run-state.ts';
import type { Judged } from './judged.ts';
import type { AskedTree } from './shapes/parts.ts';

/** A condition as it is asked, with the claims that had been published by the day that the moment allows. */
export function askedConditionJson(moment: Judged, condition: Condition) {
  const { agreement } = moment;
  const { id, region, stages, reading, basis, inference } = condition;
  return {
    id,
    region,
    regionTitle: regionTitle(agreement, region),
    stages,
    stageTitles: stageTitles(agreement, region, stages),
    reading,
    readingTitle: reading === null ? null : readingTitle(agreement, reading),
    claims: published(moment, condition.claims),
    basis,
    inference,
  };
}

/** A condition as it stands in a run. */
export function conditionJson(moment: Judged, status: ConditionStatus) {
  const { agreement } = moment;
  const { condition, isCertain, controllers, takingPart, path, fact, disputedBy } = status;
  const { unheldBefore } = status;
  return {
    ...askedConditionJson(moment, condition),
    status: status.status,
    isCertain,
    controllers,
    takingPart,
    unheldBefore,
    path: path.map((move) => {
      const event = agreement.events.get(move.event);
      return {
        event: move.event,
        eventTitle: event?.title ?? move.event,
        controllers: move.controllers,
        claims: published(moment, event?.claims ?? []),
        inference: event?.inference ?? null,
      };
    }),
    fact: factJson(moment, condition.region, fact, disputedBy),
  };
}

/** Where a region stands in a run, and what says so. */
export function factJson(
  moment: Judged,
  region: string,
  fact: Fact,
  disputedBy: readonly string[] = [],
) {
  const { agreement } = moment;
  const { stage, possible, since, basis, step, status } = fact;
  return {
    stage,
    stageTitle: stage === 'unknown' ? null : stageTitle(agreement, region, stage),
    possible,
    possibleTitles: stageTitles(agreement, region, possible),
    since,
    claims: published(moment, fact.claims),
    basis,
    step,
    status,
    disputedBy,
  };
}

export function stageTitles(
  agreement: Agreement,
  region: string,
  stages: readonly string[],
): string[] {
  return stages.map((stage) => stageTitle(agreement, region, stage));
}

/** Sets of conditions by their ids. */
export function setsJson(sets: readonly (readonly Condition[])[]): string[][] {
  return sets.map((set) => set.map(({ id }) => id));
}

/** What is asked as a whole: a condition by its id, or all or any of several. */
export function askedTreeJson(tree: ConditionTree): AskedTree {
  switch (tree.kind) {
    case 'condition':
      return tree.condition.id;
    case 'all':
      return { all: tree.of.map(askedTreeJson) };
    case 'any':
      return { any: tree.of.map(askedTreeJson) };
  }
}
