/**
 * What reads and checks files thoroughly, with yaml and zod, in one piece: a start that finds the content as the
 * build saw it never loads it.
 */
export { agreementNamedIn } from './agreement-named-in.ts';
export { auditSources } from './audit.ts';
export { checkContent } from './check.ts';
export { defineAgreements } from './define.ts';
export { Memory } from './memory.ts';
export { checkOneScenario } from './one-scenario.ts';
export { scenarioOf } from './scenario-of.ts';
export { scenarioText } from './scenario-text.ts';
export { agreementOfToken, readToken, tokenOf } from './scenario-token.ts';
export { validateContent } from './validate.ts';
