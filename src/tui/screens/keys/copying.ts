import type { Line } from '../../../draw/line.ts';
import { taken } from '../../../draw/taken.ts';
import { namedKey } from '../../bound-keys.ts';
import { keyName } from '../../key-names.ts';
import { COPIED } from '../../moves.ts';
import type { Session } from '../../session.ts';
import type { State } from '../../state.ts';
import type { Binding, Screen } from '../screen.ts';
import { type Sheet, sheetOn } from './finding.ts';
import { regionsShown } from './pane-moving.ts';

/** The row that is chosen or the line that was found, and where it is; null where there is none. */
function partOf(
  session: Session,
  state: State,
  { on, page }: Sheet,
): { readonly lines: readonly Line[]; readonly place: string } | null {
  const { find, overlays, focus } = state;
  const match = find?.at?.on === on ? page.lines[find.at.line] : undefined;
  if (match !== undefined) return { lines: [match], place: `${on} line ${find?.at?.line}` };
  const overlay = overlays.at(-1);
  const index =
    overlay === undefined
      ? focus === 'provisions'
        ? regionsShown(session, state).indexOf(state.region)
        : -1
      : 'selected' in overlay
        ? overlay.selected
        : -1;
  const at = page.rows?.[index];
  return at === undefined
    ? null
    : { lines: page.lines.slice(at[0], at[1] + 1), place: `${on} row ${index}` };
}

const COPIED_ALL = 'Copied all that is here, where the terminal lets programs copy.';

/** Copies what is chosen; all of the page where nothing is, or where that was just copied. */
function copied(session: Session, state: State, screen: Screen): State {
  const sheet = sheetOn(session, state, screen);
  if (sheet === null) return { ...state, notice: 'There is nothing to copy here.' };
  const part = partOf(session, state, sheet);
  if (part !== null && part.place !== state.copied) {
    const key = keyName(namedKey(session.preferences, 'copyText', 'ctrl+y'), false);
    return {
      ...state,
      copied: part.place,
      request: { kind: 'copy', text: unmarked(session, taken(part.lines, { isPart: true })) },
      notice: `${COPIED} ${key} again copies all that is here.`,
    };
  }
  const text = unmarked(session, taken(sheet.page.lines));
  return text === ''
    ? { ...state, notice: 'There is nothing to copy here.' }
    : { ...state, copied: null, request: { kind: 'copy', text }, notice: COPIED_ALL };
}

/** Without what marks the chosen row. */
function unmarked({ theme }: Session, text: string): string {
  const mark = theme.screenReader ? 'chosen: ' : theme.glyphs.selected;
  return text
    .split('\n')
    .map((line) => {
      const at = line.trimStart();
      const rest = at.startsWith(mark) ? at.slice(mark.length) : at;
      return at === rest ? line : line.slice(0, line.length - at.length) + rest.trimStart();
    })
    .join('\n')
    .trim();
}

/** Where letters are typed, or do something else. */
export const COPY_BESIDE_TYPING: Binding = {
  id: 'copyText',
  keys: ['ctrl+y'],
  group: 'What is on show',
  label: 'copy',
  rank: 0,
  help: 'Copy the chosen row or the match. Press it again to copy all that is here, with tables in Markdown. It works where the terminal lets programs copy.',
  does: (session, state, _overlay, screen) => copied(session, state, screen),
};

/** Where letters are commands. */
export const COPY: Binding = { ...COPY_BESIDE_TYPING, keys: ['y', 'ctrl+y'] };
