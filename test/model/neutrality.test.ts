import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Reading } from '../../src/model/agreement.ts';
import { type AgreementFiles, assembleAgreement } from '../../src/model/assemble.ts';
import { type Condition, type ConditionTree } from '../../src/model/condition.ts';
import { spanOf } from '../../src/model/position.ts';
import type { Statement } from '../../src/model/statement.ts';
import { asCertain, play, type PlayedStep } from '../../src/model/run.ts';
import type { RunState } from '../../src/model/run-state.ts';
import type { StoryStep } from '../../src/model/story.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { anyCondition } from './any-condition.ts';
import { anyStory } from './any-story.ts';
import { RICH, RICH_FILES, SUBJECTS } from './subjects.ts';
import { verdictUnder } from './verdict-under.ts';

/** Outcomes of every step and verdicts of every gate at its end, by reading: all that a run says. */
function saidBy(agreement: Agreement, steps: readonly StoryStep[]): Map<string, string[]> {
  const played = play(agreement, asCertain(steps)).steps;
  const runs = [...agreement.readings.keys(), REPORTED];
  return new Map(
    runs.map((run) => [
      run,
      [...played.map((step) => saidOf(step, run)), ...verdicts(agreement, played.at(-1), run)],
    ]),
  );
}

function saidOf({ step, outcomes, reported }: PlayedStep, run: string): string {
  const outcome = run === REPORTED ? reported : outcomes[run];
  const { unmet = [], objections = [], heldBy = [], ...rest } = outcome ?? {};
  return `${step.title}: ${JSON.stringify([rest, idsOf([...unmet, objections, ...heldBy])])}`;
}

function idsOf(sets: readonly (readonly { readonly id: string }[])[]): string[][] {
  return sets.map((set) => set.map(({ id }) => id));
}

function verdicts(agreement: Agreement, last: PlayedStep | undefined, run: string): string[] {
  const state = last?.states[run] as RunState;
  if (run === REPORTED) return [];
  return [...agreement.gates.values()].map(({ id, event }) => {
    const judged = verdictUnder(agreement, run, event, state, last?.day ?? null);
    const { verdict, stance, unmet, objections, conditions, unknownFacts } = judged;
    const met = conditions.map(({ condition, status, isCertain }) => [
      condition.id,
      status,
      isCertain,
    ]);
    return `${id}: ${JSON.stringify([verdict, stance, idsOf([...unmet, objections]), met, unknownFacts])}`;
  });
}

/** Any story, cut short: what is said of its steps is compared in full. */
const shortStory = (agreement: Agreement) =>
  fc.tuple(anyStory(agreement), fc.nat()).map(([story, cut]) => {
    const from = cut % Math.max(story.steps.length - 60, 1);
    const steps = story.steps.slice(from, from + 60);
    return { steps, [fc.toStringMethod]: () => steps.map((step) => step.title).join('\n') } as {
      steps: StoryStep[];
    };
  });

describe.each(SUBJECTS)('nobody is favoured in $name', ({ agreement }) => {
  const parties = [...agreement.readings.values()].filter((reading) => reading.kind === 'party');
  const pair = fc
    .shuffledSubarray(
      parties.map((reading) => reading.id),
      { minLength: 2, maxLength: 2 },
    )
    .map(([left = '', right = '']): [string, string] => [left, right]);

  it('swapping the labels of two parties swaps what is said of them, and nothing else', () => {
    fc.assert(
      fc.property(shortStory(agreement), pair, ({ steps }, [left, right]) => {
        const swap = (id: string) => (id === left ? right : id === right ? left : id);
        const swapped = saidBy(
          relabelled(agreement, swap),
          steps.map((step) => relabelledStep(step, swap)),
        );
        for (const [run, said] of saidBy(agreement, steps)) {
          const titles = (line: string) => line.slice(line.indexOf(':'));
          expect(swapped.get(swap(run))?.map(titles)).toEqual(said.map(titles));
        }
      }),
      { numRuns: 4 },
    );
  });

  it('what is added to one reading changes no other', () => {
    const regions = fc.constantFrom(...agreement.statechart.regions);
    const condition = fc
      .tuple(regions, fc.nat(), fc.boolean())
      .map(([region, index, objects]): Condition | null => {
        const stage = region.stages[index % region.stages.length]?.id ?? '';
        return objects ? null : anyCondition('added', region.id, [stage]);
      });
    const gates = fc.constantFrom(...[...agreement.gates.values()].map(({ event }) => event));
    const readings = fc.constantFrom(...agreement.readings.keys());
    let changes = 0;
    fc.assert(
      fc.property(
        shortStory(agreement),
        gates,
        readings,
        condition,
        ({ steps }, gate, id, added) => {
          const before = saidBy(agreement, steps);
          const after = saidBy(withAdded(agreement, id, gate, added), steps);
          changes += before.get(id)?.join() === after.get(id)?.join() ? 0 : 1;
          expect([...after].filter(([run]) => run !== id)).toEqual(
            [...before].filter(([run]) => run !== id),
          );
        },
      ),
      { numRuns: 4 },
    );
    // It was no empty addition: the reading itself says something else now.
    expect(changes).toBeGreaterThan(0);
  });
});

describe('the order of what was written does not matter', () => {
  const { agreement } = RICH;
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length });

  it('neither that of sources, nor of claims in them, nor of those that a position or a condition cites', () => {
    const files = fc
      .tuple(shuffled(RICH_FILES.sources), fc.infiniteStream(fc.nat({ max: 1000 })))
      .map(([sources, keys]): AgreementFiles => {
        const mixed = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [keys.next().value ?? 0, item] as const)
            .toSorted(([left], [right]) => left - right)
            .map(([, item]) => item);
        return {
          ...RICH_FILES,
          sources: sources.map((source) => ({ ...source, claims: mixed(source.claims) })),
          readings: RICH_FILES.readings.map((reading) => reordered(reading, mixed)),
          [fc.toStringMethod]: () => 'the same files in another order',
        } as AgreementFiles;
      });
    fc.assert(
      fc.property(shortStory(agreement), files, ({ steps }, mixed) => {
        const other = assembleAgreement(mixed);
        expect(other.recordEnds).toBe(agreement.recordEnds);
        expect(datesOf(other)).toEqual(datesOf(agreement));
        const readings = [...agreement.readings.keys()];
        const [said, again] = [saidBy(agreement, steps), saidBy(other, steps)];
        for (const reading of readings) expect(again.get(reading)).toEqual(said.get(reading));
        for (const [id, claim] of agreement.claims)
          expect(other.claims.get(id)?.disputedBy).toEqual(claim.disputedBy);
      }),
      { numRuns: 4 },
    );
  });
});

/** From when each statement is held, in lines. */
function datesOf(agreement: Agreement): string[] {
  const lines = [...agreement.readings.values()].flatMap((reading) =>
    [...reading.positions.values()]
      .flat()
      .map((statement) => JSON.stringify([statement.id, spanOf(agreement, statement, null)])),
  );
  return lines.toSorted();
}

/** The same file with every list of claims in another order. */
function reordered<T>(value: T, mixed: <I>(items: readonly I[]) => I[]): T {
  if (Array.isArray(value)) return value.map((item: unknown) => reordered(item, mixed)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) =>
    key === 'claims' && Array.isArray(inner) ? [key, mixed(inner)] : [key, reordered(inner, mixed)],
  );
  return Object.fromEntries(entries) as T;
}

function relabelled(agreement: Agreement, swap: (id: string) => string): Agreement {
  const readings = [...agreement.readings.values()].map((reading): [string, Reading] => {
    const id = swap(reading.id);
    const positions = new Map(
      [...reading.positions].map(([event, statements]) => [
        event,
        statements.map((statement) => ({
          ...statement,
          reading: swap(statement.reading),
          asked: withReading(statement.asked, swap),
        })),
      ]),
    );
    const party = reading.party === null ? null : swap(reading.party);
    return [id, { ...reading, id, party, positions }];
  });
  return { ...agreement, readings: new Map(readings) };
}

function withReading(tree: ConditionTree, swap: (id: string) => string): ConditionTree {
  if (tree.kind !== 'condition')
    return { kind: tree.kind, of: tree.of.map((part) => withReading(part, swap)) };
  const reading = tree.condition.reading === null ? null : swap(tree.condition.reading);
  return { kind: 'condition', condition: { ...tree.condition, reading } };
}

function relabelledStep(step: StoryStep, swap: (id: string) => string): StoryStep {
  const { action } = step;
  return {
    ...step,
    action: 'reading' in action ? { ...action, reading: swap(action.reading) } : action,
    disputedBy: step.disputedBy.map((dispute) => ({ ...dispute, reading: swap(dispute.reading) })),
  };
}

/** The agreement in which a reading holds one more thing on an event; null for an objection. */
function withAdded(
  agreement: Agreement,
  id: string,
  event: string,
  added: Condition | null,
): Agreement {
  const reading = agreement.readings.get(id) as Reading;
  const statement: Statement = {
    id: 'addedStatement',
    stance: added === null ? 'objects' : 'asks',
    reading: id,
    event,
    asked: added === null ? { kind: 'all', of: [] } : { kind: 'condition', condition: added },
    claims: [],
    inference: null,
    basis: 'assumed',
    from: null,
    until: null,
    replaces: false,
    drops: [],
  };
  const statements = [...(reading.positions.get(event) ?? []), statement];
  const positions = new Map(reading.positions).set(event, statements);
  const readings = new Map(agreement.readings).set(id, { ...reading, positions });
  return { ...agreement, readings };
}
