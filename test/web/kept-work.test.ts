import { describe, expect, it } from 'vitest';
import { exerciseOf } from '../../src/answer/exercise.ts';
import { labReduce } from '../../src/lab/reduce.ts';
import { told } from '../../src/lab/scene.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import { type KeptExercises, readKeptExercises } from '../../src/load/kept-exercises.ts';
import { checkOneScenario } from '../../src/load/one-scenario.ts';
import { scenarioOf } from '../../src/load/scenario-of.ts';
import { scenarioText } from '../../src/load/scenario-text.ts';
import { sessionOf } from '../../src/load/session-shape.ts';
import { Runner } from '../../src/model/runner.ts';
import { NOT_BEGUN, type Progress } from '../../src/web/exercise-progress.ts';
import type { Exercises } from '../../src/web/exercises-kept.ts';
import {
  forgetWork,
  goneOn,
  keepWork,
  MOST_KEPT,
  newestWork,
  type Shelf,
  workOf,
} from '../../src/web/kept-work.ts';
import { beginPage } from '../../src/web/page-state.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadShipped } from '../shipped.ts';

const { agreement, scenarios, opens } = loadHarbour();
const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
const start: LabState = { ...beginPage(setting, scenarios, opens).lab, position: 2 };
const files = { checkOneScenario, readKeptExercises, scenarioOf, scenarioText, sessionOf };

function grown(events: readonly string[], lab = start): LabState {
  return events.reduce((before, event) => {
    const action = { kind: 'event', event } as const;
    const reduced = labReduce(setting, before, { kind: 'take', action, before: [], given: {} });
    if (!reduced.ok) throw new Error(reduced.said);
    return reduced.lab;
  }, lab);
}

/** A browser's storage that holds so many characters. */
function shelfOf(room = Infinity): Shelf & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem(key, text) {
      if (text.length > room)
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      all.set(key, text);
    },
    removeItem: (key) => void all.delete(key),
    key: (index) => [...all.keys()][index] ?? null,
    get length() {
      return all.size;
    },
  };
}

const workIn = (lab: LabState, id = 'one', savedAt = '2031-01-01T00:00:00Z') => {
  const done = workOf(agreement.id, lab);
  if (done === null) throw new Error('There is no work.');
  return { id, savedAt, ...done };
};

/** The history of one thing that led to a bench that is none. */
function broken(after: object) {
  const side = { branches: [], scenario: opens, position: 0 };
  const entries = [{ label: 'x', before: side, after: { ...side, ...after } }];
  return { done: 1, steps: [], versions: [], entries };
}

describe('work that is kept in a browser', () => {
  const lab = grown(['envoys.met', 'tolls.suspended']);

  it('comes back with its branches, its place and what can be undone', async () => {
    const shelf = shelfOf();
    expect(keepWork(() => shelf, workIn(lab))).toBeNull();
    const { work, notice } = newestWork(() => shelf, agreement.id);
    expect(notice).toBeNull();
    if (work === null) throw new Error('It is not there.');
    const back = await goneOn(setting, start, files, work);
    expect(back.said).toBe('You go on where you were.');
    expect(back.lab?.scenario).toBe(lab.scenario);
    expect(back.lab?.scenarios.get(lab.scenario)?.steps).toEqual(
      lab.scenarios.get(lab.scenario)?.steps,
    );
    const undone = back.lab === null ? null : labReduce(setting, back.lab, { kind: 'undo' });
    expect(undone?.ok && undone.lab.scenarios.get(lab.scenario)?.steps).toHaveLength(1);
  });

  it('is nothing where nothing was done', () => {
    expect(workOf(agreement.id, start)).toBeNull();
    expect(workOf(agreement.id, start, { [opens]: NOT_BEGUN })).toBeNull();
  });

  it('is the newest twenty of an agreement, and what cannot be read', () => {
    const shelf = shelfOf();
    const unreadable = `phasegate-work-1:${agreement.id}:x`;
    shelf.setItem(unreadable, '{');
    const other = { ...workIn(lab, 'theirs').session, agreement: 'other' };
    keepWork(() => shelf, { ...workIn(lab, 'theirs', '2030-01-01T00:00:00Z'), session: other });
    for (let day = 1; day <= 25; day += 1)
      keepWork(
        () => shelf,
        workIn(lab, `work-${day}`, `2031-01-${String(day).padStart(2, '0')}T00:00:00Z`),
      );
    const ids = [...shelf.all.keys()].flatMap((key) => /harbour:(work-\d+)$/.exec(key)?.[1] ?? []);
    expect(ids).toEqual(Array.from({ length: MOST_KEPT }, (_, index) => `work-${index + 6}`));
    expect(shelf.all.has(unreadable)).toBe(true);
    expect(newestWork(() => shelf, 'other').work?.id).toBe('theirs');
  });

  describe('with exercises', () => {
    const shipped = loadShipped();
    const its: Setting = {
      agreement: shipped.agreement,
      properties: null,
      runner: new Runner(shipped.agreement),
    };
    const begun = beginPage(its, shipped.scenarios, shipped.opens ?? '').lab;
    const asking = [...shipped.scenarios.values()].find((each) => each.questions !== undefined);
    if (asking === undefined) throw new Error('No scenario asks anything.');
    const { story } = told(its, shipped.scenarios, asking.id);
    const questions = exerciseOf(its.agreement, story, its.runner)?.questions ?? [];
    const answered = (count: number): Progress => ({
      ...NOT_BEGUN,
      answers: questions.slice(0, count).map(({ choices }) => choices.slice(0, 1)),
    });
    const gone = async (exercises: Exercises, change = (kept: KeptExercises) => kept) => {
      const shelf = shelfOf();
      const done = workOf(its.agreement.id, begun, exercises);
      if (done === null) throw new Error('There is no work.');
      const kept = change(done.exercises ?? []);
      keepWork(() => shelf, { id: 'one', savedAt: '2031-01-01', ...done, exercises: kept });
      const { work } = newestWork(() => shelf, its.agreement.id);
      if (work === null) throw new Error('It is not there.');
      return goneOn(its, begun, files, work);
    };

    it('comes back with what was answered, ticked and marked', async () => {
      for (const progress of [
        answered(1),
        { ...answered(2), isMarked: true },
        { ...answered(1), picked: [] },
        { ...answered(1), picked: questions[1]?.choices.slice(0, 1) ?? [] },
        answered(questions.length),
      ]) {
        // oxlint-disable-next-line no-await-in-loop
        const { exercises, said } = await gone({ [asking.id]: progress });
        expect(exercises).toEqual({ [asking.id]: progress });
        expect(said).toBe('You go on where you were.');
      }
    });

    it('leaves out answers to what is not asked any more, and what is no exercise', async () => {
      const exercises = { [asking.id]: answered(2) };
      for (const change of [
        (kept: KeptExercises) => kept.map((each) => ({ ...each, scenario: 'no-such' })),
        (kept: KeptExercises) =>
          kept.map((each) => ({ ...each, answers: [{ question: 'other', chosen: [] }] })),
        (kept: KeptExercises) => kept.map((each) => ({ ...each, picked: ['no.such.choice'] })),
        (kept: KeptExercises) => kept.map((each) => ({ ...each, isMarked: 'perhaps' }) as never),
      ]) {
        // oxlint-disable-next-line no-await-in-loop
        const found = await gone(exercises, change);
        expect(found.exercises).toEqual({});
        expect(found.lab).not.toBeNull();
        expect(found.said).toContain('are left out');
      }
    });
  });

  it('is that of the agreement, the newest first, until it is taken out', () => {
    const shelf = shelfOf();
    const old = workIn(lab, 'old', '2031-01-01T00:00:00Z');
    const young = workIn(grown(['envoys.met']), 'young', '2031-01-02T00:00:00Z');
    for (const each of [young, old]) keepWork(() => shelf, each);
    const other = { ...old.session, agreement: 'other' };
    keepWork(() => shelf, { ...old, savedAt: '2032-01-01T00:00:00Z', session: other });
    expect(newestWork(() => shelf, agreement.id).work?.id).toBe('young');
    forgetWork(() => shelf, young);
    expect(newestWork(() => shelf, agreement.id).work?.id).toBe('old');
    expect(newestWork(() => shelf, 'other').work?.id).toBe('old');
  });

  it('leaves out what was done longest ago where there is too little room, and says where there is none', () => {
    const whole = JSON.stringify(workIn(lab)).length;
    const tight = shelfOf(whole - 1);
    expect(keepWork(() => tight, workIn(lab))).toBeNull();
    const kept = newestWork(() => tight, agreement.id).work?.session;
    expect(kept?.branches).toHaveLength(1);
    expect(kept?.history?.entries.length ?? 0).toBeLessThan(2);
    const full = shelfOf(10);
    expect(keepWork(() => full, workIn(lab))).toContain('no more room');
  });

  it('says where a browser keeps nothing, and begins all the same', () => {
    const refused = (): Shelf => {
      throw new Error('The operation is insecure.');
    };
    expect(keepWork(refused, workIn(lab))).toContain('lets this page keep nothing');
    expect(newestWork(refused, agreement.id)).toEqual({ work: null, notice: null });
    expect(() => forgetWork(refused, workIn(lab))).not.toThrow();
  });

  it.each([
    '',
    '{',
    'null',
    '{"id":1}',
    '{"id":"a","savedAt":"2031-01-01","session":{"branches":[null],"cursor":{}}}',
  ])('is left as it is where it cannot be read: %s', (text) => {
    const shelf = shelfOf();
    const key = `phasegate-work-1:${agreement.id}:x`;
    shelf.setItem(key, text);
    const { work, notice } = newestWork(() => shelf, agreement.id);
    expect(work).toBeNull();
    expect(notice).toContain('cannot be read');
    expect(shelf.all.get(key)).toBe(text);
  });

  it('leaves out a branch that does not fit any more, and says so', async () => {
    const work = workIn(lab);
    const [branch] = work.session.branches;
    if (branch === undefined) throw new Error('There is no branch.');
    const steps = branch.steps.map((step) => ({ ...step, event: 'no.such.event' }));
    const session = { ...work.session, history: null, branches: [{ ...branch, steps }] };
    const back = await goneOn(setting, start, files, { ...work, session });
    expect(back.lab?.branches).toEqual([]);
    expect(back.said).toContain('no longer fits and is left out');
    const odd = { ...branch, id: 'odd', steps: [{ id: 'x' }] } as never;
    const rest = { ...work.session, history: null, branches: [branch, odd] };
    const beside = await goneOn(setting, start, files, { ...work, session: rest });
    expect(beside.lab?.branches).toEqual([branch.id]);
  });

  it.each([
    ['history', { history: 3 }],
    ['history.entries.0.after.branches.0', { history: broken({ branches: [-1] }) }],
    ['branches.0', { branches: [null] }],
    ['cursor.position', { cursor: { scenario: opens, position: 0.5, run: null } }],
  ])('is left as it is where it has another form, at %s', async (at, change) => {
    const work = workIn(lab);
    const session = { ...work.session, ...change } as never;
    const none = await goneOn(setting, start, files, { ...work, session });
    expect(none.lab).toBeNull();
    expect(none.said).toBe(
      `What was kept has not the form of a session at ${at}: it is left as it is.`,
    );
  });
});
