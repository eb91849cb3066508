/**
 * For property tests of any agreement in this format: arbitraries for events, traces, readings and states (reachable
 * ones drawn uniformly), commands for model-based tests, invariants, and coverage of what was exercised.
 */
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
