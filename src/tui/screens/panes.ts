import { keySaid } from '../bound-keys.ts';
import { neighbour } from '../neighbour.ts';
import { tourLeft } from '../tour.ts';
import { inputOf } from '../input.ts';
import { hasOnePane } from '../layout.ts';
import { clocksText } from '../model/wording.ts';
import { opened, withoutClocks } from '../moves.ts';
import type { Session } from '../session.ts';
import { PANES, type State } from '../state.ts';
import { COPY } from './keys/copying.ts';
import { FINDING_IN_PANES } from './keys/finding.ts';
import { PANE_MOVING } from './keys/pane-moving.ts';
import { PROGRAM_AND_QUIT } from './keys/program.ts';
import { CITATIONS } from './keys/showing.ts';
import { LAB_KEYS } from './panes-lab.ts';
import { CHOOSE_GATE, SHOW_KEYS } from './panes-show.ts';
import { TIME_KEYS } from './panes-time.ts';
import type { Binding, Screen } from './screen.ts';

const ONE_PANE = 'There is room for one pane only.';

/** What goes from pane to pane, and about in them. */
const KEYS: readonly Binding[] = [
  {
    id: 'focusSources',
    keys: ['s', '4'],
    group: 'Panes',
    label: 'sources',
    rank: 5,
    help: 'Go to the claims behind what is on screen. Press it again to go back to the step.',
    does: (_session, state) => ({
      ...state,
      focus: state.focus === 'sources' ? 'step' : 'sources',
    }),
  },
  {
    id: 'focusProvisions',
    keys: ['1'],
    group: 'Panes',
    label: 'provisions',
    rank: 0,
    help: 'Go to the provisions.',
    does: (_session, state) => ({ ...state, focus: 'provisions' }),
  },
  {
    id: 'focusStep',
    keys: ['2'],
    group: 'Panes',
    label: 'step',
    rank: 0,
    help: 'Go to the step.',
    does: (_session, state) => ({ ...state, focus: 'step' }),
  },
  {
    id: 'focusGate',
    keys: ['3'],
    group: 'Panes',
    label: 'gate',
    rank: 0,
    help: 'Go to the gate board.',
    does: (_session, state) => ({ ...state, focus: 'gate' }),
  },
  {
    id: 'nextPane',
    keys: ['tab'],
    group: 'Panes',
    label: 'pane',
    rank: 9,
    help: 'Go to the next pane.',
    does: (_session, state) => ({ ...state, focus: neighbour(PANES, state.focus, 1) }),
  },
  {
    id: 'previousPane',
    keys: ['backTab'],
    group: 'Panes',
    label: 'pane before',
    rank: 0,
    help: 'Go to the previous pane.',
    does: (_session, state) => ({ ...state, focus: neighbour(PANES, state.focus, -1) }),
  },
  ...PANE_MOVING,
  {
    id: 'zoom',
    keys: ['z'],
    group: 'Panes',
    label: 'whole screen',
    rank: 8,
    help: 'Show this pane on the whole screen, or all panes again.',
    does: (_session, state) => ({ ...state, zoomed: !state.zoomed }),
    obstacle: ({ theme }, { size }) => (hasOnePane(size, theme) ? ONE_PANE : null),
  },
  {
    id: 'details',
    keys: ['enter'],
    group: 'Panes',
    label: 'details',
    rank: 7,
    help: 'Open what is chosen in this pane: the provision, the list of gates, the citations, or the step on the whole screen.',
    does: (session, state, overlay, screen) => {
      switch (state.focus) {
        case 'provisions':
          return opened(state, { kind: 'provision', top: 0 });
        case 'sources':
          return CITATIONS.does(session, state, overlay, screen);
        case 'gate':
          return CHOOSE_GATE.does(session, state, overlay, screen);
        case 'step':
          return { ...state, zoomed: !state.zoomed };
      }
    },
    obstacle: ({ theme }, { size, focus }) =>
      focus !== 'step' || !hasOnePane(size, theme) ? null : ONE_PANE,
  },
  {
    id: 'close',
    keys: ['escape'],
    group: 'Panes',
    label: 'as it was',
    rank: 0,
    help: 'Go back: first to all panes, then to a board that follows the steps, then to no date.',
    does: (session, state) => asItWas(session, state),
  },
  {
    id: 'filter',
    keys: ['&'],
    group: 'Panes',
    label: 'filter',
    rank: 0,
    help: 'Show only the lines of this pane that contain some words. {close} shows all of them again.',
    does: (_session, state) =>
      opened(state, {
        kind: 'prompt',
        ask: 'filter',
        scenario: '',
        place: '',
        input: inputOf(state.filters[state.focus]),
        problem: null,
      }),
  },
  ...FINDING_IN_PANES,
  COPY,
];

/** Takes back, one after the other, what is not as it was at the beginning. */
function asItWas(session: Session, state: State): State {
  if (state.tour !== null)
    return {
      ...tourLeft(state),
      notice: `You have left the tour. ${keySaid(session, 'tour', 'T')} begins it again.`,
    };
  if (state.filters[state.focus] !== '')
    return { ...state, filters: { ...state.filters, [state.focus]: '' } };
  if (state.zoomed) return { ...state, zoomed: false };
  if (state.gate !== null)
    return { ...state, gate: null, notice: 'The gate board follows the steps again.' };
  // Where there is nothing to take back, that is what was wanted.
  return clocksText(state.clocks) === '' ? { ...state } : withoutClocks(state);
}

/** The screen below all others. Its four panes have pages of their own. */
export const PANES_SCREEN: Screen = {
  title: 'Panes',
  about:
    "Step through what the sources report. Parties differ over what must come first. Every step is played under each party's reading, and the screen shows where they differ.",
  keys: [...TIME_KEYS, ...LAB_KEYS, ...SHOW_KEYS, ...KEYS, ...PROGRAM_AND_QUIT],
  view: () => null,
};
