import * as fc from 'fast-check';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Day } from '../../src/model/days.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { type ScenarioFile, scenarioFile } from '../../src/model/shapes/scenario.ts';
import { type Story, tell } from '../../src/model/story.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { anyStory, interestingDays } from '../model/any-story.ts';
import { HARBOUR, RICH, type Subject } from '../model/subjects.ts';

export { HARBOUR, RICH, SUBJECTS, type Subject } from '../model/subjects.ts';

/** A scenario of a subject, told. */
export function storyOf({ scenarios }: Pick<Subject, 'scenarios'>, id: string): Story {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return tell(scenario, scenarios);
}

/** Where a scenario of the harbour accord stands, by the two clocks. */
export function inHarbour(
  scenario: string,
  { asOf = null, knownBy = null }: { asOf?: Day | null; knownBy?: Day | null } = {},
): Moment {
  const { agreement } = HARBOUR;
  const viewpoint = { ...NOW, asOf, knownBy };
  return momentAt(agreement, storyOf(HARBOUR, scenario), viewpoint, runnerOf(agreement));
}

const runners = new WeakMap<Agreement, Runner>();

/** One for all moments of an agreement, so that what stories share is played once. */
function runnerOf(agreement: Agreement): Runner {
  let runner = runners.get(agreement);
  if (runner === undefined) runners.set(agreement, (runner = new Runner(agreement)));
  return runner;
}

/** Any scenario of an agreement, on any day on which something is published. */
export function anyMomentOf(subject: Subject): fc.Arbitrary<Moment> {
  return fc
    .tuple(fc.constantFrom(...subject.scenarios.keys()), anyViewpoint(subject.agreement))
    .map(([id, viewpoint]) =>
      momentAt(subject.agreement, storyOf(subject, id), viewpoint, runnerOf(subject.agreement)),
    );
}

/** The same of any agreement that is read from its files. */
export function anyToldMoment(): fc.Arbitrary<{ moment: Moment; subject: Subject }> {
  return fc
    .constantFrom(RICH, HARBOUR)
    .chain((subject) => anyMomentOf(subject).map((moment) => ({ moment, subject })));
}

/** Any story of any agreement that nobody has written. */
export function anyInventedMoment(): fc.Arbitrary<Moment> {
  return anyAgreement().chain((agreement) =>
    fc
      .tuple(anyStory(agreement), anyViewpoint(agreement))
      .map(([{ steps }, viewpoint]) =>
        momentAt(agreement, inventedStory(agreement, steps), viewpoint),
      ),
  );
}

function anyViewpoint(agreement: Agreement) {
  const day = fc.option(fc.constantFrom(...interestingDays(agreement)));
  return fc.tuple(day, day).map(([asOf, knownBy]) => ({ ...NOW, asOf, knownBy }));
}

/** Steps as the story of a scenario, and the scenario with them in it as a branch would look for them. */
export function inventedStory(agreement: Agreement, steps: Story['steps']): Story {
  const scenario: ScenarioFile = scenarioFile.parse({
    agreement: agreement.id,
    id: 'invented',
    kind: 'hypothetical',
    title: 'Invented',
    summary: 'Nobody wrote it.',
    steps: steps.map(({ id, title, claims }) => ({ id, title, claims })),
  });
  return { scenario, steps, inherited: 0 };
}
