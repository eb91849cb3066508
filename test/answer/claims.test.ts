import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citing } from '../../src/answer/claim-uses.ts';
import { claimUses } from '../../src/answer/claim-uses.ts';
import { type ClaimFilter, findClaims } from '../../src/answer/claims.ts';
import { relatedParties } from '../../src/answer/related-parties.ts';
import type { Agreement, Party } from '../../src/model/agreement.ts';
import { CLAIM_KINDS } from '../../src/model/claim-kinds.ts';
import { inNaturalOrder } from '../../src/model/natural-order.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const harbour = loadHarbour();
const citing: Citing = { ...harbour, properties: null };

const found = (filter: ClaimFilter, on: Citing = citing) =>
  findClaims(on, filter).map(({ reference }) => reference);

/** The agreement with other parties in it. */
function withParties(...parties: readonly Party[]): Agreement {
  return { ...harbour.agreement, parties: new Map(parties.map((party) => [party.id, party])) };
}

describe('who is meant along with a party', () => {
  it('are the members of a group, and the groups of a member, but not the other members', () => {
    expect(relatedParties(harbour.agreement, 'guild')).toEqual({
      own: new Set(['guild']),
      groups: new Set(['league']),
    });
    expect(relatedParties(harbour.agreement, 'league')).toEqual({
      own: new Set(['league', 'guild', 'wardens']),
      groups: new Set(),
    });
    expect(relatedParties(harbour.agreement, 'sailors')).toEqual({
      own: new Set(['sailors']),
      groups: new Set(),
    });
  });

  it('reach through groups of groups, and come to an end where groups go in a circle', () => {
    const nested = withParties(
      { id: 'pilot', title: 'Pilot' },
      { id: 'crew', title: 'Crew', members: ['pilot', 'cook'] },
      { id: 'ship', title: 'Ship', members: ['crew'] },
      { id: 'cook', title: 'Cook' },
    );
    expect(relatedParties(nested, 'pilot').groups).toEqual(new Set(['crew', 'ship']));
    expect(relatedParties(nested, 'ship').own).toEqual(new Set(['ship', 'crew', 'pilot', 'cook']));
    expect(relatedParties(nested, 'crew')).toEqual({
      own: new Set(['crew', 'pilot', 'cook']),
      groups: new Set(['ship']),
    });
    const circle = withParties(
      { id: 'one', title: 'One', members: ['other'] },
      { id: 'other', title: 'Other', members: ['one'] },
    );
    expect(relatedParties(circle, 'one').own).toEqual(new Set(['one', 'other']));
  });
});

describe('claims by speaker', () => {
  it('are what a party says and what is reported of it', () => {
    const claims = found({ speaker: ['northquay'] });
    expect(claims).toContain('gazette-1.c3');
    // The dock sources say it, of Northquay.
    expect(claims).toContain('gazette-1.c8');
    expect(claims).not.toContain('gazette-1.c9');
  });

  it('are those of a group for each member, and those of a member for the group', () => {
    // The wardens themselves say nothing; the League, which they belong to, does.
    expect(found({ speaker: ['wardens'] })).toEqual(['gazette-2.c3']);
    // Of the League's members one speaks, and the League itself.
    expect(found({ speaker: ['league'] })).toEqual([
      'gazette-1.c7',
      'gazette-2.c3',
      'gazette-2.c10',
      'gazette-3.c6',
    ]);
    expect(found({ speaker: ['guild'] })).toEqual(found({ speaker: ['league'] }));
    const alone = withParties({ id: 'guild', title: 'Guild' }, { id: 'wardens', title: 'Wardens' });
    expect(found({ speaker: ['wardens'] }, { ...citing, agreement: alone })).toEqual([]);
  });

  it('are those of a speaker that is no party', () => {
    expect(found({ speaker: ['sailors'] })).toEqual(['gazette-2.c11']);
  });
});

describe('claims about a party', () => {
  it('have all that it says and that is said of it in them', () => {
    for (const id of harbour.agreement.parties.keys())
      expect(found({ about: [id] })).toEqual(expect.arrayContaining(found({ speaker: [id] })));
  });

  it('have what is cited for what it did, can do and denies', () => {
    const northquay = found({ about: ['northquay'] });
    // A step of the record by both cities; who can open the canal; the other's claim behind its position.
    expect(northquay).toEqual(
      expect.arrayContaining(['gazette-3.c9', 'gazette-2.c4', 'gazette-2.c6']),
    );
    expect(found({ speaker: ['northquay'] })).not.toContain('gazette-2.c4');
  });

  it('have what a group can do for each of its members, but not what another member says', () => {
    // The wardens work the lock; the League could raise the wreck, and they with it.
    expect(found({ about: ['wardens'] })).toEqual(
      expect.arrayContaining(['gazette-2.c2', 'gazette-2.c3', 'gazette-2.c4']),
    );
    const agreement = {
      ...harbour.agreement,
      events: new Map(
        [...harbour.agreement.events].map(([id, event]) => [
          id,
          id === 'inspectors.arrived' ? { ...event, claims: ['gazette-3.c6'] } : event,
        ]),
      ),
    };
    // The guild's own demand, cited for what the League can do, is the guild's and not the wardens'.
    expect(found({ about: ['wardens'] }, { ...citing, agreement })).not.toContain('gazette-3.c6');
    expect(found({ about: ['league'] }, { ...citing, agreement })).toContain('gazette-3.c6');
  });

  it('have nothing of what a scenario only supposes', () => {
    const supposed = [...harbour.scenarios].map(([id, scenario]) => [
      id,
      { ...scenario, kind: 'hypothetical' as const },
    ]) as [string, typeof harbour.scenarios extends Map<string, infer T> ? T : never][];
    const without = { ...citing, scenarios: new Map(supposed) };
    expect(found({ about: ['northquay'] })).toContain('gazette-1.c1');
    expect(found({ about: ['northquay'] }, without)).not.toContain('gazette-1.c1');
  });
});

describe('the options of claims', () => {
  const some = <T>(values: readonly T[]) =>
    fc.subarray([...values], { minLength: 1, maxLength: 3 });
  const parties = [...harbour.agreement.parties.keys()];
  const values = {
    about: parties,
    speaker: [...parties, ...harbour.agreement.speakers.keys()],
    region: [...harbour.agreement.regions.keys()],
    kind: CLAIM_KINDS,
    source: harbour.agreement.sources.map(({ id }) => id),
  };
  const filter = fc.record(
    {
      about: some(values.about),
      speaker: some(values.speaker),
      region: some(values.region),
      kind: some(values.kind),
      source: some(values.source),
      disputed: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('add up within one, narrow each other, and leave the claims in order', () => {
    const met = { some: 0, none: 0 };
    fc.assert(
      fc.property(filter, (asked) => {
        const claims = found(asked);
        met[claims.length > 0 ? 'some' : 'none'] += 1;
        expect(claims).toEqual(claims.toSorted(inNaturalOrder));
        const sets = Object.keys(values).flatMap((name) => {
          const wanted = asked[name as keyof typeof values];
          if (wanted === undefined) return [];
          return [new Set(wanted.flatMap((one) => found({ [name]: [one] })))];
        });
        if (asked.disputed === true) sets.push(new Set(found({ disputed: true })));
        const expected = [...harbour.agreement.claims.keys()].filter((reference) =>
          sets.every((set) => set.has(reference)),
        );
        expect(new Set(claims)).toEqual(new Set(expected));
      }),
    );
    expect(met.some).toBeGreaterThan(10);
    expect(met.none).toBeGreaterThan(10);
  });

  it('that name nothing ask nothing', () => {
    expect(found({})).toHaveLength(harbour.agreement.claims.size);
    expect(found({ kind: [], about: [] })).toHaveLength(harbour.agreement.claims.size);
  });
});

describe('what a claim is cited for', () => {
  const uses = claimUses(citing);

  it('are steps, denials, positions, conditions, what is said, who can act, and where it starts', () => {
    const kinds = new Set([...uses.values()].flat().map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(
      'bearing condition controllers denial position says start step takingPart'.split(' '),
    );
    expect(uses.get('gazette-3.c4')).toContainEqual({
      kind: 'denial',
      scenario: 'harbour-record',
      step: 'wreck-located',
      title: expect.any(String),
      reading: 'northquay',
    });
    expect(uses.get('gazette-2.c11')).toBeUndefined();
  });

  it('names only claims that there are', () => {
    for (const reference of uses.keys()) expect(harbour.agreement.claims.has(reference)).toBe(true);
  });
});
