import { FILES_ELEMENT } from './page-data.ts';
import type { Files } from './files-script.ts';

let asked: Promise<Files> | null = null;

/**
 * What reads and writes scenarios, unpacked from the page the first time that it is asked for.
 *
 * @throws Error where the page does not hold it whole
 */
export function filesLoaded(): Promise<Files> {
  asked ??= unpacked().then(run);
  return asked;
}

async function unpacked(): Promise<string> {
  const letters = document.getElementById(FILES_ELEMENT)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

/** Its digest is in the policy of the page, so that it and nothing else can be run like this. */
function run(text: string): Files {
  const script = document.createElement('script');
  script.textContent = text;
  document.head.append(script);
  script.remove();
  const { phasegateFiles } = globalThis as { phasegateFiles?: Files };
  if (phasegateFiles === undefined) throw new Error('A part of the page is missing.');
  return phasegateFiles;
}
