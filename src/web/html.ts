import { sha256 } from '../load/hash.ts';
import { DATA_ELEMENT, type PageData } from './page-data.ts';

/** What the build made for a page: each a text that goes into it as it is. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/**
 * A page in one file: it asks no network for anything, and its policy lets it ask for nothing. Only the scripts and
 * styles that are in it run, by their digests (Content Security Policy Level 3, script-src hashes).
 *
 * @param title of the page, as plain text
 */
export function pageHtml({ script, style }: PageAssets, data: PageData, title: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data: blob:',
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
    `<div id="page"><main class="before"><h1>${escaped(title)}</h1><noscript><p>This page needs JavaScript to be on.</p></noscript></main></div>`,
    `<script type="application/json" id="${DATA_ELEMENT}">${inScript(JSON.stringify(data))}</script>`,
    `<script type="module">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A text as it may stand in HTML, between tags and in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON or a program in a script element, where only its end and a comment's beginning mean something. */
function inScript(text: string): string {
  return text
    .replaceAll('<!--', String.raw`<\!--`)
    .replaceAll(/<(?=\/?script)/gi, String.raw`\u003c`);
}

/** The SHA-256 of a text, as a policy names it. */
function digest(text: string): string {
  const bytes = (sha256(text).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
