import type { ReactElement } from 'react';
import { isNothing } from '../explain/difference-text.ts';
import { type Block, plainWords } from '../explain/document.ts';
import { Blocks, type Follow } from './blocks.tsx';
import { useLaboratory } from './laboratory.ts';

/** A longer table is folded: what it is of, and how long it is, can be read without it. */
const FEW_ROWS = 6;

const SAME = 'Where nothing differs';

/** A part of an answer under a heading of its own. */
interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An answer of many parts: long ones to be opened, and those that say that nothing differs in one place. */
export function FoldedBlocks({
  blocks,
  follow,
}: {
  blocks: readonly Block[];
  follow: Follow;
}): ReactElement {
  const { state, send } = useLaboratory();
  const { opened } = state.seen;
  const open = (title: string, isOpen: boolean, isFirst: boolean) => {
    if (isOpen !== (opened[title] ?? isFirst))
      send({ kind: 'see', seen: { opened: { ...opened, [title]: isOpen } } });
  };
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const sections = first < 0 ? [] : sectionsOf(blocks.slice(first));
  const same = sections.filter((each) => isNothing(each.blocks));
  return (
    <div className="folded">
      <Blocks blocks={first < 0 ? blocks : blocks.slice(0, first)} follow={follow} />
      {sections
        .filter((each) => !isNothing(each.blocks))
        .map(({ title, blocks: own }) => {
          const count = own.reduce(
            (sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0),
            0,
          );
          return (
            <details
              key={title}
              open={opened[title] ?? count <= FEW_ROWS}
              onToggle={({ currentTarget }) => open(title, currentTarget.open, count <= FEW_ROWS)}
            >
              <summary>
                {title} {count === 0 ? null : <span className="count">{count}</span>}
              </summary>
              <Blocks blocks={own} follow={follow} />
            </details>
          );
        })}
      {same.length === 0 ? null : (
        <details
          open={opened[SAME] ?? false}
          onToggle={({ currentTarget }) => open(SAME, currentTarget.open, false)}
        >
          <summary>
            {SAME} <span className="count">{same.length}</span>
          </summary>
          <ul>
            {same.map(({ title, blocks: own }) => (
              <li key={title}>
                {title}: {own.map(textOf).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ title: plainWords(block.words), blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function textOf(block: Block): string {
  return 'words' in block ? plainWords(block.words) : '';
}
