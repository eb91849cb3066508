/** Copies a text, and says what came of it. */
export function copied(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => 'Copied.',
    () => 'The browser did not let it be copied: select it and copy it by hand.',
  );
}
