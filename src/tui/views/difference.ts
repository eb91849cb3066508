import { partyReadings, stageTitle } from '../../model/agreement.ts';
import { REPORTED } from '../../model/runner.ts';
import type { OutcomeStatus } from '../../model/shapes/scenario.ts';
import type { StoryStep } from '../../model/story.ts';
import type { Difference } from '../../answer/diff.ts';
import { leavesById } from '../../answer/grouped-options.ts';
import type { Standing } from '../../answer/standing.ts';
import { grouped } from '../../report/grouped.ts';
import { fill, type Line, line, text, wrap } from '../line.ts';
import { differenceOf, type DifferenceOverlay, momentsOf } from '../model/difference.ts';
import { outcomeRow } from '../model/step-card.ts';
import {
  counted,
  leafText,
  listed,
  rangeText,
  readingTitle,
  regionTitle,
} from '../model/wording.ts';
import { sceneOf, type Session } from '../session.ts';
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
  const side = (name: string, standing: Standing, own: typeof onlyLeft, other: string): Line[] => [
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
    ...(own.length === 0
      ? paragraph(noneOfItsOwn(standing, shared, other), columns, 3, 'quiet')
      : []),
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
    ...side('A', left, onlyLeft, 'B'),
    ...side('B', right, onlyRight, 'A'),
  ];
}

/** That a side has no step that the other has not; past where they part, its steps may be the other's too. */
function noneOfItsOwn({ played }: Standing, shared: number, other: string): string {
  const more = played.steps.length - shared;
  return more > 0
    ? `no steps of its own: ${more === 1 ? 'its later step is' : 'its later steps are'} in ${other}, too`
    : 'no steps of its own so far';
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
    const moment = sceneOf(session, { ...state, scenario: story.scenario.id, position });
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
    sidesHeading(session, 'Steps judged differently', columns),
    ...grouped(rows, ({ step, a, b }) => `${step.id} ${a} ${b}`).flatMap((same) => {
      const [first] = same;
      const whose = listed(same.map(({ reading }) => readingTitle(session.agreement, reading)));
      return sideBySide(
        session,
        first.step.title,
        line(first.a),
        line(first.b, 'changed'),
        `under ${whose}`,
        columns,
      );
    }),
  ];
}

function stageLines(session: Session, { stages }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const title = sidesHeading(session, 'Stages that differ', columns);
  if (stages.length === 0) return [[], title, line('   none', 'quiet')];
  const groups = grouped(stages, ({ region, left, right }) => `${region} ${left} ${right}`);
  return [
    [],
    title,
    ...groups.flatMap((rows) => {
      const [first] = rows;
      const { region, left, right } = first;
      const all = rows.length === agreement.readings.size + 1;
      const runs = all ? 'in every run' : listed(rows.map(({ run }) => runName(session, run)));
      return sideBySide(
        session,
        regionTitle(agreement, region),
        line(stageTitle(agreement, region, left)),
        line(stageTitle(agreement, region, right), 'changed'),
        runs,
        columns,
      );
    }),
  ];
}

function gateLines(session: Session, { gates }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const leaves = leavesById(agreement);
  const said = ({ verdict, blocking }: Difference['gates'][number]['left']): Line => {
    const missing = blocking.map((set) =>
      listed(
        set.flatMap((id) => {
          const leaf = leaves.get(id);
          return leaf === undefined ? [] : [leafText(agreement, leaf)];
        }),
      ),
    );
    const why = missing.length === 0 ? '' : ` (${missing.join('; or ')})`;
    return [text(VERDICT_WORDS[verdict], verdictTone(verdict)), text(why, 'quiet')];
  };
  const groups = grouped(gates, ({ gate, left, right }) => JSON.stringify([gate, left, right]));
  return [
    [],
    sidesHeading(session, 'Verdicts that differ', columns),
    ...(groups.length === 0 ? [line('   none', 'quiet')] : []),
    ...groups.flatMap((rows) => {
      const [first] = rows;
      return sideBySide(
        session,
        agreement.gates.get(first.gate)?.title ?? first.gate,
        said(first.left),
        said(first.right),
        `under ${listed(rows.map(({ reading }) => runName(session, reading)))}`,
        columns,
      );
    }),
  ];
}

const STATUS_WORDS: Readonly<Record<OutcomeStatus, string>> = {
  recognised: 'could happen',
  refused: 'refused',
  disputed: 'disputed',
  already: 'so already',
  impossible: 'not possible',
  unknown: 'not known',
};

function eventLines(session: Session, { events }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const parties = partyReadings(agreement).length;
  const said = (status: OutcomeStatus | null): Line =>
    line(
      status === null ? '' : STATUS_WORDS[status],
      status === 'recognised' ? 'good' : status === 'refused' ? 'bad' : 'quiet',
    );
  return [
    [],
    sidesHeading(session, 'Possible on one side only', columns),
    ...(events.length === 0 ? [line('   none', 'quiet')] : []),
    ...grouped(events, ({ event, left, right }) => `${event} ${left} ${right}`).flatMap((rows) => {
      const [first] = rows;
      const whose =
        rows.length === parties
          ? "by every party's reading"
          : `by ${listed(rows.map(({ reading }) => runName(session, reading)))}`;
      return sideBySide(
        session,
        agreement.events.get(first.event)?.title ?? first.event,
        said(first.left),
        said(first.right),
        whose,
        columns,
      );
    }),
  ];
}

/** From this width on, the sides stand beside each other. */
const BESIDE = 96;
const INDENT = 3;
/** What differs, how it is in A, how in B, and for whom: shares of the width. */
const SHARES = [0.34, 0.24, 0.24, 0.18];

function areBeside(session: Session, columns: number): boolean {
  return !session.theme.screenReader && columns >= BESIDE;
}

function sideWidths(columns: number): number[] {
  return SHARES.map((share) => Math.floor((columns - INDENT) * share));
}

/** A heading, and over the columns of the sides which is which. */
function sidesHeading(session: Session, title: string, columns: number): Line {
  const plainly = heading(title, 'derived');
  if (!areBeside(session, columns)) return plainly;
  const [what = 0, side = 0] = sideWidths(columns);
  const { ellipsis } = session.theme.glyphs;
  return [
    ...fill(plainly, INDENT + what, ellipsis),
    ...fill([text('A', 'title')], side, ellipsis),
    text('B', 'title'),
  ];
}

/** One thing that differs: how it is in A, how in B, and for whom. */
function sideBySide(
  session: Session,
  what: string,
  left: Line,
  right: Line,
  whose: string,
  columns: number,
): Line[] {
  const { theme } = session;
  if (!areBeside(session, columns)) {
    const gap = theme.screenReader ? '; ' : '  ';
    const spans = [
      text(`${what}:  `),
      text('A ', 'quiet'),
      ...left,
      text(`${gap}B `, 'quiet'),
      ...right,
      text(`${gap}${whose}`, 'quiet'),
    ];
    return block(spans, columns, INDENT, 2);
  }
  const widths = sideWidths(columns);
  const cells = [line(what), left, right, line(whose, 'quiet')].map((cell, index) =>
    wrap(cell, (widths[index] ?? 0) - 2, 1),
  );
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) => [
    text(' '.repeat(INDENT)),
    ...cells.flatMap((cell, index) =>
      fill(cell[row] ?? [], widths[index] ?? 0, theme.glyphs.ellipsis),
    ),
  ]);
}

function runName(session: Session, run: string): string {
  return run === REPORTED ? 'as reported' : readingTitle(session.agreement, run);
}
