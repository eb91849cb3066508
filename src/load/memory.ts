import type * as z from 'zod';
import type { Agreement } from '../model/agreement.ts';
import { Runner } from '../model/runner.ts';
import type { Found } from './findings.ts';
import { type Definition, roleOf } from './layout.ts';
import type { ContentData } from './library.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { checkShape } from './shape-errors.ts';

type Shaped = ReturnType<typeof checkShape>;

/** A text as it was read, and what it came to by each shape that it was held against. */
interface Remembered {
  readonly yaml: YamlFile | readonly Found[];
  readonly shaped: Map<z.ZodType, Shaped>;
}

/** An agreement with what was played under it, and all that it was put together from. */
interface Played {
  readonly agreement: Agreement;
  readonly runner: Runner;
  readonly parts: readonly unknown[];
}

/**
 * What was read and played before, kept by whoever looks at the same files more than once. A text is read once, and what
 * stands in it is then the same objects each time; so whatever is made of the same objects is the same as well.
 */
export class Memory {
  #texts = new Map<string, Remembered>();
  #before = new Map<string, Remembered>();
  readonly #played = new Map<string, Played>();

  /** What {@link readYaml} makes of a text. */
  yaml(text: string): YamlFile | readonly Found[] {
    return this.#remembered(text).yaml;
  }

  /** What {@link checkShape} makes of a text that can be read. */
  shaped<T>(schema: z.ZodType<T>, text: string): ReturnType<typeof checkShape<T>> {
    const { yaml, shaped } = this.#remembered(text);
    if (!('data' in yaml)) return { ok: false, found: [...yaml] };
    let known = shaped.get(schema);
    if (known === undefined)
      shaped.set(schema, (known = checkShape(schema, yaml.data, yaml.locate)));
    return known as ReturnType<typeof checkShape<T>>;
  }

  /**
   * An agreement with a runner that knows what was played under it before: as long as none of its files but scenarios
   * has changed, the very agreement of the last time. Stories may change, since what was played is known by its steps.
   */
  played(
    definition: Definition,
    agreement: Agreement,
    { files }: ContentData,
  ): Pick<Played, 'agreement' | 'runner'> {
    const parts = Object.entries(files)
      .filter(([path]) => !['scenario', null].includes(roleOf(definition, path)))
      .flatMap(([path, { data }]) => [path, data]);
    parts.push(JSON.stringify(definition));
    const last = this.#played.get(definition.folder);
    if (last?.parts.length === parts.length && last.parts.every((part, nth) => part === parts[nth]))
      return last;
    const played = { agreement, runner: new Runner(agreement), parts };
    this.#played.set(definition.folder, played);
    return played;
  }

  /** Forgets texts that were not asked for since the last time that this was called. */
  forgetUnused(): void {
    this.#before = this.#texts;
    this.#texts = new Map();
  }

  #remembered(text: string): Remembered {
    const known = this.#texts.get(text) ?? this.#before.get(text);
    const remembered = known ?? { yaml: readYaml(text), shaped: new Map() };
    this.#texts.set(text, remembered);
    return remembered;
  }
}
