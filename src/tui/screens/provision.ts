import { whyRegion } from '../../answer/why.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { whyText } from '../../explain/why-text.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { type Page, page } from '../views/page.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** The chosen provision in full. */
export const PROVISION: Screen<OverlayOf<'provision'>> = {
  title: 'Provision',
  about:
    'One provision in full: its stages, where it stands in every run, what can move it, and who asks for it.',
  keys: [SHARE, CITATIONS, ...PAGE_KEYS],
  view: (session, state, _overlay, columns) => provisionPage(session, state, columns),
};

/** One provision in full: its stages, what can move it, where every run has it and why, and who asks for it. */
function provisionPage(session: Session, state: State, columns: number): Page {
  const { moment } = sceneOf(session, state);
  const why = whyRegion(moment, state.region, null);
  const blocks = withoutHead(whyText(moment, why, { verbose: false }, state.run));
  return page(blockLines(session.theme, blocks, columns));
}
