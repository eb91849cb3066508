import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineAgreements } from '../load/define.ts';
import { type Files, readTexts } from '../load/open.ts';
import { type ReadAgreement, readDefined, type ReadOptions } from '../load/read-agreement.ts';
import { trueName } from './find-agreement.ts';
import { listContent } from './list-content.ts';
import { readText } from './read-text.ts';
import { type Shipped, shippedAround } from './shipped.ts';

/** Where an agreement's files are, as far as that is not where its `agreement.yaml` says. */
export interface AgreementPlaces {
  readonly sources?: string | URL;
  readonly scenarios?: string | URL;
}

/**
 * Reads an agreement from its folder and checks all of it, as `readAgreement` does with texts. Nothing is thrown for
 * what a user or a disk can cause. One that `extends` another by its id is laid over the agreement that ships under it.
 *
 * @param folder holds `agreement.yaml`, `parties.yaml`, `regions.yaml`, `events.yaml`, if there are any
 *   `properties.yaml`, and the folder `readings`; as a path from where the program runs, or as a file URL
 */
export function openAgreement(
  folder: string | URL,
  { sources, scenarios, validate = false }: AgreementPlaces & Pick<ReadOptions, 'validate'> = {},
): ReadAgreement {
  const home = asPath(folder);
  if (listContent(home) === null)
    return {
      ok: false,
      problems: [
        {
          file: home,
          line: null,
          column: null,
          code: 'cannot-read',
          message: 'there is no such folder',
          hint: 'name the folder that holds agreement.yaml',
        },
      ],
    };
  let shipped: Shipped | null = null;
  const atHand = () => (shipped ??= shippedAround(import.meta.url));
  const folderOf = (id: string) => atHand().folders.get(id) ?? null;
  // What ships may be built in, so its files are had as it has them; and it is looked at only where it is named.
  const files: Files = {
    readFile: (name) => (shipped?.files.readFile ?? readText)(name),
    listFiles: (name) => (shipped?.files.listFiles ?? listContent)(name),
  };
  const definitions = defineAgreements([home], files.readFile, { folderOf, nameOf: trueName }).map(
    (definition) => ({
      ...definition,
      ...(sources === undefined ? {} : { sources: asPath(sources) }),
      ...(scenarios === undefined ? {} : { scenarios: asPath(scenarios) }),
    }),
  );
  return readDefined(definitions, readTexts(definitions, files), validate);
}

/** A folder as the content checks name it: with `/`, and without one at its end. */
function asPath(folder: string | URL): string {
  const written = typeof folder === 'string' ? folder : fileURLToPath(folder);
  return path
    .normalize(written)
    .split(path.sep)
    .join('/')
    .replace(/(?<=.)\/$/, '');
}
