import * as z from 'zod';
import { conditionFile } from './condition.ts';
import { duties } from './duty.ts';
import { idOf, prose, refersTo } from './identifier.ts';
import { asSentence } from './in-words.ts';
import { tenure } from './tenure.ts';

export const DIRECTIONS = ['forward', 'backward'] as const;

/** Alternatives, each a set of parties or roles acting together. */
const alternatives = z.array(
  z
    .array(refersTo('party', 'role'))
    .min(1, { error: 'must name a party; where it is nobody, write controllers: []' }),
);

const unstated = z.literal('unstated').transform(() => null);

/** Who can bring an event about for a time. */
const control = z.strictObject({
  of: z
    .union([unstated, alternatives])
    .describe('Alternatives, each a list of parties or roles acting together; or unstated.'),
  ...tenure,
  claims: tenure.claims.describe("The claims that say so; the event's where it names none."),
});

/** Who can bring an event about, always or one after another; null where unstated. */
export const controllers = z.union([unstated, alternatives, z.array(control).min(1)]);

/** From which stage of a region to which; from the others nothing moves. */
const moves = z.record(refersTo('stage'), refersTo('stage'));

/** `events.yaml`: everything about an event in one place. */
export const eventsFile = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          id: idOf('event').describe(
            'Its home region and a verb, such as crossing.opened. It is possible only from a stage that `moves` names.',
          ),
          alias: idOf('alias')
            .optional()
            .describe(
              'A name that reads better where people ask about it as a gate, such as opening. By default it goes by its id.',
            ),
          title: prose
            .optional()
            .describe('What happens, as it is printed. By default its id in words.'),
          moves: moves.describe(
            'What moves in its home region, such as { closed: open }; from stages that are not named it is not possible.',
          ),
          also: z
            .record(refersTo('region'), moves)
            .default({})
            .describe('What moves with it in other regions, by region. By default nothing.'),
          again: z
            .literal(true)
            .optional()
            .describe(
              'It may happen any number of times: its gate is judged again for the next time, and its moves may lead from a stage to itself. For duties its first happening counts.',
            ),
          direction: z
            .enum(DIRECTIONS)
            .default('forward')
            .describe(
              'Whether it brings the agreement forward or takes something back. By default forward.',
            ),
          controllers: controllers
            .default(null)
            .describe(
              'Who can bring it about: a list of alternatives, each a list of parties or roles that act together; [] where it is nobody; a list of such with their days where that changes; or unstated, which is the default.',
            ),
          claims: z
            .array(refersTo('claim'))
            .default([])
            .describe('The claims that name the controllers. By default none.'),
          takingPart: z
            .array(refersTo('claim'))
            .default([])
            .describe(
              'Claims that tell who takes part so far, where no document says who can bring it about. By default none.',
            ),
          inference: prose
            .optional()
            .describe(
              'How the controllers follow from the claims, where no claim says so outright, or why they do not.',
            ),
          assumed: prose
            .optional()
            .describe(
              'What the model assumes by having the event at all, where no document speaks of it.',
            ),
          requirement: conditionFile
            .optional()
            .describe(
              "What the model itself requires first, whoever asks; it is no party's position. By default nothing.",
            ),
          inTheWay: z
            .array(refersTo('claim'))
            .default([])
            .describe(
              'Claims on what is said to stand in the way without being a condition. By default none.',
            ),
          duty: duties
            .optional()
            .describe(
              'What somebody is bound to bring about by it, with its deadline: one duty or a list of them.',
            ),
        })
        .refine((event) => event.controllers === null || event.takingPart.length === 0, {
          error: 'tells who takes part so far, which is for events whose controllers are unstated',
          path: ['takingPart'],
        })
        .transform((event) => ({ ...event, title: event.title ?? asSentence(event.id) })),
    )
    .min(1)
    .describe('Everything that can happen.'),
});

export type EventsFile = z.output<typeof eventsFile>;
export type EventRecord = EventsFile['events'][number];
/** Who can bring something about: alternatives, each a set of parties acting together; null where unstated. */
export type Controllers = z.output<typeof alternatives> | null;
