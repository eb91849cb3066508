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
  const { KEY_GROUPS, KEYMAP, keyName } = await import('../tui/keymap.ts');
  const here = KEYMAP.filter(({ modes }) => modes.includes('panes'));
  return [
    title('The keys of the UI; ? explains those of any other view'),
    ...KEY_GROUPS.flatMap((group) => [
      heading(group),
      ...rows(
        here
          .filter((entry) => entry.group === group)
          .map(({ keys, help }) => [keys.map((key) => keyName(key, true)).join(' '), help]),
        { depth: 1 },
      ),
    ]),
  ];
}
