import { type IdKind, idOf } from '../../model/shapes/identifier.ts';

/** Gives ids that are none yet: after what something is called elsewhere, as near as an id can be. */
export class Names {
  readonly #kind: IdKind;
  readonly #otherwise: string;
  readonly #taken = new Set<string>();
  /** The number that the next id of a form gets: a file can call thousands of things the same. */
  readonly #next = new Map<string, number>();

  /**
   * @param kind what the ids are of
   * @param otherwise what an id begins with where nothing of a name is left
   */
  constructor(kind: IdKind, otherwise: string) {
    this.#kind = kind;
    this.#otherwise = otherwise;
  }

  /** @returns an id that was not given before, of its kind's form */
  give(name: string, form: (name: string) => string = camel): string {
    const written = form(name);
    const first = this.#isFit(written) ? written : form(`${this.#otherwise} ${name}`);
    for (let number = this.#next.get(first) ?? 1; ; number += 1) {
      const id = number === 1 ? first : `${first}${number}`;
      if (!this.#isFit(id) || this.#taken.has(id)) continue;
      this.#taken.add(id);
      this.#next.set(first, number + 1);
      return id;
    }
  }

  #isFit(id: string): boolean {
    return idOf(this.#kind).safeParse(id).success;
  }
}

/** `lowerCamel`, of the letters and digits of a name; of shouted words as well. */
export function camel(name: string): string {
  const words = plain(name)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()));
  return words
    .map((word, index) =>
      index === 0
        ? `${word.charAt(0).toLowerCase()}${word.slice(1)}`
        : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .join('');
}

/** `kebab-case`, of the letters and digits of a name. */
export function kebab(name: string): string {
  return plain(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
}

/** Without what Latin letters can have on and below them. */
function plain(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
