import { MOST_NODES } from './most-nodes.ts';
import type { Space } from './space.ts';
import type { Work } from './work.ts';

/**
 * Operations on diagrams that may take long, in turns between which the caller is asked whether to stop: a single image
 * can take longer than everything before it.
 *
 * @param work the operations; they are done again from their beginning until they come to an end, so they must come to the
 *   same however often they were begun
 * @returns null where the work was stopped, or has grown too large
 */
export function* patiently<Result>(
  { diagram, turn }: Space,
  progress: { readonly doing: string; readonly done: number },
  work: () => Result,
): Work<{ readonly result: Result } | null> {
  for (let allowance = turn; ;) {
    const before = diagram.store.size;
    const attempt = diagram.attempt(work, allowance);
    if (attempt.isDone) return attempt;
    const nodes = diagram.store.size;
    if ((yield { ...progress, nodes }) === true || nodes > MOST_NODES) return null;
    // Older results are forgotten for newer ones: where little came of a turn the next one may take longer.
    if (nodes - before < allowance / 8) allowance *= 2;
  }
}
