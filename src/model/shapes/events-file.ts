import * as z from 'zod';
import { camelId, claimReference, eventId, kebabId, prose } from './identifier.ts';

export const DIRECTIONS = ['forward', 'backward'] as const;

/** Who can bring an event about: alternatives, each a set of parties acting together; null where unstated. */
export const controllers = z.union([
  z.literal('unstated').transform(() => null),
  z.array(
    z.array(kebabId).min(1, { error: 'must name a party; nobody at all is an empty outer list' }),
  ),
]);

/** From which stage of a region to which; from the others nothing moves. */
const moves = z.record(camelId, camelId);

/** `events.yaml`: what each event moves, what it means, which way it goes, and who can bring it about. */
export const eventsFile = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          /** Its home region and a verb: the event is possible only from a stage that `moves` names. */
          id: eventId,
          /** What it is called as a gate. An event without an alias is none. */
          alias: camelId.optional(),
          title: prose,
          /** What moves in its home region. */
          moves,
          /** What moves with it in other regions, by region. */
          also: z.record(camelId, moves).default({}),
          direction: z.enum(DIRECTIONS),
          controllers,
          /** The claims that name the controllers; where they are unstated, those that tell who takes part so far. */
          claims: z.array(claimReference).default([]),
          /** How the controllers follow from the claims, where no claim says so outright, or why they do not. */
          inference: prose.optional(),
        })
        .refine((event) => event.controllers === null || event.claims.length > 0, {
          error: 'names controllers, so it must cite the claims that say so',
          path: ['controllers'],
        })
        .refine(
          (event) =>
            event.controllers !== null ||
            event.claims.length === 0 ||
            event.inference !== undefined,
          {
            error:
              'cites claims while its controllers are unstated, so an inference must say who takes part and that no document says who can',
            path: ['controllers'],
          },
        ),
    )
    .min(1),
});

export type EventsFile = z.output<typeof eventsFile>;
export type EventRecord = EventsFile['events'][number];
export type Controllers = EventRecord['controllers'];
