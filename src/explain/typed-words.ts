import { typed } from './document.ts';

/** How somebody takes for granted what is not known. */
export const WITH_ASSUME = typed('with --assume', 'in a what-if');

/** What tells why there is no path. */
export const SAYS_WHY = typed(
  '`plan` with the same options says why',
  'the shortest path says why',
);
