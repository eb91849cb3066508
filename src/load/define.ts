import type * as z from 'zod';
import { agreementFile } from '../model/shapes/agreement-file.ts';
import { overlayFile } from '../model/shapes/overlay.ts';
import { idFromName } from './id-from-name.ts';
import {
  AGREEMENT_FILE,
  type Definition,
  definitionOf,
  fileName,
  folderFrom,
  idsOf,
} from './layout.ts';
import { Memory } from './memory.ts';
import type { ProblemCode } from './problem-codes.ts';
import { quote } from './show.ts';
import type { TextResult } from './text-result.ts';

/**
 * What the agreements in some folders are called and where their content stands. As far as an agreement's own file does
 * not say it, or cannot be read, that is the usual places; what is wrong with the file is for the check to say.
 *
 * What is laid over an agreement and has no id is called as its folder is, so that it can be told from the one below.
 */
export function defineAgreements(
  folders: readonly string[],
  readFile: (path: string) => TextResult,
  { folderOf = () => null, nameOf = fileName, memory = new Memory() }: DefineOptions = {},
): readonly Definition[] {
  return folders.map((folder) => define(folder, { readFile, folderOf, nameOf, memory }, []));
}

/** How more is known of folders than their files say. */
export interface DefineOptions {
  /** The folder of an agreement that another one extends by its id; null where there is none. */
  readonly folderOf?: (id: string) => string | null;
  /** What a folder is called: of `.` its path does not tell. */
  readonly nameOf?: (folder: string) => string;
  /** Of whoever reads the same files again. */
  readonly memory?: Memory;
}

interface Ways extends Required<DefineOptions> {
  readonly readFile: (path: string) => TextResult;
}

function define(folder: string, ways: Ways, above: readonly string[]): Definition {
  const { readFile, memory } = ways;
  const text = readFile(`${folder}/${AGREEMENT_FILE}`);
  const yaml = text.ok ? memory.yaml(text.value) : null;
  const written = yaml !== null && 'data' in yaml ? yaml.data : null;
  const { id, scenarios, sources, opens } = agreementFile.shape;
  const below = read(overlayFile.shape.extends, written, 'extends');
  const isOverlay = typeof written === 'object' && written !== null && 'extends' in written;
  const found =
    below !== undefined
      ? baseOf(folder, below, ways, [...above, folder])
      : isOverlay
        ? NAMES_NONE
        : {};
  const own = definitionOf(folder, {
    id:
      read(id, written, 'id') ?? (isOverlay ? idOfOverlay(folder, found, ways) : fileName(folder)),
    scenarios: read(scenarios, written, 'scenarios') ?? 'scenarios',
    sources: read(sources, written, 'sources') ?? 'sources',
    opens: read(opens, written, 'opens') ?? found.base?.opens ?? undefined,
  });
  return { ...own, ...found };
}

/** What is laid over an agreement goes by its folder's name, as far as that can be an id and is not that of the one below. */
function idOfOverlay(
  folder: string,
  { base }: Pick<Definition, 'base'>,
  { nameOf }: Pick<Ways, 'nameOf'>,
): string {
  const own = idFromName(nameOf(folder));
  if (base === undefined) return own ?? fileName(folder);
  return own === null || idsOf(base).includes(own) ? `${base.id}-overlay` : own;
}

/** The agreement that one lays its content over, by its folder or its id; or why there is none. */
function baseOf(
  folder: string,
  named: string,
  ways: Ways,
  above: readonly string[],
): Pick<Definition, 'base' | 'baseProblem'> {
  const isPath = /[/\\]|^\.+$/.test(named);
  const place = isPath
    ? named.startsWith('/')
      ? named
      : folderFrom(folder, named)
    : ways.folderOf(named);
  const refused = (code: ProblemCode, message: string) => ({
    baseProblem: { code, message, named },
  });
  if (place === null) return refused('unknown-id', `there is no agreement ${quote(named)}`);
  if (above.includes(place) || above.length > MOST_LAYERS)
    return refused('goes-round', 'the agreement that it extends leads back to this one');
  const text = ways.readFile(`${place}/${AGREEMENT_FILE}`);
  if (!text.ok)
    return refused('cannot-read', `the agreement ${quote(named)}: its file ${text.error.message}`);
  return { base: define(place, ways, above) };
}

/** Of one whose `extends` is not a name at all, which the shape of its file tells. */
const NAMES_NONE: Pick<Definition, 'base' | 'baseProblem'> = {
  baseProblem: { code: 'wrong-type', message: 'extends names no agreement', named: '' },
};

/** More layers than anybody writes are a circle that goes by many names. */
const MOST_LAYERS = 8;

/** One key of a file, whatever is wrong with the others. */
function read<T>(shape: z.ZodType<T>, written: unknown, key: string): T | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  return shape.safeParse((written as Record<string, unknown>)[key]).data;
}
