import type { Agreement } from '../model/agreement.ts';
import type { Day } from '../model/days.ts';
import type { Condition } from '../model/condition.ts';
import { type GateUnderReading, isAtSecondHand, type LeafStatus } from '../model/verdict.ts';
import { isPublished } from '../model/terms.ts';
import type { GateCheck } from '../answer/check.ts';
import type { Standing } from '../answer/standing.ts';
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
    notKnownYet: standing.stepsNotKnown.map((step) => step.id),
  };
  const [only] = checks;
  if (gate !== null && only !== undefined)
    return { ...question, ...gateJson(agreement, only, viewpoint.knownBy) };
  return {
    ...question,
    gates: checks.map((check) => gateJson(agreement, check, viewpoint.knownBy)),
  };
}

function gateJson(agreement: Agreement, check: GateCheck, knownBy: Day | null) {
  return {
    gate: check.gate,
    verdict: check.verdict,
    everyone: check.everyone,
    anyone: check.anyone,
    readings: check.readings.map((entry) => readingJson(agreement, entry, knownBy)),
  };
}

function readingJson(agreement: Agreement, entry: GateUnderReading, knownBy: Day | null) {
  return {
    reading: entry.reading,
    kind: agreement.readings.get(entry.reading)?.kind ?? null,
    verdict: entry.verdict,
    position: entry.position,
    since: entry.since,
    eventPossible: entry.eventPossible,
    claims: entry.claims,
    hearsay: isAtSecondHand(agreement, entry.claims),
    remarks: entry.remarks,
    condition: conditionJson(entry.condition),
    blocking: entry.blocking,
    leaves: entry.leaves.map((status) => leafJson(agreement, status, knownBy)),
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

function leafJson(agreement: Agreement, status: LeafStatus, knownBy: Day | null) {
  const { leaf, fact } = status;
  return {
    id: leaf.id,
    statedBy: leaf.reading,
    basis: leaf.basis,
    inference: leaf.inference,
    region: leaf.region,
    requires: leaf.stages,
    claims: leaf.claims,
    hearsay: isAtSecondHand(agreement, leaf.claims),
    since: leaf.since,
    status: status.status,
    controllers: status.controllers,
    takingPart: status.takingPart.filter((reference) => isPublished(agreement, reference, knownBy)),
    path: status.path.map((move) => {
      const event = agreement.events.get(move.event);
      return {
        ...move,
        claims: (event?.claims ?? []).filter((reference) =>
          isPublished(agreement, reference, knownBy),
        ),
        inference: event?.inference ?? null,
      };
    }),
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
