import { frontOf } from '../../answer/front.ts';
import { type Block, inBrief } from '../../explain/document.ts';
import { frontText } from '../../explain/front-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { blockLines } from '../../draw/lines.ts';
import { type Line, text } from '../../draw/line.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { commandLine } from '../../load/command-line.ts';
import { atFront } from '../at-front.ts';
import { keySaid, namedKey } from '../bound-keys.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import type { Key } from '../keys.ts';
import { keptTitle, keptWhen } from '../../explain/kept-text.ts';
import { taskUp } from '../../lab/tasks.ts';
import { gateStandings } from '../model/gate-list.ts';
import { at, below } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { ExerciseOverlay, State } from '../state.ts';
import { gateMatrix } from '../views/gate-matrix.ts';
import { page, type Page, WIDEST_TEXT } from '../views/page.ts';
import { CLOSE } from './keys/kinds.ts';
import { MOVING } from './keys/moving.ts';
import { PROGRAM_AND_QUIT } from './keys/program.ts';
import { PANES_SCREEN } from './panes.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

/** What the screen begins with: what is in question, each party's answer, what to do next, and every gate. */
function frontPage(session: Session, state: State, columns: number): Page {
  const { moment } = sceneOf(session, atFront(session, state));
  const gates = gateStandings(moment);
  const said = inBrief(frontText(frontOf(moment, gates)));
  const wide = Math.min(columns, WIDEST_TEXT);
  const matrix =
    gates.length === 0 || nothingPublishedText(moment) !== ''
      ? []
      : matrixLines(session, gates, columns);
  const drawn = (blocks: readonly Block[]) =>
    blocks.length === 0 ? [] : [...blockLines(session.theme, blocks, wide), []];
  const first = said.findIndex(({ kind }) => kind === 'heading');
  const answers = first < 0 ? said.length : first;
  const begun = [
    ...keptLines(session, state, wide),
    ...unreadableLines(session, state, wide),
    ...exerciseLines(session, state, wide),
    ...taskLines(session, state, wide),
  ];
  return page([
    ...drawn(said.slice(0, answers)),
    // Before the answers, which take the height of a small screen: who has begun something came to go on.
    ...begun,
    ...(begun.length === 0 ? [] : [[]]),
    ...drawn(said.slice(answers)),
    ...nextLines(session, state, wide),
    ...matrix,
  ]);
}

function matrixLines(
  session: Session,
  gates: ReturnType<typeof gateStandings>,
  columns: number,
): Line[] {
  const { head, rows, key } = gateMatrix(session, gates, Math.min(columns, 140), {
    chosen: null,
    isBrief: true,
  });
  const title = [text('Every gate, by reading', 'strong'), text('  derived', 'quiet')];
  return [[], title, ...head, ...rows.flat(), ...(key.length === 0 ? [] : [[], ...key])];
}

/** The work that was kept, and the key that goes on with it. */
function keptLines(session: Session, { kept, branches }: State, columns: number): Line[] {
  if (kept === null || branches.length > 0) return [];
  const does = `goes on with your work, kept ${keptWhen(kept.savedAt)}: ${keptTitle(kept.session)}.`;
  return block(
    [
      ...keyAndWords(session, 'goOn', 'c', does),
      text(' '),
      ...keyAndWords(session, 'sessions', 'P', 'lists all that was kept.'),
    ],
    columns,
  );
}

/** That some of what was kept cannot be read, and how to see what. */
function unreadableLines({ call }: Session, { unreadable, branches }: State, columns: number) {
  if (unreadable.length === 0 || branches.length > 0) return [];
  const which =
    unreadable.length === 1
      ? 'A file of kept work cannot be read'
      : `${unreadable.length} files of kept work cannot be read`;
  const said = `${which}: ${commandLine(call, 'resume', '--list')} says which and why.`;
  return paragraph(said, columns, 0, 'unsure');
}

/** The exercise that was left, and the keys that go on with it. */
function exerciseLines(
  session: Session,
  { paused, scenario, scenarios }: State,
  columns: number,
): Line[] {
  if (paused === null || paused.stage === 'score') return [];
  if (paused.scenario === scenario)
    return block(
      keyAndWords(
        session,
        'exercise',
        'X',
        `goes on with your exercise, at ${questionText(paused)}.`,
      ),
      columns,
    );
  const title = scenarios.get(paused.scenario)?.title ?? paused.scenario;
  const [open, goOn] = [keySaid(session, 'chooseScenario', 'o'), keySaid(session, 'exercise', 'X')];
  return paragraph(
    `Your exercise on "${title}" is at ${questionText(paused)}: ${open} opens it, then ${goOn} goes on.`,
    columns,
  );
}

/** The task that is taken up, and what leads on. */
function taskLines(session: Session, state: State, columns: number): Line[] {
  const set = taskUp(session, state);
  if (set === null) return [];
  const does = `marks your task, and leads to where its steps begin: "${set.task.task.text}"`;
  return block(keyAndWords(session, 'markTask', 'm', does), columns);
}

/** A key, and what it does. */
function keyAndWords({ preferences, theme }: Session, id: string, key: Key, does: string): Line {
  return [
    text(keyName(namedKey(preferences, id, key), hasKeySigns(theme)), 'title'),
    text(` ${does}`),
  ];
}

function questionText({ question }: ExerciseOverlay): string {
  return `question ${question + 1}`;
}

/** What to do next: the few keys that one begins with. */
function nextLines(
  session: Session,
  { scenarios, scenario, paused }: State,
  columns: number,
): Line[] {
  const hasQuestions = scenarios.get(scenario)?.questions !== undefined;
  // One that was left is offered above.
  const isLeft = paused?.scenario === scenario;
  const said: readonly (readonly [id: string, key: Key, does: string])[] = [
    ['forward', 'right', 'plays what is reported, step by step.'],
    ...(session.agreement.gates.size > 0
      ? ([['ask', 'a', 'says who could change what.']] as const)
      : []),
    ['whatIf', 'w', 'lets something happen: a what-if.'],
    ['tour', 'T', 'walks you through one, in a minute and a half.'],
    ...(hasQuestions && !isLeft ? ([['exercise', 'X', 'asks you questions.']] as const) : []),
  ];
  return block(
    said.flatMap(([id, key, does], index) => [
      text(index === 0 ? '' : ' '),
      ...keyAndWords(session, id, key, does),
    ]),
    columns,
  );
}

/** Keys of the panes that are explained here too, since much begins with them. */
const BEGINNINGS: readonly string[] = [
  'forward',
  'whatIf',
  'ask',
  'exercise',
  'tasks',
  'chooseGate',
  'chooseScenario',
];

/** What leaves the front where it is. */
const STAYS: readonly string[] = [
  'commands',
  'help',
  'glossary',
  'find',
  'nextMatch',
  'previousMatch',
  'redraw',
  'suspend',
  'mouse',
  'copyText',
  'citations',
  'quit',
  'interrupt',
];

/** What is asked of how things stand, and not of where they lead. */
const ASKS: readonly string[] = [
  'ask',
  'plan',
  'coalitions',
  'waits',
  'properties',
  'duties',
  'whatIf',
  'chooseGate',
  'nextGate',
  'previousGate',
  'focusProvisions',
  'focusGate',
  'focusSources',
];

/** A key of the panes, understood over the front: it goes away, and what is asked is asked of what it showed. */
function leaving(binding: Binding): Binding {
  if (STAYS.includes(binding.id)) return binding;
  return {
    ...binding,
    does(session, state) {
      const next = below(state);
      const from = ASKS.includes(binding.id) ? at(next, atFront(session, state).position) : next;
      return binding.does(session, from, from.overlays.at(-1) ?? null, PANES_SCREEN);
    },
  };
}

/** Why kept work cannot be gone on with; null where it can. */
function keptObstacle({ kept, branches }: State): string | null {
  // Once something was done here the kept work is no longer offered, since it would take the place of that.
  return kept === null || branches.length > 0 ? 'There is no kept work to go on with here.' : null;
}

const KEYS: readonly Binding[] = [
  ...PANES_SCREEN.keys.filter(({ id }) => BEGINNINGS.includes(id)).map(leaving),
  ...MOVING,
  {
    ...CLOSE,
    keys: ['enter', 'escape'],
    label: 'begin',
    rank: 0.6,
    help: 'Begin: go to the steps, the provisions and the gate board.',
  },
  ...PROGRAM_AND_QUIT.map(leaving),
  {
    id: 'goOn',
    keys: ['c'],
    group: 'What if',
    label: 'go on',
    rank: 0.8,
    help: 'Go on with the work that was kept: your branches, what you can undo, and where you were.',
    does(_session, state) {
      const { kept } = state;
      return kept === null
        ? state
        : { ...state, request: { kind: 'goOn', session: kept.session, replaces: false } };
    },
    obstacle: (_session, state) => keptObstacle(state),
  },
];

/** What the screen begins with. The keys of the panes work through it. */
export const FRONT: Screen<OverlayOf<'front'>> = {
  title: 'What is in question',
  about:
    "What is in question, each party's answer with what it rests on, and every gate under every reading: where the steps lead, or after the step on show. Every key of the screen below works here too; what you ask is asked of what stands here.",
  keys: KEYS,
  keysBelow: PANES_SCREEN.keys.map(leaving),
  view: (session, state, _overlay, columns) => frontPage(session, state, columns),
  // Each party's account is its own: it has their lines too.
  spot: ({ columns, bodyHeight, accountLines }) => ({
    columns,
    rows: bodyHeight + accountLines - 1,
    instead: null,
  }),
};
