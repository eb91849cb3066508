import * as fc from 'fast-check';
import { sent } from '../../src/tui/moves.ts';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { choices, firstWelcome, SECTIONS } from '../../src/explain/what-if-choices.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession, sceneOf, type Session, standingAt } from '../../src/tui/session.ts';
import type { State } from '../../src/tui/state.ts';
import { asText } from '../../src/draw/text.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { loadFiveDocuments } from '../five-documents.ts';
import { atStep, beginHarbour, harbour, harbourSession, press, typing } from './harbour-session.ts';

const session = harbourSession();
const rich = loadFiveDocuments();
const onRich = makeSession(
  rich.agreement,
  makeTheme({ ascii: false, color: false, screenReader: false }),
);

/** Scenarios after their steps, under some runs. */
function* moments(
  on: Session,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  runs: readonly string[] = ['reported', ...on.agreement.readings.keys()],
): Generator<State> {
  for (const scenario of scenarios.keys()) {
    const start = begin(on, scenarios, scenario, { columns: 80, rows: 24 });
    const { places } = sceneOf(on, start);
    for (const position of [-1, ...places])
      for (const run of runs) yield { ...start, position, run };
  }
}

const eventsAt = (on: Session, state: State, filter = '') =>
  choices(sceneOf(on, state).moment, state.run, 'events', filter);

/** What of the palette must never be: how often it was looked at is counted. */
function checked(on: Session, state: State): { refused: number; impossible: number } {
  const { moment } = sceneOf(on, state);
  const found = eventsAt(on, state);
  const welcome = firstWelcome(found);
  expect(found.map(({ action }) => action.kind === 'event' && action.event).toSorted()).toEqual(
    [...on.agreement.events.keys()].toSorted(),
  );
  const judged = found.map((choice) => {
    if (choice.action.kind !== 'event') throw new Error('An event was to be offered.');
    const standing = standingAt(moment, choice.action.event);
    const own = [...standing.parties, ...standing.terms].find(
      ({ reading }) => reading === state.run,
    );
    return {
      choice,
      verdict: standing.verdict,
      isRefused: standing.parties.some(({ verdict }) => verdict === 'closed'),
      isImpossible: (own ?? standing).possible.answer === false,
    };
  });
  const titles = (those: typeof judged) => those.map(({ choice }) => choice.title);
  const barred = judged.filter(({ isRefused, isImpossible }) => isRefused || isImpossible);
  expect(titles(barred.filter(({ choice }) => choice.isWelcome || choice.mark === 'met'))).toEqual(
    [],
  );
  // Only where nothing else is left does what is refused stand first, and then nothing is chosen.
  expect(judged[0]?.isRefused === true && welcome !== -1).toBe(false);
  const impossible = judged.filter(({ isImpossible }) => isImpossible);
  expect(titles(impossible.filter(({ choice }) => choice.heading.startsWith('Possible')))).toEqual(
    [],
  );
  // Nobody is credited with letting pass what nobody holds anything on.
  const ticked = judged.filter(({ choice }) => choice.mark === 'met');
  expect(titles(ticked.filter(({ verdict }) => !['open', 'passed'].includes(verdict)))).toEqual([]);
  const firstOther = found.findIndex(({ isWelcome }) => !isWelcome);
  expect(welcome >= 0 && firstOther >= 0 && welcome > firstOther).toBe(false);
  return {
    refused: judged.filter(({ isRefused }) => isRefused).length,
    impossible: impossible.length,
  };
}

describe('what could happen', () => {
  it('never offers first, ticked or chosen what a stated position refuses or what cannot happen', () => {
    // Of the rich agreement: its record, as reported, where the most is in dispute.
    const record = rich.scenarios.get('record');
    if (record === undefined) throw new Error('no record');
    const ofRich = moments(onRich, new Map([['record', record]]), ['reported']);
    let [refused, impossible] = [0, 0];
    for (const [on, states] of [
      [session, moments(session, harbour.scenarios)],
      [onRich, ofRich],
    ] as const)
      for (const state of states) {
        const found = checked(on, state);
        refused += found.refused;
        impossible += found.impossible;
      }
    expect(refused).toBeGreaterThan(50);
    expect(impossible).toBeGreaterThan(50);
  });

  it('is chosen beforehand only where nobody refuses it, however the list is narrowed down', () => {
    let [none, some] = [0, 0];
    const all = [...moments(session, harbour.scenarios)];
    const titles = [...harbour.agreement.events.values()].map(({ title }) => title);
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...titles, ''), (state, filter) => {
        const open = press(session, state, 'w', ...typing(filter));
        const overlay = open.overlays.at(-1);
        if (overlay?.kind !== 'events') throw new Error('The palette was to be open.');
        const chosen = eventsAt(session, state, filter)[overlay.selected];
        const taken = press(session, open, 'enter', 'enter', 'enter');
        if (chosen === undefined) none += 1;
        else some += 1;
        expect(chosen?.isWelcome).not.toBe(false);
        expect(taken.branches).toHaveLength(chosen === undefined ? 0 : 1);
        expect(taken.notice).toContain(chosen === undefined ? 'Down chooses one' : 'New branch: ');
        // What is refused can be taken all the same, by choosing it.
        const below = press(session, open, 'down').overlays.at(-1);
        const other = eventsAt(session, state, filter)[
          below?.kind === 'events' ? below.selected : -1
        ];
        const asked = press(session, open, 'down', 'enter');
        if (other?.canHappen === false)
          expect(asked.overlays.at(-1)).toMatchObject({ question: { kind: 'plan' } });
        else expect(press(session, asked, 'enter', 'enter').branches).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
    expect(Math.min(none, some)).toBeGreaterThan(20);
  });

  it('has the contested, the refused and the held each under a heading of its own, with whose it is', () => {
    const found = eventsAt(session, atStep(session, beginHarbour(session), 'wreck-first'));
    const under = (event: string) =>
      found.find(({ action }) => action.kind === 'event' && action.event === event);
    expect(under('batteries.sealed')).toMatchObject({
      heading: "Contested: one party's position lets it pass, another's closes it",
      mark: 'contested',
      reason:
        "Contested: held back by Southquay; backed by Northquay; no position reported of the Pilots' Guild.",
    });
    expect(under('canal.opened')).toMatchObject({
      heading: 'Refused by a stated position',
      mark: 'unmet',
    });
    expect(under('tolls.shared')).toMatchObject({
      heading: 'Held: the model requires something first',
      mark: 'unmet',
    });
    expect(under('inspectors.arrived')).toMatchObject({ mark: 'unstated' });
    expect(under('wreck.located')).toMatchObject({ heading: 'Already so as reported' });
    expect(asText(under('batteries.sealed')?.details() ?? [], Infinity).join(' ')).toContain(
      'Northquay: recognised; Southquay: refused (an objection, no condition reported',
    );
  });

  it('offers nothing otherwise on a branch, whatever was let happen on it', () => {
    const events = [...harbour.agreement.events.keys()];
    const all = [...moments(session, harbour.scenarios, ['reported'])];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('reported', ...harbour.agreement.readings.keys()),
        (from, taken, run) => {
          const state = taken.reduce(
            (before, event) =>
              sent(session, before, {
                kind: 'take',
                action: { kind: 'event', event },
                before: [],
                given: {},
              }),
            from,
          );
          expect(state.branches).toHaveLength(1);
          refused += checked(session, { ...state, run }).refused;
        },
      ),
      { numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('ticks nothing of what is played on after the calm has broken', () => {
    const branch = press(
      session,
      atStep(session, beginHarbour(session), 'phase-one-begins'),
      'w',
      ...typing('calm breaks'),
      'enter',
      'enter',
      'enter',
      'c',
    );
    expect(branch.overlays.at(-1)?.kind).toBe('steps');
    const { moment } = sceneOf(session, press(session, branch, 'end', 'enter'));
    const declared = moment.played.steps.find(({ step }) => step.id === 'phase-two-declared');
    expect(declared?.reported.status).toBe('impossible');
  });
});

describe('what can be waived or granted', () => {
  const at = (step: string, scenario?: string) =>
    atStep(session, beginHarbour(session, scenario), step);
  const found = (state: State) =>
    choices(sceneOf(session, state).moment, state.run, 'waivers', '').map(
      ({ action, heading, of }) => {
        const what = 'condition' in action ? action.condition : 'event' in action && action.event;
        return `${action.kind} ${of}: ${what}; ${heading}`;
      },
    );

  it("is a party's own conditions and objections, and what it does not take for happened", () => {
    expect(found(at('wreck-first'))).toEqual([
      'waive Northquay: wreckRaised; In the way of a gate now',
      "waive the Pilots' Guild: inspectorsStay; In the way of a gate now",
      'waive Northquay: wreckBeforeCanal; In the way of a gate now',
      'waive Southquay: inspectorsWatch; In the way of a gate now',
      'waive Southquay: tollsOff; In the way of a gate now',
      'waive Southquay: noSealing; In the way of a gate now',
      'acknowledge Northquay: phase.twoBegan; To grant that something has happened all the same',
      'acknowledge Northquay: wreck.located; To grant that something has happened all the same',
      'acknowledge Southquay: batteries.sealed; To grant that something has happened all the same',
      'waive Northquay: calmBroken; Other conditions',
      'waive Southquay: envoysTalk; Other conditions',
    ]);
  });

  it('says of what is waived what the gate says of it, in the same words', () => {
    let compared = 0;
    for (const [on, state] of [
      [session, at('wreck-first')],
      [onRich, begin(onRich, rich.scenarios, 'record', { columns: 80, rows: 24 })],
    ] as const) {
      const { moment } = sceneOf(on, state);
      const told = [...on.agreement.gates.values()].flatMap(({ event }) =>
        asText(gateText(standingAt(moment, event), { verbose: false }), Infinity),
      );
      const all = new Set(told.map((text) => text.trim()));
      for (const choice of choices(moment, state.run, 'waivers', '')) {
        if (!('condition' in choice.action)) continue;
        const [held = ''] = asText(choice.details(), Infinity);
        expect(all).toContain(held.trim());
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
  });

  it('opens what it is waived for, can be taken up again, and moves the run that grants', () => {
    const gate = (state: State, event: string, reading: string) =>
      standingAt(sceneOf(session, state).moment, event).parties.find(
        (party) => party.reading === reading,
      );
    const take = (state: State, filter: string) =>
      press(session, state, 'w', 'tab', ...typing(filter), 'enter', 'enter', 'enter');
    const waived = take(at('wreck-first'), 'sealed objection waive');
    expect(gate(waived, 'batteries.sealed', 'southquay')?.verdict).toBe('open');
    expect(found(waived)[0]).toBe('restore Southquay: noSealing; Waived: to be taken up again');
    const restored = press(session, waived, 'w', 'tab', 'enter', 'enter', 'enter');
    expect(gate(restored, 'batteries.sealed', 'southquay')?.verdict).toBe('closed');
    const granted = take(at('wreck-first'), 'northquay phase two acknowledge');
    expect(gate(granted, 'phase.twoBegan', 'northquay')).toMatchObject({
      verdict: 'passed',
      taken: true,
    });
    expect(granted.scenarios.get(granted.scenario)?.steps.at(-1)).toMatchObject({
      acknowledge: { reading: 'northquay', event: 'phase.twoBegan' },
    });
  });

  it('is never what another party asks, and never of the terms', () => {
    for (const state of moments(session, harbour.scenarios))
      for (const section of SECTIONS)
        for (const { action } of choices(sceneOf(session, state).moment, state.run, section, '')) {
          if (!('reading' in action)) continue;
          expect(harbour.agreement.readings.get(action.reading)?.kind).toBe('party');
          if (!('condition' in action)) continue;
          const { conditions, objections } = harbour.agreement;
          const own = conditions.get(action.condition) ?? objections.get(action.condition);
          expect(own?.reading).toBe(action.reading);
        }
  });
});
