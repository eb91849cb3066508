/** How the program is called again for the agreement at hand. */
export interface Call {
  /** The words that start the program where the user stands, as typed; left out where its name does. */
  readonly program?: string;
  /** What `-A` must name; null where the program looks at that agreement without being told. */
  readonly agreement: string | null;
}

/**
 * A command line that can be typed as it stands, quoted for a POSIX shell: the one place that writes such lines.
 *
 * @param words the command and what follows it, each as the program is to be given it
 */
export function commandLine(
  { agreement, program = 'phasegate' }: Call,
  ...words: readonly string[]
): string {
  const named = agreement === null ? [] : ['-A', agreement];
  return [program, ...[...named, ...words].map(quotedForShell)].join(' ');
}

/**
 * A text about an agreement, the command lines in it (between backticks) made to name it, as those who wrote the text could
 * not. What is about no agreement names none: `new agreement`, and help.
 */
export function calledFor(call: Call, text: string): string {
  return text.replaceAll(
    /(?<=`)phasegate (?=(new agreement|help)|[a-z])/g,
    (_found, apart: string | undefined) =>
      `${commandLine(apart === undefined ? call : { ...call, agreement: null })} `,
  );
}

/** A word as a shell takes it for itself: bare where nothing in it means anything to a shell. */
function quotedForShell(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
