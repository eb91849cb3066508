import { describe, expect, it } from 'vitest';
import { checkGates } from '../../src/answer/check.ts';
import { sceneOf, standingAt } from '../../src/lab/scene.ts';
import type { Setting } from '../../src/lab/state.ts';
import { type Day, dayAfter, dayBefore } from '../../src/model/days.ts';
import { momentAt } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import type { Standing } from '../../src/model/standing.ts';
import { beginPage, pageReduce } from '../../src/web/page-state.ts';
import { loadHolding } from '../load-holding.ts';
import { loadShipped, shippedRoot, storyOf } from '../shipped.ts';
import { inChromium, opened, phasegate } from './browser.ts';

const shipped = loadShipped();
const harbour = loadHolding(shippedRoot, ['test/fixtures/harbour']);

/** The verdicts on each gate: over the parties, and by each reading. */
function verdictsOf(standings: readonly Standing[]): string[] {
  return standings.map(({ event, verdict, parties, terms }) =>
    [event.id, verdict, ...[...parties, ...terms].map((party) => party.verdict)].join(' '),
  );
}

describe.each([
  ['the shipped agreement', shipped],
  ['a made-up one', harbour],
])('the page of %s', (_, { agreement, scenarios, properties }) => {
  it('judges every gate as the commands do, in every scenario, on every day that something changes', () => {
    const setting: Setting = { agreement, properties, runner: new Runner(agreement) };
    let compared = 0;
    for (const id of scenarios.keys()) {
      const story = storyOf({ scenarios }, id);
      const days = new Set<Day>(
        story.steps.flatMap(({ date }) =>
          date === null ? [] : [dayBefore(date.from), date.from, date.to, dayAfter(date.to)],
        ),
      );
      const published = agreement.sources.map((source) => source.published.to);
      const clocks = [
        { asOf: null, knownBy: null },
        ...[...days].map((asOf) => ({ asOf, knownBy: null })),
        ...published.map((knownBy) => ({ asOf: null, knownBy })),
        ...published.map((day) => ({ asOf: day, knownBy: day })),
      ];
      for (const look of clocks) {
        const begun = beginPage(setting, scenarios, id);
        const { lab, said } = pageReduce(setting, begun, {
          kind: 'lab',
          message: { kind: 'look', clocks: look },
        });
        expect(said).toBeNull();
        const { moment } = sceneOf(setting, lab);
        const onPage = [...agreement.gates.values()].map(({ event }) => standingAt(moment, event));
        const asked = momentAt(agreement, story, { ...look, assume: [] });
        expect(verdictsOf(onPage), `${id} ${JSON.stringify(look)}`).toEqual(
          verdictsOf(checkGates(asked)),
        );
        compared += onPage.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});

inChromium('the page in a browser', (given) => {
  it.each([
    ['record', '2025-12-21', null],
    ['record', null, '2025-12-20'],
    ['record', '2025-12-14', '2026-01-25'],
    ['truce-collapses', null, null],
    ['plan-sequence', '2026-01-01', null],
    ['remains-never-found', null, null],
  ])('shows for %s as of %s, known by %s what check prints', async (scenario, asOf, knownBy) => {
    const hash = new URLSearchParams({ agreement: shipped.agreement.id, scenario });
    const words = ['check', '--json', '--scenario', scenario];
    if (asOf !== null) {
      hash.set('asOf', asOf);
      words.push('--as-of', asOf);
    }
    if (knownBy !== null) {
      hash.set('knownBy', knownBy);
      words.push('--known-by', knownBy);
    }
    const { page, errors } = await opened(given.browser, given.file, { hash: `#${hash}` });
    const rows = await page
      .getByRole('region', { name: 'Every gate by every reading' })
      .getByRole('row')
      .all();
    const drawn = await Promise.all(
      rows.slice(1).map(async (row) => {
        const cells = await row.getByRole('button').allInnerTexts();
        return cells.slice(1).map((cell) => cell.replaceAll(/[^\p{L}]/gu, ''));
      }),
    );
    const { gates } = JSON.parse(phasegate(...words).stdout) as {
      gates: { verdict: string; readings: { verdict: string }[] }[];
    };
    expect(drawn).toEqual(
      gates.map(({ verdict, readings }) => [verdict, ...readings.map((each) => each.verdict)]),
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(errors).toEqual([]);
  });
});
