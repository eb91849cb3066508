import { COPIED, opened } from '../moves.ts';
import { citationPage, footnoteOf } from '../views/citations.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Citation = OverlayOf<'citation'>;

const KEYS: readonly Binding<Citation>[] = [
  {
    id: 'copyFootnote',
    keys: ['y'],
    group: 'What is on show',
    label: 'copy as a footnote',
    rank: 1,
    help: 'Copy what is open as a footnote, where the terminal lets programs copy.',
    does(session, state, { id }) {
      const text = footnoteOf(session, id);
      return text === null ? state : { ...state, request: { kind: 'copy', text }, notice: COPIED };
    },
  },
  {
    id: 'toDocument',
    keys: ['enter'],
    group: 'What is on show',
    label: 'its document',
    rank: 2,
    help: 'Open the document that the claim is from, with all its claims.',
    does({ agreement }, state, { id }) {
      const source = agreement.claims.get(id)?.source;
      return source === undefined
        ? { ...state, notice: 'This is the document. Esc goes back.' }
        : opened(state, { kind: 'citation', id: source.id, top: 0 });
    },
  },
];

/** A claim, or a document with its claims. */
export const CITATION: Screen<Citation> = {
  title: 'Citation',
  about:
    'What is said, by whom, in which document and how its day is known, what disputes it, and what it is cited for.',
  keys: [...KEYS, ...PAGE_KEYS],
  view: citationPage,
};
