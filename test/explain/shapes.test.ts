import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addStep, forkAt } from '../../src/answer/branch.ts';
import { checkGates } from '../../src/answer/check.ts';
import { claimUses } from '../../src/answer/claim-uses.ts';
import { compareMoments } from '../../src/answer/diff.ts';
import { exerciseOf, mark, solve } from '../../src/answer/exercise.ts';
import { timelineOf } from '../../src/answer/timeline.ts';
import { playWhatIf } from '../../src/answer/what-if.ts';
import { whyRegion } from '../../src/answer/why.ts';
import type { Moment } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { gateJson } from '../../src/explain/check-json.ts';
import { claimInFullJson, claimsJson } from '../../src/explain/claims-json.ts';
import { sessionsJson, validateJson } from '../../src/explain/content-json.ts';
import { diffJson } from '../../src/explain/diff-json.ts';
import { exerciseJson } from '../../src/explain/exercise-json.ts';
import { listJson } from '../../src/explain/list-json.ts';
import { gatesJson } from '../../src/explain/gates-json.ts';
import { LISTS } from '../../src/explain/lists.ts';
import { playJson } from '../../src/explain/play-json.ts';
import { OUTPUT_SCHEMAS } from '../../src/explain/shapes/outputs.ts';
import { timelineJson } from '../../src/explain/timeline-json.ts';
import { whatIfJson } from '../../src/explain/what-if-json.ts';
import { whyJson } from '../../src/explain/why-json.ts';
import { type Cited, misfits, type OutputName, wrongIn } from '../draw/fitting.ts';
import {
  anyInventedMoment,
  anyMomentOf,
  anyToldMoment,
  HARBOUR,
  storyOf,
  type Subject,
  SUBJECTS,
} from './moments.ts';

/**
 * What is wrong with the answers about a moment: where they do not fit their shapes, and what they cite that had not
 * certainly been published.
 */
function wrongAt(
  moment: Moment,
  events: readonly string[],
  scenarios: Subject['scenarios'],
): string[] {
  const { agreement, story, viewpoint } = moment;
  const { asOf, knownBy } = viewpoint;
  const wrong = (name: OutputName, answer: Cited) => wrongIn(name, answer, knownBy);
  return [
    ...wrong('output-check', gatesJson(moment, checkGates(moment))),
    ...wrong('output-play', playJson(moment)),
    ...events.flatMap((event) => {
      const home = agreement.regions.get(agreement.events.get(event)?.home ?? '');
      const entries = timelineOf(agreement, story, event, { asOf, knownBy });
      const clocks = { asOf, knownBy };
      const name = { id: 'branch', title: 'A branch' };
      const fork = forkAt(agreement, story, moment.stepIndex, name);
      const draft = addStep(fork, { kind: 'event', event }, agreement);
      const whatIf = playWhatIf(moment, draft, scenarios);
      return [
        ...wrong('output-check', gateJson(standing(moment, event))),
        ...[null, home?.stages.at(-1)?.id ?? null].flatMap((stage) =>
          wrong('output-why', whyJson(moment, whyRegion(moment, home?.id ?? '', stage))),
        ),
        ...wrong('output-timeline', timelineJson(agreement, story, event, entries, clocks)),
        ...wrong(
          'output-what-if',
          whatIfJson(whatIf, { token: 'token', whyNot: null, file: null }),
        ),
      ];
    }),
  ];
}

/** Some of an agreement's events: with all of them a run takes a minute. */
function someEvents({ agreement }: Moment): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...agreement.events.keys()), {
    minLength: 1,
    maxLength: 4,
  });
}

describe('what is printed as JSON is what its schema says', () => {
  it('of the agreements at hand, whatever the day', () => {
    fc.assert(
      fc.property(
        anyToldMoment().chain(({ moment, subject }) =>
          fc.record({
            moment: fc.constant(moment),
            subject: fc.constant(subject),
            events: someEvents(moment),
            other: anyMomentOf(subject),
          }),
        ),
        ({ moment, subject, events, other }) => {
          expect(wrongAt(moment, events, subject.scenarios)).toEqual([]);
          expect(misfits('output-diff', diffJson(compareMoments(moment, other)))).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('of agreements that nobody has written', () => {
    fc.assert(
      fc.property(
        anyInventedMoment().chain((moment) => fc.tuple(fc.constant(moment), someEvents(moment))),
        ([moment, events]) => {
          const { scenario } = moment.story;
          expect(wrongAt(moment, events, new Map([[scenario.id, scenario]]))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('and whether an event has happened is never left open beside what says that it has', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(
        anyToldMoment().chain(({ moment }) => fc.tuple(fc.constant(moment), someEvents(moment))),
        ([moment, events]) => {
          for (const event of events) {
            const answer = gateJson(standing(moment, event));
            for (const { taken, happened } of [answer, ...answer.readings]) {
              const { times, perhaps, last } = happened;
              expect(last === null).toBe(times === 0);
              if (taken !== false) expect(times + perhaps).toBeGreaterThan(0);
              if (times + perhaps === 0) expect(taken).toBe(false);
              found.add(`${answer.again} ${taken} ${Math.min(times, 1)}`);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    expect([...found]).toEqual(expect.arrayContaining(['false true 1', 'false false 0']));
  });

  it('and an answer with a name too many is refused', () => {
    const { agreement, scenarios } = HARBOUR;
    const answer = listJson(agreement, scenarios, 'parties');
    expect(misfits('output-list', { ...answer, more: 1 }).join()).toContain('more');
    expect(misfits('output-list', { ...answer, schemaVersion: 1 }).join()).toContain(
      'schemaVersion',
    );
  });

  it('of lists, claims, exercises and what-ifs', () => {
    for (const subject of SUBJECTS) {
      const { agreement, scenarios } = subject;
      for (const only of [null, ...LISTS])
        expect(misfits('output-list', listJson(agreement, scenarios, only))).toEqual([]);
      const claims = [...agreement.claims.values()];
      expect(misfits('output-claims', claimsJson(agreement, claims))).toEqual([]);
      const uses = claimUses({ agreement, scenarios, properties: null });
      expect(misfits('output-claim', claimInFullJson(agreement, claims, uses))).toEqual([]);
      for (const id of scenarios.keys()) {
        const exercise = exerciseOf(agreement, storyOf(subject, id));
        if (exercise === null) continue;
        const marked = exercise.questions.map((asked) => {
          const solution = solve(exercise, asked);
          const given = asked.choices.slice(0, 1);
          return { asked, given, solution, mark: mark(solution, given) };
        });
        expect(misfits('output-exercise', exerciseJson(exercise, []))).toEqual([]);
        expect(misfits('output-exercise', exerciseJson(exercise, marked))).toEqual([]);
      }
    }
  });

  it('of content that was checked, and of sessions', () => {
    const { agreement } = HARBOUR;
    const problem = {
      file: 'a.yaml',
      line: 1,
      column: null,
      code: 'at-odds',
      message: 'is not so',
      hint: null,
    };
    const audit = [{ id: 'paper-1.c1', paragraph: 1, document: 'Said.', statement: 'Says.' }];
    const looked = [{ name: 'a.yaml', as: 'reading', agreement: 'harbour', title: 'The accord' }];
    const found = {
      valid: false,
      looked,
      counts: { scenarios: 1 },
      problems: [problem],
      notices: [],
    };
    expect(misfits('output-validate', validateJson(null, found))).toEqual([]);
    expect(misfits('output-validate', validateJson(agreement, { ...found, audit }))).toEqual([]);
    const cursor = { scenario: 'harbour-record', position: -1, run: null };
    const place = { agreement: 'harbour', folder: null };
    const sessions = [
      {
        number: 1,
        savedAt: '2031-01-01T00:00:00Z',
        task: null,
        exercise: null,
        ...place,
        branches: [],
        cursor,
      },
    ];
    expect(misfits('output-resume', sessionsJson(agreement, sessions))).toEqual([]);
  });
});

describe('every output schema', () => {
  it.each(Object.entries(OUTPUT_SCHEMAS))(
    '%s can be written for editors and programs',
    (_, schema) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      expect(json.$schema).toContain('draft-07');
      expect(JSON.stringify(json)).not.toContain('"additionalProperties":true');
    },
  );
});
