import type { Found } from '../findings.ts';
import type { ProblemCode } from '../problem-codes.ts';
import type { Place } from '../problem.ts';
import type { Locate } from '../read-yaml.ts';

/** Keys and values of a file, as plain data. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects what is wrong with a file of another tool, by the paths of its parts. */
export class FileReport {
  readonly #found: Found[] = [];
  readonly #locate: Locate;

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  at(
    path: readonly PropertyKey[],
    code: ProblemCode,
    message: string,
    hint: string | null = null,
  ): void {
    this.#found.push({ ...this.#locate(path), code, message, hint });
  }

  placeOf(path: readonly PropertyKey[], of: 'value' | 'key' = 'value'): Place {
    return this.#locate(path, of);
  }

  all(): readonly Found[] {
    return this.#found;
  }
}
