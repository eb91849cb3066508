import type { Progress } from '../search/work.ts';

/** How far a search has come: what it does, and how much of it is done, of which nobody knows how much there will be. */
export function searchingText(progress: Progress | null): string {
  if (progress === null) return '';
  const { doing, done } = progress;
  return `${doing}: ${done} done`;
}
