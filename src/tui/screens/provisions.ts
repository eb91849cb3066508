import { nothingPublishedText } from '../../explain/moment-text.ts';
import { counted } from '../../explain/words.ts';
import { type Line, line, lineWidth, text, width, wrap } from '../../draw/line.ts';
import { keySaid } from '../bound-keys.ts';
import { matchingRows, type ProvisionRow, provisionRows } from '../model/provisions.ts';
import { showsChangesOnly } from '../layout.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { madeFrom } from '../../draw/made-from.ts';
import { type Block, rows as rowsBlock } from '../../explain/document.ts';
import type { Theme } from '../../draw/theme.ts';
import { nothingFound } from '../views/filtered.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, page, type Page } from '../views/page.ts';
import type { PaneScreen } from './screen.ts';
import { basisLetter, levelBar } from '../../draw/signs.ts';

/**
 * Every provision and circumstance: where it stands in the chosen run, and what the last step changed. The chosen
 * one is kept in view; while another pane is in focus, what the step changed is.
 */
function provisionsPage(session: Session, state: State, columns: number): Page {
  const { theme } = session;
  const filter = state.filters.provisions;
  const scene = sceneOf(session, state);
  const nothing = nothingPublishedText(scene.moment);
  if (nothing !== '') return page(paragraph(nothing, columns));
  const rows = matchingRows(provisionRows(session, scene, state.run), filter);
  if (filter === '' && showsChangesOnly(state.size, theme, state.focus, state.zoomed))
    return changesPage(session, rows, columns);
  if (rows.length === 0) return nothingFound(session, filter, columns);
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const places: (readonly [number, number])[] = [];
  let kind: string | null = null;
  const [provisions] = tableOf(rows, false);
  const [circumstances] = tableOf(rows, true);
  for (const row of rows) {
    if (row.region.kind !== kind) {
      kind = row.region.kind;
      if (kind === 'circumstance') lines.push([], heading('Circumstances'));
    }
    const isChosen = row.region.id === state.region;
    const of = kind === 'circumstance' ? circumstances : provisions;
    const first = lines.length;
    const drawn = rowLines(theme, row, columns, isChosen && state.focus === 'provisions');
    lines.push(...(of === undefined ? drawn : madeFrom(of, drawn)));
    const isWanted = state.focus === 'provisions' ? isChosen : row.changedFrom !== null;
    places.push([first, lines.length - 1]);
    if (isWanted) cursor ??= [first, lines.length - 1];
  }
  lines.push([], ...legend(theme, rows, columns));
  return { lines, cursor, rows: places };
}

/** Rows as a table to be taken elsewhere, for each part of the list. */
function tableOf(rows: readonly ProvisionRow[], isCircumstance: boolean): Block[] {
  return rowsBlock(
    rows
      .filter(({ region }) => (region.kind === 'circumstance') === isCircumstance)
      .map(({ region, stage, level, basis, changedFrom, reported }) => [
        region.title,
        changedFrom === null ? stage : `${stage} (was ${changedFrom})`,
        level === null ? '' : `${level} of 3`,
        basis ?? '',
        reported ?? '',
      ]),
    { head: ['region', 'stage', 'level', 'basis', 'reported otherwise'] },
  );
}

/** Of the provisions only what the step changed, and how to see the others. */
function changesPage(session: Session, rows: readonly ProvisionRow[], columns: number): Page {
  const { theme } = session;
  const changed = rows.filter(({ changedFrom }) => changedFrom !== null);
  const none = changed.length === 0 ? 'This step changes none. ' : '';
  return page([
    ...changed.flatMap((row) => rowLines(theme, row, columns, false)),
    ...block(
      [
        text(none, 'quiet'),
        text(keySaid(session, 'focusProvisions', '1'), 'title'),
        text(` shows all ${rows.length}.`, 'quiet'),
      ],
      columns,
      0,
      2,
    ),
  ]);
}

function rowLines(theme: Theme, row: ProvisionRow, columns: number, isChosen: boolean): Line[] {
  const { glyphs, screenReader } = theme;
  const { stage } = row;
  const stageTone = row.changedFrom === null ? (row.isSettled ? 'plain' : 'unsure') : 'changed';
  const end: Line = [
    text(stage, stageTone),
    text(` ${levelBar(theme, row.level)} `),
    text(basisLetter(theme, row.basis), 'quiet'),
  ];
  if (screenReader) {
    const notes = [
      row.changedFrom === null ? '' : `; changed by this step, was ${row.changedFrom}`,
      row.reported === null ? '' : `; reported: ${row.reported}`,
    ];
    const chosen = isChosen ? 'chosen: ' : '';
    const said = `${chosen}${row.region.title}: ${stage}, ${levelBar(theme, row.level)}, ${basisLetter(theme, row.basis)}`;
    return block(line(said + notes.join('')), columns, 0, 2);
  }
  const gutter = text(
    `${isChosen ? glyphs.selected : ' '}${row.changedFrom === null ? ' ' : glyphs.changed}`,
    row.changedFrom === null ? 'plain' : 'changed',
  );
  const title = text(row.region.title, isChosen ? 'selected' : 'plain');
  const room = columns - width(gutter.text) - lineWidth(end) - 1;
  const lines: Line[] = [];
  if (width(title.text) <= room) {
    const gap = room - width(title.text) + 1;
    lines.push([gutter, title, text(' '.repeat(gap)), ...end]);
  } else {
    // Too long for one line: the title has the first, the stage the next, the bar stays in its column.
    const [first = [], ...more] = wrap([title], columns - 2);
    lines.push([gutter, ...first], ...more.map((rest) => [text('  '), ...rest]));
    const bar = end.slice(1);
    const stages = wrap(end.slice(0, 1), columns - lineWidth(bar) - 4);
    for (const [index, part] of stages.entries()) {
      const inset = text(' '.repeat(columns - lineWidth(bar) - lineWidth(part)));
      lines.push(index === stages.length - 1 ? [inset, ...part, ...bar] : [inset, ...part]);
    }
  }
  if (row.reported !== null) {
    const said = [text(`${glyphs.differs} reported: ${row.reported}`, 'contested')];
    lines.push(...block(said, columns, 4, 2));
  }
  return lines;
}

/** What the signs mean, as far as they are on screen. */
function legend(theme: Theme, rows: readonly ProvisionRow[], columns: number): Line[] {
  if (theme.screenReader) return [];
  const { glyphs } = theme;
  const changed = rows.filter(({ changedFrom }) => changedFrom !== null).length;
  const differing = rows.filter(({ reported }) => reported !== null).length;
  const notes = [
    changed > 0 ? `${glyphs.changed} changed by this step` : '',
    differing > 0
      ? `${glyphs.differs} differs from the report (${counted(differing, 'provision')})`
      : '',
    'bar: implementation level, 0 to 3',
    's sourced, d derived',
  ].filter((note) => note !== '');
  return notes.flatMap((note) => block(line(note, 'quiet'), columns, 0, 2));
}

/** Where each provision stands. */
export const PROVISIONS_PANE: PaneScreen = {
  name: 'Provisions',
  about:
    'The provisions: where each stands in the run on show, its implementation level, and whether that is sourced, derived or assumed. A mark shows what the step changed, and what differs from what is reported. {details} opens the chosen one.',
  view: provisionsPage,
};
