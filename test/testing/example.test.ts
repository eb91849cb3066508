import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Runner } from '../../src/agreement/runner.ts';
import { explore } from '../../src/explorer/exploration.ts';
import { finish } from '../../src/explorer/work.ts';
import {
  anyCommands,
  anyReading,
  anyTrace,
  attainable,
  checkInvariants,
  Coverage,
  reachableStages,
  startOfRun,
} from '../../src/testing/index.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

// Copy this file, load your own agreement here, and say below what must always hold of it.
const { agreement } = loadHarbour();

describe('the harbour accord', () => {
  it('never comes to phase two without phase one, in whatever order events are tried', () => {
    fc.assert(
      fc.property(anyReading(agreement), anyTrace(agreement), (reading, trace) => {
        const runner = new Runner(agreement);
        const terms = { reading, day: null, waived: [] };
        let stages = runner.initial();
        let hasBegun = false;
        for (const event of trace) {
          stages = runner.take(terms, stages, event) ?? stages;
          hasBegun ||= stages['phase'] === 'phaseOne';
          expect(stages['phase'] === 'phaseTwo' && !hasBegun).toBe(false);
        }
      }),
    );
  });

  it('does as its data says, command by command', () => {
    const cases = anyReading(agreement).chain((reading) =>
      fc.tuple(fc.constant(reading), anyCommands(agreement, reading)),
    );
    fc.assert(
      fc.property(cases, ([reading, commands]) => {
        expect(() => fc.modelRun(() => startOfRun(agreement, reading), commands)).not.toThrow();
      }),
    );
  });

  it('keeps the invariants in every reachable state, and sees every outcome that there is', () => {
    for (const reading of agreement.readings.keys()) {
      const terms = { reading, day: null, waived: [] };
      const exploration = finish(explore(agreement, { terms }));
      const runner = new Runner(agreement);
      const coverage = new Coverage();
      fc.assert(
        fc.property(reachableStages(exploration), (before) => {
          for (const event of agreement.events.keys()) {
            const after = runner.take(terms, before, event);
            const step = { agreement, terms, before, event, after };
            coverage.record(step);
            checkInvariants(step);
          }
        }),
        { numRuns: 300 },
      );
      expect(coverage.missing(attainable(agreement, exploration))).toEqual([]);
    }
  });
});
