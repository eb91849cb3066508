import * as fc from 'fast-check';
import {
  anyCommands,
  anyReading,
  anyTrace,
  asCertain,
  attainable,
  checkInvariants,
  Coverage,
  explore,
  finish,
  loadAgreement,
  play,
  reachableStages,
  Runner,
  startOfRun,
  takeUnder,
  tell,
  worldsOver,
} from 'phasegate/testing';
import { describe, expect, it } from 'vitest';

// Copy this folder, put your own agreement in it, and say below what must always hold of that.
const { agreement, scenarios } = loadAgreement(new URL('./', import.meta.url));

describe('the millstream lease', () => {
  it('is never renewed before it has begun, in whatever order events are tried', () => {
    fc.assert(
      fc.property(anyReading(agreement), anyTrace(agreement), (reading, trace) => {
        const runner = new Runner(agreement);
        const terms = { reading, day: null, knownBy: null, waived: [] };
        let stages = runner.initial();
        let hasBegun = false;
        for (const event of trace) {
          stages = takeUnder(runner, agreement, terms, stages, event) ?? stages;
          hasBegun ||= stages['lease'] === 'running';
          expect(stages['lease'] === 'renewed' && !hasBegun).toBe(false);
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
      const terms = { reading, day: null, knownBy: null, waived: [] };
      const exploration = finish(explore(agreement, { terms }));
      const runner = new Runner(agreement);
      const coverage = new Coverage();
      fc.assert(
        fc.property(reachableStages(exploration), (before) => {
          for (const event of agreement.events.keys()) {
            const after = takeUnder(runner, agreement, terms, before, event);
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

  it('is renewed in no scenario, under the reading of the upper village, while rent is owed', () => {
    for (const scenario of scenarios.values()) {
      for (const { states } of play(agreement, asCertain(tell(scenario, scenarios).steps)).steps) {
        const upstream = states['upstream'];
        if (upstream === undefined) throw new Error('The upper village has no run.');
        for (const stages of worldsOver(upstream.worlds, ['lease', 'rent']))
          expect([stages['lease'], stages['rent']]).not.toEqual(['renewed', 'owed']);
      }
    }
  });
});
