import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/lab/state.ts';
import { checkOneScenario } from '../../src/load/one-scenario.ts';
import { scenarioText } from '../../src/load/scenario-text.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import { Runner } from '../../src/model/runner.ts';
import { received } from '../../src/web/received.ts';
import { beginPage } from '../../src/web/page-state.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();
const setting: Setting = { agreement, properties: null, runner: new Runner(agreement) };
const { lab } = beginPage(setting, scenarios, opens);
const take = (text: string, name: string | null = 'mine.yaml') =>
  received({ checkOneScenario, readToken }, setting, lab, { name, text });

describe('what is dropped, chosen or pasted', () => {
  it.each([...scenarios.values()].map((each) => [each.id, each] as const))(
    'is the scenario %s, as a file and as a token',
    (_, scenario) => {
      expect(take(scenarioText(scenario))).toEqual({ ok: true, scenario });
      expect(take(` ${tokenOf(scenario, agreement)}\n`, null)).toEqual({ ok: true, scenario });
    },
  );

  it.each([
    ['nothing', ' \n', 'is empty'],
    ['a picture', '\u0089PNG\r\n\u001A\n\0\0', 'is no scenario of this agreement'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'is no scenario of this agreement'],
    [
      'another agreement',
      'agreement: elsewhere\nid: x\nkind: hypothetical\ntitle: x\n',
      'elsewhere',
    ],
    ['a megabyte and more', 'x'.repeat(1_000_001), 'far too large'],
    [
      'a token cut short',
      tokenOf(scenarios.get(opens) ?? never(), agreement).slice(0, -5),
      'missing',
    ],
    ['bombs of YAML', 'a: &a [x]\nb: *a\n', 'is no scenario of this agreement'],
  ])('says so of %s', (_, text, sentence) => {
    const found = take(text);
    expect(found).toMatchObject({ ok: false, said: expect.stringContaining(sentence) });
    expect(found).toMatchObject({ said: expect.stringMatching(/^The file "mine.yaml" .*\.$/) });
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(take(text).ok).toBe(false);
      }),
    );
  });
});

function never(): never {
  throw new Error('There is no such scenario.');
}
