import { onTop, opened } from '../moves.ts';
import { CITATION_SECTIONS, type CitationSection } from '../state.ts';
import { bracketed } from '../views/bracketed.ts';
import { citationsPage, followable, idOfFollowed } from '../views/citations.ts';
import { LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Citations = OverlayOf<'citations'>;

const SECTION_NAMES: Readonly<Record<CitationSection, string>> = {
  cited: 'Claims cited here',
  documents: 'Documents',
};

const KEYS: readonly Binding<Citations>[] = [
  {
    id: 'nextSection',
    keys: ['tab'],
    group: 'What is on show',
    label: 'documents',
    rank: 2,
    help: 'Go on from the claims cited here to all documents, and back.',
    does(_session, state, overlay) {
      const section = overlay.section === 'cited' ? 'documents' : 'cited';
      return onTop(state, { ...overlay, section, selected: 0, top: 0 });
    },
  },
];

/** The claims that the screen cites, or the documents: to open one. */
export const CITATIONS_SCREEN: Screen<Citations> = {
  title: 'Citations',
  tabs: ({ section }) => bracketed(CITATION_SECTIONS, SECTION_NAMES, section),
  about:
    'The claims that the screen cites, each once, under what it is cited for; Tab goes on to the documents. Enter opens one.',
  keys: [...KEYS, ...LIST_KEYS],
  view: citationsPage,
  rows: (session, state, overlay) => followable(session, state, overlay).length,
  enter(session, state, overlay) {
    const row = followable(session, state, overlay)[overlay.selected];
    return row === undefined
      ? state
      : opened(state, { kind: 'citation', id: idOfFollowed(row), top: 0 });
  },
};
