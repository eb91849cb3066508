import { type Line, text, width } from '../../draw/line.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { boundKeys, withKeys } from '../bound-keys.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import type { Session } from '../session.ts';
import type { Mode, Pane } from '../state.ts';
import { heading, page, type Page } from '../views/page.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import { PANE_SCREENS } from './pane-screens.ts';
import { type Binding, KEY_GROUPS, type OverlayOf, type Screen } from './screen.ts';

/**
 * The help of every screen.
 *
 * @param screenAt tells the screen that help is asked for; it is among them itself
 */
export function helpScreen(screenAt: (mode: Mode) => Screen): Screen<OverlayOf<'help'>> {
  return {
    title: 'Help',
    about: '',
    keys: PAGE_KEYS,
    view: (session, { focus }, { about }, columns) =>
      helpPage(session, screenAt(about), about === 'panes' ? focus : null, columns),
  };
}

/** What is on screen where help was asked for, and the keys that work there. */
function helpPage(session: Session, screen: Screen, pane: Pane | null, columns: number): Page {
  const { keys } = screen;
  const about = withKeys(session, screen, screen.about);
  const lines: Line[] = about === '' ? [] : paragraph(about, columns);
  if (pane !== null)
    lines.push(
      [],
      heading('The pane in focus'),
      ...paragraph(withKeys(session, screen, PANE_SCREENS[pane].about), columns),
    );
  for (const group of KEY_GROUPS) {
    const bindings = keys.filter((entry) => entry.group === group && entry.keys.length > 0);
    if (bindings.length > 0)
      lines.push(
        [],
        heading(group),
        ...bindings.flatMap((entry) => keyLines(session, screen, entry, columns)),
      );
  }
  return page(lines);
}

function keyLines(session: Session, screen: Screen, binding: Binding, columns: number): Line[] {
  const signs = hasKeySigns(session.theme);
  const keys = boundKeys(session.preferences, screen, binding)
    .map((key) => keyName(key, signs))
    .join(' ');
  const column = 16;
  const padding = ' '.repeat(Math.max(1, column - width(keys)));
  return block(
    [text(keys, 'title'), text(padding), text(withKeys(session, screen, binding.help))],
    columns,
    2,
    column,
  );
}
