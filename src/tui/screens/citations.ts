import { line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { datingText } from '../../explain/claim-text.ts';
import type { ShownPart } from '../../explain/cited-text.ts';
import { claimSaid } from '../../explain/claims-text.ts';
import { counted } from '../../explain/words.ts';
import type { CitedClaim } from '../../model/agreement.ts';
import { citationText, sourceText } from '../../model/citation.ts';
import type { Source } from '../../model/shapes/source.ts';
import { atFront } from '../at-front.ts';
import { keySaid } from '../bound-keys.ts';
import { onTop, opened } from '../moves.ts';
import type { Session } from '../session.ts';
import {
  CITATION_SECTIONS,
  type CitationSection,
  type Overlay,
  type Pane,
  type State,
} from '../state.ts';
import { bracketed } from '../views/bracketed.ts';
import { listPage, type ListRow } from '../views/listing.ts';
import { page, type Page } from '../views/page.ts';
import { groupsOnShow } from '../views/cited.ts';
import { LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Citations = OverlayOf<'citations'>;

const SECTION_NAMES: Readonly<Record<CitationSection, string>> = {
  cited: 'Claims cited here',
  documents: 'Documents',
};

function sectionShown({ overlays }: State): CitationSection {
  const overlay = overlays.at(-1);
  return overlay?.kind === 'citations' ? overlay.section : 'cited';
}

const KEYS: readonly Binding<Citations>[] = [
  {
    id: 'nextSection',
    keys: ['tab'],
    group: 'What is on show',
    label: (state) => (sectionShown(state) === 'cited' ? 'documents' : 'claims cited here'),
    rank: 2,
    help: 'Switch between the claims cited here and all documents.',
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
  toTab: (_session, state, overlay, index) =>
    onTop(state, {
      ...overlay,
      section: CITATION_SECTIONS[index] ?? 'cited',
      selected: 0,
      top: 0,
    }),
  about:
    'The claims cited on screen, each under what it is cited for. {nextSection} lists the documents. {accept} opens one.',
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

/** What can be followed from here: the claims that the screen cites, each once, or every document. */
type Followed =
  | { readonly kind: 'claim'; readonly claim: CitedClaim; readonly about: string }
  | { readonly kind: 'source'; readonly source: Source };

/** What each pane is of, among what has claims behind it. */
const PART_OF: Readonly<Record<Pane, ShownPart>> = {
  provisions: 'region',
  step: 'step',
  gate: 'gate',
  sources: 'step',
};

/** What somebody who asks for citations looks at: its claims come first. */
function partInFocus(state: State): ShownPart {
  return isOverFront(state) ? 'gate' : PART_OF[state.focus];
}

function isOverFront({ overlays }: State): boolean {
  return overlays.some(({ kind }) => kind === 'front');
}

/** The rows of the list: first those of what is looked at, else in the order in which the screen cites them. */
export function followable(
  session: Session,
  state: State,
  { section, only }: Pick<Extract<Overlay, { kind: 'citations' }>, 'section' | 'only'>,
): readonly Followed[] {
  const { agreement } = session;
  if (section === 'documents')
    return agreement.sources.map((source) => ({ kind: 'source', source }));
  if (only !== undefined)
    return only.flatMap((reference): Followed[] => {
      const claim = agreement.claims.get(reference);
      return claim === undefined ? [] : [{ kind: 'claim', claim, about: '' }];
    });
  const shown = isOverFront(state) ? atFront(session, state) : state;
  const groups = groupsOnShow(session, shown, partInFocus(state));
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
function citationsPage(
  session: Session,
  state: State,
  overlay: Extract<Overlay, { kind: 'citations' }>,
  columns: number,
): Page {
  const rows = followable(session, state, overlay);
  if (rows.length === 0)
    return page(
      paragraph(
        `No claim is cited on screen. ${keySaid(session, 'nextSection', 'tab')} lists the documents.`,
        columns,
      ),
    );
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

/** The id that is opened: a claim's reference, or a document's. */
function idOfFollowed(row: Followed): string {
  return row.kind === 'claim' ? row.claim.reference : row.source.id;
}
