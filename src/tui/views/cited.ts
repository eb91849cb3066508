import type { CitedClaim } from '../../model/agreement.ts';
import {
  claimBlocks,
  type ClaimGroup,
  claimGroups,
  type ShownPart,
} from '../../explain/cited-text.ts';
import { blockLines } from '../../draw/lines.ts';
import type { Line } from '../../draw/line.ts';
import { boardOf, sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';

/** The claims behind what is on screen, under what each is cited for. */
export function groupsOnShow(
  session: Session,
  state: State,
  first: ShownPart = 'step',
): ClaimGroup[] {
  const { moment, played } = sceneOf(session, state);
  const { run, region } = state;
  const step = played?.step ?? null;
  return claimGroups(moment, { step, board: boardOf(session, state), run, region, first });
}

const known = new WeakMap<Session, Map<string, readonly Line[]>>();

/** A claim in full: what is said, by whom, where, and what disputes it. There are many: each is drawn once. */
export function claimLines(session: Session, claim: CitedClaim, columns: number): readonly Line[] {
  let ofSession = known.get(session);
  if (ofSession === undefined) known.set(session, (ofSession = new Map()));
  const key = [claim.reference, ...claim.disputedBy, columns].join(' ');
  let found = ofSession.get(key);
  if (found === undefined) {
    found = blockLines(session.theme, claimBlocks(session.agreement, claim), columns);
    ofSession.set(key, found);
  }
  return found;
}
