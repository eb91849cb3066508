/** What editors look for on a file's first line. */
const SCHEMA_LINE = /^#[ \t]*yaml-language-server[ \t]*:/;

/**
 * A file's text with a first line that tells editors which JSON Schema it is written by. Such a line is replaced;
 * otherwise one comes on top. All else stays to the byte.
 *
 * @param schema where the schema lies, as seen from the file's folder
 */
export function withSchemaLine(text: string, schema: string): string {
  const line = `# yaml-language-server: $schema=${schema}`;
  const end = /\r\n|[\n\r]/.exec(text);
  const first = text.slice(0, end?.index ?? text.length);
  return SCHEMA_LINE.test(first)
    ? line + text.slice(first.length)
    : `${line}${end?.[0] ?? '\n'}${text}`;
}
