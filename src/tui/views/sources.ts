import type { CitedClaim } from '../../model/agreement.ts';
import { sourceBlocks } from '../../explain/claim-text.ts';
import { type Block, heading } from '../../explain/document.ts';
import { claimBlocks, type ClaimGroup, claimGroups } from '../../explain/cited-text.ts';
import { blockLines } from '../../draw/lines.ts';
import type { Line } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { boardOf, sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { page, type Page } from './page.ts';

/** The claims behind what is on screen, under what each is cited for. */
export function groupsOnShow(session: Session, state: State): ClaimGroup[] {
  const { moment, played } = sceneOf(session, state);
  const { run, region } = state;
  const step = played?.step ?? null;
  return claimGroups(moment, { step, board: boardOf(session, state), run, region });
}

/** The claims behind what is on screen, each with its source and with what disputes it. */
export function sourcesPage(session: Session, state: State, columns: number): Page {
  const groups = groupsOnShow(session, state);
  const none =
    'Neither the step nor the gate on screen cites a claim. Enter on a provision shows what is said of it.';
  if (groups.length === 0) return page(paragraph(none, columns, 0, 'quiet'));
  const sources = new Set(groups.flatMap(({ claims }) => claims.map(({ source }) => source)));
  const drawn = (blocks: readonly Block[]) => blockLines(session.theme, blocks, columns);
  return page([
    ...groups.flatMap((group) => [
      ...drawn([heading(group.heading, { basis: 'sourced' })]),
      ...group.claims.flatMap((claim) => claimLines(session, claim, columns)),
      [],
    ]),
    ...drawn([...sources].flatMap(sourceBlocks)),
  ]);
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
