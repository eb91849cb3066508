import { type Call, calledFor } from './command-line.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Problem } from './problem.ts';

/** How each kind of thing is mended where nothing better is known of the very problem. */
const MENDS: Readonly<Record<ProblemCode, string>> = {
  'cannot-read': 'check that it is there, is a text file, and may be read',
  'cannot-write': 'check that the folder is there and may be written to',
  'not-yaml': 'look at this line and the one above: indentation, quotes, brackets and colons',
  'not-xml': 'look at this line and the one above: tags, quotes and brackets',
  'not-plain': 'write it out in plain form',
  'bad-character': 'delete it; your editor may not show it',
  'too-large': 'split it, or leave out what was not written by hand',
  'second-key': 'keep one of the two, and move what is under the other to it',
  'unknown-content':
    'check that it is the file that you meant; `phasegate new --help` says how to begin each kind of file',
  'missing-key': 'add it',
  'unknown-key': 'leave it out, or write one of the keys that are possible here',
  'keys-at-odds': 'leave one of them out',
  'wrong-type': 'write what is expected in its place',
  'wrong-value': 'write one of the values that are possible here',
  'wrong-form': 'write it in that form',
  'reserved-word': 'choose another word',
  'unknown-id': 'write a name that exists, or define this one',
  'second-id': 'give one of the two another name, or leave it out',
  'wrong-name': 'rename the file, or change the id in it',
  'other-agreement': 'name the agreement that it belongs to, or move it there',
  'no-claim': 'add claims that say so, or leave it out',
  'no-day': 'add the day, or the first and the last that it can have been',
  'no-steps': 'add steps, or leave the scenario out',
  'claims-at-odds': 'leave the claim out in one of the two places',
  'no-effect': 'leave it out',
  'at-odds': 'change one of the two',
  'wrong-region': 'name another region',
  'not-its-own': 'name one of its own',
  'goes-round': 'take out one of the references that lead round',
  'wrong-order': 'put them in order',
  'rests-on-less': 'cite claims that say it happened, or mark it as expected, scheduled or assumed',
  'no-way-there': 'add an event that leads there, or leave it out',
  'never-in-force': 'correct the days, or leave it out',
  'way-round': 'if it is not meant, ask the same before the other event',
  'not-as-expected':
    'if what comes out is wrong, correct the files; if it is right, `phasegate accept` writes it down as expected',
  unused: 'use it, or leave it out',
  'other-document':
    'put the document that was read into the folder, or read this one and record its hash',
  'no-paragraph': 'correct the number of the paragraph',
  'bad-command': '`phasegate --help` lists the commands',
  'not-there': '`phasegate list` shows what there is',
  'not-possible': 'ask for something else, or change what makes it impossible',
};

/** How a kind of thing is mended. */
export function mendOf(code: ProblemCode): string {
  return MENDS[code];
}

/** A problem with a mend. */
export type MendedProblem = Mended<Problem>;
type Mended<Wrong> = Wrong & { readonly hint: string };

/** What is wrong as it is told: with a mend, that of its kind where none is known of itself. */
export function withMend<Wrong extends Pick<Problem, 'code' | 'hint'>>(
  problem: Wrong,
): Mended<Wrong> {
  return { ...problem, hint: problem.hint ?? mendOf(problem.code) };
}

/**
 * The same where it is printed.
 *
 * @param call how the program is called again for the agreement in which it was found
 */
export function withMendFor<Wrong extends Pick<Problem, 'code' | 'hint'>>(
  problem: Wrong,
  call: Call,
): Mended<Wrong> {
  const mended = withMend(problem);
  return { ...mended, hint: calledFor(call, mended.hint) };
}
