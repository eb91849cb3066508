import * as fc from 'fast-check';
import type { Agreement } from '../../src/model/agreement.ts';
import { conditionsOf } from '../../src/model/condition.ts';
import { type ScenarioFile, scenarioFile } from '../../src/model/shapes/scenario.ts';
import { addStep, type BranchAction, forkAt, withReplay } from '../../src/answer/branch.ts';
import type { Story } from '../../src/model/story.ts';

/** Words that YAML, JSON or a terminal could take for something else. */
const PIECES = [
  'null',
  'true',
  '2025-12-20',
  '0x1F',
  '1e3',
  '- ',
  '# ',
  ': ',
  "'",
  '"',
  '{',
  '[',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '%',
  '@',
  '\n',
  '\n\n',
  '  ',
  '\\',
  'What if: ',
  'لقاء',
  '🔍',
  '\u2028',
  '\uFEFF',
  '\u00A0',
  'long words '.repeat(20),
  '---',
  '...',
];

const anyProse = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
  )
  .map((text) => text.trim())
  .filter(
    (text) =>
      text !== '' &&
      !/(?!\n)\p{Cc}|[\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u.test(text),
  );

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).map((text) => `x${text}`);
const kebab = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
const camel = word;
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const range = fc.tuple(day, day).map((days) => {
  const [from = '', to = ''] = days.toSorted();
  return { from, to };
});
const date = fc.oneof(day, range);
const claim = fc.tuple(kebab, fc.nat(30)).map(([source, number]) => `${source}.c${number}`);
const someClaims = fc.array(claim, { minLength: 1, maxLength: 2 });
const sets = fc.array(fc.array(camel, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 2,
});
const by = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.oneof(fc.constant('every'), kebab), value, { maxKeys: 3 });
const waiver = fc.record({ reading: kebab, condition: camel });
const event = fc.tuple(camel, camel).map((names) => names.join('.'));
const action = fc.oneof(
  fc.record({ event }),
  fc.record({ event, void: fc.oneof(fc.constant(true), fc.record({ claims: someClaims })) }),
  fc.record({ acknowledge: fc.record({ reading: kebab, event }) }),
  fc.record({ waive: waiver }),
  fc.record({ restore: waiver }),
  fc.record({ assume: fc.record({ region: camel, stage: camel }) }),
  fc.record({ unknown: fc.record({ region: camel }) }),
  fc.constant({}),
);
const step = fc
  .tuple(
    fc.record(
      {
        id: kebab,
        title: anyProse,
        date,
        narrative: anyProse,
        because: anyProse,
        note: anyProse,
        by: fc.array(kebab, { maxLength: 3 }),
        status: fc.constantFrom('happened', 'scheduled', 'expected', 'assumed'),
        claims: fc.array(claim, { maxLength: 12 }),
        bearing: fc.array(claim, { maxLength: 3 }),
        inference: anyProse,
        disputedBy: fc.array(fc.record({ reading: kebab, claims: someClaims }), { maxLength: 2 }),
        expect: by(
          fc.oneof(
            fc.constantFrom('recognised', 'unopposed', 'unknown'),
            fc.record({ refused: sets }),
            fc.record({ held: sets }),
          ),
        ),
        gates: fc.dictionary(
          fc.oneof(camel, event),
          by(fc.oneof(fc.constantFrom('open', 'closed'), fc.record({ closed: sets }))),
          { maxKeys: 2 },
        ),
      },
      { requiredKeys: ['id', 'title'] },
    ),
    action,
  )
  .map(([written, does]) => ({
    ...written,
    ...does,
    // Only what is assumed has its author's reason.
    ...(written.because === undefined ? {} : { status: 'assumed' }),
  }));

/** What somebody gives with a step that they assume. */
const given = fc.record(
  {
    date: fc.oneof(
      day.map((only) => ({ from: only, to: only })),
      range,
    ),
    because: anyProse,
    note: anyProse,
  },
  { requiredKeys: [] },
);

const question = fc
  .tuple(
    fc.record({ id: kebab, after: kebab, prompt: anyProse }),
    fc.oneof(
      fc.record({ kind: fc.constant('outcome'), reading: kebab }, { requiredKeys: ['kind'] }),
      fc.record({ kind: fc.constantFrom('condition', 'verdict'), gate: camel, reading: kebab }),
    ),
  )
  .map(([shared, kind]) => ({ ...shared, ...kind }));

const task = fc.record(
  {
    id: kebab,
    text: anyProse,
    after: kebab,
    gates: fc.dictionary(
      fc.oneof(camel, event),
      fc.dictionary(kebab, fc.constantFrom('recognised', 'open', 'passed'), {
        minKeys: 1,
        maxKeys: 2,
      }),
      { minKeys: 1, maxKeys: 2 },
    ),
    before: fc.constantFrom('2031-03-01', '2032-02-29'),
    without: fc.uniqueArray(fc.constantFrom('waivers', 'grants', 'assumptions', 'refusals')),
    most: fc.integer({ min: 1, max: 99 }),
  },
  { requiredKeys: ['id', 'text', 'gates'] },
);

/** Any scenario of the right shape, whatever its references. */
export const anyScenario: fc.Arbitrary<ScenarioFile> = fc
  .record(
    {
      agreement: kebab,
      id: kebab,
      kind: fc.constantFrom('documented', 'projected', 'hypothetical'),
      title: anyProse,
      summary: anyProse,
      branchesFrom: fc.record({ scenario: kebab, step: kebab }),
      steps: fc.array(step, { maxLength: 4 }),
      questions: fc.array(question, { minLength: 1, maxLength: 2 }),
      tasks: fc.array(task, { minLength: 1, maxLength: 2 }),
      replay: fc.record(
        {
          scenario: kebab,
          after: kebab,
          until: kebab,
          without: fc.array(kebab, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ['scenario'] },
      ),
    },
    { requiredKeys: ['agreement', 'id', 'kind', 'title', 'summary'] },
  )
  .map((written) => scenarioFile.parse(written));

/** Any branch of a story as a user makes one: forked somewhere, a few steps, perhaps the rest played on. */
export function anyDraft(agreement: Agreement, story: Story): fc.Arbitrary<ScenarioFile> {
  const waivable = [...agreement.readings.values()].flatMap((reading) =>
    [...reading.positions.values()]
      .flat()
      .flatMap(({ id, stance, asked }) => [
        ...conditionsOf(asked).map((each) => ({ reading: reading.id, condition: each.id })),
        ...(stance === 'objects' ? [{ reading: reading.id, condition: id }] : []),
      ]),
  );
  const stages = agreement.statechart.regions.flatMap((region) =>
    region.stages.map((stage) => ({ region: region.id, stage: stage.id })),
  );
  const actions: fc.Arbitrary<BranchAction> = fc.oneof(
    fc
      .constantFrom(...agreement.events.keys())
      .map((id) => ({ kind: 'event' as const, event: id })),
    fc.constantFrom(...waivable).map((each) => ({ kind: 'waive' as const, ...each })),
    fc.constantFrom(...waivable).map((each) => ({ kind: 'restore' as const, ...each })),
    fc.constantFrom(...stages).map((stage) => ({ kind: 'assume' as const, ...stage })),
    fc
      .constantFrom(...agreement.regions.keys())
      .map((region) => ({ kind: 'unknown' as const, region })),
  );
  return fc
    .record({
      at: fc.integer({ min: -1, max: story.steps.length - 1 }),
      name: fc.record({ id: kebab, title: anyProse }),
      steps: fc.array(fc.tuple(actions, given), { maxLength: 5 }),
      isJoined: fc.boolean(),
    })
    .map(({ at, name, steps, isJoined }) => {
      const draft = steps.reduce<ScenarioFile>(
        (before, [each, more]) => addStep(before, each, agreement, [], more),
        forkAt(agreement, story, at, name),
      );
      const after = story.steps[at]?.id;
      return isJoined
        ? withReplay(draft, {
            scenario: story.scenario.id,
            ...(after === undefined ? {} : { after }),
          })
        : draft;
    });
}
