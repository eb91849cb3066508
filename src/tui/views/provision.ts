import { whyRegion } from '../../answer/why.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { whyText } from '../../explain/why-text.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { page, type Page } from './page.ts';

/** One provision in full: its stages, what can move it, where every run has it and why, and who asks for it. */
export function provisionPage(session: Session, state: State, columns: number): Page {
  const { moment } = sceneOf(session, state);
  const why = whyRegion(moment, state.region, null);
  const blocks = withoutHead(whyText(moment, why, { verbose: false }, state.run));
  return page(blockLines(session.theme, blocks, columns));
}
