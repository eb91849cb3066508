import { FILES_ELEMENT } from './page-data.ts';
import type { Files } from './files-script.ts';
import { runProgram, unpacked } from './unpacked.ts';

let asked: Promise<Files> | null = null;

/**
 * What reads and writes scenarios, unpacked from the page the first time that it is asked for.
 *
 * @throws Error where the page does not hold it whole
 */
export function filesLoaded(): Promise<Files> {
  asked ??= unpacked(FILES_ELEMENT).then(run);
  return asked;
}

function run(text: string): Files {
  runProgram(text);
  const { phasegateFiles } = globalThis as { phasegateFiles?: Files };
  if (phasegateFiles === undefined) throw new Error('A part of the page is missing.');
  return phasegateFiles;
}
