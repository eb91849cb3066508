import { claimUses } from '../../answer/claim-uses.ts';
import { blockLines } from '../../draw/lines.ts';
import { line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { type AskedClaims, claimText, datingText } from '../../explain/claim-text.ts';
import { documentFootnote, footnote } from '../../explain/footnote.ts';
import { claimSaid } from '../../explain/claims-text.ts';
import { counted } from '../../explain/words.ts';
import type { CitedClaim } from '../../model/agreement.ts';
import { citationText, sourceText } from '../../model/citation.ts';
import { published } from '../../model/moment.ts';
import type { Source } from '../../model/shapes/source.ts';
import { sceneOf, type Session } from '../session.ts';
import type { Overlay, State } from '../state.ts';
import { type ListRow, listPage } from './listing.ts';
import { page, type Page } from './page.ts';
import { groupsOnShow } from './sources.ts';

/** What can be followed from here: the claims that the screen cites, each once, or every document. */
export type Followed =
  | { readonly kind: 'claim'; readonly claim: CitedClaim; readonly about: string }
  | { readonly kind: 'source'; readonly source: Source };

/** The rows of the list, in the order in which the screen cites the claims. */
export function followable(
  session: Session,
  state: State,
  { section }: Pick<Extract<Overlay, { kind: 'citations' }>, 'section'>,
): readonly Followed[] {
  const { agreement } = session;
  if (section === 'documents')
    return agreement.sources.map((source) => ({ kind: 'source', source }));
  const groups = groupsOnShow(session, state);
  const seen = new Set<string>();
  return groups.flatMap(({ heading, claims }) =>
    claims.flatMap((claim): Followed[] => {
      if (seen.has(claim.reference)) return [];
      seen.add(claim.reference);
      return [{ kind: 'claim', claim, about: heading }];
    }),
  );
}

/** The claims that the screen cites, or the documents, as a list: Enter opens one. */
export function citationsPage(
  session: Session,
  state: State,
  overlay: Extract<Overlay, { kind: 'citations' }>,
  columns: number,
): Page {
  const rows = followable(session, state, overlay);
  if (rows.length === 0)
    return page(paragraph('What is on screen cites no claim. Tab lists the documents.', columns));
  let last = '';
  const listed = rows.map((row): ListRow => {
    if (row.kind === 'source') return documentRow(session, row.source, columns);
    const { claim, about } = row;
    const above = about === last ? [] : [...(last === '' ? [] : [[]]), line(about, 'strong')];
    last = about;
    return {
      above,
      spans: [text(citationText(session.agreement, claim.reference))],
      below: paragraph(claimSaid(session.agreement, claim), columns, 4),
    };
  });
  return listPage(session, listed, overlay.selected, columns);
}

function documentRow({ agreement }: Session, source: Source, columns: number): ListRow {
  const own = [...agreement.claims.values()].filter((claim) => claim.source === source);
  return {
    spans: [
      text(sourceText(source)),
      text(`  ${source.title}; ${counted(own.length, 'claim')}`, 'quiet'),
    ],
    below: paragraph(`Published ${datingText(source)}`, columns, 4, 'quiet'),
  };
}

/** A claim with its document, what disputes it and what it is cited for; or a document with all its claims. */
export function citationPage(
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
    ...blockLines(session.theme, claimText(agreement, [asked]), columns),
    [],
    ...paragraph(`As a footnote: ${note}`, columns, 0, 'quiet'),
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

/** The id that is opened: a claim's reference, or a document's. */
export function idOfFollowed(row: Followed): string {
  return row.kind === 'claim' ? row.claim.reference : row.source.id;
}

/** The footnote of what is open; null where it is nothing that can be cited. */
export function footnoteOf({ agreement }: Session, id: string): string | null {
  const claim = agreement.claims.get(id);
  if (claim !== undefined) return footnote(agreement, claim);
  const source = agreement.sources.find((each) => each.id === id);
  return source === undefined ? null : documentFootnote(source);
}
