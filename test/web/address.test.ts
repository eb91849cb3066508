import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  claimsFragment,
  isToken,
  readAddress,
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
  const token = isToken(address.scenario) ? readToken(address.scenario, agreement) : null;
  const here = arrived(setting, from, address, token?.ok === true ? token.value : null);
  return { state: here.state, problems: [...problems, ...here.problems] };
}

const written = (state: PageState, token: string | null = null) =>
  addressText(addressOf(setting, state, token));

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
    const [event = ''] = agreement.gates.keys();
    const taken = labReduce(setting, start.lab, {
      kind: 'take',
      action: { kind: 'event', event: agreement.gates.get(event)?.event ?? '' },
      before: [],
      given: { because: 'To see <b>what</b> comes of it.' },
    });
    if (!taken.ok) throw new Error(taken.said);
    const branch = standalone(taken.lab, taken.lab.scenario);
    const fragment = written({ ...start, lab: taken.lab }, tokenOf(branch, agreement));
    const { state, problems } = gone(fragment);
    expect(problems).toEqual([]);
    expect(state.lab.branches).toEqual([branch.id]);
    expect(state.lab.scenarios.get(branch.id)).toEqual(branch);
    // Where it is already, it is shown and not opened once more.
    const again = gone(fragment, state);
    expect(again.state.lab.history).toEqual(state.lab.history);
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
