import { partyReadings, stageTitle } from '../../agreement/agreement.ts';
import { REPORTED } from '../../agreement/runner.ts';
import type { Story } from '../../agreement/story.ts';
import { compareStories, type Difference } from '../../analysis/diff.ts';
import { type Line, line, text } from '../line.ts';
import { counted, listed, rangeText, readingTitleOf, regionTitle } from '../model/wording.ts';
import { type Session, told } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { VERDICT_WORDS, verdictTone } from './signs.ts';

const known = new WeakMap<Story, WeakMap<Story, Difference>>();

/** Comparing plays both stories; the screen is drawn more often than they change. */
function differenceOf(session: Session, left: Story, right: Story): Difference {
  let others = known.get(left);
  if (others === undefined) known.set(left, (others = new WeakMap()));
  let found = others.get(right);
  if (found === undefined) {
    const { agreement, runner } = session;
    found = compareStories(agreement, left, right, undefined, undefined, runner);
    others.set(right, found);
  }
  return found;
}

/** Two scenarios side by side: where they part, and what differs between where they lead. */
export function differencePage(
  session: Session,
  state: State,
  { left, right }: { left: string; right: string },
  columns: number,
): Page {
  const [a, b] = [left, right].map((id) => told(session, state.scenarios, id).story);
  if (a === undefined || b === undefined) return page([]);
  const difference = differenceOf(session, a, b);
  return page([
    ...partLines(session, difference, a, b, columns),
    ...stageLines(session, difference, columns),
    ...gateLines(session, difference, columns),
    ...eventLines(session, difference, columns),
  ]);
}

function partLines(
  session: Session,
  difference: Difference,
  a: Story,
  b: Story,
  columns: number,
): Line[] {
  const { shared, onlyLeft, onlyRight } = difference;
  const last = a.steps[shared - 1];
  const where =
    last === undefined
      ? 'They have no step in common.'
      : `They share ${counted(shared, 'step')} and part after "${last.title}".`;
  const side = (name: string, story: Story, own: typeof onlyLeft): Line[] => [
    [],
    ...block([text(`${name}  `, 'title'), text(story.scenario.title, 'strong')], columns, 0, 3),
    ...(own.length === 0 ? paragraph('nothing more', columns, 3, 'quiet') : []),
    ...own.flatMap((step) =>
      block(
        [
          text(step.title),
          text(`  ${rangeText(step.date, session.theme.glyphs.dash)}, ${step.basis}`, 'quiet'),
        ],
        columns,
        3,
        2,
      ),
    ),
  ];
  return [...paragraph(where, columns), ...side('A', a, onlyLeft), ...side('B', b, onlyRight)];
}

function stageLines(session: Session, { stages }: Difference, columns: number): Line[] {
  const { agreement } = session;
  const title = heading('Stages that differ at their ends', 'derived');
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
