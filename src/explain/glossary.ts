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
    'What the parties signed or are negotiating, as the sources report it: its phases, its provisions and the events that move them.',
  ],
  ['phase', 'How far the agreement as a whole has come.'],
  [
    'region',
    'What stands at one of several stages: a phase, a provision or a circumstance. Commands ask for it by its id.',
  ],
  ['provision', 'One undertaking of the agreement. It is always at exactly one stage.'],
  [
    'circumstance',
    'Something around the agreement that nobody undertook, but that a condition may ask about.',
  ],
  [
    'stage',
    "Where a provision stands. The bar beside it is its implementation level in the manner of the Peace Accords Matrix: 0 none, 1 minimum, 2 intermediate, 3 full. The levels are the author's own coding.",
  ],
  [
    'unknown, between',
    'Where a step may or may not have happened by the day, or was taken as unknown, all stages at which the provision may stand are named.',
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
    "One party's positions. Parties differ over what has happened and over what is required; a reading says what is required. Terms as reported are no party's, and never count as one.",
  ],
  [
    'verdict',
    `How a gate stands under one reading, and over the parties. ${meant(VERDICT_WORDS)}.`,
  ],
  [
    'run',
    'A scenario played under one reading: what that party recognises. One more run, as reported, takes every possible step, whatever the parties hold or deny.',
  ],
  ['what a run makes of a step', `${meant(OUTCOME_WORDS)}.`],
  ['waived', 'A party drops a condition or an objection of its own. It may take it back up later.'],
  [
    'granted, acknowledged',
    'A party that objects to an event, or does not recognise it, accepts all the same that it has happened.',
  ],
  [
    'disputes',
    'Two claims dispute each other where they cannot both be right, or speak against each other on the matter. That one says more than the other is no dispute.',
  ],
  [
    'duty',
    'What a party is bound to bring about, from when, and within what time or by which day: pending, met, met late or overdue, as reported and as each party recognises the facts.',
  ],
  [
    'controllers, who can',
    'Who can bring an event about, as the documents have it: one party, several together, or alternatives. They may change on a day.',
  ],
  ['path', 'Events one after the other that lead from here to a goal.'],
  ['goal', 'What a search is after: that an event is taken, or that a region comes to a stage.'],
  [
    'state',
    'One way in which all regions may stand at once. A search goes through all those that the model can reach; how many there are is no likelihood.',
  ],
  [
    'complete, partial',
    'Whether a search looked at everything. What a partial one has found is so; there may be more.',
  ],
  [
    'property, invariant',
    'What `verify` checks in every state that the model can reach. An invariant must hold in all of them.',
  ],
  ['witness', 'A path that shows that something can happen.'],
  ['counterexample', 'A path that shows that a property fails.'],
  [
    'claim',
    'One statement from one source: who says it, whose stance it gives, and whether it is hearsay.',
  ],
  [
    'hearsay',
    'The source gives what somebody says or wants without naming who said it and when: unnamed sources, media reports, its own paraphrase. Where all claims behind something are hearsay, answers say: at second hand.',
  ],
  ['source', 'A document that the record is taken from.'],
  [
    'record',
    'What the sources report to have happened, as a scenario. Answers look at the end of it where no other scenario, step or day is named.',
  ],
  [
    'scenario',
    'Steps in order. Documented: reported as having happened. Projected: what a party expects. Hypothetical: a what-if.',
  ],
  ['branch', 'A scenario that goes its own way after a step of another: a what-if of yours.'],
  [
    'step',
    'One entry of a scenario: an event, something waived, taken up again or granted, an assumption, or a note.',
  ],
  [
    'as of, known by',
    'Two clocks. As of a day: what had happened and was held by then. Known by a day: only what had certainly been published by then.',
  ],
  ['sourced', 'Claims say so, and are cited.'],
  ['derived', 'Worked out from the model, or inferred by its author, who says how.'],
  [
    'expected, scheduled, assumed',
    'No fact: somebody expects it, it is scheduled, or whoever wrote the scenario takes it as given.',
  ],
  [
    'the record ends',
    'The last day on which any source can have been published. Nothing after it is known here.',
  ],
];
