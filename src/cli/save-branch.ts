import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Laboratory } from '../node/laboratory.ts';
import { UsageError } from './usage-error.ts';

/**
 * Saves a branch as a scenario file, never over one that is there unless told.
 *
 * @throws UsageError where it could not be saved; the old file stands
 */
export async function saveBranch(
  laboratory: Laboratory,
  branch: ScenarioFile,
  file: string,
  force: boolean,
): Promise<void> {
  const saved = await laboratory.save(branch, file, force);
  if (saved.ok) return;
  throw new UsageError(
    'cannot-write',
    `${file} ${saved.error.message}`,
    saved.exists ? 'name another file, or replace it with --force' : saved.error.hint,
  );
}
