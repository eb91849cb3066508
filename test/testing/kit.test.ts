import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Runner } from '../../src/model/runner.ts';
import { explore } from '../../src/search/exploration.ts';
import { finish } from '../../src/search/work.ts';
import {
  anyAgreement,
  anyCommands,
  anyReading,
  anyStages,
  anyTerms,
  attainable,
  checkInvariants,
  Coverage,
  reachableStages,
  startOfRun,
  takeUnder,
} from '../../src/testing/index.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { reachableStates, SMALL } from '../search/invented.ts';
import { loadFiveDocuments } from '../five-documents.ts';

const { agreement: rich } = loadFiveDocuments();

describe('the testing kit', () => {
  it('runs its commands on invented agreements', () => {
    const cases = anyAgreement(SMALL).chain((agreement) =>
      anyReading(agreement).chain((reading) =>
        fc.tuple(
          fc.constant(agreement),
          fc.constant(reading),
          anyCommands(agreement, reading, { maxCommands: 15 }),
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([agreement, reading, commands]) => {
        expect(() => fc.modelRun(() => startOfRun(agreement, reading), commands)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('runs them on a rich agreement, and tries every event', () => {
    const coverage = new Coverage();
    const cases = anyReading(rich).chain((reading) =>
      fc.tuple(fc.constant(reading), anyCommands(rich, reading, { maxCommands: 100 })),
    );
    fc.assert(
      fc.property(cases, ([reading, commands]) => {
        fc.modelRun(() => startOfRun(rich, reading, { coverage }), commands);
        return true;
      }),
      { numRuns: 60 },
    );
    const untried = [...rich.events.keys()].filter((event) =>
      ['taken', 'refused', 'held', 'impossible'].every(
        (outcome) => coverage.count(`${event} ${outcome}`) === 0,
      ),
    );
    expect(untried).toEqual([]);
  });

  it('keeps the invariants anywhere, on any day, whatever is waived', () => {
    const runner = new Runner(rich);
    fc.assert(
      fc.property(
        anyTerms(rich),
        anyStages(rich),
        fc.constantFrom(...rich.events.keys()),
        (terms, before, event) => {
          const after = takeUnder(runner, rich, terms, before, event);
          const step = { agreement: rich, terms, before, event, after };
          expect(() => checkInvariants(step)).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells a run that goes wrong, in a story of few commands', () => {
    const [wrong = ''] = rich.events.keys();
    const faulty = {
      take: (...[stages, event, guard]: Parameters<Runner['take']>) =>
        event === wrong ? { ...stages } : new Runner(rich).take(stages, event, guard),
    };
    const [reading = ''] = rich.readings.keys();
    const result = fc.check(
      fc.property(anyCommands(rich, reading), (commands) => {
        fc.modelRun(() => startOfRun(rich, reading, { runner: faulty }), commands);
        return true;
      }),
      { numRuns: 200 },
    );
    expect(result.failed).toBe(true);
    expect(String(result.counterexample?.[0])).toContain(wrong);
    expect(String(result.counterexample?.[0]).split(',').length).toBeLessThan(3);
  });

  it('replays a failure from what was printed of it', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    // Goes wrong at the second of two events only, so that there is something to shrink.
    const [first = '', second = ''] = agreement.events.keys();
    const failing = (options: Parameters<typeof anyCommands>[2]) => {
      let runs = 0;
      const property = fc.property(anyCommands(agreement, reading, options), (commands) => {
        runs += 1;
        const tried: string[] = [];
        const faulty = {
          take: (...[stages, event, guard]: Parameters<Runner['take']>) => {
            tried.push(event);
            return event === second && tried.includes(first)
              ? { ...stages }
              : new Runner(agreement).take(stages, event, guard);
          },
        };
        fc.modelRun(() => startOfRun(agreement, reading, { runner: faulty }), commands);
      });
      return { property, runsOf: () => runs };
    };
    const { property, runsOf } = failing({ maxCommands: 60 });
    let printed = '';
    try {
      fc.assert(property, { numRuns: 500, seed: 7 });
    } catch (error) {
      printed = (error as Error).message;
    }
    const [, seed = '', path = ''] = /seed: (-?\d+), path: "([^"]+)"/.exec(printed) ?? [];
    const [, story = '', replayPath = ''] =
      /Counterexample: \[(.*) \/\*replayPath="([^"]+)"\*\/\]/.exec(printed) ?? [];
    expect(story).toContain(second);
    expect(runsOf()).toBeGreaterThan(2);
    const again = failing({ maxCommands: 60, replayPath });
    const replay = { seed: Number(seed), path, endOnFailure: true };
    const result = fc.check(again.property, replay);
    expect(result.failed).toBe(true);
    expect(again.runsOf()).toBe(1);
    expect(String(result.counterexample?.[0])).toContain(story);
    expect(story.split(',').length).toBe(2);
    // Whoever does not want it printed says so.
    const { property: silent } = failing({ maxCommands: 60, disableReplayLog: true });
    const quiet = fc.check(silent, { numRuns: 500, seed: 7 });
    expect(quiet.failed).toBe(true);
    expect(String(quiet.counterexample?.[0])).not.toContain('replayPath');
  });

  it('draws reachable states only, and every one of a small agreement', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), fc.integer(), (agreement, seed) => {
        const exploration = finish(
          explore(agreement, { terms: { reading: 'north', day: null, knownBy: null, waived: [] } }),
        );
        const states = reachableStates(exploration.system);
        fc.pre(states.length <= 20);
        const drawn = fc.sample(reachableStages(exploration), { numRuns: 400, seed });
        const distinct = new Set(drawn.map((stages) => JSON.stringify(Object.values(stages))));
        expect(distinct.size).toBe(states.length);
      }),
      { numRuns: 25 },
    );
  });

  it('counts as attainable what plain search comes across', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL), (agreement) => {
        const terms = { reading: 'north', day: null, knownBy: null, waived: [] };
        const exploration = finish(explore(agreement, { terms }));
        const { system } = exploration;
        const runner = new Runner(agreement);
        const coverage = new Coverage();
        const wanted = attainable(agreement, exploration);
        for (const state of reachableStates(system)) {
          const before = Object.fromEntries(
            system.regions.map((region, index) => [
              region.id,
              region.stages[state[index] ?? 0] ?? '',
            ]),
          );
          for (const event of agreement.events.keys())
            coverage.record({
              agreement,
              terms,
              before,
              event,
              after: takeUnder(runner, agreement, terms, before, event),
            });
        }
        expect(coverage.missing(wanted)).toEqual([]);
        const events = [...agreement.events.keys()].flatMap((id) => [
          `${id} taken`,
          `${id} refused`,
          `${id} held`,
        ]);
        const gates = [...agreement.gates.keys()].flatMap((id) => [`${id} open`, `${id} closed`]);
        const seen = [...events, ...gates].filter((what) => coverage.count(what) > 0);
        expect(seen.toSorted()).toEqual([...new Set(wanted)].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
