import { partyReadings, stageTitle } from '../../agreement/agreement.ts';
import { REPORTED } from '../../agreement/runner.ts';
import type { StoryStep } from '../../agreement/story.ts';
import type { Difference } from '../../analysis/diff.ts';
import type { Standing } from '../../analysis/standing.ts';
import { type Line, line, text } from '../line.ts';
import { differenceOf, type DifferenceOverlay, momentsOf } from '../model/difference.ts';
import { outcomeRow } from '../model/step-card.ts';
import { counted, listed, rangeText, readingTitleOf, regionTitle } from '../model/wording.ts';
import { momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { VERDICT_WORDS, verdictTone } from './signs.ts';

/** Two scenarios side by side: where they part, and what differs between where they stand. */
export function differencePage(
  session: Session,
  state: State,
  overlay: DifferenceOverlay,
  columns: number,
): Page {
  const difference = differenceOf(session, state, overlay);
  return page([
    ...partLines(session, state, overlay, difference, columns),
    ...judgedLines(session, state, difference, columns),
    ...stageLines(session, difference, columns),
    ...gateLines(session, difference, columns),
    ...eventLines(session, difference, columns),
  ]);
}

function partLines(
  session: Session,
  state: State,
  overlay: DifferenceOverlay,
  difference: Difference,
  columns: number,
): Line[] {
  const { shared, onlyLeft, onlyRight, left, right } = difference;
  const { dash } = session.theme.glyphs;
  const last = left.story.steps[shared - 1];
  const where =
    last === undefined
      ? 'They have no step in common.'
      : `They share ${counted(shared, 'step')} and part after "${last.title}".`;
  const moments = momentsOf(session, state, overlay);
  const hint = moments.length > 1 ? '; the left and right keys compare them at other steps' : '';
  const when =
    overlay.at === null
      ? `Compared at both their ends${hint}.`
      : `Compared at moment ${moments.indexOf(overlay.at) + 1} of ${moments.length}${hint}.`;
  const side = (name: string, standing: Standing, own: typeof onlyLeft): Line[] => [
    [],
    ...block(
      [
        text(`${name}  `, 'title'),
        text(standing.story.scenario.title, 'strong'),
        text(`  ${standsText(standing)}`, 'quiet'),
      ],
      columns,
      0,
      3,
    ),
    ...(own.length === 0 ? paragraph('no steps of its own so far', columns, 3, 'quiet') : []),
    ...own.flatMap((step) =>
      block(
        [text(step.title), text(`  ${rangeText(step.date, dash)}, ${step.basis}`, 'quiet')],
        columns,
        3,
        2,
      ),
    ),
  ];
  return [
    ...paragraph(where, columns),
    ...paragraph(when, columns, 0, 'quiet'),
    ...side('A', left, onlyLeft),
    ...side('B', right, onlyRight),
  ];
}

function standsText({ story, played }: Standing): string {
  const last = played.steps.at(-1);
  if (last === undefined) return 'before its first step';
  return played.steps.length === story.steps.length ? 'at its end' : `after "${last.step.title}"`;
}

/** Steps that both sides have, and of which some reading makes something else on one of them. */
function judgedLines(
  session: Session,
  state: State,
  { left, right, judged }: Difference,
  columns: number,
): Line[] {
  if (judged.length === 0) return [];
  const said = ({ story, played }: Standing, step: StoryStep, reading: string): string => {
    const position = played.steps.findIndex((each) => each.step.id === step.id);
    const outcome = played.steps[position]?.outcomes[reading];
    if (outcome === undefined) return '';
    const moment = momentOf(session, { ...state, scenario: story.scenario.id, position });
    const { word, reason } = outcomeRow(session, moment, step, reading, outcome);
    return reason === '' ? word : `${word} (${reason})`;
  };
  const rows = judged.map(({ step, reading }) => ({
    step,
    reading,
    a: said(left, step, reading),
    b: said(right, step, reading),
  }));
  return [
    [],
    heading('Steps of both that a reading judges differently', 'derived'),
    ...grouped(rows, ({ step, a, b }) => `${step.id} ${a} ${b}`).flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const whose = listed(same.map(({ reading }) => readingTitleOf(session.agreement, reading)));
      return block(
        [
          text(`${first.step.title}:  `),
          ...sides(session, line(first.a), line(first.b, 'changed')),
          text(`  under ${whose}`, 'quiet'),
        ],
        columns,
        3,
        2,
      );
    }),
  ];
}

function stageLines(session: Session, { stages }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const title = heading('Stages that differ', 'derived');
  if (stages.length === 0) return [[], title, line('   none', 'quiet')];
  const groups = grouped(stages, ({ region, left, right }) => `${region} ${left} ${right}`);
  return [
    [],
    title,
    ...groups.flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { region, left, right } = first;
      const all = rows.length === agreement.readings.size + 1;
      const runs = all ? 'in every run' : listed(rows.map(({ run }) => runName(session, run)));
      return block(
        [
          text(`${regionTitle(agreement, region)}:  `),
          ...sides(
            session,
            line(stageTitle(agreement, region, left)),
            line(stageTitle(agreement, region, right), 'changed'),
          ),
          text(`  ${runs}`, 'quiet'),
        ],
        columns,
        3,
        2,
      );
    }),
  ];
}

function gateLines(session: Session, { gates }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const title = heading('Gates whose verdict differs', 'derived');
  const changed = gates.filter(({ left, right }) => left.verdict !== right.verdict);
  const groups = grouped(
    changed,
    ({ gate, left, right }) => `${gate} ${left.verdict} ${right.verdict}`,
  );
  const others = gates.length - changed.length;
  return [
    [],
    title,
    ...(changed.length === 0 ? [line('   none', 'quiet')] : []),
    ...groups.flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { gate, left, right } = first;
      return block(
        [
          text(`${agreement.gates.get(gate)?.title ?? gate}:  `),
          ...sides(
            session,
            line(VERDICT_WORDS[left.verdict], verdictTone(left.verdict)),
            line(VERDICT_WORDS[right.verdict], verdictTone(right.verdict)),
          ),
          text(`  under ${listed(rows.map(({ reading }) => runName(session, reading)))}`, 'quiet'),
        ],
        columns,
        3,
        2,
      );
    }),
    ...(others === 0
      ? []
      : paragraph(
          `${counted(others, 'verdict')} the same for want of other conditions.`,
          columns,
          3,
          'quiet',
        )),
  ];
}

function eventLines(session: Session, { events }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const parties = partyReadings(agreement).length;
  const part = (title: string, rows: Difference['events']): Line[] => [
    [],
    heading(title, 'derived'),
    ...(rows.length === 0 ? [line('   none', 'quiet')] : []),
    ...grouped(rows, ({ event }) => event).flatMap((same) => {
      const event = same[0]?.event ?? '';
      const whose =
        same.length === parties
          ? "by every party's reading"
          : `by ${listed(same.map(({ reading }) => runName(session, reading)))}`;
      return block(
        [text(agreement.events.get(event)?.title ?? event), text(`  ${whose}`, 'quiet')],
        columns,
        3,
        2,
      );
    }),
  ];
  return [
    ...part(
      'Events that could follow in B and not in A',
      events.filter(({ right }) => right === 'recognised'),
    ),
    ...part(
      'Events that could follow in A and not in B',
      events.filter(({ left }) => left === 'recognised'),
    ),
  ];
}

function sides(session: Session, left: Line, right: Line): Line {
  const gap = session.theme.screenReader ? '; ' : '  ';
  return [text('A ', 'quiet'), ...left, text(`${gap}B `, 'quiet'), ...right];
}

function runName(session: Session, run: string): string {
  return run === REPORTED ? 'as reported' : readingTitleOf(session.agreement, run);
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}
