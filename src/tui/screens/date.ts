import { text } from '../../draw/line.ts';
import { firstDay } from '../../model/moment.ts';
import { obstacleTo } from '../../lab/reduce.ts';
import { clocksNotice, howToTypeClocks, readClocks } from '../model/go-to-date.ts';
import { clocksText } from '../model/wording.ts';
import { at, below, onTop, withoutClocks } from '../moves.ts';
import { sceneOf, told } from '../session.ts';
import { typedLine } from '../views/typed-line.ts';
import { PROMPT_KEYS } from './keys/kinds.ts';
import { LONGEST_INPUT } from './keys/typing.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** As of which day to look, and known by which. */
export const DATE: Screen<OverlayOf<'date'>> = {
  title: 'Date',
  about:
    'Two dates: the day to look at, and the day by which it must have been published. Type 2026-01-24, known 2025-12-31, or 2026-01-24 known 2025-12-31. Where a step may or may not have happened by that day, what it moves is unknown. To remove the date, type nothing and press {accept}, or press {close} over the panes.',
  keys: PROMPT_KEYS,
  view: () => null,
  line: ({ theme }, _state, overlay, columns) =>
    typedLine(theme, 'As of a day, or known by one:', overlay, columns),
  foot: ({ agreement }, _state, { problem }) =>
    problem === null
      ? [text(howToTypeClocks(agreement.recordEnds), 'quiet')]
      : [text(problem, 'bad')],
  typing: {
    longest: () => LONGEST_INPUT,
    changed: (_session, state, overlay, change) =>
      onTop(state, { ...overlay, input: change(overlay.input), problem: null }),
  },
  enter(session, state, overlay) {
    const words = overlay.input.text;
    if (words.trim() === '' && clocksText(state.clocks) !== '') return withoutClocks(below(state));
    const near = firstDay(sceneOf(session, state).story);
    const answer = readClocks(words, session.agreement.recordEnds, near);
    if (answer.kind === 'problem') return onTop(state, { ...overlay, problem: answer.message });
    const { clocks } = answer;
    const problem = obstacleTo(session, state.scenarios, state.scenario, clocks);
    if (problem !== null) return onTop(state, { ...overlay, problem });
    const found = told(session, state.scenarios, state.scenario, clocks);
    const position = found.places.at(-1) ?? -1;
    return { ...at(below(state), position), clocks, notice: clocksNotice(session, found) };
  },
};
