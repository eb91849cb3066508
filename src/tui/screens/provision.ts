import { provisionPage } from '../views/provision.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** The chosen provision in full. */
export const PROVISION: Screen<OverlayOf<'provision'>> = {
  title: 'Provision',
  about:
    'One provision in full: its stages, where every run has it, what can move it, and who asks for it.',
  keys: [SHARE, CITATIONS, ...PAGE_KEYS],
  view: (session, state, _overlay, columns) => provisionPage(session, state, columns),
};
