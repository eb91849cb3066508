import * as z from 'zod';
import { camelId, claimReference, eventId, kebabId, prose } from './identifier.ts';

/** `agreement.yaml`: what the agreement is called, and what is said of regions before any step. */
export const agreementFile = z.strictObject({
  id: kebabId,
  title: prose,
  summary: prose,
  start: z.array(z.strictObject({ region: camelId, claims: z.array(claimReference).min(1) })),
});

/** `parties.yaml`: who acts, and who else is quoted. */
export const partiesFile = z.strictObject({
  parties: z
    .array(z.strictObject({ id: kebabId, title: prose, members: z.array(kebabId).optional() }))
    .min(1),
  speakers: z.array(z.strictObject({ id: kebabId, title: prose })),
});

export const DIRECTIONS = ['forward', 'backward'] as const;

/** Who can bring an event about: alternatives, each a set of parties acting together; null where unstated. */
export const controllers = z.union([
  z.literal('unstated').transform(() => null),
  z.array(
    z.array(kebabId).min(1, { error: 'must name a party; nobody at all is an empty outer list' }),
  ),
]);

/** `events.yaml`: what each event means, which way it goes, and who can bring it about. */
export const eventsFile = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          id: eventId,
          title: prose,
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

/** `gates.yaml`: the named guards and the one event that each stands before. */
export const gatesFile = z.strictObject({
  gates: z.array(z.strictObject({ id: camelId, event: eventId, title: prose })),
});

export type AgreementFile = z.output<typeof agreementFile>;
export type PartiesFile = z.output<typeof partiesFile>;
export type EventsFile = z.output<typeof eventsFile>;
export type GatesFile = z.output<typeof gatesFile>;
export type Party = PartiesFile['parties'][number];
export type Speaker = PartiesFile['speakers'][number];
export type EventRecord = EventsFile['events'][number];
export type Gate = GatesFile['gates'][number];
export type Controllers = EventRecord['controllers'];
