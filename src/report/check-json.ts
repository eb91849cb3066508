import type { Agreement } from '../agreement/agreement.ts';
import type { Condition } from '../agreement/condition.ts';
import type { GateUnderReading, LeafStatus } from '../agreement/verdict.ts';
import type { GateCheck } from '../analysis/check.ts';
import type { Standing } from '../analysis/standing.ts';
import { envelope } from './envelope.ts';

/** `check` as one object: with a gate its condition under each reading, without one every gate. */
export function checkJson(standing: Standing, checks: readonly GateCheck[], gate: string | null) {
  const { agreement, story, viewpoint, stepIndex } = standing;
  const question = {
    ...envelope(agreement),
    scenario: story.scenario.id,
    asOf: viewpoint.asOf,
    knownBy: viewpoint.knownBy,
    assumed: viewpoint.assume,
    stepIndex,
    undetermined: {
      steps: standing.undeterminedSteps.map((step) => step.id),
      statements: standing.undeterminedStatements,
    },
  };
  const [only] = checks;
  if (gate !== null && only !== undefined) return { ...question, ...gateJson(agreement, only) };
  return { ...question, gates: checks.map((check) => gateJson(agreement, check)) };
}

function gateJson(agreement: Agreement, check: GateCheck) {
  return {
    gate: check.gate,
    verdict: check.verdict,
    everyone: check.everyone,
    anyone: check.anyone,
    readings: check.readings.map((entry) => readingJson(agreement, entry)),
  };
}

function readingJson(agreement: Agreement, entry: GateUnderReading) {
  return {
    reading: entry.reading,
    kind: agreement.readings.get(entry.reading)?.kind ?? null,
    verdict: entry.verdict,
    position: entry.position,
    since: entry.since,
    eventPossible: entry.eventPossible,
    claims: entry.claims,
    remarks: entry.remarks,
    condition: conditionJson(entry.condition),
    blocking: entry.blocking,
    leaves: entry.leaves.map(leafJson),
    unknown: entry.unknownFacts,
  };
}

/** A condition as a tree of leaf ids: a string, or `all` or `any` over more of it. */
export type ConditionTree = string | { all: ConditionTree[] } | { any: ConditionTree[] };

function conditionJson(condition: Condition): ConditionTree {
  switch (condition.kind) {
    case 'leaf':
      return condition.leaf.id;
    case 'all':
      return { all: condition.of.map(conditionJson) };
    case 'any':
      return { any: condition.of.map(conditionJson) };
  }
}

function leafJson(status: LeafStatus) {
  const { leaf, fact } = status;
  return {
    id: leaf.id,
    statedBy: leaf.reading,
    basis: leaf.basis,
    region: leaf.region,
    requires: leaf.stages,
    claims: leaf.claims,
    since: leaf.since,
    status: status.status,
    controllers: status.controllers,
    path: status.path,
    fact:
      fact === null
        ? null
        : {
            stage: fact.stage,
            since: fact.since,
            claims: fact.claims,
            disputedBy: status.disputedBy,
            basis: fact.basis,
          },
  };
}
