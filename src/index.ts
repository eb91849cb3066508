/**
 * phasegate as a library: an agreement from the texts of its files, and every question that the program answers. It runs
 * in Node and in a browser; `phasegate/node` reads folders, and `phasegate/testing` is for property tests.
 *
 * Values go in and values come out. What a person can get wrong comes back as problems or as a message with a hint;
 * an exception is a mistake in a program. Days are texts, YYYY-MM-DD.
 */

// An agreement from its files, or what is wrong with them.
export { readAgreement, type ReadAgreement, type ReadOptions } from './load/read-agreement.ts';
export { formatProblem, type Problem } from './load/problem.ts';
export type { MendedProblem } from './load/mend-of.ts';
export type { Holding } from './load/library.ts';
export type { TextResult } from './load/text-result.ts';
export { type Agreement, type AgreementEvent, eventNamed, type Gate } from './model/agreement.ts';
export { partyReadings, type Reading } from './model/agreement.ts';
export { machineOf } from './model/machine.ts';

// A scenario, and where everybody stands at a moment of it.
export type { ScenarioFile } from './model/shapes/scenario.ts';
export { checkOneScenario, type LoadedScenario } from './load/one-scenario.ts';
export { scenarioText } from './load/scenario-text.ts';
export { readToken, tokenOf } from './load/scenario-token.ts';
export { type Story, type StoryStep, tell } from './model/story.ts';
export { asCertain, play, type Play, type PlayedStep } from './model/run.ts';
export { type Assumption, type Moment, momentAt, NOW, type Viewpoint } from './model/moment.ts';
export { type AskedMoment, momentOf } from './library/moment-of.ts';

// The one judgement, and what reads it.
export { type PartyStanding, type Standing, standing } from './model/standing.ts';
export { checkGates } from './answer/check.ts';
export { type Why, whyRegion } from './answer/why.ts';
export { type TimelineAsked, type TimelineEntry, timelineOf } from './answer/timeline.ts';
export { compareMoments, type Difference, standsDifferently } from './answer/diff.ts';
export { type ClaimFilter, findClaims } from './answer/claims.ts';
export { dutiesAt, type DutiesAsked, type DutyStanding } from './answer/duties.ts';
export { type Unmet, unmetIn } from './answer/unmet.ts';
export { type Levels, levelsOf, type PeriodName, PERIODS } from './answer/levels.ts';

// The questions that a scenario may carry: what is asked, what is right, and how an answer is marked.
export { type Exercise, exerciseOf, mark, solve } from './answer/exercise.ts';
export type { AskedQuestion, Mark, Solution } from './answer/exercise.ts';
export type { MarkedQuestion } from './explain/marked-text.ts';

// Branches: what if.
export {
  addStep,
  type BranchAction,
  type BranchName,
  branchOff,
  forkAt,
  laterSteps,
  removeLastStep,
  standingAlone,
  stepIdsOf,
  withReplay,
} from './answer/branch.ts';
export { playWhatIf, type WhatIf } from './answer/what-if.ts';

// Searches. Each is work that `run` does in turns, with progress and a signal to stop it, and `finish` in one go.
export { run, type RunOptions } from './library/run.ts';
export { finish, type Progress, type Work } from './search/work.ts';
export { type Goal, type GoalReading, readGoal } from './search/goal.ts';
export { type StandpointsAnswer, standpointsOf, type UnknownStages } from './search/standpoints.ts';
export { guardsOf } from './search/export/guards-of.ts';
export { plan, type PlanAnswer, type PlanFromOne, type PlanRequest } from './search/plan.ts';
export type { Case, StandsIn } from './search/beginnings.ts';
export { unblock, type UnblockAnswer } from './search/unblock.ts';
export { type CoalitionAnswer, coalitions } from './search/coalitions.ts';
export { type VetoAnswer, vetoes } from './search/veto.ts';
export { waits, type WaitsAnswer } from './search/waits.ts';
export { pivots, type PivotsAnswer, type PivotsRequest } from './search/pivots.ts';
export { pointsOfNoReturn, type PointsOfNoReturn } from './search/no-return.ts';
export { readProperties } from './search/read-properties.ts';
export { type Perspective, perspectivesOf } from './search/perspective.ts';
export { type Verified, verifyAll } from './search/verify-all.ts';

// From other tools' files, and for them.
export { type ImportedFolder, importChart } from './load/import/import-chart.ts';
export { readItf } from './load/import/read-itf.ts';
export { exported, type ExportRequest } from './explain/exported.ts';
export { EXPORT_FORMATS, type ExportFormat } from './search/export/formats.ts';
export { type ItfTrace, itfTrace } from './explain/itf.ts';

// Answers as documents, and as what `--json` prints.
export * as explain from './library/explain.ts';
export * as json from './library/json.ts';
export type { SearchAsked } from './library/search-asked.ts';
export type { Block } from './explain/document.ts';
export { asMarkdown } from './draw/markdown.ts';
export { asText } from './draw/text.ts';
