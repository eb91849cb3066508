import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { conditionsOf, NOTHING_ASKED } from '../../src/model/condition.ts';
import type { Key } from '../../src/tui/keys.ts';
import { overlayPage } from '../../src/tui/pages.ts';
import { begin } from '../../src/tui/reduce.ts';
import { panePage } from '../../src/tui/screens/pane-page.ts';
import { makeSession } from '../../src/tui/session.ts';
import { modeOf, PANES, type State } from '../../src/tui/state.ts';
import { loadShipped } from '../shipped.ts';
import { press } from './harbour-session.ts';

const { agreement, scenarios } = loadShipped();
const session = makeSession(
  agreement,
  makeTheme({ ascii: false, color: false, screenReader: false }),
);
const COLUMNS = 110;

/** Ids that can be told from words: what has a hyphen, a dot or a capital within. */
const IDS: ReadonlySet<string> = new Set<string>(
  [
    ...[...scenarios.values()].flatMap(({ id, steps, questions = [], tasks = [] }) => [
      id,
      ...[...steps, ...questions, ...tasks].map((each) => each.id),
    ]),
    ...agreement.events.keys(),
    ...agreement.gates.keys(),
    ...agreement.claims.keys(),
    ...agreement.readings.keys(),
    ...[...agreement.regions.values()].flatMap(({ id, stages }) => [
      id,
      ...[...stages].map((stage) => stage.id),
    ]),
    ...[...agreement.events.values()].flatMap(({ requirement }) =>
      conditionsOf(requirement ?? NOTHING_ASKED).map(({ id }) => id),
    ),
    ...[...agreement.readings.values()].flatMap(({ positions }) =>
      [...positions.values()]
        .flat()
        .flatMap(({ asked }) => conditionsOf(asked).map(({ id }) => id)),
    ),
  ].filter((id) => /[-.]|\p{Ll}\p{Lu}/u.test(id)),
);

/** Where the pages of a state have an id, and what stands around it. */
function withIds(state: State): string[] {
  const overlay = state.overlays.at(-1);
  const pages =
    overlay === undefined
      ? PANES.map((pane) => [pane, panePage(session, state, pane, COLUMNS)] as const)
      : [[modeOf(state), overlayPage(session, state, overlay)] as const];
  return pages.flatMap(([on, page]) => {
    // In parentheses an id stands beside what it is the id of, for commands and files; a line may end within them.
    const said = (page?.lines ?? []).map((each) => plain(each).trim()).join(' ');
    const bare = said.replaceAll(/\([^()]*\)/gu, '').replaceAll(/\([^()]*\)/gu, '');
    return [...bare.matchAll(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu)].flatMap(
      ({ 0: word, index }) =>
        IDS.has(word) ? [`${on}: ${word}: ${bare.slice(Math.max(0, index - 60), index + 60)}`] : [],
    );
  });
}

/**
 * What is opened. Not the answer to what is missing, where an id stands for the condition that it was set beside above, nor
 * a comparison, which has ids in a column of their own.
 */
const OPENED: readonly (readonly Key[])[] = [
  ['L'],
  ['Q'],
  ['g'],
  ['w'],
  ['w', 'tab'],
  ['w', 'tab', 'tab'],
  ['W'],
  ['D'],
  ['F'],
  ['F', 'enter'],
  ['B'],
  ['X'],
  ['K'],
];

describe('what the screens say', () => {
  it.each([...scenarios.keys()].map((id) => ({ id })))(
    'names everything by its title, on $id',
    ({ id }) => {
      const size = { columns: COLUMNS + 2, rows: 40 };
      const start = begin(session, scenarios, id, size);
      const found = new Set<string>();
      for (let state = press(session, start, 'end'); ; state = press(session, state, 'left')) {
        for (const each of withIds(state)) found.add(each);
        if (state.position % 10 === 0)
          for (const keys of OPENED)
            for (const each of withIds(press(session, state, ...keys))) found.add(each);
        if (state.position < 0) break;
      }
      const branch = press(
        session,
        press(session, start, 'end'),
        'w',
        'down',
        'enter',
        'enter',
        'enter',
      );
      for (const keys of [[], ...OPENED])
        for (const each of withIds(press(session, branch, ...keys))) found.add(each);
      expect([...found]).toEqual([]);
    },
  );

  it('knows many ids', () => {
    expect(IDS.size).toBeGreaterThan(200);
  });
});
