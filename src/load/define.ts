import type * as z from 'zod';
import { agreementFile } from '../model/shapes/agreement-file.ts';
import { AGREEMENT_FILE, type Definition, definitionOf, fileName } from './layout.ts';
import { readYaml } from './read-yaml.ts';
import type { TextResult } from './text-result.ts';

/**
 * What the agreements in some folders are called and where their content stands. As far as an agreement's own file does
 * not say it, or cannot be read, that is the usual places; what is wrong with the file is for the check to say.
 *
 * @param otherwise what is taken where there are no folders at all
 */
export function defineAgreements(
  folders: readonly string[],
  readFile: (path: string) => TextResult,
  otherwise: readonly Definition[] = [],
): readonly Definition[] {
  if (folders.length === 0) return otherwise;
  return folders.map((folder) => {
    const text = readFile(`${folder}/${AGREEMENT_FILE}`);
    const yaml = text.ok ? readYaml(text.value) : null;
    const written = yaml !== null && 'data' in yaml ? yaml.data : null;
    const { id, scenarios, sources, opens } = agreementFile.shape;
    return definitionOf(folder, {
      id: read(id, written, 'id') ?? fileName(folder),
      scenarios: read(scenarios, written, 'scenarios') ?? 'scenarios',
      sources: read(sources, written, 'sources') ?? 'sources',
      opens: read(opens, written, 'opens'),
    });
  });
}

/** One key of a file, whatever is wrong with the others. */
function read<T>(shape: z.ZodType<T>, written: unknown, key: string): T | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  return shape.safeParse((written as Record<string, unknown>)[key]).data;
}
