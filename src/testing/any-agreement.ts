import * as fc from 'fast-check';
import type { Agreement } from '../model/agreement.ts';
import { assembleAgreement } from '../model/assemble.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { Source } from '../model/shapes/source.ts';

/** How large invented agreements get. */
export interface AgreementSize {
  readonly regions?: { readonly min: number; readonly max: number };
  readonly stages?: { readonly min: number; readonly max: number };
  readonly events?: { readonly min: number; readonly max: number };
}

type WrittenCondition = Extract<ReadingFile['gates'][string], { position: 'stated' }>['condition'];

interface EventPlan {
  readonly home: number;
  readonly homeMoves: readonly (readonly [number, number])[];
  readonly heard: readonly {
    readonly region: number;
    readonly moves: readonly (readonly [number, number])[];
  }[];
  readonly isGated: boolean;
  readonly isForward: boolean;
  readonly controllers: number[][] | null;
}

/** Parties of every invented agreement; the first ones have readings, the last is a group. */
const PARTIES = ['north', 'south', 'east', 'both'];

/**
 * Agreements that nobody has written: regions of some stages, events heard in one region or several, gates with any
 * conditions (`all`, `any`, `not`, never, on dates), a base, and readings of which some state nothing.
 *
 * They are for testing what is to work on every agreement. They shrink towards fewer regions, events and leaves.
 */
export function anyAgreement(size: AgreementSize = {}): fc.Arbitrary<Agreement> {
  const { regions = { min: 1, max: 5 }, stages = { min: 2, max: 4 } } = size;
  const { events = { min: 1, max: 12 } } = size;
  return fc
    .array(fc.integer({ min: stages.min, max: stages.max }), {
      minLength: regions.min,
      maxLength: regions.max,
    })
    .chain((sizes) =>
      fc
        .array(eventPlan(sizes), { minLength: events.min, maxLength: events.max })
        .chain((plans) => {
          const gates = plans.flatMap((plan, index) => (plan.isGated ? [`gate${index}`] : []));
          return fc
            .tuple(...['base', 'north', 'south', 'east'].map((id) => cells(id, gates, sizes)))
            .map((readings) => invented(sizes, plans, readings));
        }),
    );
}

function moves(stageCount: number, minLength: number): fc.Arbitrary<[number, number][]> {
  const stage = fc.nat({ max: stageCount - 1 });
  return fc
    .uniqueArray(fc.tuple(stage, stage), {
      minLength,
      maxLength: stageCount,
      selector: ([from]) => from,
    })
    .map((pairs) =>
      // A move to its own stage moves nothing, and is refused in a file.
      pairs.map(([from, to]): [number, number] => [from, from === to ? (to + 1) % stageCount : to]),
    );
}

function eventPlan(sizes: readonly number[]): fc.Arbitrary<EventPlan> {
  const region = fc.nat({ max: sizes.length - 1 });
  const party = fc.nat({ max: PARTIES.length - 1 });
  return region.chain((home) =>
    fc.record({
      home: fc.constant(home),
      homeMoves: moves(sizes[home] ?? 2, 1),
      heard: fc.uniqueArray(
        region.chain((other) =>
          fc.record({ region: fc.constant(other), moves: moves(sizes[other] ?? 2, 1) }),
        ),
        { maxLength: 3, selector: (entry) => entry.region },
      ),
      isGated: fc.boolean(),
      isForward: fc.boolean(),
      controllers: fc.option(
        fc.array(fc.uniqueArray(party, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
      ),
    }),
  );
}

function condition(prefix: string, sizes: readonly number[]): fc.Arbitrary<WrittenCondition> {
  const claims = fc.constantFrom(['early.c1'], ['late.c1'], ['late.c1', 'early.c1']);
  const leaf = fc.nat({ max: sizes.length - 1 }).chain((region) =>
    fc.record({
      region: fc.constant(`region${region}`),
      stages: fc.uniqueArray(
        fc.nat({ max: (sizes[region] ?? 2) - 1 }).map((stage) => `stage${stage}`),
        { minLength: 1, maxLength: Math.max(1, (sizes[region] ?? 2) - 1) },
      ),
      claims,
    }),
  );
  const never = fc.record({ never: fc.constant(true as const), claims });
  const tree = fc.letrec<{ node: WrittenCondition }>((tie) => {
    const parts = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
    return {
      node: fc.oneof(
        { maxDepth: 3, depthIdentifier: prefix },
        leaf as fc.Arbitrary<unknown> as fc.Arbitrary<WrittenCondition>,
        never as fc.Arbitrary<unknown> as fc.Arbitrary<WrittenCondition>,
        parts.map((all) => ({ all })) as fc.Arbitrary<WrittenCondition>,
        parts.map((any) => ({ any })) as fc.Arbitrary<WrittenCondition>,
        tie('node').map((not) => ({ not })) as fc.Arbitrary<WrittenCondition>,
      ),
    };
  }).node;
  return tree.map((written) => {
    let count = 0;
    const named = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(named);
      if (typeof part !== 'object' || part === null) return part;
      if ('claims' in part) return { leaf: `${prefix}Leaf${(count += 1)}`, ...part };
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, named(inner)]));
    };
    return named(written) as WrittenCondition;
  });
}

function cells(
  id: string,
  gates: readonly string[],
  sizes: readonly number[],
): fc.Arbitrary<ReadingFile> {
  const cell = (gate: string) =>
    fc
      .option(condition(`${id}${gate}`, sizes))
      .map((written) =>
        written === null
          ? { position: 'unstated' as const, remarks: [] }
          : { position: 'stated' as const, claims: [], remarks: [], condition: written },
      );
  return fc.tuple(...gates.map(cell)).map((written): ReadingFile => {
    const file = {
      id,
      title: id,
      gates: Object.fromEntries(gates.map((gate, index) => [gate, written[index]])),
    };
    return (id === 'base'
      ? { ...file, kind: 'base' }
      : { ...file, kind: 'party', party: id }) as unknown as ReadingFile;
  });
}

function invented(
  sizes: readonly number[],
  plans: readonly EventPlan[],
  readings: readonly ReadingFile[],
): Agreement {
  const nameOf = (plan: EventPlan, index: number): string => `region${plan.home}.event${index}`;
  return assembleAgreement({
    agreement: {
      id: 'invented',
      title: 'Invented',
      question: 'What can nobody have written?',
      summary: 'Nobody wrote it.',
      scenarios: 'scenarios',
      sources: 'sources',
    },
    regions: {
      regions: sizes.map((size, region) => ({
        id: `region${region}`,
        title: `region ${region}`,
        kind: 'provision' as const,
        starts: 'stage0',
        claims: [],
        stages: Array.from({ length: size }, (_, stage) => ({
          id: `stage${stage}`,
          title: `stage ${stage}`,
          level: 0 as const,
        })),
      })),
    },
    parties: {
      parties: PARTIES.map((id) =>
        id === 'both' ? { id, title: id, members: ['north', 'south'] } : { id, title: id },
      ),
      speakers: [],
    },
    events: {
      events: plans.map((plan, index) => ({
        id: nameOf(plan, index),
        title: nameOf(plan, index),
        ...(plan.isGated ? { alias: `gate${index}` } : {}),
        moves: asMoves(plan.homeMoves),
        also: Object.fromEntries(
          plan.heard
            .filter(({ region }) => region !== plan.home)
            .map(({ region, moves: heard }) => [`region${region}`, asMoves(heard)]),
        ),
        direction: plan.isForward ? ('forward' as const) : ('backward' as const),
        controllers:
          plan.controllers?.map((set) => set.map((party) => PARTIES[party] ?? 'north')) ?? null,
        claims: ['early.c1'],
      })),
    },
    readings,
    sources: [source('early', '2025-12-10'), source('late', '2026-01-20')],
  });
}

function asMoves(pairs: readonly (readonly [number, number])[]): Record<string, string> {
  return Object.fromEntries(pairs.map(([from, to]) => [`stage${from}`, `stage${to}`]));
}

/** A day between the two sources, so that some leaves are in force and some are not. */
export const DAY_BETWEEN = '2026-01-01';

function source(id: string, day: string): Source {
  return {
    id,
    agreement: 'invented',
    title: id,
    document: { file: `${id}.md`, sha256: '0'.repeat(64) },
    publisher: null,
    publisherNote: 'Invented.',
    published: { from: day, to: day, precision: 'day', inference: 'Invented.' },
    perspective: 'None.',
    claims: [
      {
        id: 'c1',
        paragraph: 1,
        speaker: 'north',
        attributedTo: [],
        hearsay: false,
        kind: 'position',
        regions: [],
        statement: 'Invented.',
        disputes: [],
      },
    ],
  };
}
