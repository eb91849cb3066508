/** A document that a source records. */
export interface RecordedDocument {
  readonly file: string;
  readonly sha256: string;
}

/** What a source's skeleton is filled with. */
export interface SourceParts {
  readonly agreement: string;
  readonly id: string;
  readonly document?: RecordedDocument;
  /** Claims as YAML, indented by two; without any, what they look like stands there as comments. */
  readonly claims?: string;
  /** How many words each paragraph of the document has, where it was read. */
  readonly paragraphs?: readonly number[];
}

/** The record of a document as the text of a file that is right as it stands, with a comment on every key. */
export function sourceSkeleton({
  agreement,
  id,
  document,
  claims,
  paragraphs = [0],
}: SourceParts): string {
  return `\
# The record of one document: what is known of it, and what it says, claim by claim, in your own words.
agreement: ${agreement}
# Others refer to a claim of it as ${id}.c1; the file goes by the id.
id: ${id}
title: ${JSON.stringify(sentence(id))}
${documentLines(document)}# Who published it, as the document itself shows; null where it does not show it.
publisher: null
# Where that is seen, or why nobody is named.
publisherNote: The document names no publisher.
# The days between which it can have appeared, how exactly that is known, and from what.
published:
  from: 2030-01-15
  to: 2030-01-15
  # day, week, fortnight or month
  precision: day
  inference: Its last paragraph is dated.
# Whose account it is.
perspective: The publication's own, with statements of the parties.
${claims === undefined ? emptyClaims(paragraphs) : `# What it says. Ids are c1, c2 and so on, and never change their meaning.\nclaims:\n${claims}`}`;
}

function documentLines(document: RecordedDocument | undefined): string {
  if (document === undefined) return '';
  const { file, sha256 } = document;
  return `\
# The document itself, which is not kept here: its file's name, and the SHA-256 of the very text that was read.
# \`phasegate validate --documents FOLDER\` finds it by them and puts each claim beside its paragraph.
document:
  file: ${JSON.stringify(file)}
  sha256: ${sha256}
`;
}

/** No claim yet: one for each paragraph, to be filled in, as a comment. */
function emptyClaims(paragraphs: readonly number[]): string {
  const asked = paragraphs.flatMap((words, index) => [
    `#   - id: c${index + 1}`,
    ...(index === 0
      ? ['#     # The paragraph that says it: the n-th line that is not blank.']
      : []),
    `#     paragraph: ${index + 1}${words === 0 ? '' : ` # ${words} ${words === 1 ? 'word' : 'words'}`}`,
    ...(index === 0 ? EXPLAINED : BARE),
  ]);
  return `\
claims: []
# Take the [] away and write what it says, where a paragraph says something that matters; several claims may rest on
# one paragraph. Ids never change their meaning: new claims go to the end.
#
${asked.join('\n')}
`;
}

const BARE = [
  '#     speaker: publication',
  '#     hearsay: false',
  '#     kind: event',
  '#     regions: []',
  '#     statement: ...',
];

const EXPLAINED = [
  '#     # Who says it: a party or a speaker of parties.yaml.',
  '#     speaker: publication',
  '#     # Those whose stance it tells, where they are not the speaker.',
  '#     # attributedTo: [party-a]',
  '#     # Whether the document passes on what somebody says without naming who said it when.',
  '#     hearsay: false',
  '#     # event, meeting, count, assessment, accusation, denial, term, position, demand, offer, refusal,',
  '#     # expectation or context',
  '#     kind: event',
  '#     # The days that it speaks of, where they are known: a day, or { from: 2030-01-10, to: 2030-01-12 }.',
  '#     # date: 2030-01-10',
  '#     # Every region of which it speaks.',
  '#     regions: []',
  '#     # What it says, in your own words, no more and no less.',
  '#     statement: ...',
  '#     # The claims that it contradicts, as source.c1.',
  '#     # disputes: []',
];

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
