import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { evaluate, meets } from '../../src/model/condition.ts';
import { agreed, every, some, type Truth } from '../../src/model/kleene.ts';
import type { ConditionFile } from '../../src/model/shapes/condition.ts';
import { readingFile } from '../../src/model/shapes/reading.ts';
import type { StageMap } from '../../src/model/statechart.ts';
import { Runner } from '../../src/model/runner.ts';
import { anyTree, REGIONS, STAGES, WORLDS } from './any-condition.ts';
import { RICH, RICH_FILES } from './subjects.ts';

/** What is asked as somebody writes it, over three regions of a rich agreement. */
function writtenCondition(): fc.Arbitrary<ConditionFile> {
  const one = fc.constantFrom('rafah', 'remains', 'talks').chain((region) => {
    const stages = RICH.agreement.regions.get(region)?.stages.map((stage) => stage.id) ?? [];
    return fc
      .subarray(stages, { minLength: 1 })
      .map((subset): ConditionFile => ({ id: 'any', region, stages: subset }));
  });
  const { tree } = fc.letrec<{ tree: ConditionFile }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        one,
        parts.map((all): ConditionFile => ({ all })),
        parts.map((any): ConditionFile => ({ any })),
      ),
    };
  });
  return tree;
}

/** What is written, taken literally. */
function isTrue(written: ConditionFile, stages: StageMap): boolean {
  if ('all' in written) return written.all.every((part) => isTrue(part, stages));
  if ('any' in written) return written.any.some((part) => isTrue(part, stages));
  return written.stages.includes(stages[written.region] ?? '');
}

/** What is asked as the program reads it, before an event of a reading that holds nothing else. */
function read(written: ConditionFile) {
  const reading = readingFile.parse({
    id: 'any',
    title: 'any',
    kind: 'terms',
    positions: { 'phase.twoBegan': [{ asks: written, claims: ['document-3.c7'] }] },
  });
  const agreement = assembleAgreement({ ...RICH_FILES, readings: [reading] });
  const [statement] = agreement.readings.get('any')?.positions.get('phase.twoBegan') ?? [];
  if (statement === undefined) throw new Error('The reading was not read.');
  return { agreement, tree: statement.asked };
}

const start = { ...new Runner(RICH.agreement).initial(), phase: 'phaseOne' };
const places = fc
  .tuple(
    ...['rafah', 'remains', 'talks'].map((region) =>
      fc.constantFrom(...(RICH.agreement.regions.get(region)?.stages.map(({ id }) => id) ?? [])),
    ),
  )
  .map(([rafah = '', remains = '', talks = '']): StageMap => ({ ...start, rafah, remains, talks }));

describe('conditions as written', () => {
  it('mean what they say, to the explainer and to XState alike', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(writtenCondition(), places, (written, stages) => {
        const { agreement, tree } = read(written);
        const literally = isTrue(written, stages);
        seen.add(literally);
        expect(evaluate(tree, (condition) => meets(condition, stages))).toBe(literally);
        const runner = new Runner(agreement);
        const machine = runner.machineFor('phase.twoBegan', [tree]);
        const snapshot = machine.resolveState({ value: { ...stages }, context: undefined });
        expect(snapshot.can({ type: 'phase.twoBegan' })).toBe(literally);
        expect(runner.take(stages, 'phase.twoBegan', [tree]) !== null).toBe(literally);
        expect(runner.take(stages, 'phase.twoBegan', 'never')).toBe(null);
      }),
      { numRuns: 90 },
    );
    expect(seen.size).toBe(2);
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
      fc.property(anyTree(), fc.tuple(stage, stage, stage), (tree, known) => {
        const fits = WORLDS.filter((world) =>
          REGIONS.every((region, index) => known[index] === null || world[region] === known[index]),
        );
        const possible = agreed(
          fits.map((world) => evaluate(tree, (condition) => meets(condition, world))),
        );
        const kleene = evaluate(tree, (condition) =>
          agreed(fits.map((world) => meets(condition, world))),
        );
        expect([null, possible]).toContain(kleene);
      }),
      { numRuns: 500 },
    );
  });
});
