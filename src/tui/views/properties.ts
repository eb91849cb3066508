import { citationsText } from '../../model/citation.ts';
import { EVERYONE } from '../../search/perspective.ts';
import type { Verified } from '../../search/verify-all.ts';
import { spokenCount } from '../../report/words.ts';
import { type Line, line, text } from '../line.ts';
import { type PropertyRow, propertyRows } from '../model/property-rows.ts';
import { counted, listed, readingTitle } from '../model/wording.ts';
import type { Session } from '../session.ts';
import { listPage, type ListRow } from './listing.ts';
import { block, type Page, paragraph } from './page.ts';
import { outcomeSign } from './signs.ts';

const MARKS = { holds: 'met', fails: 'unmet', unfinished: 'unknown' } as const;
const WORDS = { holds: 'holds', fails: 'fails', unfinished: 'not known' } as const;

/** Whether each property holds in everything that can be reached; the chosen one with its reason and how it fails. */
export function propertiesPage(
  session: Session,
  verified: Verified,
  selected: number,
  title: readonly Line[],
  columns: number,
): Page {
  const found = propertyRows(verified);
  if (found.length === 0)
    return {
      lines: [...title, ...paragraph('This agreement lists no properties.', columns)],
      cursor: null,
    };
  const failing = found.filter(({ verdict }) => verdict === 'fails').length;
  const rows = found.map((row, index): ListRow => {
    const isChosen = index === selected;
    const whose = row.isEvery ? 'under every reading' : `under ${listed(names(session, row))}`;
    return {
      ...(index === 0 ? { above: [...title, []] } : {}),
      sign: outcomeSign(session.theme, MARKS[row.verdict]),
      spans: [
        text(row.property.title),
        text(`  ${WORDS[row.verdict]} ${whose}`, row.verdict === 'fails' ? 'bad' : 'quiet'),
      ],
      below: isChosen ? explained(session, row, columns) : [],
    };
  });
  const page = listPage(session, rows, selected, columns);
  const end =
    failing > 0
      ? []
      : paragraph(
          'All of them hold. A condition that is waived, or not asked for yet at an earlier step, can make one fail.',
          columns,
          0,
          'quiet',
        );
  const counts = countLines(session, verified, columns);
  const after = [...(end.length > 0 ? [[], ...end] : []), [], ...counts];
  return { ...page, lines: [...page.lines, ...after] };
}

function names({ agreement }: Session, { readings }: PropertyRow): string[] {
  return readings.map((id) => (id === EVERYONE ? 'everyone at once' : readingTitle(agreement, id)));
}

function countLines(
  { agreement }: Session,
  { explored }: Verified,
  columns: number,
): readonly Line[] {
  const counts = explored.map(({ reading, states, complete }) => {
    const whose = reading === EVERYONE ? 'everyone at once' : readingTitle(agreement, reading);
    return `${whose} ${spokenCount(states)}${complete ? '' : ' or more'}`;
  });
  return paragraph(
    `States that can be reached, a count of the model and never a likelihood: ${counts.join('; ')}.`,
    columns,
    0,
    'quiet',
  );
}

function explained(session: Session, row: PropertyRow, columns: number): Line[] {
  const { property, example, verdict } = row;
  const { agreement } = session;
  const eventTitle = (id: string) => agreement.events.get(id)?.title ?? id;
  const basis =
    property.claims.length === 0
      ? "derived, the model's own"
      : `derived from ${citationsText(agreement, property.claims)}`;
  const said = (content: string): Line[] => paragraph(content, columns, 6, 'quiet');
  if (verdict !== 'fails' || example === null)
    return [...said(property.why), ...said(`${property.id}; ${basis}`)];
  const count = counted(example.events.length, 'event');
  return [
    ...said(property.why),
    ...said(`${property.id}; ${basis}`),
    ...block(
      [
        text(
          `${example.isShortest ? 'The shortest way' : 'A way'} to see it, ${count}. Enter plays it as a branch:`,
        ),
      ],
      columns,
      6,
    ),
    ...example.events.flatMap((id, index) =>
      block(
        [text(`${String(index + 1).padStart(2)}  `, 'title'), text(eventTitle(id))],
        columns,
        6,
        4,
      ),
    ),
    ...(example.events.length === 0 ? [line('      It fails at the very beginning.')] : []),
    ...(example.forEver === null
      ? []
      : paragraph(
          example.forEver.length === 0
            ? 'Nothing more can happen then.'
            : `And then for ever: ${listed(example.forEver.map(eventTitle))}.`,
          columns,
          6,
        )),
  ];
}
