import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/answer/claims.ts';
import { dutiesAt } from '../../src/answer/duties.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { dutiesJson } from '../../src/explain/duties-json.ts';
import { dutiesText } from '../../src/explain/duties-text.ts';
import { dutiesOutput } from '../../src/explain/shapes/duties.ts';
import { handsAfterOn } from '../../src/explain/hands-after.ts';
import { listText } from '../../src/explain/list-text.ts';
import { changing, quay, recordOf } from '../model/changing-quay.ts';

const roles = {
  roles: [
    {
      id: 'warden',
      title: 'the warden',
      heldBy: [
        { party: 'north', until: '2031-02-28', claims: ['first.c1'] },
        { party: 'south', from: '2031-03-05', claims: ['second.c1'] },
      ],
    },
  ],
};
const duty = { binds: ['warden'], by: '2031-03-06', from: '2031-01-01', claims: ['first.c2'] };
const agreement = quay([['east']], roles, { duty });

function at(asOf: string, on: Agreement = agreement) {
  return momentAt(on, { ...recordOf(), steps: [], inherited: 0 }, { ...NOW, asOf });
}

function textAt(asOf: string, on: Agreement = agreement): string {
  const moment = at(asOf, on);
  return JSON.stringify(dutiesText(moment, dutiesAt(moment), { verbose: false }));
}

describe('a duty bound by a role', () => {
  it('names who holds the role, and the role', () => {
    expect(textAt('2031-02-28')).toContain('Binds the north (as the warden) [');
    expect(textAt('2031-03-05')).toContain('Binds the south (as the warden) [');
  });

  it('names the role where nobody is known to hold it, and does not say that no document says whom', () => {
    const said = textAt('2031-03-04');
    expect(said).toContain('Binds the warden, a role that nobody is known to hold then [');
    expect(said).not.toContain('o document says whom');
    const both = quay([['east']], roles, { duty: { ...duty, binds: ['warden', 'east'] } });
    expect(textAt('2031-03-04', both)).toContain(
      'Binds the east, and the warden, a role that nobody is known to hold then [',
    );
  });

  it('says how it changes later who holds the role, and by what', () => {
    const said = textAt('2031-02-01');
    expect(said).toContain('From 1 Mar 2031 on, the warden: nobody is known to hold it.');
    expect(said).toContain('From 5 Mar 2031 on, the warden: the south [');
    expect(textAt('2031-03-05')).not.toContain('on, the warden');
  });

  it('is found by its role, and by whoever holds the role on the day or by the deadline', () => {
    const found = (day: string, party: string) => dutiesAt(at(day), { party }).length === 1;
    expect(['2031-02-01', '2031-03-04', '2031-03-05'].map((day) => found(day, 'warden'))).toEqual([
      true,
      true,
      true,
    ]);
    // It is due on 6 March, when the south holds the role.
    expect(['2031-02-01', '2031-03-04', '2031-03-05'].map((day) => found(day, 'south'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['2031-02-28', '2031-03-04', '2031-03-05'].map((day) => found(day, 'north'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(found('2031-02-28', 'east')).toBe(false);
  });

  it('has its roles in the JSON, with titles', () => {
    const moment = at('2031-03-04');
    const [json] = dutiesOutput.parse(dutiesJson(moment, dutiesAt(moment))).duties;
    expect([json?.binds, json?.roles, json?.laterHolders]).toEqual([
      null,
      [{ role: 'warden', roleTitle: 'the warden', party: null, partyTitle: null }],
      [
        {
          role: 'warden',
          roleTitle: 'the warden',
          from: '2031-03-05',
          party: 'south',
          partyTitle: 'the south',
          claims: ['second.c1'],
        },
      ],
    ]);
  });

  it('is what its claims are cited for with everyone who ever holds the role', () => {
    const about = (party: string) =>
      findClaims({ agreement, scenarios: new Map(), properties: null }, { about: [party] }).map(
        ({ reference }) => reference,
      );
    expect(about('north')).toContain('first.c2');
    expect(about('south')).toContain('first.c2');
    expect(about('east')).not.toContain('first.c2');
  });
});

describe('what changes hands', () => {
  it('is said on an event by its days', () => {
    const on = quay([['warden']], roles);
    const said = handsAfterOn(at('2031-02-01', on), 'lock.opened');
    expect(said[0]).toBe('From 1 Mar 2031 on: no document says who.');
    expect(said[1]).toContain('From 5 Mar 2031 on: the south [');
    expect(handsAfterOn(at('2031-03-05', on), 'lock.opened')).toEqual([]);
    expect(handsAfterOn(at('2031-02-01', on), 'lock.shut')).toEqual([]);
  });

  it('is in the lists, from which day on and until which', () => {
    const list = (on: Agreement, only: 'events' | 'parties') =>
      JSON.stringify(listText(on, new Map(), only));
    expect(list(quay(changing), 'events')).toContain(
      '(who can: the north; from 1 Mar 2031 on: the south or the east)',
    );
    expect(list(agreement, 'parties')).toContain(
      'the warden, held by: the north until 28 Feb 2031; the south from 5 Mar 2031',
    );
    const acting = quay(changing, {
      parties: ['north', 'south', 'east'].map((id) => ({
        id,
        title: `the ${id}`,
        ...(id === 'east' ? { actsFor: [{ party: 'north', until: '2031-03-31' }] } : {}),
      })),
    });
    expect(list(acting, 'parties')).toContain('the east, acts for: the north until 31 Mar 2031');
  });
});
