/** The names of the parts of a screen, the one on show in brackets. */
export function bracketed<T extends string>(
  sections: readonly T[],
  names: Readonly<Record<T, string>>,
  shown: T,
): string[] {
  return sections.map((section) => (section === shown ? `[${names[section]}]` : names[section]));
}
