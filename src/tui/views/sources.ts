import type { CitedClaim } from '../../agreement/agreement.ts';
import { type Line, text } from '../line.ts';
import { claimGroups } from '../model/cited-claims.ts';
import { gateBoard } from '../model/gate-board.ts';
import { stepCard } from '../model/step-card.ts';
import { capital, rangeText, speakerText } from '../model/wording.ts';
import { gateOf, momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, page, type Page, paragraph } from './page.ts';

/** The claims behind what is on screen, each with its source and with what disputes it. */
export function sourcesPage(session: Session, state: State, columns: number): Page {
  const moment = momentOf(session, state);
  const gate = gateOf(session, state);
  const groups = claimGroups(session, moment, {
    card: stepCard(session, moment, state.run, session.theme.glyphs.arrow),
    board: gate === null ? null : gateBoard(session, moment, gate),
    run: state.run,
    region: state.region,
  });
  if (groups.length === 0)
    return page(paragraph('Nothing on screen rests on a claim.', columns, 0, 'quiet'));
  const lines: Line[] = [];
  for (const { heading: title, claims } of groups) {
    if (lines.length > 0) lines.push([]);
    lines.push(...block([text(title, 'strong'), text('  sourced', 'quiet')], columns));
    for (const claim of claims) lines.push(...claimLines(session, claim, columns));
  }
  return page(lines);
}

/** A claim in full: what is said, by whom, where, and what disputes it. */
export function claimLines(session: Session, claim: CitedClaim, columns: number): Line[] {
  const { agreement, theme } = session;
  const { glyphs } = theme;
  const dated =
    claim.date === undefined ? '' : ` ${glyphs.middle} of ${rangeText(claim.date, glyphs.dash)}`;
  const hearsay = claim.hearsay ? ` ${glyphs.middle} hearsay` : '';
  const source = claim.source;
  const where = `${capital(source.title)}${source.publisher === null ? '' : `, ${source.publisher}`}`;
  const published = `published ${rangeText(source.published, glyphs.dash)}`;
  return [
    ...block(
      [
        text(claim.reference, 'title'),
        text(` ${glyphs.middle} ${claim.kind}${hearsay}${dated}`, 'quiet'),
      ],
      columns,
      0,
      2,
    ),
    ...paragraph(claim.statement, columns, 2),
    ...block([text(`said by ${speakerText(agreement, claim)}`, 'quiet')], columns, 2, 2),
    ...block(
      [text(`${where}, paragraph ${claim.paragraph}, ${published}`, 'quiet')],
      columns,
      2,
      2,
    ),
    ...claim.disputedBy.flatMap((reference) => {
      const other = agreement.claims.get(reference);
      if (other === undefined) return [];
      return block(
        [
          text(
            `${theme.screenReader ? '' : `${glyphs.differs} `}disputed by ${reference}: `,
            'contested',
          ),
          text(other.statement),
          text(`  ${speakerText(agreement, other)}${other.hearsay ? ', hearsay' : ''}`, 'quiet'),
        ],
        columns,
        2,
        2,
      );
    }),
  ];
}
