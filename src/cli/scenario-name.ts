/** Whether a text looks like the token of a branch rather than a name or a path. */
export function isToken(text: string): boolean {
  return /^\s*pg\d+-/.test(text);
}

/** Standard input, where a file is asked for. */
export const STANDARD_INPUT = '-';

/** Whether a scenario is named by the path of its file, or is to be read from standard input. */
export function isFileName(name: string): boolean {
  return name === STANDARD_INPUT || /[/\\]|\.ya?ml$/.test(name);
}

/** A scenario as it was named, and the day or the step behind the last `@`; a file's name can have one of its own. */
export function withPlace(
  asked: string | undefined,
  isName: (name: string) => boolean,
): [name: string | undefined, at: string | undefined] {
  // A token copied from a screen may have line breaks in it, and so may what stands behind it.
  const text = asked !== undefined && isToken(asked) ? asked.replaceAll(/\s/g, '') : asked;
  const sign = text?.lastIndexOf('@') ?? -1;
  if (text === undefined || sign < 0 || isName(text)) return [text, undefined];
  const [name, at] = [text.slice(0, sign), text.slice(sign + 1)];
  if (/[/\\]|\.ya?ml$/.test(at)) return [text, undefined];
  return [name === '' ? undefined : name, at];
}

/** Whether a scenario named so says itself which agreement it is of. */
export function saysAgreement(asked: string): boolean {
  const [name = ''] = withPlace(asked, () => false);
  return isToken(name) || isFileName(name);
}
