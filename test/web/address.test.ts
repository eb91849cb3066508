import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldAgainst } from '../../src/lab/course.ts';
import { labReduce } from '../../src/lab/reduce.ts';
import { standalone } from '../../src/lab/branches.ts';
import { sceneOf } from '../../src/lab/scene.ts';
import type { Setting } from '../../src/lab/state.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import { Runner } from '../../src/model/runner.ts';
import { REPORTED } from '../../src/model/terms.ts';
import {
  type Address,
  addressOf,
  addressText,
  arrived,
  branchesTaken,
  claimsFragment,
  readAddress,
  tokensIn,
} from '../../src/web/address.ts';
import { beginPage, type PageState, type Panel, VIEWS } from '../../src/web/page-state.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();
const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
const start = beginPage(setting, scenarios, opens);
const claims = [...agreement.claims.keys()];

/** Everything that an address can hold of a page. */
const anyPlace: fc.Arbitrary<PageState> = fc
  .record({
    scenario: fc.constantFrom(...scenarios.keys()),
    back: fc.nat({ max: 40 }),
    asOf: fc.constantFrom(null, '2031-03-01', '2031-07-20'),
    knownBy: fc.constantFrom(null, '2031-04-01'),
    run: fc.constantFrom(REPORTED, ...agreement.readings.keys()),
    gate: fc.constantFrom(null, ...agreement.gates.keys()),
    view: fc.constantFrom(...VIEWS),
    region: fc.constantFrom(null, ...agreement.regions.keys()),
    against: fc.constantFrom(null, ...scenarios.keys()),
    panels: fc.oneof(
      fc.constant<Panel[]>([]),
      fc
        .subarray(claims, { minLength: 1, maxLength: 3 })
        .map((references): Panel[] => [{ kind: 'claims', references }]),
      fc
        .record({
          event: fc.constantFrom(...agreement.events.keys()),
          reading: fc.constantFrom(null, ...agreement.readings.keys()),
        })
        .map((asked): Panel[] => [{ kind: 'gate', ...asked }]),
    ),
  })
  .map(({ scenario, back, asOf, knownBy, run, gate, view, region, against, panels }) => {
    const shown = labReduce(setting, start.lab, {
      kind: 'show',
      scenario,
      position: Number.MAX_SAFE_INTEGER,
    });
    if (!shown.ok) throw new Error(shown.said);
    const end = sceneOf(setting, shown.lab).story.steps.length - 1;
    return {
      ...start,
      lab: {
        ...shown.lab,
        position: Math.max(-1, end - back),
        clocks: { asOf, knownBy },
        run,
        gate,
      },
      view,
      region,
      against,
      panels,
    };
  });

/** Reads a fragment and goes there. */
function gone(fragment: string, from = start) {
  const { address, problems } = readAddress(fragment);
  if (address === null) return { state: from, problems };
  const branches = new Map(
    tokensIn(address).flatMap((token) => {
      const read = readToken(token, agreement);
      return read.ok ? [[token, read.value] as const] : [];
    }),
  );
  const here = arrived(setting, from, address, branches);
  return { state: here.state, problems: [...problems, ...here.problems] };
}

/** The address of a state, with the tokens of the branches that it takes along. */
function written(state: PageState): string {
  const tokens = branchesTaken(state).map(
    (id) => [id, tokenOf(standalone(state.lab, id), agreement)] as const,
  );
  return addressText(addressOf(setting, state, new Map(tokens)));
}

/** A page on which something happens, on top of what was done on another. */
function withOne(from: PageState, gate: string, because: string): PageState {
  const taken = labReduce(setting, from.lab, {
    kind: 'take',
    action: { kind: 'event', event: agreement.gates.get(gate)?.event ?? '' },
    before: [],
    given: { because },
  });
  if (!taken.ok) throw new Error(taken.said);
  return { ...from, lab: taken.lab };
}

describe('the address of a page', () => {
  it('leads back to where it was written', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (there, from) => {
        const { state, problems } = gone(written(there), from);
        expect(problems).toEqual([]);
        expect({ ...state, lab: { ...state.lab, history: there.lab.history } }).toEqual(there);
      }),
    );
  });

  it('holds any texts at all', () => {
    const text = fc.option(fc.string({ unit: 'grapheme' }));
    const anyAddress: fc.Arbitrary<Address> = fc.record({
      agreement: fc.string({ unit: 'grapheme' }),
      scenario: text,
      step: text,
      asOf: text,
      knownBy: text,
      run: text,
      gate: text,
      view: text,
      region: text,
      against: text,
      panel: fc.option(
        fc.oneof(
          fc.record({ kind: fc.constant('claims' as const), references: fc.array(fc.string()) }),
          fc.record({ kind: fc.constant('gate' as const), event: fc.string(), reading: text }),
        ),
      ),
    });
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readAddress(addressText(address))).toEqual({ address, problems: [] });
      }),
    );
  });

  it('takes a branch along as its token, into a page that has never seen it', () => {
    const [gate = ''] = agreement.gates.keys();
    const there = withOne(start, gate, 'To see <b>what</b> comes of it.');
    const branch = standalone(there.lab, there.lab.scenario);
    const fragment = written(there);
    const { state, problems } = gone(fragment);
    expect(problems).toEqual([]);
    expect(state.lab.branches).toEqual([branch.id]);
    expect(state.lab.scenarios.get(branch.id)).toEqual(branch);
    // Where it is already, it is shown and not opened once more.
    const again = gone(fragment, state);
    expect(again.state.lab.history).toEqual(state.lab.history);
  });

  describe('holds what it is held against', () => {
    const [first = '', second = ''] = agreement.gates.keys();
    const one = withOne(start, first, 'One.');
    const both = withOne({ ...one, lab: { ...one.lab, scenario: opens } }, second, 'Other.');
    const heldTogether = { ...both, against: one.lab.scenario };
    /** Off a branch of one's own, which is what it is held against. */
    const longer = withOne(one, second, 'One more.');
    const back = { ...longer.lab, position: longer.lab.position - 1 };
    const onTop = withOne({ ...longer, lab: back }, second, 'Something else.');

    it.each([
      ['another branch', heldTogether],
      ['a branch that it branches off', onTop],
    ])('%s, into a page that has seen neither', (_, there) => {
      const { state, problems } = gone(written(there));
      expect(problems).toEqual([]);
      expect(state.lab.scenario).toBe(there.lab.scenario);
      const held = heldAgainst(there.lab, there.against) ?? '';
      expect(heldAgainst(state.lab, state.against)).toBe(held);
      expect(state.lab.branches).toEqual([held, there.lab.scenario]);
      expect(state.said).toMatch(/^Opened ".*" and ".*"\.$/);
    });

    it.each([
      ['another branch', heldTogether],
      ['a branch that it branches off', onTop],
    ])('%s, and changes nothing where both are at hand', (_, there) => {
      expect(gone(written(there), there)).toEqual({ state: there, problems: [] });
    });

    it('and opens two that are called alike beside each other, and beside one that is here', () => {
      const branch = standalone(one.lab, one.lab.scenario);
      const sent = [first, second].map((gate) => {
        const { lab } = withOne(start, gate, `Of ${gate}.`);
        return tokenOf(standalone(lab, lab.scenario), agreement);
      });
      const fragment = `scenario=${sent[0]}&against=${sent[1]}`;
      const { state, problems } = gone(fragment, one);
      expect(problems).toEqual([]);
      expect(state.lab.branches).toEqual(['what-if', 'what-if-2', 'what-if-3']);
      expect(state.lab.scenarios.get('what-if')).toEqual(branch);
      expect([state.lab.scenario, state.against]).toEqual(['what-if-3', 'what-if-2']);
      // They are found again, by the same link and by their own.
      expect(gone(fragment, state).state.lab.branches).toEqual(state.lab.branches);
      expect(gone(written(state), state)).toEqual({
        state: { ...state, said: null },
        problems: [],
      });
    });

    it('and brings an earlier state of a branch back in its place', () => {
      const { state, problems } = gone(written(one), longer);
      expect(problems).toEqual([]);
      expect(state.lab.branches).toEqual(['what-if']);
      expect(state.lab.scenarios.get('what-if')).toEqual(one.lab.scenarios.get('what-if'));
    });

    it('and says which of the two cannot be read, while the other opens', () => {
      const { address } = readAddress(written(heldTogether));
      if (address === null) throw new Error('There is no address.');
      const cut = { ...address, against: `${address.against?.slice(0, -6)}` };
      const { state, problems } = gone(addressText(cut));
      expect(problems).toEqual([]);
      expect([state.lab.scenario, state.against]).toEqual([both.lab.scenario, null]);
    });
  });

  it('opens claims by themselves', () => {
    const [claim = ''] = claims;
    expect(gone(claimsFragment([claim])).state.panels).toEqual([
      { kind: 'claims', references: [claim] },
    ]);
  });
});

describe('a link that is not right', () => {
  const good = written(start);
  it.each([
    ['of another agreement', 'v=1&agreement=elsewhere&view=start', 'of the agreement "elsewhere"'],
    ['of another version', 'v=7&agreement=harbour', 'The link is of version "7"'],
    ['far too long', `v=1&scenario=${'x'.repeat(200_000)}`, 'far too long'],
    ['with a scenario that is not here', 'scenario=nowhere&step=x', 'the scenario "nowhere"'],
    ['cut short', good.replace(/(step=\w{3})[^&]*/, '$1'), 'the step'],
    ['with no day', 'asOf=2031-02-30', 'the day "2031-02-30"'],
    ['with no reading', 'run=%3Cimg%20src%3Dx%3E', 'the reading "<img src=x>"'],
    ['with no gate', 'gate=__proto__', 'the gate "__proto__"'],
    ['with no view', 'view=constructor', 'the view "constructor"'],
    ['with no provision', 'region=%E0%A4%A', 'the provision'],
    ['with no panel', 'panel=%00', String.raw`no panel "\u{00}"`],
    ['with no event', 'panel=gate&event=no', 'the event "no"'],
    ['with a claim that is not here', 'panel=claims&claim=no', 'the claim "no"'],
  ])('%s: says so in a sentence, and the rest works', (_, fragment, sentence) => {
    const { state, problems } = gone(fragment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
    expect({ ...state, view: start.view }).toEqual(start);
  });

  it('says nothing of what is no address', () => {
    expect(gone('view')).toEqual({ state: start, problems: [] });
    expect(gone('')).toEqual({ state: start, problems: [] });
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const mixed = good.slice(0, at % good.length) + text + good.slice(at % good.length);
        expect(gone(mixed).state.lab.scenarios).toBe(start.lab.scenarios);
      }),
    );
  });
});
