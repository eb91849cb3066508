/** What the parser of the command line says of a mistake, and the same in this program's words. */
const SAID: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^missing required argument '(.+)'$/, '<$1> is missing'],
  [/^option '(.+)' argument missing$/, '$1 has no value behind it'],
  [/^required option '(.+)' not specified$/, '$1 is missing'],
  [/^unknown option '(.+)'$/s, 'there is no option $1'],
  [
    /^too many arguments(?: for '.+')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    'too many arguments: it takes $1, and $2 are given',
  ],
  [/^\(Did you mean one of (.+)\?\)$/, 'did you mean one of $1?'],
  [/^\(Did you mean (.+)\?\)$/, 'did you mean $1?'],
];

/** What is easily taken for each other: the moment that an answer is about, and where a search starts. */
const FROM_OR_SCENARIO =
  'what asks how things stand takes --scenario, and what searches takes --from';

/**
 * What is wrong with a command line, and below it what would mend it: `there is no option --jsn [bad-command]`.
 *
 * @param said the lines that the parser printed
 */
export function mistypedText(said: string): string {
  const [first = '', ...more] = said.trim().split('\n').map(inOwnWords);
  const other = /^there is no option --(?:from|scenario)$/.test(first) ? [FROM_OR_SCENARIO] : [];
  return [`${first} [bad-command]`, ...[...other, ...more].map((each) => `  ${each}`)].join('\n');
}

function inOwnWords(line: string): string {
  const bare = line.trim().replace(/^error: /, '');
  const found = SAID.find(([pattern]) => pattern.test(bare));
  return found === undefined ? bare : bare.replace(found[0], found[1]);
}
