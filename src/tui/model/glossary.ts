/** The words that the screen uses, of any agreement. */
export const GLOSSARY: readonly (readonly [word: string, meaning: string])[] = [
  [
    'agreement',
    'What the parties signed or negotiate, as the sources report it: its phases, its provisions and the events that move them.',
  ],
  ['phase', 'How far the agreement as a whole has come.'],
  ['provision', 'One undertaking of the agreement. It is always at exactly one stage.'],
  [
    'circumstance',
    'Something around the agreement that its conditions look at, though nobody undertook it.',
  ],
  [
    'stage',
    'Where a provision stands. The bar beside it is its implementation level in the manner of the Peace Accords Matrix: 0 not initiated, 1 minimal, 2 intermediate, 3 full.',
  ],
  ['event', 'What moves a provision from one stage to another. Some events move several at once.'],
  ['gate', 'The conditions before an event of consequence. The event passes when they hold.'],
  [
    'condition',
    'What a gate asks for: that a provision stands at certain stages, or that it never happens. Conditions join under "all of" and "any one of".',
  ],
  [
    'reading',
    "One party's account of what each gate asks. Parties differ over what has happened, and over what is required; a reading keeps the second apart.",
  ],
  [
    'position',
    'What a reading states of a gate, with the claims that say so. It counts from the day by which it was published.',
  ],
  [
    'no position stated',
    'The sources attribute nothing to that party on this gate. That is neither agreement nor refusal, and its run takes the event as given.',
  ],
  [
    'no condition reported',
    'A refusal of the party is reported, and no condition with it. It is not counted as a position on the gate.',
  ],
  [
    'claim',
    'One statement from one source: who says it, whose stance it gives, and whether it is hearsay.',
  ],
  [
    'hearsay',
    "The source gives what somebody says or wants without naming who said it when: sources, media reports, the page's own paraphrase. Where all claims behind a condition are such, the screen says: at second hand.",
  ],
  ['source', 'A document that the record is taken from.'],
  [
    'scenario',
    'Steps in order. Documented: reported as having happened. Projected: what a party expects. Hypothetical: what if.',
  ],
  [
    'step',
    'One entry of a scenario: an event, a condition waived or taken up again, an assumption, or a note.',
  ],
  ['run', 'A scenario played under one reading. Where it stands is what that reading recognises.'],
  [
    'reported',
    'The run that applies every possible step, whatever the gates ask and whoever disputes it.',
  ],
  ['recognised', 'The reading lets the event pass, so its run moves.'],
  ['refused', 'A gate stays closed under the reading, so its run does not move.'],
  ['disputed', "The reading's party denies that it happened, so its run does not move."],
  [
    'contested',
    'At least one reading with a position recognises what another refuses or disputes.',
  ],
  [
    'verdict',
    'A gate under a reading: open, closed, passed (what it stands before has happened), not known, or no position stated.',
  ],
  [
    'waived',
    'A party says that a condition of its own no longer holds things up. It can be taken up again.',
  ],
  [
    'what would open it',
    'The smallest sets of conditions such that meeting all of one set opens the gate, all else staying as it is.',
  ],
  [
    'who can',
    'Who the documents say can bring an event about: alternatives, each of one party or of several together.',
  ],
  ['sourced', 'It cites claims that say so.'],
  ['derived', 'Worked out from the model, or inferred by its author, who says how.'],
  ['assumed', 'Taken as given by whoever wrote the scenario. No source says so.'],
  [
    'the record ends',
    'The last day on which any source can have been published. Nothing after it is known here.',
  ],
];
