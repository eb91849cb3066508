import * as z from 'zod';
import { REGION_KINDS } from '../region-kinds.ts';
import { conditionFile } from './condition.ts';
import { camelId, claimReference, eventId, folder, kebabId, prose } from './identifier.ts';

/** `agreement.yaml`: what the agreement is called, what is in question, and where its content stands. */
export const agreementFile = z.strictObject({
  id: kebabId,
  title: prose,
  summary: prose,
  /** What it is about and what is in question, in two sentences for someone who knows nothing. */
  question: prose,
  /** The folders of its scenarios and sources, seen from its own. */
  scenarios: folder.default('scenarios'),
  sources: folder.default('sources'),
  /** The scenario that a reader begins with; the first one where it names none. */
  opens: kebabId.optional(),
});

/** `regions.yaml`: the regions, their stages, where each starts, and the claims behind that. */
export const regionsFile = z.strictObject({
  regions: z
    .array(
      z.strictObject({
        id: camelId,
        title: prose,
        kind: z.enum(REGION_KINDS),
        starts: camelId,
        claims: z.array(claimReference).default([]),
        stages: z
          .array(
            z.strictObject({
              id: camelId,
              title: prose,
              /** Peace Accords Matrix implementation level: the author's own coding. */
              level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
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

/** From which stage to which an event takes a region. */
const moves = z.record(camelId, camelId);

/** `events.yaml`: everything about an event in one place. */
export const eventsFile = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          id: eventId,
          /** A name that reads better where people ask about it as a gate. */
          alias: camelId.optional(),
          title: prose,
          direction: z.enum(DIRECTIONS),
          /** What it does to its home region. */
          moves,
          /** What it does to other regions, by region. */
          also: z.record(camelId, moves).default({}),
          controllers: controllers.default(null),
          /** The claims that name the controllers. */
          claims: z.array(claimReference).default([]),
          /** Claims that tell who takes part so far, where no document says who can bring it about. */
          takingPart: z.array(claimReference).default([]),
          /** How the controllers follow from the claims, where no claim says so outright, or why they do not. */
          inference: prose.optional(),
          /** What the model assumes by having the event at all, where no document speaks of it. */
          assumed: prose.optional(),
          /** What the model itself requires first, whoever asks; it is no party's position. */
          requirement: conditionFile.optional(),
          /** Claims on what is said to stand in the way without being a condition. */
          inTheWay: z.array(claimReference).default([]),
        })
        .refine((event) => event.controllers === null || event.takingPart.length === 0, {
          error: 'tells who takes part so far, which is for events whose controllers are unstated',
          path: ['takingPart'],
        }),
    )
    .min(1),
});

export type AgreementFile = z.output<typeof agreementFile>;
export type PartiesFile = z.output<typeof partiesFile>;
export type EventsFile = z.output<typeof eventsFile>;
export type RegionsFile = z.output<typeof regionsFile>;
export type Party = PartiesFile['parties'][number];
export type Speaker = PartiesFile['speakers'][number];
export type EventRecord = EventsFile['events'][number];
export type Controllers = EventRecord['controllers'];
