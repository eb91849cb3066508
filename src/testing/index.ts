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
} from '../node/load-agreement.ts';
export type { Agreement, AgreementEvent, Reading } from '../model/agreement.ts';
export type { ScenarioFile } from '../model/shapes/scenario.ts';
export type { StageMap } from '../model/statechart.ts';
export type { Terms } from '../model/terms.ts';
export { asCertain, play, type Play, type PlayedStep } from '../model/run.ts';
export { isTaken, type RunState } from '../model/run-state.ts';
export type { Outcome } from '../model/outcome.ts';
export { type Moment, momentAt, NOW, type Viewpoint } from '../model/moment.ts';
export { type Standing, standing } from '../model/standing.ts';
export { Runner } from '../model/runner.ts';
export { REPORTED } from '../model/terms.ts';
export { worldsOver } from '../model/worlds.ts';
export { type Story, type StoryStep, tell } from '../model/story.ts';
export type { Standpoint } from '../search/compile.ts';
export { type Exploration, explore } from '../search/exploration.ts';
export { finish, type Work } from '../search/work.ts';
export {
  anyEvent,
  anyReading,
  anyStages,
  anyTerms,
  anyTrace,
  daysOf,
  reachableStages,
  waivableUnder,
} from './arbitraries.ts';
export { anyAgreement, anyAgreementFiles, type AgreementSize } from './any-agreement.ts';
export {
  anyCommands,
  Restore,
  type RunCommand,
  type RunModel,
  type RunUnderTest,
  startOfRun,
  TakeEvent,
  Waive,
} from './commands.ts';
export { attainable, Coverage } from './coverage.ts';
export {
  checkInvariants,
  expectedOutcome,
  INVARIANTS,
  type Invariant,
  isOpen,
  type ObservedStep,
  STEP_OUTCOMES,
  type StepOutcome,
} from './invariants.ts';
export { takeUnder } from './take-under.ts';
