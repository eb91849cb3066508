import * as z from 'zod';
import { day } from '../../model/shapes/days.ts';
import { OUTCOME_STATUSES, STEP_STATUSES, VERDICTS } from '../../model/shapes/scenario.ts';
import { STANCES, STATED } from '../../model/statement.ts';
import { askedCondition, askedTree, basis, claims, condition, date, sets, truth } from './parts.ts';

export const verdict = z.enum(VERDICTS);
export const overall = z.enum([...VERDICTS, 'contested']);
export const stance = z
  .enum([...STANCES, 'unstated'])
  .describe('What it certainly holds; `unstated` too where it is open which of several it holds.');

/** A statement that refuses an event outright. */
export const objection = z
  .strictObject({
    id: z.string(),
    reading: z.string(),
    readingTitle: z.string(),
    event: z.string(),
    eventTitle: z.string(),
    claims,
    basis,
    inference: z.string().nullable(),
  })
  .meta({ id: 'Objection' });

/** What a run makes of an event or a step. */
export const outcome = z
  .strictObject({
    status: z
      .enum(OUTCOME_STATUSES)
      .nullable()
      .describe('null: the step asks nothing of this run.'),
    stance: stance.nullable().describe('null as reported, and where the step is no event.'),
    unmet: sets.describe('Refused for these: minimal sets of unmet conditions.'),
    heldBy: sets.describe("Held for these: minimal sets of the model's own requirements."),
    conditions: z.array(askedCondition).describe('The conditions that these sets name.'),
    objections: z.array(objection),
    possibleFrom: z.array(z.string()),
    possibleFromTitles: z.array(z.string()),
    becauseOf: z
      .string()
      .nullable()
      .describe(
        'The step that is why it is impossible or already so: the one that by not being applied kept things from where it is possible, else the one that put them where they are.',
      ),
  })
  .meta({ id: 'Outcome' });

export const canHappen = truth.describe(
  'Whether it can happen from where the run stands now; null: not known. Of what has happened already (`taken`), whether it could once more.',
);

/** Whether the statechart has an event from where a run stands. */
export const possible = z
  .strictObject({
    answer: canHappen,
    region: z.string(),
    regionTitle: z.string(),
    stages: z.array(z.string()),
    stageTitles: z.array(z.string()),
    from: z.array(z.string()),
    fromTitles: z.array(z.string()),
  })
  .meta({ id: 'Possible' });

/** What a party is reported to hold on an event. */
export const statement = z
  .strictObject({
    id: z.string(),
    stance: z.enum(STATED),
    reading: z.string(),
    readingTitle: z.string(),
    event: z.string(),
    eventTitle: z.string(),
    asked: askedTree.nullable().describe('null unless its stance is `asks`.'),
    isCertain: z.boolean().describe('false: it may or may not be in force by the day.'),
    isWaived: z.boolean(),
    certainFrom: day.nullable(),
    possibleFrom: day.nullable().describe('null: it may have been held at any time before.'),
    until: day.nullable(),
    isDated: z.boolean().describe('false: its first day is that of its publication.'),
    claims,
    basis,
    inference: z.string().nullable(),
  })
  .meta({ id: 'Statement' });

/** What a party held on an event and no longer holds. */
export const ending = z
  .strictObject({
    statement: z.string(),
    stance: z.enum(STATED),
    asked: askedTree.nullable(),
    condition: z
      .string()
      .nullable()
      .describe('The condition of it that is no longer asked; null: the statement as a whole.'),
    isCertain: z.boolean().describe('false: it may still be held.'),
    certainFrom: day.nullable().describe('Held from then on for certain.'),
    possibleFrom: day.nullable(),
    until: z
      .strictObject({ from: day, to: day })
      .nullable()
      .describe('The days between which its own last day lies.'),
    claims,
    how: z.enum(['ended', 'dropped', 'replaced']),
    by: z
      .strictObject({
        statement: z.string(),
        certainFrom: day.nullable(),
        possibleFrom: day.nullable(),
        claims,
      })
      .nullable()
      .describe('The statement that dropped or replaced it; null: its own last day has passed.'),
  })
  .meta({ id: 'Ending' });

/** By how many steps an event has happened in a run. */
const happened = z
  .strictObject({
    times: z.int().describe('By how many steps for certain.'),
    perhaps: z.int().describe('By how many more it may have.'),
    last: z
      .strictObject({
        step: z.string(),
        date,
        status: z.enum(STEP_STATUSES),
        claims,
      })
      .nullable()
      .describe('The last step by which it happened for certain; null: none.'),
  })
  .describe('By how many steps it has happened, whether or not something has undone it since.');

export const taken = truth.describe(
  'Whether it has happened and nothing has undone it since; null: not known. Never true of what may happen again.',
);

/** How an event stands under one reading. */
export const underReading = z
  .strictObject({
    reading: z.string(),
    readingTitle: z.string(),
    kind: z.enum(['party', 'terms']).describe("terms: as reported, no party's, and never counted"),
    verdict,
    stance,
    statements: z.array(statement),
    ended: z.array(ending).describe('What it held and no longer holds.'),
    objections: z.array(objection).describe('Objections that keep it closed.'),
    conditions: z.array(condition),
    unmet: sets.describe('Minimal sets of unmet conditions; none where an objection closes it.'),
    says: claims,
    possible,
    requirement: truth.describe("Whether the model's requirement is met in its own run."),
    taken,
    takenBy: z
      .strictObject({
        step: z.string(),
        status: z.enum(STEP_STATUSES),
        isGranted: z.boolean().describe('Granted by the party, whatever it asks or objects to.'),
      })
      .nullable()
      .describe('The step by which it was taken in its own run.'),
    happened,
    outcome,
    unknownFacts: z.strictObject({
      deciding: z.array(z.string()),
      irrelevant: z.array(z.string()),
    }),
  })
  .meta({ id: 'UnderReading' });

/** How an event stands: the three answers, and what they come to. */
export const standing = {
  event: z.string(),
  eventTitle: z.string(),
  gate: z
    .string()
    .nullable()
    .describe('null: neither a requirement nor a position stands before it.'),
  gateTitle: z.string().nullable(),
  assumed: z.string().nullable().describe('What the model assumes by having the event at all.'),
  verdict: overall.describe('Over the parties; over the terms where only these were asked for.'),
  success: z
    .boolean()
    .describe('It has happened or can, by a position that some party states and none opposes.'),
  outOfReach: z
    .array(z.string())
    .describe(
      'Readings that it is open under, whose own run stands where it is not possible or not known to be.',
    ),
  possible: possible.describe('As reported.'),
  taken,
  again: z
    .boolean()
    .describe(
      'Whether it may happen any number of times: then it is judged for the next time, and is never `passed`.',
    ),
  happened,
  requirement: z
    .strictObject({ truth, conditions: z.array(condition), unmet: sets })
    .nullable()
    .describe('What the model itself requires first, as reported; null where it requires nothing.'),
  readings: z.array(underReading),
  inTheWay: claims.describe('Said to stand in the way, without being a condition.'),
};
