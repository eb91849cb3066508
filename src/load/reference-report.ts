import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';

export type Path = readonly (string | number)[];
type AnyFile = ParsedFile<unknown>;

/** Collects what is wrong between files, each with the place of the reference. */
export class ReferenceReport {
  readonly problems: Problem[] = [];

  at(
    file: AnyFile,
    path: Path,
    code: ProblemCode,
    message: string,
    hint: string | null = null,
  ): void {
    this.problems.push({ file: file.file, ...file.locate(path), code, message, hint });
  }

  atKey(
    file: AnyFile,
    path: Path,
    code: ProblemCode,
    message: string,
    hint: string | null = null,
  ): void {
    this.problems.push({ file: file.file, ...file.locate(path, 'key'), code, message, hint });
  }

  /** A problem of a file or folder as a whole. */
  ofFile(file: string, code: ProblemCode, message: string, hint: string | null = null): void {
    this.problems.push({ file, line: null, column: null, code, message, hint });
  }

  /**
   * Reports a name that nothing has.
   *
   * @param names null where they are not known, and nothing can be said
   */
  exists(
    file: AnyFile,
    path: Path,
    what: string,
    name: string,
    names: { has(name: string): boolean; keys(): Iterable<string> } | null,
    of: 'value' | 'key' = 'value',
  ): boolean {
    if (names === null || names.has(name)) return true;
    const message = `there is no ${what} ${quote(name)}`;
    this.problems.push({
      file: file.file,
      ...file.locate(path, of),
      code: 'unknown-id',
      message,
      hint: didYouMeanOneOf(name, names.keys()),
    });
    return false;
  }

  /** As {@link exists}, for a list in which each name stands once. */
  allExist(
    file: AnyFile,
    path: Path,
    what: string,
    list: readonly string[],
    names: { has(name: string): boolean; keys(): Iterable<string> } | null,
  ): void {
    const once = this.register(what, 'leave one of the two out');
    for (const [index, name] of list.entries()) {
      once(file, [...path, index], name);
      this.exists(file, [...path, index], what, name, names);
    }
  }

  /** A register of names that may be given once; it reports the second, with the place of the first. */
  register(
    what: string,
    hint: string | null = null,
  ): (file: AnyFile, path: Path, name: string) => void {
    const taken = new Map<string, { file: AnyFile; path: Path }>();
    return (file, path, name) => {
      const first = taken.get(name);
      if (first === undefined) {
        taken.set(name, { file, path });
        return;
      }
      const { line, file: written = first.file.file } = first.file.locate(first.path);
      const place =
        written === (file.locate(path).file ?? file.file)
          ? `on line ${line}`
          : `${written}:${line}`;
      const message = `a second ${what} ${quote(name)}; the first is ${place}`;
      this.at(file, path, 'second-id', message, hint);
    };
  }
}
