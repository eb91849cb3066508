import { idsOf } from '../load/layout.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { AskedHolding } from './context.ts';

/**
 * Whether a session was kept of an agreement: of the one that lies in its folder. What is laid over another agreement may
 * have gone by that one's id then.
 */
export function isKeptOf(
  { definition, home }: Pick<AskedHolding, 'definition' | 'home'>,
  { agreement, folder }: Pick<SavedSession, 'agreement' | 'folder'>,
): boolean {
  const ids = home === null ? [definition.id] : idsOf(definition);
  return folder === home && ids.includes(agreement);
}
