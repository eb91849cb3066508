import { line, text, width } from '../../draw/line.ts';
import { keySaid } from '../bound-keys.ts';
import { copies } from '../model/command-lines.ts';
import { COPIED } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State, Tokens } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { page, type Page } from '../views/page.ts';
import { beside, CHOOSE, ROW_KEYS } from './keys/kinds.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** What is on screen as command lines, and a branch as a token: to be copied. */
function sharePage(
  session: Session,
  state: State,
  { tokens, selected }: { tokens: Tokens | null; selected: number },
  columns: number,
): Page {
  const { glyphs, screenReader } = session.theme;
  if (tokens === null) return page([line('One moment ...', 'quiet')]);
  const found = copies(session, state, tokens);
  const rows = found.map(({ about, line: command }, index): ListRow => {
    const gap = index === 0 ? [] : [[]];
    return {
      above: gap,
      spans: command === null ? [text(about, 'quiet')] : [text(about)],
      below:
        command === null
          ? []
          : shellLines(command, columns - 4).map((part) => [
              text(screenReader ? '' : '    '),
              text(part, 'title'),
            ]),
    };
  });
  const list = listPage(session, rows, selected, columns);
  const hints = [
    `${keySaid(session, 'accept', 'enter')} copies what is chosen, where the terminal lets programs copy.`,
    ...(state.branches.includes(state.scenario)
      ? [`${keySaid(session, 'save', 'S')} saves the branch as a file.`]
      : []),
  ];
  return {
    ...list,
    lines: [
      ...list.lines,
      [],
      ...hints.flatMap((hint) => paragraph(`${glyphs.bullet} ${hint}`, columns, 0, 'quiet')),
    ],
  };
}

/** Command lines to be copied. */
export const SHARE_SCREEN: Screen<OverlayOf<'share'>> = {
  title: 'Command lines',
  about:
    'Command lines that print what is on screen, and the token of a branch, by which others open it.',
  keys: beside<OverlayOf<'share'>>(
    [
      {
        ...CHOOSE,
        keys: ['enter', 'y'],
        group: 'What if',
        label: 'copy',
        help: 'Copy what is chosen.',
        obstacle(session, state, { tokens, selected }) {
          if (tokens === null) return 'They are still being made.';
          const command = copies(session, state, tokens)[selected]?.line ?? null;
          return command === null ? 'No command line prints that.' : null;
        },
      },
    ],
    ROW_KEYS,
  ),
  view: sharePage,
  rows: (session, state, { tokens }) =>
    tokens === null ? null : copies(session, state, tokens).length,
  enter(session, state, { tokens, selected }) {
    const copied = copies(session, state, tokens)[selected]?.line ?? null;
    return copied === null
      ? state
      : { ...state, request: { kind: 'copy', text: copied }, notice: COPIED };
  },
};

/** The words of a command; blanks in single quotes part none. */
const WORDS = /(?:[^ ']|'[^']*')+/g;

/**
 * A command on as many lines as it takes, so that copied from the screen it is still one command: the shell joins
 * lines at a backslash, and a token in quotes may have blanks in it.
 */
export function shellLines(command: string, columns: number): string[] {
  const lines = [''];
  for (const word of command.match(WORDS) ?? []) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (width(joined) <= columns - 2) {
      lines[lines.length - 1] = joined;
      continue;
    }
    if (last !== '') lines.push('');
    if (width(word) <= columns - 2) {
      lines[lines.length - 1] = word;
      continue;
    }
    // What is in single quotes must stay in one piece.
    if (word.includes("'")) {
      lines[lines.length - 1] = word;
      continue;
    }
    const parts = `"${word}"`.match(new RegExp(`.{1,${Math.max(8, columns - 2)}}`, 'gu')) ?? [];
    lines.splice(-1, 1, ...parts);
  }
  let isQuoted = false;
  return lines.map((part, index) => {
    if ((part.match(/"/g) ?? []).length % 2 === 1) isQuoted = !isQuoted;
    return index === lines.length - 1 || isQuoted ? part : `${part} \\`;
  });
}
