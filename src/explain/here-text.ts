import type { Agreement } from '../model/agreement.ts';
import { listed, runTitle } from './words.ts';

/** That a run has a region at a stage, or may have it there. */
export const STANDS_HERE = 'it stands here';
export const MAY_STAND_HERE = 'it may stand here';

/**
 * In which runs a region stands at a stage, a line each for those that certainly and those that perhaps have it there; none
 * where no run has.
 *
 * @param all how many runs there are
 */
export function hereText(
  agreement: Agreement,
  {
    certain,
    perhaps,
  }: { readonly certain: readonly string[]; readonly perhaps: readonly string[] },
  all: number,
): string[] {
  const whose = (runs: readonly string[]) => listed(runs.map((run) => runTitle(agreement, run)));
  return [
    ...(certain.length === 0
      ? []
      : [certain.length === all ? STANDS_HERE : `here: ${whose(certain)}`]),
    ...(perhaps.length === 0
      ? []
      : [perhaps.length === all ? MAY_STAND_HERE : `perhaps here: ${whose(perhaps)}`]),
  ];
}
