import { twigText } from '../../explain/branch-text.ts';
import { treeOf, type Twig } from '../../lab/branches.ts';
import { text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { keySaid } from '../bound-keys.ts';
import { at, below, opened, sent } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import type { Page } from '../views/page.ts';
import { COMPARE, naming, notYours, REDO, twigOf, UNDO } from './keys/branching.ts';
import { beside, LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Branches = OverlayOf<'branches'>;

/** The branches as a tree, each under what it departs from. */
function branchesPage(
  session: Session,
  state: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const twigs = treeOf(state, state.scenario);
  const rows = twigs.map((twig, index): ListRow => {
    const { scenario } = twig;
    const isShown = scenario.id === state.scenario;
    return {
      spans: [
        text(treeSigns(session, twigs, index), 'quiet'),
        text(scenario.title, isShown ? 'strong' : 'plain'),
        text(`  ${twigText(twig)}${isShown ? ', on show' : ''}`, 'quiet'),
      ],
    };
  });
  const page = listPage(session, rows, selected, columns);
  if (state.branches.length > 0) return page;
  const take = keySaid(session, 'whatIf', 'w');
  const hint = `No branches yet. ${take} at any step lets something else happen, and begins one.`;
  return { ...page, lines: [...page.lines, [], ...paragraph(hint, columns, 0, 'quiet')] };
}

/** The lines that lead from a branch to what it departs from; a screen reader is told that in words. */
function treeSigns({ theme }: Session, twigs: readonly Twig[], index: number): string {
  const depth = twigs[index]?.depth ?? 0;
  if (depth === 0 || theme.screenReader) return '';
  const { upright, corner, tee } = theme.glyphs;
  /** Whether another branch at that depth follows under the same one. */
  const goesOn = (level: number): boolean => {
    for (const twig of twigs.slice(index + 1)) {
      if (twig.depth < level) return false;
      if (twig.depth === level) return true;
    }
    return false;
  };
  const above = Array.from({ length: depth - 1 }, (_, level) =>
    goesOn(level + 1) ? `${upright}  ` : '   ',
  );
  return `${above.join('')}${goesOn(depth) ? tee : corner} `;
}

export const SHOW_BRANCHES: Binding = {
  id: 'branches',
  keys: ['B'],
  group: 'What if',
  label: 'branches',
  rank: 8.5,
  help: 'Show your branches as a tree: open, name, copy, delete, compare.',
  does(_session, state) {
    const selected = treeOf(state, state.scenario).findIndex(
      ({ scenario }) => scenario.id === state.scenario,
    );
    return opened(state, { kind: 'branches', selected: Math.max(0, selected), top: 0 });
  },
};

const idOfChosen = (state: State, overlay: Branches): string =>
  twigOf(state, overlay)?.scenario.id ?? '';

/** What only a branch of the user's own can have done to it. */
const ofOwn = (done: 'named' | 'copied' | 'pruned') =>
  ({
    group: 'What if',
    obstacle: (session: Session, state: State, overlay: Branches) =>
      twigOf(state, overlay)?.isOwn === true ? null : notYours(session, done),
  }) as const;

const KEYS: readonly Binding<Branches>[] = [
  UNDO,
  REDO,
  COMPARE,
  {
    ...ofOwn('named'),
    id: 'name',
    keys: ['n'],
    label: 'name',
    rank: 4,
    help: 'Name the branch.',
    does: (session, state, overlay) => naming(session, state, overlay),
  },
  {
    ...ofOwn('copied'),
    id: 'duplicate',
    keys: ['c'],
    label: 'copy',
    rank: 5,
    help: 'Copy the branch.',
    does: (session, state, overlay) =>
      sent(session, state, { kind: 'copy', scenario: idOfChosen(state, overlay) }),
  },
  {
    ...ofOwn('pruned'),
    id: 'prune',
    keys: ['x'],
    label: 'prune',
    rank: 6,
    help: 'Delete the branch and those that branch off it. Undo brings them back.',
    does: (session, state, overlay) =>
      sent(session, state, { kind: 'prune', scenario: idOfChosen(state, overlay) }),
  },
];

/** The tree of branches. */
export const BRANCHES: Screen<Branches> = {
  title: 'Branches',
  about:
    'Your branches, each under the scenario or branch that it branches off. What came with the agreement is never changed.',
  keys: beside(KEYS, LIST_KEYS),
  view: branchesPage,
  rows: (_session, state) => treeOf(state, state.scenario).length,
  enter(session, state, overlay) {
    const twig = twigOf(state, overlay);
    return twig === null || twig.scenario.id === state.scenario
      ? below(state)
      : shown(session, below(state), twig.scenario.id);
  },
  still: (_session, state, overlay) => ({
    ...overlay,
    selected: Math.min(overlay.selected, treeOf(state, state.scenario).length - 1),
  }),
};

/** A branch is opened where it parts from what it departs from. */
function shown(session: Session, state: State, scenario: string): State {
  const { story } = sceneOf(session, { ...state, scenario });
  const own = story.inherited + story.scenario.steps.length - 1;
  return { ...at(state, Math.min(own, story.steps.length - 1)), scenario, gate: null };
}
