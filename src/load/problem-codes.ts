/**
 * What kinds of things can be wrong, each with what it means. A code stays when a sentence is worded anew, so that
 * programs can go by it.
 */
export const PROBLEM_CODES = {
  // A file as a text.
  'cannot-read': 'a file or folder is not there, or may not or cannot be read',
  'cannot-write': 'a file could not be written; what was there before is unchanged',
  'not-yaml': 'the text is not valid YAML',
  'not-xml': 'the text is not valid XML',
  'not-plain':
    'what content files may not have: in YAML anchors, tags, merge keys, a second document; in XML a document type',
  'bad-character': 'a control or invisible formatting character, which no text needs',
  'too-large': 'longer, deeper or wider than anything that people write by hand',
  'second-key': 'a key is there twice in one place',
  'unknown-content': 'a file that is no content file, or a folder that holds none',
  // A file by itself.
  'missing-key': 'something that must be said is missing',
  'unknown-key': 'a key that means nothing there',
  'keys-at-odds': 'two keys that do not go together',
  'wrong-type': 'a value of another kind: a text for a list, a number for a text',
  'wrong-value': 'a value that is none of those possible',
  'wrong-form': 'a text that is not written as such a thing is, as an id or a day',
  'reserved-word': 'a word that means something else and cannot be an id',
  // Names.
  'unknown-id': 'nothing has that name',
  'second-id': 'a name is given, or used in a list, a second time',
  'wrong-name': 'a file is not named after the id that it gives, or not as its kind is',
  'other-agreement': 'it belongs to another agreement, or to none that is there',
  // What the files say together.
  'no-claim': 'something is said to have happened, or to be so, without a claim that says so',
  'no-day': 'something that happened has no day, so it counts on every day',
  'no-steps': 'a scenario of what happened tells nothing that happened',
  'claims-at-odds': 'one claim is used in two ways that exclude each other',
  'no-effect': 'it changes nothing, asks for nothing or applies to nothing',
  'at-odds': 'two things that cannot both be',
  'wrong-region': 'it is about a region that it cannot be about',
  'not-its-own': 'a party waives, denies or grants something that is not its own',
  'goes-round': 'it leads back to itself',
  'wrong-order': 'days run backwards, or steps come in another order than they can',
  'rests-on-less': 'what is documented rests on what is not',
  'no-way-there': 'no event leads there, or none that can happen before',
  'never-in-force': 'a position that is held on no day',
  'way-round': 'another event leads to the same stage, and nothing is asked before it',
  'not-as-expected': 'a scenario does not come out as it expects',
  unused: 'nothing uses it',
  // A document beside its source.
  'other-document': 'the document is not the one that was read',
  'no-paragraph': 'the document has no such paragraph',
  // What was asked.
  'bad-command': 'the command line is not one that the program knows',
  'not-there': 'what was asked about does not exist',
  'not-possible': 'what was asked for cannot be done here',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;
