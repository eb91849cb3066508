import { rangeText } from '../../model/day-words.ts';
import { REPORTED } from '../../model/terms.ts';
import { authorTexts } from '../../explain/author-text.ts';
import { phaseWarning } from '../../explain/phase-warning.ts';
import { counted } from '../../explain/words.ts';
import { treeOf, type Twig } from '../../lab/branches.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { matchingCommands } from '../model/commands.ts';
import { outcomeRow, reportedRow } from '../model/step-card.ts';
import { runTitle } from '../model/wording.ts';
import { keyName } from '../keymap.ts';
import { sceneIn, sceneOf, type Session, told } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from './listing.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { heading, type Page } from './page.ts';
import { outcomeSign } from '../../draw/signs.ts';

/** The branches as a tree, each under what it departs from. */
export function branchesPage(
  session: Session,
  state: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const twigs = treeOf(state, state.scenario);
  const rows = twigs.map(({ scenario, isOwn, after }, index): ListRow => {
    const isShown = scenario.id === state.scenario;
    const played = scenario.replay === undefined ? '' : ', later steps played on';
    const own = isOwn
      ? `${counted(scenario.steps.length, 'step')} of its own${played}`
      : scenario.kind;
    const where = after === null ? '' : `, after "${after}"`;
    return {
      spans: [
        text(treeSigns(session, twigs, index), 'quiet'),
        text(scenario.title, isShown ? 'strong' : 'plain'),
        text(`  ${own}${where}${isShown ? ', on show' : ''}`, 'quiet'),
      ],
    };
  });
  const page = listPage(session, rows, selected, columns);
  if (state.branches.length > 0) return page;
  const hint = 'No branches yet. w at any step lets something else happen, and begins one.';
  return { ...page, lines: [...page.lines, [], ...paragraph(hint, columns, 0, 'quiet')] };
}

/** The lines that lead from a branch to what it departs from; a screen reader is told that in words. */
function treeSigns({ theme }: Session, twigs: readonly Twig[], index: number): string {
  const depth = twigs[index]?.depth ?? 0;
  if (depth === 0 || theme.screenReader) return '';
  const { upright, corner, tee } = theme.glyphs;
  /** Whether another branch at that depth follows under the same one. */
  const goesOn = (at: number): boolean => {
    for (const twig of twigs.slice(index + 1)) {
      if (twig.depth < at) return false;
      if (twig.depth === at) return true;
    }
    return false;
  };
  const above = Array.from({ length: depth - 1 }, (_, level) =>
    goesOn(level + 1) ? `${upright}  ` : '   ',
  );
  return `${above.join('')}${goesOn(depth) ? tee : corner} `;
}

/** All that was done to the branches, and what of it was undone. */
export function historyPage(
  session: Session,
  { history }: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const rows = [
    {
      spans: [text('As it was at the beginning'), text(history.done === 0 ? '  now' : '', 'quiet')],
    },
    ...history.entries.map(({ label }, index): ListRow => {
      const isUndone = index >= history.done;
      const note = isUndone ? '  undone' : index === history.done - 1 ? '  now' : '';
      return { spans: [text(label, isUndone ? 'quiet' : 'plain'), text(note, 'quiet')] };
    }),
  ];
  return listPage(session, rows, selected, columns);
}

/** Every step of the story with what the run on show makes of it: an impossibility names the step that caused it. */
export function stepsPage(
  session: Session,
  state: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const { theme } = session;
  const { scenarios, run, clocks, scenario } = state;
  const { story, places, position } = sceneOf(session, state);
  const at = (place: number) => sceneIn(session, scenarios, { scenario, position: place }, clocks);
  const ownFrom = story.inherited;
  const ownTo = ownFrom + story.scenario.steps.length;
  const { played: all } = told(session, scenarios, scenario, clocks).whole;
  const warning = phaseWarning(session.agreement, scenario, all.steps, all.start);
  const rows: ListRow[] = [
    {
      above: [heading(`What the steps come to, ${runTitle(session.agreement, run)}`, 'derived')],
      sign: text(' '),
      spans: [text('Before the first step')],
    },
    ...places.flatMap((place, index): ListRow[] => {
      const after = at(place);
      const { played, moment } = after;
      if (played === null) return [];
      const { step, isCertain, outcomes, reported } = played;
      const row =
        run === REPORTED
          ? reportedRow(at(place - 1), after, played)
          : outcomeRow(moment, step, run, outcomes[run] ?? reported);
      const isNote = step.action.kind === 'note';
      const before = places[index - 1] ?? -1;
      const part =
        step.replayed && place >= ownTo && before < ownTo
          ? `${PLAYED_ON} "${scenarios.get(step.scenario)?.title ?? step.scenario}"`
          : ownFrom > 0 && place >= ownFrom && before < ownFrom
            ? 'Its own'
            : null;
      const date = step.date === null ? '' : `  ${rangeText(step.date, theme.glyphs.dash)}`;
      const perhaps = isCertain ? '' : ', may have happened';
      const isSaid = !isNote && (isCertain || row.mark !== 'unstated');
      return [
        {
          above: [
            ...(part === null ? [] : [[], line(part, 'strong')]),
            ...(part?.startsWith(PLAYED_ON) === true ? paragraph(warning, columns, 2) : []),
          ],
          sign: isNote ? text(' ') : outcomeSign(theme, isCertain ? row.mark : 'unknown'),
          spans: [
            text(step.title, place === position ? 'strong' : 'plain'),
            text(`${date}${perhaps}${isSaid ? `  ${row.text}` : ''}`, 'quiet'),
          ],
          below: authorTexts(step).flatMap((said) => paragraph(said, columns, 4)),
        },
      ];
    }),
  ];
  return listPage(session, rows, selected, columns);
}

const PLAYED_ON = 'Played on from';

/** Everything that can be done, by name. */
export function commandsPage(
  session: Session,
  state: State,
  overlay: { filter: string; selected: number },
  columns: number,
): Page {
  const found = matchingCommands(session, state, overlay.filter);
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  if (found.length === 0)
    return {
      lines: paragraph(`Nothing is called "${overlay.filter}". Backspace erases.`, columns, 2),
      cursor: null,
    };
  const widest = Math.max(...found.map(({ label }) => label.length));
  let group = '';
  const rows = found.map((entry): ListRow => {
    const above: Line[] = [];
    // What is looked for by a name stands in the order of how well it fits, and not by groups.
    if (overlay.filter.trim() === '' && entry.group !== group) {
      if (group !== '') above.push([]);
      group = entry.group;
      above.push(heading(group));
    }
    const gap = ' '.repeat(widest - entry.label.length + 2);
    const key = keyName(entry.keys[0] ?? '', signs);
    return {
      above,
      spans: [
        text(entry.label),
        text(gap),
        text(key.padEnd(9), 'title'),
        text(entry.help, 'quiet'),
      ],
    };
  });
  return listPage(session, rows, overlay.selected, columns);
}
