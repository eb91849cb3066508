import { standalone } from '../../../lab/branches.ts';
import { branchesShown } from '../../model/command-lines.ts';
import { opened } from '../../moves.ts';
import type { State } from '../../state.ts';
import type { Binding } from '../screen.ts';

/** Shows command lines; the branches that they speak of need tokens, which are made meanwhile. */
function sharing(state: State): State {
  const own = branchesShown(state);
  const tokens = own.length === 0 ? {} : null;
  const next = opened(state, { kind: 'share', tokens, selected: 0, top: 0 });
  if (own.length === 0) return next;
  const scenarios = new Map(own.map((id) => [id, standalone(state, id)]));
  return { ...next, request: { kind: 'tokens', scenarios } };
}

/** The command lines for what is on screen: over the panes, and over what else is asked. */
export const SHARE_BRANCH: Binding = {
  id: 'share',
  keys: ['e', 'E'],
  group: 'What if',
  label: 'command line',
  rank: 0,
  help: 'Show the command lines that print or export what is on screen, and the token of the branch.',
  does: (_session, state) => sharing(state),
};
export const SHARE: Binding = {
  ...SHARE_BRANCH,
  keys: ['E'],
  rank: 7,
  help: 'Show the command lines that print what is on screen.',
};

export const CITATIONS: Binding = {
  id: 'citations',
  keys: ['F'],
  group: 'What is on show',
  label: 'citations',
  rank: 9,
  help: 'List the claims cited on screen, and the documents: open one, or copy its footnote.',
  does: (_session, state) =>
    opened(state, { kind: 'citations', section: 'cited', selected: 0, top: 0 }),
};
