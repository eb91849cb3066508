import { zlibSync } from 'fflate/browser';
import { asHtml, escaped, notesHtml } from '../draw/html.ts';
import { NOTES, type Paper } from '../explain/report-text.ts';
import { sha256 } from '../load/hash.ts';
import { show } from '../load/show.ts';
import type { PaperFigure } from './figures/paper-figure.ts';
import { svgText } from './figures/svg-text.ts';
import {
  CHANGES_PATH,
  DATA_ELEMENT,
  FILES_ELEMENT,
  PROGRAM_ELEMENT,
  type PageData,
} from './page-data.ts';

/** What the build made for a page. */
export interface PageAssets {
  /** What unpacks the program and begins it. */
  readonly boot: string;
  /** The program. */
  readonly script: string;
  readonly style: string;
  /** How a paper looks that stands by itself. */
  readonly paper: string;
  /** The program that is run when somebody asks for it: see `files.ts`. */
  readonly files: string;
}

/**
 * A page in one file: it asks no network for anything, and its policy lets it ask for nothing. Only the scripts and
 * styles that are in it run, by their digests (Content Security Policy Level 3, script-src hashes). One that is served
 * may ask its own server whether its content has changed.
 *
 * @param title of the page, as plain text
 */
export function pageHtml(
  { boot, script, style, files }: Pick<PageAssets, 'boot' | 'script' | 'style' | 'files'>,
  data: PageData,
  title: string,
): string {
  return documentHtml({
    title,
    script: boot,
    style,
    later: [script, files],
    isServed: data.isServed,
    body: [
      `<div id="page"><main class="before"><h1>${escaped(title)}</h1><noscript><p>This page needs JavaScript to be on.</p></noscript></main></div>`,
      ...Object.entries({
        [PROGRAM_ELEMENT]: script,
        [DATA_ELEMENT]: JSON.stringify(data),
        [FILES_ELEMENT]: files,
      }).map(
        ([id, text]) =>
          `<script type="application/octet-stream" id="${id}">${packed(text)}</script>`,
      ),
    ],
  });
}

/**
 * A paper in one file, without any script.
 *
 * @param figure null where it has none
 * @param title of the paper, as plain text
 */
export function paperHtml(
  { blocks, notes, figureAt }: Paper,
  figure: PaperFigure | null,
  style: string,
  title: string,
): string {
  const parts = [blocks.slice(0, figureAt), blocks.slice(figureAt)].map(
    (each) => `<div class="blocks">\n${asHtml(each, notes)}\n</div>`,
  );
  return documentHtml({
    title,
    style,
    body: [
      '<main class="paper">',
      parts.join(`\n${figure === null ? '' : figureHtml(figure)}`),
      ...(notes.length === 0 ? [] : [`<h2 class="block-heading">${NOTES}</h2>`, notesHtml(notes)]),
      '</main>',
    ],
  });
}

/** A figure in the colours of the paper that it stands in, light or dark. */
function figureHtml({ picture, caption }: PaperFigure): string {
  const svg = svgText(picture, (ink) => `var(--${ink})`, 'figure-');
  return `<figure>\n${svg}<figcaption>${escaped(show(caption))}</figcaption>\n</figure>\n`;
}

/** What stands in the place of a page that cannot be made, until its content has changed. */
export function problemHtml(lines: readonly string[]): string {
  const title = 'There are problems in the content';
  return documentHtml({
    title,
    script: `new EventSource('${CHANGES_PATH}').onmessage = () => location.reload();`,
    style:
      ':root { color-scheme: light dark; font: 1rem/1.5 system-ui; } pre { white-space: pre-wrap; }',
    isServed: true,
    body: [
      `<main><h1>${title}</h1><pre>${escaped(lines.map(show).join('\n'))}</pre><p>The page comes back once they are mended.</p></main>`,
    ],
  });
}

function documentHtml({
  title,
  script = null,
  style,
  later = [],
  isServed = false,
  body,
}: {
  readonly title: string;
  /** Runs as soon as the page is there. It must not hold the end of a script element. */
  readonly script?: string | null;
  readonly style: string;
  /** Programs that may be run later on. */
  readonly later?: readonly string[];
  readonly isServed?: boolean;
  readonly body: readonly string[];
}): string {
  const scripts = [...(script === null ? [] : [script]), ...later].map(
    (text) => `'${digest(text)}'`,
  );
  const policy = [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.join(' ')}`]),
    `style-src '${digest(style)}'`,
    // A worker that searches runs the page's own program.
    ...(scripts.length === 0 ? [] : ['worker-src blob:']),
    'img-src data: blob:',
    ...(isServed ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    ...(script === null ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A text as a third of its length, in letters. */
function packed(text: string): string {
  const bytes = zlibSync(new TextEncoder().encode(text), { level: 9 });
  let letters = '';
  // In parts, since so many bytes are too many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(letters);
}

/** The SHA-256 of a text, as a policy names it. */
function digest(text: string): string {
  const bytes = (sha256(text).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
