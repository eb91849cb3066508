import { type Block, heading, line, rows, title } from '../explain/document.ts';
import { GLOSSARY } from '../explain/glossary.ts';
import type { Preferences } from '../tui/preferences.ts';
import type { Binding, Screen } from '../tui/screens/screen.ts';
import type { Context } from './context.ts';
import type { Topic } from './topics.ts';

/** What `help words` and `help keys` print. */
export async function topicText(
  topic: Topic,
  { preferences }: Pick<Context, 'preferences'>,
): Promise<Block[]> {
  return topic === 'words' ? wordsText() : keysText(await preferences());
}

function wordsText(): Block[] {
  return [
    title('The words that answers use'),
    ...GLOSSARY.flatMap(([word, meaning]) => [heading(word), ...line(meaning, 1)]),
  ];
}

/**
 * The keys over the panes, group by group, as `?` shows them there, then what other views have beside those; with the
 * names by which others can be given.
 */
async function keysText(preferences: Preferences): Promise<Block[]> {
  const [{ boundKeys, withKeys }, { keyName }, { SCREENS }, { KEY_GROUPS }] = await Promise.all([
    import('../tui/bound-keys.ts'),
    import('../tui/key-names.ts'),
    import('../tui/screens/index.ts'),
    import('../tui/screens/screen.ts'),
  ]);
  const rowOf = (screen: Screen, entry: Binding): string[] => [
    boundKeys(preferences, screen, entry)
      .map((key) => keyName(key, true))
      .join(' '),
    entry.id,
    withKeys({ preferences }, screen, entry.help),
  ];
  const { panes, ...others }: Readonly<Record<string, Screen>> & { readonly panes: Screen } =
    SCREENS;
  const withKey = panes.keys.filter(({ keys }) => keys.length > 0);
  const told = new Set(withKey.map(({ id }) => id));
  const elsewhere = Object.values(others).flatMap((screen) =>
    screen.keys.flatMap((entry) => {
      if (told.has(entry.id)) return [];
      told.add(entry.id);
      return [rowOf(screen, entry)];
    }),
  );
  return [
    title('The keys of the UI; ? explains those of any view'),
    ...KEY_GROUPS.flatMap((group) => [
      heading(group),
      ...rows(
        withKey.filter((entry) => entry.group === group).map((entry) => rowOf(panes, entry)),
        { depth: 1 },
      ),
    ]),
    heading('In other views'),
    ...rows(elsewhere, { depth: 1 }),
    heading('Your own'),
    ...SETTING.flatMap((each) => line(each, 1)),
  ];
}

const SETTING = [
  'Other keys, other colours and no mouse can be set in $XDG_CONFIG_HOME/phasegate/config.yaml, or ~/.config/phasegate/config.yaml:',
  'keys: { whatIf: [i, w], undo: [ctrl-x, u] }, by the names in the second column; the first key is shown.',
  'A name stands for the same in every view. Ctrl-C always leaves at once; the letters that choose an answer, and what is typed, are no keys to be set.',
  'colours: colour-blind, which has blue and orange in place of green and red; or none.',
  'tones: { good: bright-blue, contested: "#cc79a7" }, single colours.',
  'mouse: false, and ascii: true. PHASEGATE_MOUSE=0 leaves the mouse alone for one session.',
  'A locale (LC_ALL, else LC_CTYPE, else LANG) of C or POSIX has ASCII by itself; ascii: false draws all characters there too.',
  'INK_SCREEN_READER=true has one pane at a time, and words in place of signs, for a screen reader.',
] as const;
