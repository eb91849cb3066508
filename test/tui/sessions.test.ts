import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reduce.ts';
import { goneOnWith, keptOf, sessionsOf } from '../../src/tui/services.ts';
import type { State } from '../../src/tui/state.ts';
import { harbourLaboratory } from './harbour-laboratory.ts';
import { beginHarbour, harbour, harbourSession, press, typing } from './harbour-session.ts';

const session = harbourSession();
const start = beginHarbour(session);
let folder = '';
let laboratory: Laboratory;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-sessions-'));
  laboratory = harbourLaboratory(folder, folder);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const took = (event: string) =>
  press(session, start, 'w', ...typing(event), 'down', 'enter', 'enter', 'enter');
const keep = (state: State) => laboratory.keep(keptOf(session.agreement.id, state));
const shown = (state: State) =>
  frameOf(session, state).body.map(plain).join(' ').replaceAll(/\s+/g, ' ');
const listed = async (from: State) => {
  const open = press(session, from, 'P');
  expect(open.request).toEqual({ kind: 'sessions' });
  return reduce(session, open, await sessionsOf(laboratory));
};

describe('the work that was kept', () => {
  it('is listed from anywhere, and one of it gone on with while what is on show stays kept', async () => {
    expect(shown(await listed(start))).toContain('Nothing was kept of this agreement yet.');
    const [first, second] = [took('canal opens'), took('envoys meet')];
    expect([first, second].map(({ branches }) => branches.length)).toEqual([1, 1]);
    expect(await keep(first)).toBeNull();
    laboratory.keepApart();
    expect(await keep(second)).toBeNull();

    const list = await listed(second);
    const titles = list.overlays.flatMap((one) =>
      one.kind === 'sessions' ? (one.found?.sessions ?? []) : [],
    );
    expect(titles.map((each) => each.session.branches[0]?.title)).toEqual(
      [second, first].map((state) => state.scenarios.get(state.scenario)?.title),
    );
    const chosen = press(session, list, 'down', 'enter');
    if (chosen.request?.kind !== 'goOn') throw new Error('nothing is gone on with');
    expect(chosen.request.replaces).toBe(true);
    const reply = await goneOnWith(laboratory, harbour.scenarios, chosen.request);
    const on = reduce(session, chosen, reply);
    expect(on.scenarios.get(on.scenario)).toEqual(first.scenarios.get(first.scenario));
    expect([on.branches, on.overlays]).toEqual([first.branches, []]);

    // It is the same work: it is not listed twice.
    expect(await keep(on)).toBeNull();
    expect(
      (await laboratory.sessions()).sessions.map(({ session: { branches } }) => branches),
    ).toHaveLength(2);
  });

  it('is not taken over by what could not be kept', async () => {
    const list = await listed({ ...took('envoys meet'), unkept: 'There is no room.' });
    const refused = press(session, list, 'enter');
    expect([refused.request, refused.notice]).toEqual([
      null,
      'What is on show is not kept: save it first.',
    ]);
  });

  it('is found in the list of commands by what people call it', () => {
    for (const word of ['kept', 'resume', 'session'])
      expect(shown(press(session, start, ':', ...typing(word)))).toContain('resume one');
  });
});
