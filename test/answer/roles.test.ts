import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/answer/claims.ts';
import { dutiesAt } from '../../src/answer/duties.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { asText } from '../../src/draw/text.ts';
import { plainWords } from '../../src/explain/document.ts';
import { dutiesJson } from '../../src/explain/duties-json.ts';
import { dutiesSheet } from '../../src/explain/duties-sheet.ts';
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

function held(party: string | null, from: string | null, until: string | null, claims: string[]) {
  const partyTitle = party === null ? null : `the ${party}`;
  return { role: 'warden', roleTitle: 'the warden', party, partyTitle, from, until, claims };
}

function textAt(asOf: string, on: Agreement = agreement): string {
  const moment = at(asOf, on);
  return asText(dutiesText(moment, dutiesAt(moment), { verbose: false }), Infinity).join('\n');
}

/** Due while the one holds the role, and once the other does. */
const BY_THE_FIRST = '2031-02-20';
const BY_THE_SECOND = '2031-03-06';
const due = (by: string, more: object = {}) =>
  quay([['east']], roles, { duty: { ...duty, by, ...more } });
const DAYS = ['2031-01-05', '2031-02-28', '2031-03-04', '2031-03-05', '2031-06-01'];

describe('a duty bound by a role', () => {
  it('binds whoever holds the role while it runs, whatever day is asked about', () => {
    for (const day of DAYS)
      expect(textAt(day, due(BY_THE_FIRST))).toContain('Binds the north (as the warden) [');
    for (const day of DAYS)
      expect(textAt(day, due('2031-03-20', { from: '2031-03-05' }))).toContain(
        'Binds the south (as the warden) [',
      );
  });

  it('binds one after another, by their days', () => {
    for (const day of DAYS)
      expect(textAt(day, due(BY_THE_SECOND))).toContain(
        'Binds the north (as the warden until 28 Feb 2031) and the south (as the warden from 5 Mar 2031), and the warden, a role that nobody is known to hold from 1 Mar 2031 until 4 Mar 2031 [',
      );
  });

  it('names the role where nobody is known to hold it, and does not say that no document says whom', () => {
    const vacant = { from: '2031-03-01', by: '2031-03-04' };
    const said = textAt('2031-03-04', due(BY_THE_FIRST, vacant));
    expect(said).toContain('Binds the warden, a role that nobody is known to hold then [');
    expect(said).not.toContain('o document says whom');
    const both = due(BY_THE_FIRST, { ...vacant, binds: ['warden', 'east'] });
    expect(textAt('2031-03-04', both)).toContain(
      'Binds the east, and the warden, a role that nobody is known to hold then [',
    );
  });

  it('ends with the day on which it is met', () => {
    const on = due('2031-03-20');
    const met = momentAt(on, recordOf(), { ...NOW, asOf: '2031-06-01' });
    // The lock was opened on 1 February, long before the last day.
    expect(dutiesAt(met).map(({ bound }) => bound.parties)).toEqual([['north']]);
    expect(dutiesAt(at('2031-06-01', on)).map(({ bound }) => bound.parties)).toEqual([
      ['north', 'south'],
    ]);
  });

  it('is found by its role, and by exactly those that it is said to bind', () => {
    for (const by of [BY_THE_FIRST, BY_THE_SECOND])
      for (const day of DAYS) {
        const moment = at(day, due(by));
        const [standing] = dutiesAt(moment);
        const found = ['north', 'south', 'east', 'warden'].filter(
          (party) => dutiesAt(moment, { party }).length === 1,
        );
        expect([day, found]).toEqual([day, [...(standing?.bound.parties ?? []), 'warden']]);
        const [json] = dutiesOutput.parse(dutiesJson(moment, dutiesAt(moment))).duties;
        expect(json?.binds).toEqual(standing?.bound.parties);
        expect(dutiesSheet(moment, dutiesAt(moment)).rows[0]).toContain(
          standing?.bound.parties?.join('; '),
        );
      }
  });

  it('has its roles in the JSON, with titles', () => {
    const moment = at('2031-02-01', due(BY_THE_SECOND));
    const [json] = dutiesOutput.parse(dutiesJson(moment, dutiesAt(moment))).duties;
    expect(json?.roles).toEqual([
      held('north', null, '2031-02-28', ['first.c1']),
      held(null, '2031-03-01', '2031-03-04', []),
      held('south', '2031-03-05', null, ['second.c1']),
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
    const said = handsAfterOn(at('2031-02-01', on), 'lock.opened').map(plainWords);
    expect(said[0]).toBe('From 1 Mar 2031 on: no document says who.');
    expect(said[1]).toContain('From 5 Mar 2031 on: the south [');
    expect(handsAfterOn(at('2031-03-05', on), 'lock.opened')).toEqual([]);
    expect(handsAfterOn(at('2031-02-01', on), 'lock.shut')).toEqual([]);
  });

  it('is in the lists, from which day on and until which', () => {
    const list = (on: Agreement, only: 'events' | 'parties') =>
      asText(listText(on, new Map(), only), Infinity).join('\n');
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
