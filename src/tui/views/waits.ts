import { type Agreement, partyTitle } from '../../model/agreement.ts';
import { citationsText } from '../../model/citation.ts';
import type { Wait, WaitForNobody, WaitsAnswer } from '../../search/waits.ts';
import { type Line, line, text } from '../line.ts';
import { controllersText, leafText, listed } from '../model/wording.ts';
import { CIRCLES_ARE_NO_DEADLOCK, togetherText } from '../../report/explore-text.ts';
import type { Session } from '../session.ts';
import { block, heading, paragraph } from './page.ts';

/** Who waits for whom, as a small graph: each who waits, the lines to those waited for, and on each line what for. */
export function waitLines(session: Session, answer: WaitsAnswer, columns: number): Line[] {
  const { waits, cycles, forNobody } = answer;
  const { agreement } = session;
  const waiting = [...new Set(waits.map(({ from }) => from))];
  const inCircle = (wait: Wait) => cycles.some((cycle) => cycle.waits.includes(wait));
  return [
    ...cycleLines(session, answer, columns),
    ...waiting.flatMap((from) => [
      [],
      line(partyTitle(agreement, from), 'strong'),
      ...armLines(
        session,
        waits.filter((wait) => wait.from === from),
        inCircle,
        columns,
      ),
    ]),
    ...(waits.length === 0 ? [[], ...paragraph('Nobody waits for anybody.', columns)] : []),
    ...(forNobody.length === 0 ? [] : [[], heading('Waits that no stated party can end')]),
    ...forNobody.flatMap((wait) => nobodyLines(agreement, wait, columns)),
  ];
}

function cycleLines(session: Session, { cycles }: WaitsAnswer, columns: number): Line[] {
  const { agreement, theme } = session;
  const name = (id: string) => partyTitle(agreement, id);
  if (cycles.length === 0) return paragraph('Nobody waits in a circle.', columns);
  const circles = cycles.flatMap(({ parties }) => {
    // Of two there is one way round; of more, the lines below say which.
    const [first = '', ...others] = parties.map(name);
    const arrow = theme.screenReader ? ', who waits for ' : ` ${theme.glyphs.arrow} `;
    const round =
      others.length === 1 ? [first, ...others, first].join(arrow) : listed([first, ...others]);
    return block([text('In a circle: ', 'contested'), text(round, 'strong')], columns);
  });
  return [...circles, ...paragraph(CIRCLES_ARE_NO_DEADLOCK, columns, 0, 'quiet')];
}

/** The lines from one who waits to each that is waited for. */
function armLines(
  session: Session,
  waits: readonly Wait[],
  inCircle: (wait: Wait) => boolean,
  columns: number,
): Line[] {
  const { agreement, theme } = session;
  const { tee, corner, upright, arrow } = theme.glyphs;
  const others = [...new Set(waits.map(({ to }) => to))];
  return others.flatMap((to, index) => {
    const isLast = index === others.length - 1;
    const arm = waits.filter((wait) => wait.to === to);
    const isRound = arm.some(inCircle);
    const head: Line = theme.screenReader
      ? [text('waits for '), text(partyTitle(agreement, to), 'strong')]
      : [
          text(` ${isLast ? corner : tee}${arrow} `, 'quiet'),
          text(partyTitle(agreement, to), 'strong'),
        ];
    const round = isRound ? [text('  in a circle', 'contested')] : [];
    const margin = theme.screenReader ? '' : ` ${isLast ? ' ' : upright}    `;
    return [
      [...head, ...round],
      ...arm.flatMap((wait) =>
        block(
          [...forText(agreement, wait), text(togetherText(agreement, wait), 'quiet')],
          columns - margin.length,
          0,
          2,
        ).map((one) => [text(margin, 'quiet'), ...one]),
      ),
    ];
  });
}

function nobodyLines(agreement: Agreement, wait: WaitForNobody, columns: number): Line[] {
  const { from, takingPart } = wait;
  const soFar = takingPart.length === 0 ? '' : `; ${controllersText(agreement, null, takingPart)}`;
  return block(
    [
      text(`${partyTitle(agreement, from)}: `, 'strong'),
      ...forText(agreement, wait),
      text(soFar, 'quiet'),
    ],
    columns,
    3,
    2,
  );
}

/** What is waited for, before what, and what says so. */
function forText(
  agreement: Agreement,
  { gate, leaf, claims, basis }: Pick<Wait, 'gate' | 'leaf' | 'claims' | 'basis'>,
): Line {
  const before = agreement.gates.get(gate)?.title ?? gate;
  return [
    text(leafText(agreement, leaf)),
    text(`  before "${before}"; ${basis}: ${citationsText(agreement, claims)}`, 'quiet'),
  ];
}
