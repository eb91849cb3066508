import { blockLines } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { sourceBlocks } from '../../explain/claim-text.ts';
import { type Block, heading } from '../../explain/document.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { claimLines, groupsOnShow } from '../views/cited.ts';
import { page, type Page } from '../views/page.ts';
import type { PaneScreen } from './screen.ts';

/** The claims behind what is on screen, each with its source and with what disputes it. */
function sourcesPage(session: Session, state: State, columns: number): Page {
  const groups = groupsOnShow(session, state);
  const none = `Neither the step nor the gate on screen cites a claim. ${keySaid(session, 'details', 'enter')} on a provision shows what is said of it.`;
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

/** The claims behind what is on screen. */
export const SOURCES_PANE: PaneScreen = {
  name: 'Sources',
  about:
    'The claims behind the step, the gate on the board and the chosen provision, in the words of the record: who says it, in which source, and what disputes it.',
  view: sourcesPage,
};
