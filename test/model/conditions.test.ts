import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { type Condition, evaluate, meets } from '../../src/model/condition.ts';
import { agreed, every, some, type Truth } from '../../src/model/kleene.ts';
import type { ConditionFile, ReadingFile } from '../../src/model/shapes/reading.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { Runner } from '../../src/model/runner.ts';
import { anyCondition, REGIONS, STAGES, WORLDS } from './any-condition.ts';
import { SHIPPED, SHIPPED_FILES } from './subjects.ts';

/** A condition as somebody writes it, `not` included, over three regions of the shipped agreement. */
function writtenCondition(): fc.Arbitrary<ConditionFile> {
  const claims = ['document-3.c7'];
  const leaf = fc.constantFrom('rafah', 'remains', 'talks').chain((region) => {
    const stages = SHIPPED.agreement.regions.get(region)?.stages.map((stage) => stage.id) ?? [];
    return fc
      .subarray(stages, { minLength: 1 })
      .map((subset): ConditionFile => ({ leaf: 'any', region, stages: subset, claims }));
  });
  const never = fc.constant<ConditionFile>({ leaf: 'any', never: true, claims });
  const { tree } = fc.letrec<{ tree: ConditionFile }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        fc.oneof({ arbitrary: leaf, weight: 7 }, { arbitrary: never, weight: 1 }),
        parts.map((all): ConditionFile => ({ all })),
        parts.map((any): ConditionFile => ({ any })),
        tie('tree').map((not): ConditionFile => ({ not })),
      ),
    };
  });
  return tree;
}

/** What is written, taken literally. */
function isTrue(written: ConditionFile, stages: StageMap): boolean {
  if ('not' in written) return !isTrue(written.not, stages);
  if ('all' in written) return written.all.every((part) => isTrue(part, stages));
  if ('any' in written) return written.any.some((part) => isTrue(part, stages));
  return 'never' in written ? false : written.stages.includes(stages[written.region] ?? '');
}

/** The condition as the program reads it, on a gate of a reading that states nothing else. */
function read(written: ConditionFile) {
  const reading = {
    id: 'any',
    title: 'any',
    kind: 'terms',
    gates: { phaseTwo: { position: 'stated', claims: [], condition: written, remarks: [] } },
  } as ReadingFile;
  const agreement = assembleAgreement({
    ...SHIPPED_FILES,
    readings: [reading],
  });
  const condition = agreement.readings.get('any')?.gates.get('phaseTwo')?.stated?.condition;
  if (condition === undefined) throw new Error('The reading was not read.');
  return { agreement, condition };
}

const start = { ...new Runner(SHIPPED.agreement).initial(), phase: 'phaseOne' };
const places = fc
  .tuple(
    ...['rafah', 'remains', 'talks'].map((region) =>
      fc.constantFrom(...(SHIPPED.agreement.regions.get(region)?.stages.map(({ id }) => id) ?? [])),
    ),
  )
  .map(([rafah = '', remains = '', talks = '']): StageMap => ({ ...start, rafah, remains, talks }));

describe('conditions as written', () => {
  it('mean what they say, `not` included, to the explainer and to XState alike', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(writtenCondition(), places, (written, stages) => {
        const { agreement, condition } = read(written);
        const literally = isTrue(written, stages);
        seen.add(literally);
        expect(evaluate(condition, (leaf) => meets(leaf, stages))).toBe(literally);
        const terms = { reading: 'any', day: null, waived: [] };
        const machine = new Runner(agreement).machineUnder(terms);
        const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
        expect(snapshot.can({ type: 'phase.twoBegan' })).toBe(literally);
        expect(new Runner(agreement).take(terms, stages, 'phase.twoBegan') !== null).toBe(
          literally,
        );
      }),
      { numRuns: 90 },
    );
    expect(seen.size).toBe(2);
  });

  it('are turned about by `not` in every state, and not changed by two of them', () => {
    fc.assert(
      fc.property(writtenCondition(), places, (written, stages) => {
        const truth = (condition: Condition) => evaluate(condition, (leaf) => meets(leaf, stages));
        const { condition } = read(written);
        expect(truth(read({ not: written }).condition)).toBe(truth(condition) !== true);
        expect(truth(read({ not: { not: written } }).condition)).toBe(truth(condition));
      }),
      { numRuns: 80 },
    );
  });
});

describe('three-valued truth', () => {
  const truth = fc.constantFrom<Truth>(true, false, null);
  const completions = (values: readonly Truth[]): boolean[][] =>
    values.reduce<boolean[][]>(
      (sets, value) =>
        sets.flatMap((set) =>
          value === null
            ? [
                [...set, true],
                [...set, false],
              ]
            : [[...set, value]],
        ),
      [[]],
    );

  it('of `all` and `any` is what every completion of the unknowns agrees on', () => {
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 6 }), (values) => {
        const sure = (how: (set: boolean[]) => boolean) => agreed(completions(values).map(how));
        expect(every(values)).toBe(sure((set) => set.every(Boolean)));
        expect(some(values)).toBe(sure((set) => set.some(Boolean)));
      }),
    );
  });

  it('of a condition is never surer than its completions, and never against them', () => {
    const stage = fc.constantFrom<string | null>(...STAGES, null);
    fc.assert(
      fc.property(anyCondition(), fc.tuple(stage, stage, stage), (condition, known) => {
        const fits = WORLDS.filter((world) =>
          REGIONS.every((region, index) => known[index] === null || world[region] === known[index]),
        );
        const possible = agreed(
          fits.map((world) => evaluate(condition, (leaf) => meets(leaf, world))),
        );
        const kleene = evaluate(condition, (leaf) =>
          agreed(fits.map((world) => meets(leaf, world))),
        );
        expect([null, possible]).toContain(kleene);
      }),
      { numRuns: 500 },
    );
  });
});
