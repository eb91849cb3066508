import path from 'node:path';
import { isCode, type Checkout } from './checkout.ts';
import { importsOf, lineAt, readSource, type Import, type SourceText } from './source-text.ts';

/** The folder of src/ that a file is in, or its folder at the top. */
export function folderOf(file: string): string {
  const [top = '', folder = ''] = file.split('/');
  return top === 'src' ? folder : top;
}

/** The path that a relative import names; a package's name stays as it is. */
function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(file), specifier)
    : specifier;
}

export interface CodeFile {
  readonly file: string;
  readonly text: string;
  readonly source: SourceText;
}

const parsed = new Map<string, SourceText>();

export function codeFiles(checkout: Checkout, ...folders: string[]): CodeFile[] {
  return [...checkout.files]
    .filter(([file]) => isCode(file) && folders.some((folder) => file.startsWith(`${folder}/`)))
    .map(([file, text]) => {
      const source = parsed.get(text) ?? readSource(text);
      parsed.set(text, source);
      return { file, text, source };
    });
}

export interface FileImport extends Import {
  readonly file: string;
  readonly target: string;
}

export function fileImports(checkout: Checkout, ...folders: string[]): FileImport[] {
  return codeFiles(checkout, ...folders).flatMap(({ file, source }) =>
    importsOf(source).map((found) => ({ ...found, file, target: targetOf(file, found.specifier) })),
  );
}

export function show({ file, line, specifier }: FileImport): string {
  return `${file}:${line} imports ${specifier}`;
}

/** Places in the code, not in strings or comments, that match a pattern. */
export function codeMatches(files: CodeFile[], pattern: RegExp): string[] {
  return files.flatMap(({ file, source }) =>
    [...source.code.matchAll(pattern)].map(
      (match) => `${file}:${lineAt(source.code, match.index)} ${match[0].trim()}`,
    ),
  );
}
