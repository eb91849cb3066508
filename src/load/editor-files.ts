import { agreementNamedIn } from './agreement-named-in.ts';
import type { Dossier } from './dossier.ts';
import { knownIds } from './known-ids.ts';
import { type Definition, idsOf, isOwnFile, type Role, roleOf, SINGLE_ROLES } from './layout.ts';
import { isAddition, isContinuation } from './overlay.ts';
import { overlaySchemasFor, schemasFor } from './schemas-for.ts';
import { SCHEMAS_FOLDER } from './schemas-folder.ts';
import { withSchemaLine } from './with-schema-line.ts';

/** A file as editors are to find it. */
export interface EditorFile {
  readonly path: string;
  readonly role: Role;
  /** A JSON Schema, or a content file whose first line leads to one. */
  readonly kind: 'schema' | 'content';
  readonly text: string;
}

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
  const pathOf = (name: string) => `${definition.folder}/${SCHEMAS_FOLDER}/${name}.json`;
  const subject = { id: definition.id, ids: knownIds(dossier) };
  const isOverlay = definition.base !== undefined;
  const schemas = {
    ...schemasFor(subject),
    ...(isOverlay ? overlaySchemasFor(subject) : {}),
  };
  const content = isOverlay ? ownContentOf(definition, texts) : contentOf(dossier);
  return [
    ...Object.entries(schemas).map(([name, schema]): EditorFile => {
      const role = OF_ROLE[name] ?? (name as Role);
      const text = `${JSON.stringify(schema, null, 2)}\n`;
      return { path: pathOf(name), role, kind: 'schema', text };
    }),
    ...content.map(({ path, role }): EditorFile => {
      const before = texts.get(path) ?? '';
      const name = isOverlay ? formOf(role, before) : role;
      const text = withSchemaLine(before, relative(path, pathOf(name)));
      return { path, role, kind: 'content', text };
    }),
  ];
}

/** What only an overlay has, and what such a file is in an agreement. */
const OF_ROLE: Readonly<Record<string, Role>> = { addition: 'reading', continuation: 'scenario' };

/** By which schema a file of an overlay is written. */
function formOf(role: Role, text: string): string {
  if (role === 'reading' && isAddition(text)) return 'addition';
  return role === 'scenario' && isContinuation(text) ? 'continuation' : role;
}

/** The files of an overlay itself. */
function ownContentOf(definition: Definition, texts: ReadonlyMap<string, string>) {
  return [...texts].flatMap(([path, text]) => {
    const role = roleOf(definition, path);
    const isOwn = role !== null && isOwnFile(definition, path);
    const named = role === 'source' || role === 'scenario' ? agreementNamedIn(text) : null;
    const isOthers = named !== null && !idsOf(definition).includes(named);
    return isOwn && !isOthers ? [{ path, role }] : [];
  });
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
