import { claimUses } from '../../answer/claim-uses.ts';
import { blockLines } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { type AskedClaims, claimText } from '../../explain/claim-text.ts';
import { documentFootnote, footnote } from '../../explain/footnote.ts';
import { published } from '../../model/moment.ts';
import { keySaid } from '../bound-keys.ts';
import { COPIED, opened } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { Overlay, State } from '../state.ts';
import { page, type Page } from '../views/page.ts';
import { beside, PAGE_KEYS } from './keys/kinds.ts';
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
    does(session, state, { id }) {
      const source = session.agreement.claims.get(id)?.source;
      return source === undefined
        ? state
        : opened(state, { kind: 'citation', id: source.id, top: 0 });
    },
    obstacle: (session, _state, { id }) =>
      session.agreement.claims.has(id)
        ? null
        : `This is the document. ${keySaid(session, 'close', 'escape')} goes back.`,
  },
];

/** A claim, or a document with its claims. */
export const CITATION: Screen<Citation> = {
  title: 'Citation',
  about:
    'What is said, by whom and in which document, how its day is known, what disputes it, and what it is cited for.',
  keys: beside(KEYS, PAGE_KEYS),
  view: citationPage,
};

/** A claim with its document, what disputes it and what it is cited for; or a document with all its claims. */
function citationPage(
  session: Session,
  state: State,
  overlay: Extract<Overlay, { kind: 'citation' }>,
  columns: number,
): Page {
  const { agreement } = session;
  const asked = askedOf(session, state, overlay.id);
  if (asked === null) return page([]);
  const note =
    asked.kind === 'claim' ? footnote(agreement, asked.claim) : documentFootnote(asked.source);
  return page([
    ...paragraph(
      `As a footnote, which ${keySaid(session, 'copyFootnote', 'y')} copies: ${note}`,
      columns,
      0,
      'quiet',
    ),
    [],
    ...blockLines(session.theme, claimText(agreement, [asked], state.scenarios), columns),
  ]);
}

/** What is told of a claim or a document at the moment on show: what disputes it, as far as it was published by then. */
function askedOf(session: Session, state: State, id: string): AskedClaims | null {
  const { agreement } = session;
  const { moment } = sceneOf(session, state);
  const claim = agreement.claims.get(id);
  if (claim !== undefined) {
    const { scenarios } = state;
    const { properties } = session;
    const uses = claimUses({ agreement, scenarios, properties }).get(id) ?? [];
    const disputedBy = published(moment, claim.disputedBy);
    return { kind: 'claim', claim: { ...claim, disputedBy }, uses };
  }
  const source = agreement.sources.find((each) => each.id === id);
  if (source === undefined) return null;
  const claims = [...agreement.claims.values()].filter((each) => each.source === source);
  return { kind: 'source', source, claims };
}

/** The footnote of what is open; null where it is nothing that can be cited. */
function footnoteOf({ agreement }: Session, id: string): string | null {
  const claim = agreement.claims.get(id);
  if (claim !== undefined) return footnote(agreement, claim);
  const source = agreement.sources.find((each) => each.id === id);
  return source === undefined ? null : documentFootnote(source);
}
