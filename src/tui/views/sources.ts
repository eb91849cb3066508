import type { CitedClaim } from '../../model/agreement.ts';
import { citationText, sourceText } from '../../model/citation.ts';
import { rangeText } from '../../model/day-words.ts';
import type { Source } from '../../model/shapes/source.ts';
import { speakerText } from '../../explain/words.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { claimGroups } from '../model/cited-claims.ts';
import { boardOf, sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { page, type Page } from './page.ts';

/** The claims behind what is on screen, each with its source and with what disputes it. */
export function sourcesPage(session: Session, state: State, columns: number): Page {
  const scene = sceneOf(session, state);
  const groups = claimGroups(session, scene, {
    board: boardOf(session, state),
    run: state.run,
    region: state.region,
  });
  if (groups.length === 0)
    return page(
      paragraph(
        'Neither the step nor the gate on screen cites a claim. Enter on a provision shows what is said of it.',
        columns,
        0,
        'quiet',
      ),
    );
  const lines: Line[] = [];
  for (const { heading: title, claims } of groups) {
    lines.push(...block([text(title, 'strong'), text('  sourced', 'quiet')], columns));
    for (const claim of claims) lines.push(...claimLines(session, claim, columns));
    lines.push([]);
  }
  const sources = new Set(groups.flatMap(({ claims }) => claims.map(({ source }) => source)));
  lines.push(line('Where they are from', 'strong'));
  for (const source of sources) lines.push(...sourceLines(session, source, columns));
  return page(lines);
}

const drawn = new WeakMap<Session, Map<string, readonly Line[]>>();

/** A claim in full: what is said, by whom, where, and what disputes it. The same claim is drawn once. */
export function claimLines(session: Session, claim: CitedClaim, columns: number): readonly Line[] {
  let ofSession = drawn.get(session);
  if (ofSession === undefined) drawn.set(session, (ofSession = new Map()));
  const key = [claim.reference, ...claim.disputedBy, columns].join(' ');
  let found = ofSession.get(key);
  if (found === undefined) ofSession.set(key, (found = drawnClaim(session, claim, columns)));
  return found;
}

function drawnClaim(session: Session, claim: CitedClaim, columns: number): Line[] {
  const { agreement, theme } = session;
  const { glyphs } = theme;
  const gap = ` ${glyphs.middle} `;
  const dated = claim.date === undefined ? '' : `${gap}of ${rangeText(claim.date, glyphs.dash)}`;
  const hearsay = claim.hearsay ? `${gap}hearsay` : '';
  const said = `said by ${speakerText(agreement, claim)}${claim.paragraph === undefined ? '' : `; paragraph ${claim.paragraph}`}`;
  return [
    ...block(
      [
        text(citationText(agreement, claim.reference), 'title'),
        text(`${gap}${claim.kind}${hearsay}${dated}`, 'quiet'),
      ],
      columns,
      0,
      2,
    ),
    ...paragraph(claim.statement, columns, 2),
    ...block([text(said, 'quiet')], columns, 2, 2),
    ...claim.disputedBy.flatMap((reference) => {
      const other = agreement.claims.get(reference);
      if (other === undefined) return [];
      const sign = theme.screenReader ? '' : `${glyphs.differs} `;
      const saidOfIt = `  ${speakerText(agreement, other)}`;
      return block(
        [
          text(`${sign}disputed by ${citationText(agreement, reference)}: `, 'contested'),
          text(other.statement),
          text(saidOfIt, 'quiet'),
        ],
        columns,
        2,
        2,
      );
    }),
  ];
}

/** A source: what it is, who published it and when, and how that is known. */
function sourceLines(session: Session, source: Source, columns: number): Line[] {
  const { name, published, publisher, title } = source;
  // Where a name stands before the day, it stands there for the publisher, who is then told here.
  const by =
    publisher === null ? ', publisher not shown' : name === undefined ? '' : `, ${publisher}`;
  const when = `published ${rangeText(published, session.theme.glyphs.dash)}: ${published.inference}`;
  return [
    ...block(
      [text(`${sourceText(source)} (${source.id})`, 'title'), text(`  ${title}${by}`)],
      columns,
      0,
      2,
    ),
    ...block([text(when, 'quiet')], columns, 2, 2),
    ...block([text(`perspective: ${source.perspective}`, 'quiet')], columns, 2, 2),
  ];
}
