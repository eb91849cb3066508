import { describe, expect, it } from 'vitest';
import type { LabMessage } from '../../src/lab/message.ts';
import { labReduce, likelyDay } from '../../src/lab/reduce.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import { dayText } from '../../src/model/day-words.ts';
import { Runner } from '../../src/model/runner.ts';
import { changesTyped, type Read, takeTyped, typedOf } from '../../src/web/asked.ts';
import { stepsOfBranch } from '../../src/web/branch-steps.ts';
import { beginPage } from '../../src/web/page-state.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();
const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
const start: LabState = { ...beginPage(setting, scenarios, opens).lab, position: 2 };
const near = likelyDay(setting, start) ?? '';
const NOTHING = { day: '', because: '', note: '' };
const wanted = { action: { kind: 'event', event: 'envoys.met' }, before: [] } as const;

function done(lab: LabState, read: Read): LabState {
  if (!read.ok) throw new Error(read.problem);
  return read.messages.reduce((before, message: LabMessage) => {
    const reduced = labReduce(setting, before, message);
    if (!reduced.ok) throw new Error(reduced.said);
    return reduced.lab;
  }, lab);
}

describe('what is asked before something is done', () => {
  it('takes a day as people write it, a reason and a note', () => {
    const typed = { day: dayText(near), because: ' Talks moved. ', note: '' };
    const lab = done(start, takeTyped(setting, start, wanted, typed, near));
    const [step] = lab.scenarios.get(lab.scenario)?.steps ?? [];
    expect(step).toMatchObject({ date: { from: near, to: near }, because: 'Talks moved.' });
    expect(step).not.toHaveProperty('note');
  });

  it('says what is wrong with a day where it can be mended', () => {
    const read = takeTyped(setting, start, wanted, { ...NOTHING, day: 'soon' }, near);
    expect(read).toMatchObject({ ok: false, isOfDay: true });
    expect(!read.ok && read.problem).toContain('"soon" is no day.');
    const early = takeTyped(setting, start, wanted, { ...NOTHING, day: '1 jan 1990' }, near);
    expect(!early.ok && early.problem).toContain('Days cannot run back');
  });

  it('changes only what was typed anew, and all of it or nothing', () => {
    const typed = { day: dayText(near), because: 'One.', note: 'Two.' };
    const lab = done(start, takeTyped(setting, start, wanted, typed, near));
    const { own } = stepsOfBranch(setting, lab, 0);
    const place = own[0]?.place ?? -1;
    const same = changesTyped(setting, lab, place, { before: typed, after: typed }, near);
    expect(same).toEqual({ ok: true, messages: [] });
    const after = { ...typed, because: '', note: 'Three.' };
    const changed = done(lab, changesTyped(setting, lab, place, { before: typed, after }, near));
    expect(stepsOfBranch(setting, changed, 0).own[0]?.said).toEqual(["Note (no party's): Three."]);
    const wrong = { ...after, day: '1 jan 1990' };
    const read = changesTyped(setting, lab, place, { before: typed, after: wrong }, near);
    expect(read).toMatchObject({ ok: false, isOfDay: true });
  });

  it('begins with what a step has', () => {
    const typed = { day: dayText(near), because: 'One.', note: '' };
    const lab = done(start, takeTyped(setting, start, wanted, typed, near));
    const step = stepsOfBranch(setting, lab, 0).own[0];
    expect(step).toMatchObject({
      day: dayText(near),
      said: ["Reason (assumed, no party's): One."],
    });
    expect(typedOf({ date: null, because: null, note: 'N' } as never)).toEqual({
      day: '',
      because: '',
      note: 'N',
    });
  });
});

describe('the steps of a branch', () => {
  const grown = ['envoys.met', 'tolls.suspended'].reduce((lab, event) => {
    const reduced = labReduce(setting, lab, {
      kind: 'take',
      action: { kind: 'event', event },
      before: [],
      given: {},
    });
    if (!reduced.ok) throw new Error(reduced.said);
    return reduced.lab;
  }, start);

  it('are its own, each to be moved among them and struck out', () => {
    const { own, playedOn, from, inherited } = stepsOfBranch(setting, grown, 10);
    expect(inherited).toBe(3);
    expect(own.map(({ canMove }) => canMove)).toEqual([
      { earlier: false, later: true },
      { earlier: true, later: false },
    ]);
    expect([playedOn, from]).toEqual([[], null]);
  });

  it('are followed by those that are played on, of which as many are judged as one asks for', () => {
    const reduced = labReduce(setting, grown, { kind: 'playOn' });
    if (!reduced.ok) throw new Error(reduced.said);
    const { playedOn, from } = stepsOfBranch(setting, reduced.lab, 1);
    expect(from).toBe(scenarios.get(opens)?.title);
    expect(playedOn).toHaveLength(1);
    expect(playedOn[0]).toMatchObject({ isOwn: false, canStrike: true });
  });
});
