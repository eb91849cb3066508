import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { tell } from '../../src/model/story.ts';
import { canBringAbout, expandedParties, partyAtoms } from '../../src/search/controllers.ts';
import { waits } from '../../src/search/waits.ts';
import { plainWords } from '../../src/explain/document.ts';
import { delegationWords } from '../../src/explain/delegation-text.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement, scenarios, opens } = loadHarbour();

function acting(party: string, forParty: string): Agreement {
  const known = agreement.parties.get(party);
  if (known === undefined) throw new Error(`There is no party ${party}.`);
  const parties = new Map(agreement.parties);
  parties.set(party, { ...known, actsFor: { party: forParty, claims: ['gazette-1.c7'] } });
  return { ...agreement, parties };
}

function waitsOf(of: Agreement): string[] {
  const record = scenarios.get(opens);
  if (record === undefined) throw new Error('The record is not there.');
  const moment = momentAt(of, tell(record, scenarios), NOW);
  return waits(moment).waits.map(({ from, to }) => `${from} ${to}`);
}

describe('a party that acts for another', () => {
  it('is one with it among those who can do something', () => {
    const merged = acting('guild', 'southquay');
    expect(partyAtoms(agreement)).toContain('guild');
    expect(partyAtoms(merged)).not.toContain('guild');
    expect([...expandedParties(merged, ['league'])].toSorted()).toEqual(['southquay', 'wardens']);
    const alone = new Set(['southquay']);
    expect(canBringAbout(agreement, [['southquay', 'guild']], alone, 'nobody')).toBe(false);
    expect(canBringAbout(merged, [['southquay', 'guild']], alone, 'nobody')).toBe(true);
  });

  it('is not waited for by it, and whoever waits for the one waits for the other', () => {
    const before = waitsOf(agreement);
    expect(before).toContain('northquay southquay');
    expect(waitsOf(acting('southquay', 'northquay'))).not.toContain('northquay southquay');
    const merged = waitsOf(acting('guild', 'southquay'));
    expect(before).toContain('northquay guild');
    expect(merged).not.toContain('northquay guild');
    expect(merged).toContain('northquay southquay');
  });

  it('is said to', () => {
    expect(delegationWords(agreement)).toEqual([]);
    expect(plainWords(delegationWords(acting('guild', 'southquay')))).toMatch(
      /^Counted as one: the Pilots' Guild acts for Southquay \[The Lock Gazette, .*\(gazette-1\.c7\)\]\.$/,
    );
  });
});
