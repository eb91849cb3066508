import { describe, expect, it } from 'vitest';
import { checkGate } from '../../src/answer/check.ts';
import { NOW, standAt } from '../../src/answer/standing.ts';
import type { GateUnderReading } from '../../src/model/verdict.ts';
import { loadShipped, storyOf } from '../shipped.ts';

const shipped = loadShipped();
const { agreement } = shipped;
const record = storyOf(shipped, 'record');

const check = (gate: string, asOf: string | null = null) =>
  checkGate(standAt(agreement, record, { ...NOW, asOf }), gate);

const under = (gate: string, reading: string, asOf: string | null = null): GateUnderReading => {
  const found = check(gate, asOf).readings.find((entry) => entry.reading === reading);
  if (found === undefined) throw new Error(`There is no reading ${reading}.`);
  return found;
};

const cell = (gate: string, reading: string) =>
  agreement.readings.get(reading)?.gates.get(gate)?.stated;

describe('what the work was asked to show', () => {
  it('has phase two on 20 December closed under Israel by the remains, with the claims', () => {
    const israel = under('phaseTwo', 'israel', '2025-12-20');
    expect(israel).toMatchObject({
      verdict: 'closed',
      blocking: [['bodyRecovered']],
      claims: ['document-3.c7'],
    });
    expect(israel.leaves).toMatchObject([
      {
        leaf: { region: 'remains', claims: ['document-3.c7'] },
        status: 'unmet',
        fact: { stage: 'searchUnderway', claims: ['document-3.c10', 'document-4.c46'] },
        controllers: null,
      },
    ]);
  });

  it('has it open under Hamas, and unstated under the mediators, that day', () => {
    expect(under('phaseTwo', 'hamas', '2025-12-20').verdict).toBe('open');
    expect(under('phaseTwo', 'mediators', '2025-12-20').verdict).toBe('unstated');
    expect(check('phaseTwo', '2025-12-20').verdict).toBe('contested');
  });

  it('has it passed for Hamas and closed for Israel at the end of the record, so contested', () => {
    expect(under('phaseTwo', 'hamas').verdict).toBe('passed');
    expect(under('phaseTwo', 'israel')).toMatchObject({
      verdict: 'closed',
      blocking: [['deadReturned']],
    });
    expect(check('phaseTwo').verdict).toBe('contested');
  });

  it('has Rafah closed under Israel at the end of the record, and not yet on 20 December', () => {
    expect(under('rafahOpening', 'israel')).toMatchObject({
      verdict: 'closed',
      blocking: [['remainsFirst']],
      claims: ['document-5.c14', 'document-5.c15'],
    });
    expect(under('rafahOpening', 'israel', '2025-12-20')).toMatchObject({
      verdict: 'unstated',
      claims: [],
    });
  });
});

describe('the worked cells of the design', () => {
  it('phase two under Israel: recovered first, by the December report; complete, by the January one', () => {
    expect(under('phaseTwo', 'israel').leaves.map(({ leaf }) => [leaf.id, leaf.since])).toEqual([
      ['bodyRecovered', { from: '2025-12-01', to: '2025-12-14' }],
      ['livingReleased', { from: '2026-01-25', to: '2026-01-25' }],
      ['deadReturned', { from: '2026-01-25', to: '2026-01-25' }],
    ]);
    // Neither is a statement of Israel's own: a newspaper reports it of Israel, and what phase one is, is the page's word.
    for (const id of ['livingReleased', 'deadReturned'])
      expect(
        under('phaseTwo', 'israel').leaves.find(({ leaf }) => leaf.id === id)?.leaf,
      ).toMatchObject({ basis: 'derived', claims: ['document-5.c16', 'document-5.c20'] });
    for (const id of ['document-3.c7', 'document-5.c16']) {
      expect(agreement.claims.get(id)).toMatchObject({
        hearsay: true,
        attributedTo: ['israel'],
      });
    }
  });

  it('phase two under Hamas: stated, and no leaf, the search notwithstanding', () => {
    expect(cell('phaseTwo', 'hamas')).toMatchObject({
      claims: ['document-3.c6', 'document-1.c3', 'document-2.c2'],
      condition: { kind: 'all', of: [] },
    });
  });

  it('phase two under the mediators: unstated, with what they say of it as remarks', () => {
    expect(cell('phaseTwo', 'mediators')).toBeNull();
    expect(under('phaseTwo', 'mediators').remarks).toContain('document-4.c10');
  });

  it('Rafah under Israel: the condition is second-hand and of January; the December refusal has none', () => {
    for (const id of ['document-5.c14', 'document-5.c15'])
      expect(agreement.claims.get(id)).toMatchObject({ hearsay: true, kind: 'demand' });
    expect(agreement.claims.get('document-4.c16')).toMatchObject({ kind: 'refusal' });
    const early = under('rafahOpening', 'israel', '2025-12-31');
    expect(early).toMatchObject({ verdict: 'unstated', leaves: [] });
    expect(early.remarks).toContain('document-4.c16');
  });

  it.each([
    ['turkishContingent', 'noTurkishTroops'],
    ['paHandover', 'noAuthorityRole'],
  ])('%s under Israel: never', (gate, leaf) => {
    expect(under(gate, 'israel')).toMatchObject({ verdict: 'closed', blocking: [[leaf]] });
    expect(under(gate, 'israel').leaves).toMatchObject([
      { leaf: { region: null, stages: [] }, controllers: [], path: [] },
    ]);
  });

  it('the hand-over under the plan: the reform completed', () => {
    expect(under('paHandover', 'plan').blocking).toEqual([['reformCompleted']]);
    expect(under('paHandover', 'plan').leaves[0]?.path.map((move) => move.event)).toEqual([
      'paReform.began',
      'paReform.completed',
    ]);
  });

  it('the plan is no party, so it is left out of what the parties come to', () => {
    expect(agreement.readings.get('plan')?.kind).toBe('terms');
    // Israel alone has a position on the hand-over among the parties; the plan's is not counted.
    expect(check('paHandover')).toMatchObject({ verdict: 'closed', everyone: 'closed' });
    expect(check('committeeOffice')).toMatchObject({ verdict: 'unstated', anyone: 'unstated' });
  });
});
