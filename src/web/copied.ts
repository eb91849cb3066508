/** Copies a text, and says what came of it. */
export function copied(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => 'Copied.',
    () => 'The browser did not let it be copied: select it and copy it by hand.',
  );
}

/** The same of a picture, which may still be on the way: a browser copies only while it is asked to. */
export function pictureCopied(picture: Promise<Blob | null>): Promise<string> {
  const there = picture.then((blob) => blob ?? Promise.reject(new Error('There is no picture.')));
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': there })]).then(
    () => 'Copied the picture.',
    () => 'The browser did not let the picture be copied: save it instead.',
  );
}
