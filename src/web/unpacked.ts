/**
 * A text that the page holds packed: see `packed` in html.ts. Written for browsers of any age, as far as it goes.
 *
 * @param element the id of the element that holds it
 * @returns fails where the browser cannot unpack, or the page does not hold it whole
 */
export function unpacked(element: string): Promise<string> {
  const holder = document.getElementById(element);
  if (holder === null) return Promise.reject(new Error(`The page has no ${element}.`));
  const letters = atob(holder.textContent ?? '');
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

/** Runs a program that was unpacked. Its digest is in the policy of the page, so that it and nothing else can be run. */
export function runProgram(text: string): void {
  const script = document.createElement('script');
  script.textContent = text;
  document.head.appendChild(script);
  script.remove();
}
