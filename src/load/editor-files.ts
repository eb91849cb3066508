import type { Dossier } from './dossier.ts';
import { knownIds } from './known-ids.ts';
import { type Role, ROLES, SINGLE_ROLES } from './layout.ts';
import { schemasFor } from './schemas-for.ts';
import { withSchemaLine } from './with-schema-line.ts';

/** A file as editors are to find it. */
export interface EditorFile {
  readonly path: string;
  readonly role: Role;
  /** A JSON Schema, or a content file whose first line leads to one. */
  readonly kind: 'schema' | 'content';
  readonly text: string;
}

/** The folder inside an agreement's own that holds its schemas; content is never looked for in hidden ones. */
const FOLDER = '.schemas';

/**
 * The JSON Schemas of an agreement with its own ids, and its content files with first lines that lead editors to them.
 *
 * @param texts the content files by path
 * @param relative the way from a file's folder to another file, with `/`
 */
export function editorFiles(
  dossier: Dossier,
  texts: ReadonlyMap<string, string>,
  relative: (from: string, to: string) => string,
): EditorFile[] {
  const { definition } = dossier;
  const pathOf = (role: Role) => `${definition.folder}/${FOLDER}/${role}.json`;
  const schemas = schemasFor({ id: definition.id, ids: knownIds(dossier) });
  return [
    ...ROLES.map((role): EditorFile => {
      const text = `${JSON.stringify(schemas[role], null, 2)}\n`;
      return { path: pathOf(role), role, kind: 'schema', text };
    }),
    ...contentOf(dossier).map(({ path, role }): EditorFile => {
      const text = withSchemaLine(texts.get(path) ?? '', relative(path, pathOf(role)));
      return { path, role, kind: 'content', text };
    }),
  ];
}

/** The agreement's own files; a folder of sources or scenarios may have another's as well. */
function contentOf(dossier: Dossier): { readonly path: string; readonly role: Role }[] {
  const { properties, readings, sources, scenarios } = dossier;
  const singles = SINGLE_ROLES.map((role) => ({ role, files: [dossier[role]] }));
  const all = [
    ...singles,
    { role: 'properties' as const, files: [properties] },
    { role: 'reading' as const, files: readings },
    { role: 'source' as const, files: sources },
    { role: 'scenario' as const, files: scenarios },
  ];
  return all.flatMap(({ role, files }) =>
    files.flatMap((file) => (file === null ? [] : [{ path: file.file, role }])),
  );
}
