import { describe, expect, it } from 'vitest';
import { isText } from '../../src/tui/keys.ts';
import { withKeys } from '../../src/tui/bound-keys.ts';
import { AS_IT_COMES } from '../../src/tui/preferences.ts';
import { PANE_SCREENS } from '../../src/tui/screens/pane-screens.ts';
import { SCREENS } from '../../src/tui/screens/index.ts';
import { bindingFor, type Screen } from '../../src/tui/screens/screen.ts';

const screens: readonly (readonly [name: string, screen: Screen])[] = Object.entries(SCREENS);

describe('the keys of every screen', () => {
  it.each(screens)('have one meaning each: %s', (_name, { keys }) => {
    const all = keys.flatMap((entry) => entry.keys);
    expect([...new Set(all)]).toEqual(all);
    const ids = keys.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });

  it.each(screens)(
    'leave the characters to the typing where something is typed: %s',
    (_, screen) => {
      if (screen.typing === undefined) return;
      expect(screen.keys.flatMap(({ keys }) => keys).filter(isText)).toEqual([]);
    },
  );

  it.each(screens)('have a way out, and say what the screen is: %s', (name, screen) => {
    expect(bindingFor(screen, 'ctrl+c')?.id).toBe('interrupt');
    expect(bindingFor(screen, 'escape')?.id).toBe('close');
    expect(bindingFor(screen, 'f1')?.id).toBe('help');
    if (name !== 'help') expect(screen.about).not.toBe('');
  });

  it.each(screens)('are named by what they do in what is said of them: %s', (_name, screen) => {
    const panes = screen === SCREENS.panes ? Object.values(PANE_SCREENS) : [];
    const said = [screen, ...panes].map(({ about }) => about);
    const session = { preferences: AS_IT_COMES };
    for (const words of [...said, ...screen.keys.map(({ help }) => help)]) {
      expect(words).not.toMatch(/\b(?:Enter|Esc|Tab|Space|Backspace|Ctrl-[A-Z])\b/);
      expect(withKeys(session, screen, words)).not.toMatch(/[{}]/);
    }
  });

  it('are typed somewhere', () => {
    expect(screens.filter(([, { typing }]) => typing !== undefined).length).toBeGreaterThan(4);
    expect(bindingFor(SCREENS.panes, 'q')?.id).toBe('quit');
  });
});
