import { partyTitle } from '../../model/agreement.ts';
import { citationsText } from '../../model/citation.ts';
import type { CoalitionAnswer, HelpedSet } from '../../search/coalitions.ts';
import { type Line, line, text, width } from '../line.ts';
import { counted, listed } from '../model/wording.ts';
import type { Session } from '../session.ts';
import { block, paragraph } from './page.ts';

/**
 * Who could reach a gate on their own: on what the documents say of who can do what, and if the events of which no
 * document says so came about by themselves.
 */
export function coalitionLines(
  session: Session,
  { minimal, parties, helped, unstatedEvents, complete }: CoalitionAnswer,
  columns: number,
): Line[] {
  return [
    ...paragraph('On what the documents say of who can bring what about', columns, 0, 'strong'),
    ...(minimal.length === 0
      ? paragraph('No set of parties can, all of them together included.', columns)
      : [
          line('Smallest sets that suffice, each on its own:'),
          ...minimal.flatMap((set) => setLines(session, set, columns)),
        ]),
    ...matrixLines(session, minimal, parties, columns),
    ...(helped === null ? [] : helpedLines(session, helped, unstatedEvents.length, columns)),
    ...(complete ? [] : [[], line('PARTIAL: the search was stopped.', 'unsure')]),
  ];
}

function helpedLines(
  session: Session,
  helped: readonly HelpedSet[],
  count: number,
  columns: number,
): Line[] {
  const what = `${counted(count, 'event')} that bear on it`;
  const isOne = helped.every(({ events }) => events.flat().length === 0);
  const said = (words: string) => paragraph(words, columns, 0, 'quiet');
  return [
    [],
    ...paragraph(
      'If events came about by themselves of which no document says who can bring them about',
      columns,
      0,
      'strong',
    ),
    ...(helped.length === 0
      ? said(`No set could even then, though all ${what} may.`)
      : isOne
        ? said(`None of the ${what} is needed for that.`)
        : said(`There are ${what}. These sets would suffice, each with the events under it:`)),
    ...(isOne ? [] : helped).flatMap(({ parties, events }) => [
      ...setLines(session, parties, columns),
      ...events.flatMap((set, index) => block(onceSpans(session, set, index > 0), columns, 4, 2)),
    ]),
  ];
}

function onceSpans(session: Session, events: readonly string[], isFurther: boolean): Line {
  if (events.length === 0) return [text('without any of them', 'quiet')];
  const once =
    events.length === 1
      ? 'once this comes about by itself: '
      : 'once these come about by themselves: ';
  return [
    text(`${isFurther ? 'or ' : ''}${once}`, 'quiet'),
    text(listed(events.map((id) => eventText(session, id)))),
  ];
}

function eventText({ agreement }: Session, id: string): string {
  const { title = id, claims = [] } = agreement.events.get(id) ?? {};
  return claims.length === 0
    ? title
    : `${title} (who takes part so far: ${citationsText(agreement, claims)})`;
}

/** One set of parties, with its size. */
function setLines(session: Session, set: readonly string[], columns: number): Line[] {
  const { agreement, theme } = session;
  const names = listed(set.map((id) => partyTitle(agreement, id)));
  if (set.length === 0) return paragraph('It happens without any party.', columns, 2);
  if (theme.screenReader) return paragraph(names, columns, 2);
  const size = `${set.length} ${set.length === 1 ? 'party' : 'parties'}  `.padStart(11);
  return block([text(size, 'quiet'), text(names)], columns, 0, 11);
}

/** The sets as a table, a column each; none for a screen reader, which has read them. */
function matrixLines(
  { agreement, theme }: Session,
  sets: readonly (readonly string[])[],
  parties: readonly string[],
  columns: number,
): Line[] {
  if (theme.screenReader || parties.length === 0 || sets.every((set) => set.length === 0))
    return [];
  const name = (id: string) => partyTitle(agreement, id);
  const widest = Math.max(0, ...parties.map((id) => width(name(id))));
  const shown = sets.slice(0, Math.max(1, Math.floor((columns - widest - 2) / 3)));
  return [
    [],
    line('The same as a table, a column a set:', 'quiet'),
    ...parties.map((id): Line => [
      text(name(id).padEnd(widest + 2)),
      ...shown.map((set) =>
        text(set.includes(id) ? ` ${theme.glyphs.here} ` : ` ${theme.glyphs.unstated} `),
      ),
    ]),
  ];
}
