import { type Block, heading, line, rows, title } from '../explain/document.ts';
import { GLOSSARY } from '../explain/glossary.ts';
import type { Topic } from './topics.ts';

/** What `help words` and `help keys` print. */
export async function topicText(topic: Topic): Promise<Block[]> {
  return topic === 'words' ? wordsText() : keysText();
}

function wordsText(): Block[] {
  return [
    title('The words that answers use'),
    ...GLOSSARY.flatMap(([word, meaning]) => [heading(word), ...line(meaning, 1)]),
  ];
}

/** The keys over the panes, group by group, as `?` shows them there. */
async function keysText(): Promise<Block[]> {
  const [{ keyName }, { PANES_SCREEN }, { KEY_GROUPS }] = await Promise.all([
    import('../tui/key-names.ts'),
    import('../tui/screens/panes.ts'),
    import('../tui/screens/screen.ts'),
  ]);
  return [
    title('The keys of the UI; ? explains those of any other view'),
    ...KEY_GROUPS.flatMap((group) => [
      heading(group),
      ...rows(
        PANES_SCREEN.keys
          .filter((entry) => entry.group === group)
          .map(({ keys, help }) => [keys.map((key) => keyName(key, true)).join(' '), help]),
        { depth: 1 },
      ),
    ]),
  ];
}
