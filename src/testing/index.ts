/**
 * For property tests of any agreement in this format: reading and checking one from its folder, running and searching
 * it; arbitraries for events, traces, readings and states (reachable ones drawn uniformly), commands for model-based
 * tests, invariants, and coverage of what was exercised.
 *
 * It needs `fast-check` and `xstate` beside it, and Node for reading files.
 */
export {
  type AgreementPlaces,
  loadAgreement,
  type LoadedAgreement,
} from '../files/load-agreement.ts';
export type { Agreement, AgreementEvent, Reading } from '../agreement/agreement.ts';
export type { ScenarioFile } from '../agreement/shapes/scenario.ts';
export type { StageMap } from '../agreement/statechart.ts';
export type { Terms } from '../agreement/terms.ts';
export { type Outcome, play, type Play, type PlayedStep, type RunState } from '../agreement/run.ts';
export { REPORTED, Runner } from '../agreement/runner.ts';
export { type Story, type StoryStep, tell } from '../agreement/story.ts';
export type { Standpoint } from '../explorer/compile.ts';
export { type Exploration, explore } from '../explorer/exploration.ts';
export { finish, type Work } from '../explorer/work.ts';
export {
  anyEvent,
  anyReading,
  anyStages,
  anyTerms,
  anyTrace,
  leavesUnder,
  reachableStages,
} from './arbitraries.ts';
export { anyAgreement, type AgreementSize } from './any-agreement.ts';
export {
  anyCommands,
  RestoreLeaf,
  type RunCommand,
  type RunModel,
  type RunUnderTest,
  startOfRun,
  TakeEvent,
  WaiveLeaf,
} from './commands.ts';
export { attainable, Coverage } from './coverage.ts';
export {
  checkInvariants,
  expectedOutcome,
  INVARIANTS,
  type Invariant,
  isGateOpen,
  type ObservedStep,
  type StepOutcome,
} from './invariants.ts';
