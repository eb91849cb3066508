import { fileName } from './layout.ts';
import type { ParsedFile } from './parse.ts';
import type { ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';

/** Reports a file that is not named after the id that it gives: whoever looks for it should find it. */
export function checkFileName(file: ParsedFile<{ id: string }>, report: ReferenceReport): void {
  const { id } = file.value;
  if (isCalledRight(file)) return;
  const called = fileName(file.file).replace(/\.ya?ml$/, '');
  report.at(
    file,
    ['id'],
    'wrong-name',
    `the file is not named after its id, ${quote(id)}`,
    `name the file ${id}.yaml, or write id: ${called}`,
  );
}

/** Whether a file is named after the id that it gives. */
export function isCalledRight({ file, value }: ParsedFile<{ id: string }>): boolean {
  return fileName(file) === `${value.id}.yaml`;
}
