import * as z from 'zod';
import { conditionFile } from './condition.ts';
import { duties } from './duty.ts';
import { idOf, prose, refersTo } from './identifier.ts';

export const DIRECTIONS = ['forward', 'backward'] as const;

/** Who can bring an event about: alternatives, each a set of parties acting together; null where unstated. */
export const controllers = z.union([
  z.literal('unstated').transform(() => null),
  z.array(
    z
      .array(refersTo('party'))
      .min(1, { error: 'must name a party; nobody at all is an empty outer list' }),
  ),
]);

/** From which stage of a region to which; from the others nothing moves. */
const moves = z.record(refersTo('stage'), refersTo('stage'));

/** `events.yaml`: everything about an event in one place. */
export const eventsFile = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          /** Its home region and a verb: the event is possible only from a stage that `moves` names. */
          id: idOf('event'),
          /** A name that reads better where people ask about it as a gate. */
          alias: idOf('alias').optional(),
          title: prose,
          /** What moves in its home region. */
          moves,
          /** What moves with it in other regions, by region. */
          also: z.record(refersTo('region'), moves).default({}),
          again: z
            .literal(true)
            .optional()
            .describe(
              'It may happen any number of times: its gate is judged anew for the next time, and its moves may lead from a stage to itself.',
            ),
          direction: z.enum(DIRECTIONS).default('forward'),
          controllers: controllers.default(null),
          /** The claims that name the controllers. */
          claims: z.array(refersTo('claim')).default([]),
          /** Claims that tell who takes part so far, where no document says who can bring it about. */
          takingPart: z.array(refersTo('claim')).default([]),
          /** How the controllers follow from the claims, where no claim says so outright, or why they do not. */
          inference: prose.optional(),
          /** What the model assumes by having the event at all, where no document speaks of it. */
          assumed: prose.optional(),
          /** What the model itself requires first, whoever asks; it is no party's position. */
          requirement: conditionFile.optional(),
          /** Claims on what is said to stand in the way without being a condition. */
          inTheWay: z.array(refersTo('claim')).default([]),
          /** What somebody is bound to bring about by it, with its deadline: one duty or a list of them. */
          duty: duties.optional(),
        })
        .refine((event) => event.controllers === null || event.takingPart.length === 0, {
          error: 'tells who takes part so far, which is for events whose controllers are unstated',
          path: ['takingPart'],
        }),
    )
    .min(1),
});

export type EventsFile = z.output<typeof eventsFile>;
export type EventRecord = EventsFile['events'][number];
export type Controllers = EventRecord['controllers'];
