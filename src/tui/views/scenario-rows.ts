import type { ScenarioFile } from '../../model/shapes/scenario.ts';
import { counted } from '../../explain/words.ts';
import { type Line, text } from '../../draw/line.ts';
import { keySaid, WHERE_TYPED } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import type { Page } from './page.ts';

/** The scenarios that match what was typed, one of them chosen. */
export function scenarioRows(
  session: Session,
  state: State,
  overlay: { filter: string; selected: number },
  columns: number,
  found: readonly ScenarioFile[],
): Page {
  const { glyphs, screenReader } = session.theme;
  if (found.length === 0)
    return {
      lines: paragraph(
        `No scenario has "${overlay.filter}" in it. ${keySaid(session, 'erase', 'backspace', WHERE_TYPED)} erases.`,
        columns,
        2,
      ),
      cursor: null,
    };
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const rows: (readonly [number, number])[] = [];
  for (const [index, scenario] of found.entries()) {
    const isChosen = index === overlay.selected;
    const first = lines.length;
    const mark = isChosen
      ? screenReader
        ? 'chosen: '
        : `${glyphs.selected} `
      : screenReader
        ? ''
        : '  ';
    const open = scenario.id === state.scenario ? ', open now' : '';
    lines.push(
      ...block(
        [
          text(mark),
          text(scenario.title, isChosen ? 'selected' : 'strong'),
          text(
            `  ${scenario.kind}, ${counted(scenario.steps.length, 'step')} of its own${open}`,
            'quiet',
          ),
        ],
        columns,
        0,
        4,
      ),
      ...(scenario.summary === undefined ? [] : paragraph(scenario.summary, columns, 4, 'quiet')),
    );
    rows.push([first, lines.length - 1]);
    if (isChosen) cursor = [first, lines.length - 1];
    lines.push([]);
  }
  return { lines: lines.slice(0, -1), cursor, rows };
}
