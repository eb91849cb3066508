import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { standing } from '../../src/model/standing.ts';
import { tell } from '../../src/model/story.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { anyStory } from '../model/any-story.ts';
import { HARBOUR, RICH } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';
import { searchesAgree } from './searches-agree.ts';

describe('plan, unblock and coalitions agree with check', () => {
  it.each([...HARBOUR.scenarios.values()])('on every day of $id, on every gate', (scenario) => {
    const { agreement, scenarios } = HARBOUR;
    const runner = new Runner(agreement);
    const parties = partyReadings(agreement).map(({ id }) => id);
    const story = tell(scenario, scenarios);
    const lengths = new Set<string | null>();
    for (const [turn, asOf] of [...daysAround(agreement, story.steps), null].entries()) {
      const moment = momentAt(agreement, story, { ...NOW, asOf }, runner);
      const alone = parties[turn % parties.length] ?? '';
      for (const { event } of agreement.gates.values()) {
        const found = standing(moment, event);
        lengths.add(searchesAgree(found, parties, runner));
        lengths.add(searchesAgree(found, [alone], runner));
      }
    }
    for (const length of ['0', '1', '2', 'impossible']) expect([...lengths]).toContain(length);
  });

  it('in the agreement that ships, each gate in its turn', () => {
    const { agreement, scenarios } = RICH;
    const runner = new Runner(agreement);
    const parties = partyReadings(agreement).map(({ id }) => id);
    const gates = [...agreement.gates.values()];
    const lengths = new Set<string | null>();
    let turn = 0;
    for (const scenario of scenarios.values()) {
      const story = tell(scenario, scenarios);
      const days = daysAround(agreement, story.steps.slice(story.inherited));
      const some = days.filter((_, index) => index % 40 === scenario.id.length % 40);
      for (const asOf of [null, ...some]) {
        const moment = momentAt(agreement, story, { ...NOW, asOf }, runner);
        const gate = gates[turn % gates.length];
        turn += 1;
        if (gate === undefined) continue;
        const found = standing(moment, gate.event);
        lengths.add(searchesAgree(found, parties, runner));
        lengths.add(searchesAgree(found, [parties[turn % parties.length] ?? ''], runner));
      }
    }
    for (const length of ['0', '1', 'impossible']) expect([...lengths]).toContain(length);
  });

  it('in agreements that nobody has written', () => {
    const lengths = new Set<string | null>();
    const size = { regions: { min: 2, max: 4 }, events: { min: 2, max: 6 } };
    const told = anyAgreement(size)
      .filter(({ gates }) => gates.size > 0)
      .chain((agreement) => fc.tuple(fc.constant(agreement), anyStory(agreement), fc.nat(99)));
    fc.assert(
      fc.property(told, ([agreement, { steps }, turn]) => {
        const runner = new Runner(agreement);
        const scenario: ScenarioFile = {
          agreement: agreement.id,
          id: 'any-story',
          kind: 'hypothetical',
          title: 'Any story',
          summary: 'Any story.',
          steps: [],
        };
        const parties = partyReadings(agreement).map(({ id }) => id);
        const days = daysAround(agreement, steps).filter((_, index) => index % 9 === turn % 9);
        for (const asOf of days) {
          const viewpoint = { ...NOW, asOf };
          const story = { scenario, steps, inherited: 0 };
          const moment = momentAt(agreement, story, viewpoint, runner);
          for (const { event } of agreement.gates.values())
            lengths.add(searchesAgree(standing(moment, event), parties, runner));
        }
      }),
      { numRuns: 40 },
    );
    for (const length of ['0', '1', '2', 'impossible']) expect([...lengths]).toContain(length);
  });
});
