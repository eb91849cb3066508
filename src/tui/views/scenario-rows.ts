import type { FileAtHand, FilesAtHand } from '../../node/laboratory.ts';
import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import { counted } from '../../explain/words.ts';
import { type Line, text } from '../../draw/line.ts';
import { keySaid, WHERE_TYPED } from '../bound-keys.ts';
import type { Openable } from '../model/scenario-list.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, type Page } from './page.ts';

interface Shown {
  /** Null while they are being looked at; not there where files are none of the matter. */
  readonly files?: FilesAtHand | null;
  readonly filter: string;
  readonly selected: number;
}

/** The scenarios that match what was typed and, under a heading of their own, the files, one of them chosen. */
export function scenarioRows(
  session: Session,
  state: State,
  { files, filter, selected }: Shown,
  columns: number,
  found: readonly Openable[],
): Page {
  const hasFiles = files !== undefined;
  const below = hasFiles ? filesBelow(session, files, filter, found, columns) : [];
  if (found.length === 0)
    return {
      lines: [
        ...paragraph(
          `Nothing has "${filter}" in it. ${keySaid(session, 'erase', 'backspace', WHERE_TYPED)} erases.`,
          columns,
          2,
        ),
        ...below,
      ],
      cursor: null,
    };
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const rows: (readonly [number, number])[] = [];
  for (const [index, each] of found.entries()) {
    const isChosen = index === selected;
    const isHead =
      hasFiles &&
      (index === 0 || (each.file !== undefined && found[index - 1]?.scenario !== undefined));
    // What a part begins with comes into view with its first row.
    const head = lines.length;
    if (isHead) lines.push(heading(each.file === undefined ? AT_HAND : FILES));
    const first = lines.length;
    lines.push(
      ...(each.file === undefined
        ? scenarioLines(session, each.scenario, isChosen, openNow(each.scenario, state), columns)
        : fileLines(session, each.file, isChosen, columns)),
    );
    rows.push([first, lines.length - 1]);
    if (isChosen) cursor = [isHead ? head : first, lines.length - 1];
    lines.push([]);
  }
  return { lines: [...lines.slice(0, -1), ...below], cursor, rows };
}

const AT_HAND = 'Of this agreement, and your branches';
const FILES = 'Your files';

const openNow = ({ id }: ScenarioFile, state: State) => (id === state.scenario ? ', open now' : '');

function marked({ theme }: Session, isChosen: boolean): string {
  const { glyphs, screenReader } = theme;
  return screenReader ? (isChosen ? 'chosen: ' : '') : isChosen ? `${glyphs.selected} ` : '  ';
}

function scenarioLines(
  session: Session,
  { title, kind, steps, summary }: ScenarioFile,
  isChosen: boolean,
  more: string,
  columns: number,
): Line[] {
  return [
    ...block(
      [
        text(marked(session, isChosen)),
        text(title, isChosen ? 'selected' : 'strong'),
        text(`  ${kind}, ${counted(steps.length, 'step')} of its own${more}`, 'quiet'),
      ],
      columns,
      0,
      4,
    ),
    ...(summary === undefined ? [] : paragraph(summary, columns, 4, 'quiet')),
  ];
}

function fileLines(
  session: Session,
  { name, scenario, problem }: FileAtHand,
  isChosen: boolean,
  columns: number,
): Line[] {
  if (scenario !== undefined)
    return scenarioLines(session, scenario, isChosen, `, in ${name}`, columns);
  return [
    ...block(
      [text(marked(session, isChosen)), text(name, isChosen ? 'selected' : 'quiet')],
      columns,
      0,
      4,
    ),
    ...paragraph(`It cannot be opened: ${problem}`, columns, 4, 'quiet'),
  ];
}

/** What is said of the files below the list: that there are none, or more than are listed, or that they are coming. */
function filesBelow(
  session: Session,
  files: FilesAtHand | null,
  filter: string,
  found: readonly Openable[],
  columns: number,
): Line[] {
  const open = keySaid(session, 'openFile', 'O');
  const said =
    files === null
      ? 'Looking for your files.'
      : files.more > 0
        ? `${files.more} more YAML files were not looked at: ${open} on the board opens any by its path.`
        : files.files.length === 0
          ? `No scenario file is in this folder. ${open} on the board opens one by its path, or a branch by its token.`
          : '';
  if (said === '') return [];
  const isHeaded = filter !== '' || found.some(({ file }) => file !== undefined);
  return [[], ...(isHeaded ? [] : [heading(FILES)]), ...paragraph(said, columns, 2, 'quiet')];
}
