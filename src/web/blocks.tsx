import { Fragment, type ReactElement } from 'react';
import { type Block, forScreen, type Sign, type Words } from '../explain/document.ts';
import { signOf } from '../draw/signs.ts';
import { makeTheme } from '../draw/theme.ts';
import { claimsFragment } from './address.ts';

/** The signs are those of the terminal: told apart in grey as well. */
const THEME = makeTheme({ ascii: false, color: true, screenReader: false });

/** What a click on a citation does with the claims that it cites; nothing on paper. */
export type Follow = ((references: readonly string[]) => void) | null;

/** Draws an answer. Headings begin at a level, so that they fit below those of the view. */
export function Blocks({
  blocks,
  follow = null,
  level = 3,
}: {
  blocks: readonly Block[];
  follow?: Follow;
  level?: 2 | 3 | 4;
}): ReactElement {
  return (
    <div className="blocks">
      {forScreen(blocks).map((block, index) => (
        // A block is what stands in its place: it has no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        <OneBlock key={index} block={block} follow={follow} level={level} />
      ))}
    </div>
  );
}

function OneBlock({
  block,
  follow,
  level,
}: {
  block: Block;
  follow: Follow;
  level: 2 | 3 | 4;
}): ReactElement | null {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case 'title':
      return (
        <Heading className="block-title">
          <Said words={block.words} follow={follow} />
        </Heading>
      );
    case 'heading':
      return (
        <Heading className="block-heading">
          <Said words={block.words} follow={follow} />
          {block.basis === null ? null : <span className="basis"> {block.basis}</span>}
        </Heading>
      );
    case 'verdict':
      return (
        <p className="block-verdict">
          <strong>{block.of}</strong> <Signed sign={block.sign} /> <em>{block.word}</em>
          {block.more === '' ? null : ` ${block.more}`}
        </p>
      );
    case 'status':
      return (
        <p className="block-status" data-depth={block.depth}>
          <Signed sign={block.sign} />
          {block.word === '' ? null : <strong> {block.word}: </strong>}{' '}
          <Said words={block.words} follow={follow} />
        </p>
      );
    case 'line':
      return (
        <p className="block-line" data-depth={block.depth}>
          <Said words={block.words} follow={follow} />
        </p>
      );
    case 'table':
      return (
        <div className="table" data-depth={block.depth}>
          <table>
            {block.head === null ? null : (
              <thead>
                <tr>
                  {block.head.map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {block.rows.map((row, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={index}>
                  {row.map((cell, column) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={column}>
                      <Said words={cell} follow={follow} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'gap':
      return null;
  }
}

/** Words in their tones; what they cite can be followed. */
export function Said({ words, follow }: { words: Words; follow: Follow }): ReactElement {
  if (typeof words === 'string') return <>{drawn(words)}</>;
  return (
    <>
      {words.map(({ text: said, tone, cites = [] }, index) => {
        const isLink = cites.length > 0 && follow !== null;
        const text = drawn(isLink ? said.trimStart() : said);
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            {isLink && said.startsWith(' ') ? ' ' : null}
            {isLink ? (
              <a
                className="cites"
                href={`#${claimsFragment(cites)}`}
                onClick={(event) => {
                  event.preventDefault();
                  follow(cites);
                }}
              >
                {text}
              </a>
            ) : (
              <span data-tone={tone === 'plain' ? undefined : tone}>{text}</span>
            )}
          </Fragment>
        );
      })}
    </>
  );
}

/** Answers say `->` where all that can be shown is ASCII. */
function drawn(text: string): string {
  return text.replaceAll('->', THEME.glyphs.arrow);
}

/** A sign for how something stands; its word is always beside it. */
export function Signed({ sign }: { sign: Sign }): ReactElement {
  const [glyph, tone] = signOf(THEME, sign);
  return (
    <span className="sign" data-tone={tone} aria-hidden="true">
      {glyph}
    </span>
  );
}
