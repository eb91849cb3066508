import { capital, OUTCOME_WORDS, STANCE_WORDS, VERDICT_WORDS, type Word } from './words.ts';

type Entry = readonly [word: string, meaning: string];

/** Words with what they mean, as answers use them: a sentence each, since a meaning may have a semicolon in it. */
function meant(words: Readonly<Record<string, Word>>): string {
  return Object.values(words)
    .map(({ word, meaning }) => `${capital(word)}: ${meaning}`)
    .join('. ');
}

/** The words that screens and answers use, of any agreement. */
export const GLOSSARY: readonly Entry[] = [
  [
    'agreement',
    'What the parties signed or negotiate, as the sources report it: its phases, its provisions and the events that move them.',
  ],
  ['phase', 'How far the agreement as a whole has come.'],
  ['provision', 'One undertaking of the agreement. It is always at exactly one stage.'],
  [
    'circumstance',
    'Something around the agreement that conditions look at, though nobody undertook it.',
  ],
  [
    'stage',
    "Where a provision stands. The bar beside it is its implementation level in the manner of the Peace Accords Matrix: 0 not initiated, 1 minimal, 2 intermediate, 3 full. The levels are the author's own coding.",
  ],
  [
    'unknown, between',
    'A step may or may not have happened by the day, or it was taken as unknown: then the stages are named between which the provision stands.',
  ],
  ['event', 'What moves a provision from one stage to another. Some events move several at once.'],
  [
    'gate',
    'An event before which the model requires something, or on which a party holds something.',
  ],
  [
    'requirement',
    "A condition that the model itself sets before an event, whoever asks. It is derived, and no party's position.",
  ],
  ['condition', 'Stages asked of a provision before an event, by a party or by the model.'],
  [
    'position',
    `What a party is reported to hold on an event, over some time: it asks conditions; it objects, with no condition reported; or it backs it. Otherwise: ${STANCE_WORDS.unstated}, which is neither agreement nor refusal.`,
  ],
  [
    'reading',
    "One party's positions. Parties differ over what has happened, and over what is required; a reading is about the second. Terms as reported are no party's, and never count as one.",
  ],
  [
    'verdict',
    `How a gate stands under one reading, and over the parties. ${meant(VERDICT_WORDS)}.`,
  ],
  [
    'run',
    'A scenario played under one reading: where that party has things. One more run, as reported, takes every possible step, whatever anybody holds and whoever denies it.',
  ],
  ['what a run makes of a step', `${meant(OUTCOME_WORDS)}.`],
  ['waived', 'A party drops a condition or an objection of its own. It can be taken up again.'],
  [
    'granted',
    'A party that objects, or whose run has not taken what is reported, grants that it has happened all the same.',
  ],
  [
    'who can',
    'Who the documents say can bring an event about: alternatives, each of one party or of several together.',
  ],
  [
    'claim',
    'One statement from one source: who says it, whose stance it gives, and whether it is hearsay.',
  ],
  [
    'hearsay',
    "The source gives what somebody says or wants without naming who said it when: sources, media reports, the page's own paraphrase. Where all claims behind something are such, the screen says: at second hand.",
  ],
  ['source', 'A document that the record is taken from.'],
  [
    'scenario',
    'Steps in order. Documented: reported as having happened. Projected: what a party expects. Hypothetical: what if.',
  ],
  [
    'step',
    'One entry of a scenario: an event, something waived, taken up again or granted, an assumption, or a note.',
  ],
  [
    'as of, known by',
    'Two clocks. As of a day: what had happened and was held by then. Known by a day: only what had certainly been published by then.',
  ],
  ['sourced', 'It cites claims that say so.'],
  ['derived', 'Worked out from the model, or inferred by its author, who says how.'],
  [
    'expected, scheduled, assumed',
    'What no step that happened brought about: somebody expects it, it is scheduled, or whoever wrote the scenario takes it as given. It is no fact.',
  ],
  [
    'the record ends',
    'The last day on which any source can have been published. Nothing after it is known here.',
  ],
];
