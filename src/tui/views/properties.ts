import { readingTitle, regionTitle } from '../../model/agreement.ts';
import { EVERYONE } from '../../search/perspective.ts';
import type { PropertyVerdict } from '../../search/verify.ts';
import type { Verified } from '../../search/verify-all.ts';
import { counted, listed, PROPERTY_WORDS, restsOn, spokenCount } from '../../explain/words.ts';
import { type Line, text } from '../../draw/line.ts';
import { type PropertyRow, propertyRows, type Showing } from '../model/property-rows.ts';
import type { Mark } from '../../explain/mark.ts';
import type { Session } from '../session.ts';
import { listPage, type ListRow } from './listing.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { type Page } from './page.ts';
import { outcomeSign } from '../../draw/signs.ts';

const MARKS: Readonly<Record<PropertyVerdict, Mark>> = {
  holds: 'met',
  vacuous: 'unstated',
  fails: 'unmet',
  unknown: 'unknown',
  unfinished: 'unknown',
};

/** Whether each property holds in everything that can be reached; the chosen one with its reason and what shows it. */
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
  const rows = found.map((row, index): ListRow => {
    const whose = row.isEvery ? 'under every reading' : `under ${listed(names(session, row))}`;
    return {
      ...(index === 0 ? { above: [...title, []] } : {}),
      sign: outcomeSign(session.theme, MARKS[row.verdict]),
      spans: [
        text(row.property.title),
        text(`  ${whose}: ${verdictWords(row.verdict)}`, row.verdict === 'fails' ? 'bad' : 'quiet'),
      ],
      below: index === selected ? explained(session, row, columns) : [],
    };
  });
  const page = listPage(session, rows, selected, columns);
  return { ...page, lines: [...page.lines, [], ...countLines(session, verified, columns)] };
}

/** The word for a verdict; with what it means, where the word does not say it by itself. */
function verdictWords(verdict: PropertyVerdict): string {
  const { word, meaning } = PROPERTY_WORDS[verdict];
  return verdict === 'holds' || verdict === 'fails' ? word : `${word}: ${meaning}`;
}

function names({ agreement }: Session, { readings }: Pick<PropertyRow, 'readings'>): string[] {
  return readings.map((id) => (id === EVERYONE ? 'everyone at once' : readingTitle(agreement, id)));
}

function countLines(session: Session, { explored }: Verified, columns: number): Line[] {
  const counts = explored.map(({ reading, states, complete }) => {
    const [whose = ''] = names(session, { readings: [reading] });
    const count = states === null ? 'not known from where' : spokenCount(states);
    return `${whose} ${count}${complete ? '' : ' or more'}`;
  });
  return paragraph(
    `States that can be reached from here, a count of the model and never a likelihood: ${counts.join('; ')}.`,
    columns,
    0,
    'quiet',
  );
}

function explained(session: Session, row: PropertyRow, columns: number): Line[] {
  const { property, showing, unknown } = row;
  const { agreement } = session;
  const said = (content: string): Line[] => paragraph(content, columns, 6, 'quiet');
  const basis =
    property.claims.length === 0
      ? "derived, the model's own"
      : restsOn(agreement, property.claims, 'derived');
  const regions = listed(unknown.map((region) => regionTitle(agreement, region)));
  return [
    ...said(property.why),
    ...said(`${property.id}; ${basis}`),
    ...(unknown.length === 0 ? [] : said(`It turns on where these stand: ${regions}.`)),
    ...(showing === null ? [] : showingLines(session, showing, columns)),
  ];
}

function showingLines({ agreement }: Session, { kind, shown }: Showing, columns: number): Line[] {
  const eventTitle = (id: string) => agreement.events.get(id)?.title ?? id;
  const { events, forEver, isShortest } = shown;
  const which = kind === 'witness' ? 'witness' : 'counterexample';
  const name = `${isShortest ? 'The shortest' : 'A'} ${which}`;
  return [
    ...paragraph(
      events.length === 0
        ? `${name}: it is so already.`
        : `${name}, ${counted(events.length, 'event')}. Enter plays it as a branch:`,
      columns,
      6,
    ),
    ...events.flatMap((id, index) =>
      block(
        [text(`${String(index + 1).padStart(2)}  `, 'title'), text(eventTitle(id))],
        columns,
        6,
        4,
      ),
    ),
    ...(forEver === null
      ? []
      : paragraph(
          forEver.length === 0
            ? 'Nothing more can happen then.'
            : `And then for ever: ${listed(forEver.map(eventTitle))}.`,
          columns,
          6,
        )),
  ];
}
