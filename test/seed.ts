import * as fc from 'fast-check';

/**
 * Property tests draw the same stories in every run, so that a run that fails fails again. PHASEGATE_SEED takes them
 * elsewhere: any whole number, or `random`.
 */
const asked = process.env['PHASEGATE_SEED'] ?? '42';
if (asked !== 'random') {
  const seed = Number(asked);
  if (!Number.isInteger(seed))
    throw new Error(`PHASEGATE_SEED takes a whole number or random, not "${asked}".`);
  fc.configureGlobal({ seed });
}
