/** What stands before the examples in a help text. */
const HEADING = '\nExamples:\n';

/**
 * Examples as the help of a command ends with them.
 *
 * @param lines whole command lines, each to be run as it stands: on the agreement that ships, or on what
 *   `phasegate new agreement accord` writes
 */
export function examples(...lines: readonly string[]): string {
  return `${HEADING}${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** The examples in a help text, as {@link examples} put them there. */
export function examplesIn(help: string): string[] {
  const [, listed = ''] = help.split(HEADING);
  return [...listed.matchAll(/^ {2}(phasegate .*)$/gm)].map(([, line = '']) => line);
}
