import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_DONE } from '../../src/lab/history.ts';
import type { LabMessage } from '../../src/lab/message.ts';
import { labReduce, likelyDay, type Reduced, whyNot } from '../../src/lab/reduce.ts';
import type { StepChange } from '../../src/lab/own-steps.ts';
import { sceneOf } from '../../src/lab/scene.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import type { Holding } from '../../src/load/library.ts';
import { loadScenarioText } from '../../src/load/open.ts';
import { scenarioText } from '../../src/load/scenario-text.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import { dayBefore } from '../../src/model/days.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const harbour = loadHarbour();
const { agreement } = harbour;
const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
const start: LabState = {
  scenarios: harbour.scenarios,
  branches: [],
  history: NOTHING_DONE,
  scenario: harbour.opens,
  position: 2,
  clocks: NO_CLOCKS,
  run: REPORTED,
  gate: null,
  task: null,
};

const take = (event: string, given = {}): LabMessage => ({
  kind: 'take',
  action: { kind: 'event', event },
  before: [],
  given,
});
const on = (day: string) => ({ date: { from: day, to: day } });
const change = (place: number, what: StepChange): LabMessage => ({
  kind: 'change',
  place,
  change: what,
});

function done(reduced: Reduced): LabState {
  if (!reduced.ok) throw new Error(reduced.said);
  return reduced.lab;
}

const after = (lab: LabState, ...messages: readonly LabMessage[]): LabState =>
  messages.reduce((before, message) => done(labReduce(setting, before, message)), lab);
const ownOf = (lab: LabState) => lab.scenarios.get(lab.scenario)?.steps ?? [];
const day = likelyDay(setting, start) ?? '';
const two = after(
  start,
  take('envoys.met', { ...on(day), because: 'The talks went well.' }),
  take('tolls.suspended', on(day)),
);
const [met, tolls] = [two.position - 1, two.position];

describe('the steps of a branch', () => {
  it('have a day and a reason, and keep both in a file and in a token', async () => {
    expect(ownOf(two)).toMatchObject([
      { event: 'envoys.met', because: 'The talks went well.', date: { to: day } },
      { event: 'tolls.suspended', date: { to: day } },
    ]);
    const noted = after(two, change(tolls, { kind: 'note', text: 'To be asked about.' }));
    const branch = noted.scenarios.get(noted.scenario);
    if (branch === undefined) throw new Error('no branch');
    const definition = { id: agreement.id } as Holding['definition'];
    const parts = {} as Holding['parts'];
    const holding: Holding = { ...harbour, definition, parts, properties: null };
    const read = await loadScenarioText(holding, 'a.yaml', scenarioText(branch));
    expect(read).toMatchObject({ problems: [], scenario: branch });
    const token = tokenOf(branch, agreement);
    expect(readToken(token, agreement)).toEqual({ ok: true, value: branch });
    // What is given with a step adds no more to a token than itself.
    expect(token.length).toBeLessThan(330);
  });

  it('begin with a note of the day before the first step, whose title follows it', () => {
    const begun = after({ ...start, position: -1 }, take('envoys.met'));
    const [note] = ownOf(begun);
    const moved = after(begun, change(0, { kind: 'day', day: '2031-01-02' }));
    expect(note?.title).toMatch(/ \d{1,2} [A-Z][a-z]{2} \d{4}$/);
    expect(ownOf(moved)[0]).toMatchObject({
      title: 'The branch starts here; positions are taken as they stood on 2 Jan 2031',
      date: { from: '2031-01-02', to: '2031-01-02' },
    });
  });

  it('move up and down among themselves, and no further', () => {
    const moved = after(two, change(tolls, { kind: 'earlier' }));
    expect(ownOf(moved).map(({ event }) => event)).toEqual(['tolls.suspended', 'envoys.met']);
    expect(moved.position).toBe(met);
    expect(ownOf(after(moved, change(met, { kind: 'later' })))).toEqual(ownOf(two));
    expect(whyNot(setting, two, change(met, { kind: 'earlier' }))).toContain('It is the first');
    expect(whyNot(setting, two, change(tolls, { kind: 'later' }))).toContain('It is the last');
    expect(whyNot(setting, two, change(0, { kind: 'later' }))).toContain('it stays as it is');
  });

  it('are struck out, and come back', () => {
    const struck = after(two, change(met, { kind: 'strike' }));
    expect(ownOf(struck)).toMatchObject([{ event: 'tolls.suspended' }]);
    expect(ownOf(after(struck, { kind: 'undo' }))).toEqual(ownOf(two));
  });

  it('cannot run back in days: both steps are named', () => {
    const early = change(tolls, { kind: 'day', day: dayBefore(dayBefore(day)) });
    expect(whyNot(setting, two, early)).toMatch(/^Days cannot run back: ".*" \(.*\) would come/);
    const later = after(two, change(tolls, { kind: 'day', day: '2031-12-31' }));
    expect(whyNot(setting, later, change(tolls, { kind: 'earlier' }))).toContain('run back');
    expect(whyNot(setting, start, take('envoys.met', on('2001-01-01')))).toContain('run back');
  });

  it('cannot be later than what is played on after them: each way out is named, and works', () => {
    const late = after(start, take('tolls.suspended', on('2031-02-22')));
    const why = labReduce(setting, late, { kind: 'playOn' });
    expect(why).toEqual({
      ok: false,
      why: 'days',
      said:
        '"The tolls are suspended" is dated 22 Feb 2031, and 3 of the 5 steps played on after it are dated ' +
        'before that. Give it a day up to 10 Feb 2031 or none, or begin the what-if after "Divers ' +
        'locate the wreck" (20 Feb 2031).',
    });
    for (const given of ['2031-02-10', null]) {
      const mended = after(late, change(late.position, { kind: 'day', day: given }));
      expect(whyNot(setting, mended, { kind: 'playOn' })).toBeNull();
    }
    const places = sceneOf(setting, start).story.steps.map(({ id }) => id);
    const begun = { ...start, position: places.indexOf('wreck-located') };
    const there = after(begun, take('tolls.suspended', on('2031-02-22')));
    expect(whyNot(setting, there, { kind: 'playOn' })).toBeNull();
    const more = after(late, take('envoys.met', on('2031-02-23')));
    expect(whyNot(setting, more, { kind: 'playOn' })).toContain(
      "Give each of the branch's own steps a day up to 10 Feb 2031 or none",
    );
  });

  it('stay where another branch departs from them', () => {
    const other = after({ ...two, position: met }, take('tolls.suspended', on(day)));
    const back = { ...other, scenario: two.scenario, position: met };
    expect(whyNot(setting, back, change(met, { kind: 'strike' }))).toContain('needs that step');
    expect(whyNot(setting, other, change(met, { kind: 'strike' }))).toContain('open that branch');
  });

  it('are followed by later ones that are struck out one by one', () => {
    const playing = after(start, take('envoys.met'), { kind: 'playOn' });
    const { story } = sceneOf(setting, playing);
    const place = story.steps.findIndex(({ replayed }) => replayed);
    const gone = story.steps[place + 1]?.id ?? '';
    const struck = after(playing, change(place + 1, { kind: 'strike' }));
    expect(struck.scenarios.get(struck.scenario)?.replay?.without).toEqual([gone]);
    expect(sceneOf(setting, struck).story.steps.map(({ id }) => id)).toEqual(
      story.steps.map(({ id }) => id).filter((id) => id !== gone),
    );
    expect(whyNot(setting, playing, change(place, { kind: 'earlier' }))).toContain(
      'only be struck',
    );
    const branch = struck.scenarios.get(struck.scenario);
    if (branch === undefined) throw new Error('no branch');
    expect(readToken(tokenOf(branch, agreement), agreement)).toEqual({ ok: true, value: branch });
    // Without any of them the branch plays nothing on.
    const places = story.steps.filter(({ replayed }) => replayed).map(() => place);
    const none = after(playing, ...places.map((at) => change(at, { kind: 'strike' })));
    expect(none.scenarios.get(none.scenario)?.replay).toBeUndefined();
  });
});

describe('the laboratory', () => {
  it('shows what happens later than the day that is set', () => {
    const set = after(
      { ...start, position: 99 },
      {
        kind: 'look',
        clocks: { asOf: day, knownBy: null },
      },
    );
    const why = whyNot(setting, set, take('envoys.met'));
    if (why !== null) return expect(why).toContain('is not known');
    const taken = after(set, take('envoys.met', on('2031-12-31')));
    expect(taken.clocks.asOf).toBe('2031-12-31');
    expect(sceneOf(setting, taken).played?.step.action).toMatchObject({ event: 'envoys.met' });
  });

  it('undoes whatever was done, and does it again', () => {
    const events = [...agreement.events.keys()];
    const anyMessage: fc.Arbitrary<LabMessage> = fc.oneof(
      fc.constantFrom(...events).map((event) => take(event, on('2031-12-31'))),
      fc.constantFrom(...events).map((event) => take(event)),
      fc
        .record({
          place: fc.integer({ min: -1, max: 30 }),
          change: fc.oneof(
            fc.constantFrom<StepChange>(
              { kind: 'earlier' },
              { kind: 'later' },
              { kind: 'strike' },
              { kind: 'day', day: null },
              { kind: 'day', day: '2031-06-01' },
              { kind: 'because', text: 'So.' },
              { kind: 'note', text: null },
            ),
          ),
        })
        .map(({ place, change: what }) => change(place, what)),
      fc.constantFrom<LabMessage>({ kind: 'playOn' }, { kind: 'undo' }, { kind: 'redo' }),
    );
    let worked = 0;
    fc.assert(
      fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 12 }), (messages) => {
        let lab = start;
        for (const message of messages) {
          const reduced = labReduce(setting, lab, message);
          expect(whyNot(setting, lab, message)).toBe(reduced.ok ? null : reduced.said);
          if (reduced.ok) {
            if (reduced.isWork) worked += 1;
            // Where somebody is, is a place of a story that can be played.
            expect(() => sceneOf(setting, reduced.lab)).not.toThrow();
            lab = reduced.lab;
          }
        }
        if (lab.history.done === 0) return;
        expect(after(lab, { kind: 'undo' }, { kind: 'redo' })).toEqual({
          ...lab,
          history: expect.anything(),
        });
        expect(after(lab, { kind: 'backTo', count: 0 }).branches).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(worked).toBeGreaterThan(100);
  });
});
