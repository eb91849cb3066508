import * as fc from 'fast-check';
import type { Agreement } from '../../src/model/agreement.ts';
import { type Moment, momentAt } from '../../src/model/moment.ts';
import { scenarioFile, step, type StepFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { daysOf, waivableUnder } from '../../src/testing/arbitraries.ts';

type Doing = Partial<
  Pick<StepFile, 'event' | 'assume' | 'unknown' | 'waive' | 'acknowledge' | 'disputedBy'>
>;

/**
 * A moment of an invented agreement, a few steps into it: some of them on days of which it is not certain that they have
 * come, some disputed, some waiving what a party holds, and stages that are not known.
 */
export function anyMoment(agreement: Agreement): fc.Arbitrary<Moment> {
  const days = daysOf(agreement);
  const region = fc.constantFrom(...agreement.statechart.regions);
  const event = fc.constantFrom(...agreement.events.keys());
  const readings = [...agreement.readings.keys()];
  const reading = fc.constantFrom(...readings);
  const assumption = region.chain(({ id, stages }) =>
    fc.constantFrom(...stages.map((stage) => ({ region: id, stage: stage.id }))),
  );
  const waivable = readings.flatMap((id) =>
    waivableUnder(agreement, id).map((condition) => ({ reading: id, condition })),
  );
  const doing = fc.oneof(
    { weight: 6, arbitrary: event.map((id): Doing => ({ event: id })) },
    {
      weight: 1,
      arbitrary: fc.tuple(event, reading).map(([id, whose]): Doing => ({
        event: id,
        disputedBy: [{ reading: whose, claims: ['early.c1'] }],
      })),
    },
    { weight: 2, arbitrary: assumption.map((assume): Doing => ({ assume })) },
    { weight: 2, arbitrary: region.map(({ id }): Doing => ({ unknown: { region: id } })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(event, reading)
        .map(([id, whose]): Doing => ({ acknowledge: { reading: whose, event: id } })),
    },
    ...(waivable.length === 0
      ? []
      : [
          {
            weight: 2,
            arbitrary: fc.constantFrom(...waivable).map((waive): Doing => ({ waive })),
          },
        ]),
  );
  const dated = fc.record({
    doing,
    passes: fc.nat({ max: 3 }),
    spans: fc.nat({ max: 4 }),
    isDated: fc.boolean(),
  });
  const day = fc.option(fc.constantFrom(...days));
  return fc
    .record({
      steps: fc.array(dated, { maxLength: 6 }),
      asOf: day,
      knownBy: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
      assume: fc.array(
        region.map(({ id }) => ({ region: id, stage: 'unknown' })),
        { maxLength: 1 },
      ),
    })
    .map(({ steps, ...viewpoint }) => {
      let last = 0;
      const written = steps.map(({ doing: does, passes, spans, isDated }, index) => {
        last = Math.min(last + passes, days.length - 1);
        const [from, to] = [days[Math.max(0, last - spans)] ?? '', days[last] ?? ''];
        const id = `step-${index + 1}`;
        return step.parse({ id, title: id, ...does, ...(isDated ? { date: { from, to } } : {}) });
      });
      const scenario = scenarioFile.parse({
        agreement: agreement.id,
        id: 'any-moment',
        kind: 'hypothetical',
        title: 'Any moment',
        summary: 'Nobody wrote it.',
      });
      return momentAt(agreement, tell({ ...scenario, steps: written }, new Map()), viewpoint);
    });
}
