/** A document that a source records. */
export interface RecordedDocument {
  readonly file: string;
  readonly sha256: string;
}

/** When a document appeared, as far as whoever records it knows. */
export interface PublishedDays {
  readonly from: string;
  readonly to: string;
  /** How that is known; null where it is not said. */
  readonly inferred: string | null;
}

/** What a source's skeleton is filled with. */
export interface SourceParts {
  readonly agreement: string;
  readonly id: string;
  readonly published: PublishedDays;
  readonly document?: RecordedDocument;
  /** Claims as YAML, indented by two; without any, what they look like stands there as comments. */
  readonly claims?: string;
  /** How many words each paragraph of the document has, where it was read. */
  readonly paragraphs?: readonly number[];
}

/**
 * The record of a document as the text of a file that is right as it stands, with a comment on every key. It says of the
 * document what it is filled with and no more: what is not known yet stands there as comments.
 */
export function sourceSkeleton({
  agreement,
  id,
  published,
  document,
  claims,
  paragraphs = [0],
}: SourceParts): string {
  return `\
# The record of one document: what is known of it, and what it says, claim by claim, in your own words.
agreement: ${agreement}
# Others refer to a claim of it by this id, a dot and the claim's own; the file is named after it.
id: ${id}
# What the document is called; until you write that, its id in words.
title: ${JSON.stringify(sentence(id))}
${documentLines(document)}# Who published it, as the document itself shows, and where that is seen, or why nobody is named.
# publisher: ...
# publisherNote: ...
# The day on which it appeared, or the first and the last on which that can have been, and how they are known.
# precision says day, week, fortnight or month where the days alone do not tell.
${publishedLines(published)}# Whose account it is.
# perspective: ...
${claims === undefined ? emptyClaims(paragraphs) : `# What it says. Ids are c1, c2 and so on, and never change their meaning.\nclaims:\n${claims}`}`;
}

function publishedLines({ from, to, inferred }: PublishedDays): string {
  if (from === to && inferred === null) return `published: ${from}\n`;
  const how = inferred === null ? '# inference: ...' : `inference: ${JSON.stringify(inferred)}`;
  return `published:\n  from: ${from}\n  to: ${to}\n  ${how}\n`;
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
  '#     # Whether the document passes on what somebody says without naming who said it and when.',
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
  '#     # The claims that it disputes, as source.c1.',
  '#     # disputes: []',
];

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
