import { propertyRows, type PropertyRow, shownBy } from '../../answer/property-rows.ts';
import type { PropertyVerdict } from '../../search/verify.ts';
import type { Verified } from '../../search/verify-all.ts';
import type { Mark } from '../../explain/mark.ts';
import {
  countBlocks,
  propertyBlocks,
  underText,
  verdictInWords,
} from '../../explain/property-text.ts';
import { PROPERTY_WORDS } from '../../explain/words.ts';
import { blockLines } from '../../draw/lines.ts';
import { type Line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { outcomeSign } from '../../draw/signs.ts';
import type { Moment } from '../../model/moment.ts';
import type { Session } from '../session.ts';
import { listPage, type ListRow } from './listing.ts';
import type { Page } from './page.ts';

const MARKS: Readonly<Record<PropertyVerdict, Mark>> = {
  holds: 'met',
  vacuous: 'unstated',
  fails: 'unmet',
  unknown: 'unknown',
  unfinished: 'unknown',
};

/** How far what is said of a row is set in from it. */
const INSET = 6;

/** Whether each property holds in everything that can be reached; the chosen one with its reason and what shows it. */
export function propertiesPage(
  session: Session,
  { moment, verified, selected }: { moment: Moment; verified: Verified; selected: number },
  title: readonly Line[],
  columns: number,
): Page {
  const { agreement, theme } = session;
  const found = propertyRows(verified);
  if (found.length === 0) {
    const none = paragraph('This agreement lists no properties.', columns);
    return { lines: [...title, ...none], cursor: null };
  }
  const rows = found.map((row, index): ListRow => {
    const { property, verdict, readings, isEvery } = row;
    const isPlain = verdict === 'holds' || verdict === 'fails';
    const word = isPlain ? PROPERTY_WORDS[verdict].word : verdictInWords(verdict);
    return {
      ...(index === 0 ? { above: [...title, []] } : {}),
      sign: outcomeSign(theme, MARKS[verdict]),
      spans: [
        text(property.title),
        text(
          `  ${underText(agreement, readings, isEvery)}: ${word}`,
          verdict === 'fails' ? 'bad' : 'quiet',
        ),
      ],
      below: index === selected ? explained(session, moment, row, columns) : [],
    };
  });
  const page = listPage(session, rows, selected, columns);
  const counts = blockLines(theme, countBlocks(agreement, verified), columns);
  return { ...page, lines: [...page.lines, [], ...counts] };
}

function explained(
  { theme }: Session,
  moment: Moment,
  { property, under }: PropertyRow,
  columns: number,
): Line[] {
  const margin = text(' '.repeat(INSET));
  const drawn = blockLines(theme, propertyBlocks(moment, property, under), columns - INSET);
  const isPlayed = (shownBy(under)?.events.length ?? 0) > 0;
  return [
    ...drawn.map((line) => (line.length === 0 ? line : [margin, ...line])),
    ...(isPlayed ? paragraph('Enter plays it as a branch.', columns, INSET, 'quiet') : []),
  ];
}
