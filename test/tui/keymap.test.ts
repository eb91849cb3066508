import { describe, expect, it } from 'vitest';
import { isText } from '../../src/tui/keys.ts';
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

  it('are typed somewhere', () => {
    expect(screens.filter(([, { typing }]) => typing !== undefined).length).toBeGreaterThan(4);
    expect(bindingFor(SCREENS.panes, 'q')?.id).toBe('quit');
  });
});
