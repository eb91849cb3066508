import { boundBy } from '../../src/answer/bound-by.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { agreementOn, laterHands } from '../../src/model/agreement-on.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { dayBefore } from '../../src/model/days.ts';
import { handsOf } from '../../src/model/hands.ts';
import { momentAfter, momentAt, NOW, playedOn } from '../../src/model/moment.ts';
import { play } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import { anyAgreementFiles } from '../../src/testing/any-agreement.ts';
import { DAYS } from '../../src/testing/invented-sources.ts';
import { changing, quay, recordOf } from './changing-quay.ts';
import { controllersText } from '../../src/explain/words.ts';

function who(agreement: Agreement, day: string | null, knownBy: string | null = null) {
  return agreementOn(agreement, day, knownBy).events.get('lock.opened')?.controllers;
}

describe('controllers that change hands', () => {
  const agreement = quay(changing);

  it('are those in force on the day, with what says so', () => {
    expect(who(agreement, '2031-02-28')).toEqual([['north']]);
    expect(who(agreement, '2031-03-01')).toEqual([['south'], ['east']]);
    const claims = (day: string) =>
      agreementOn(agreement, day, null).events.get('lock.opened')?.claims;
    expect(claims('2031-02-28')).toEqual(['first.c1']);
    expect(claims('2031-03-01')).toEqual(['second.c1']);
  });

  it('are those where the record ends as long as nothing gives a day', () => {
    expect(agreement.recordEnds).toBe('2031-03-10');
    expect(agreement.events.get('lock.opened')?.controllers).toEqual([['south'], ['east']]);
    expect(who(agreement, null)).toEqual([['south'], ['east']]);
    expect(agreementOn(agreement, null, null)).toBe(agreement);
  });

  it('are nobody known before and after all of them, and between two', () => {
    const gap = quay([
      { from: '2031-01-01', until: '2031-01-31', of: [['north']] },
      { from: '2031-03-01', until: '2031-03-31', of: [] },
    ]);
    const days = [
      '2030-12-31',
      '2031-01-01',
      '2031-01-31',
      '2031-02-01',
      '2031-03-31',
      '2031-04-01',
    ];
    expect(days.map((day) => who(gap, day))).toEqual([
      null,
      [['north']],
      [['north']],
      null,
      [],
      null,
    ]);
  });

  it('last until the next begin, and until that was known', () => {
    const open = quay([{ of: [['north']] }, ...changing.slice(1)]);
    expect(who(open, '2031-03-09', '2031-03-09')).toEqual([['north']]);
    expect(who(open, '2031-03-10', '2031-03-10')).toEqual([['south'], ['east']]);
    // Where the first are known to be over, nobody is known to follow.
    expect(who(agreement, '2031-03-09', '2031-03-09')).toBeNull();
    expect(who(agreement, '2031-02-01', '2031-01-09')).toBeNull();
  });

  it('are told ahead: from which day on, whose, and once for each change', () => {
    const later = laterHands(agreement, 'lock.opened', '2031-02-01', null);
    expect(later).toEqual([
      { from: '2031-03-01', controllers: [['south'], ['east']], claims: ['second.c1'] },
    ]);
    expect(laterHands(agreement, 'lock.opened', '2031-03-01', null)).toEqual([]);
    expect(laterHands(agreement, 'lock.shut', '2031-02-01', null)).toEqual([]);
    expect(laterHands(agreement, 'lock.opened', '2031-02-01', '2031-02-01')).toEqual([
      { from: '2031-03-01', controllers: null, claims: ['first.c1'] },
    ]);
  });
});

describe('a moment', () => {
  const agreement = quay(changing);
  const story = recordOf();
  const at = ({ agreement: on }: { agreement: Agreement }) =>
    on.events.get('lock.opened')?.controllers;

  it('has those of the day asked about, or else of its last step', () => {
    expect(at(momentAt(agreement, story, { ...NOW, asOf: '2031-02-28' }))).toEqual([['north']]);
    expect(at(momentAt(agreement, story, { ...NOW, asOf: '2031-03-01' }))).toEqual([
      ['south'],
      ['east'],
    ]);
    expect(at(momentAt(agreement, story, NOW))).toEqual([['south'], ['east']]);
    expect(at(momentAt(agreement, story, NOW, new Runner(agreement), 0))).toEqual([['north']]);
    const whole = play(
      agreement,
      story.steps.map((step) => ({ step, isCertain: true })),
      new Runner(agreement),
    );
    expect(at(momentAfter(story, whole, 0))).toEqual([['north']]);
    expect(at(momentAfter(story, whole, 1))).toEqual([['south'], ['east']]);
  });

  it('has the next ones once what is played on from it comes to their day', () => {
    const before = momentAt(agreement, story, NOW, new Runner(agreement), 0);
    expect(at(playedOn(before, story.steps.slice(1)))).toEqual([['south'], ['east']]);
    expect(at(playedOn(before, []))).toEqual([['north']]);
  });
});

describe('a role', () => {
  const heldBy = [
    { party: 'north', until: '2031-02-28', claims: ['first.c1'] },
    { party: 'south', from: '2031-03-05', claims: ['second.c1'] },
  ];
  const roles = { roles: [{ id: 'warden', title: 'the warden', heldBy }] };

  it('is whoever holds it, and rests on what says so too', () => {
    const agreement = quay([['warden', 'east']], roles);
    expect(who(agreement, '2031-02-28')).toEqual([['north', 'east']]);
    expect(who(agreement, '2031-03-05')).toEqual([['south', 'east']]);
    expect(agreement.events.get('lock.opened')?.claims).toEqual(['first.c1', 'second.c1']);
  });

  it('leaves open who can where nobody is known to hold it, and others as they are', () => {
    expect(who(quay([['warden', 'east']], roles), '2031-03-04')).toBeNull();
    expect(who(quay([['warden'], ['east']], roles), '2031-03-04')).toEqual([['east']]);
    expect(who(quay([['warden'], ['east']], roles), '2031-03-09', '2031-03-09')).toEqual([
      ['east'],
    ]);
  });

  it('needs nobody twice', () => {
    const agreement = quay([['warden'], ['warden', 'east'], ['north']], roles);
    expect(who(agreement, '2031-02-28')).toEqual([['north']]);
    expect(who(quay([['warden', 'north']], roles), '2031-02-28')).toEqual([['north']]);
  });

  it('is bound through all that hold it over some days', () => {
    const agreement = quay([['north']], roles);
    const bound = (from: string, to = from, knownBy: string | null = null) =>
      boundBy(agreement, { binds: ['warden', 'east'] }, { from, to }, knownBy);
    expect(bound('2031-02-28').parties).toEqual(['north', 'east']);
    expect(bound('2031-03-04').parties).toEqual(['east']);
    expect(bound('2031-03-05').parties).toEqual(['south', 'east']);
    expect(bound('2031-02-01', '2031-02-28').roles).toEqual([
      { role: 'warden', party: 'north', from: null, until: null, claims: ['first.c1'] },
    ]);
    expect(
      bound('2031-02-01', '2031-03-05').roles.map(({ party, from, until }) => [party, from, until]),
    ).toEqual([
      ['north', null, '2031-02-28'],
      [null, '2031-03-01', '2031-03-04'],
      ['south', '2031-03-05', null],
    ]);
    expect(bound('2031-03-05', '2031-03-05', '2031-03-09').parties).toEqual(['east']);
  });
});

it('for whom a party acts goes by the day and by what is known', () => {
  const agreement = quay([['north']], {
    parties: [
      { id: 'north', title: 'n' },
      { id: 'south', title: 's' },
      {
        id: 'east',
        title: 'e',
        actsFor: [
          { party: 'north', until: '2031-02-28', claims: ['first.c1'] },
          { party: 'south', from: '2031-03-01', until: '2031-03-31', claims: ['second.c1'] },
        ],
      },
    ],
  });
  const forWhom = (day: string, knownBy: string | null = null) =>
    agreementOn(agreement, day, knownBy).parties.get('east')?.actsFor?.party ?? null;
  expect(forWhom('2031-02-28')).toBe('north');
  expect(forWhom('2031-03-01')).toBe('south');
  expect(forWhom('2031-04-01')).toBeNull();
  expect(forWhom('2031-03-09', '2031-03-09')).toBeNull();
  expect(forWhom('2031-02-01', '2031-01-09')).toBeNull();
  expect(agreementOn(agreement, '2031-04-01', null).parties.get('east')).toEqual({
    id: 'east',
    title: 'e',
  });
});

it('on each day all is as in an agreement that has what is in force then and nothing else', () => {
  let changes = 0;
  let handed = 0;
  fc.assert(
    fc.property(anyAgreementFiles(), fc.constantFrom(...DAYS), (files, day) => {
      const whole = assembleAgreement(files);
      const { days } = handsOf(files.parties, files.events);
      changes += days.length;
      const on = agreementOn(whole, day, null);
      if (on !== whole) handed += 1;
      // What the files say of that day alone, said of all days.
      const only = assembleAgreement({
        ...files,
        parties: {
          ...files.parties,
          roles: files.parties.roles.map((role) => ({ ...role, heldBy: always(role.heldBy, day) })),
          parties: files.parties.parties.map(({ actsFor, ...party }) => {
            const [own] = always([actsFor ?? []].flat(), day);
            return own === undefined ? party : { ...party, actsFor: own };
          }),
        },
        events: {
          events: files.events.events.map((event) => {
            const dated =
              event.controllers?.flatMap((each) => (Array.isArray(each) ? [] : [each])) ?? [];
            if (dated.length === 0) return event;
            const [own] = always(dated, day);
            const claims = own === undefined || own.claims.length === 0 ? event.claims : own.claims;
            return { ...event, controllers: own?.of ?? null, claims };
          }),
        },
      });
      for (const [id, { controllers, claims, duties }] of only.events) {
        const event = on.events.get(id);
        expect([id, event?.controllers, event?.duties]).toEqual([id, controllers, duties]);
        if (controllers !== null) expect([id, event?.claims]).toEqual([id, claims]);
        expect(controllersText(on, event?.controllers ?? null)).toBe(
          controllersText(only, controllers),
        );
      }
      const acting = ({ parties }: Agreement) =>
        [...parties.values()].map(({ id, actsFor }) => [id, actsFor?.party, actsFor?.claims]);
      expect(acting(on)).toEqual(acting(only));
      expect(agreementOn(on, day, null)).toBe(on);
      expect(agreementOn(on, dayBefore('2031-01-01'), null)).toBe(
        agreementOn(whole, dayBefore('2031-01-01'), null),
      );
    }),
    { numRuns: 200 },
  );
  expect(changes).toBeGreaterThan(100);
  expect(handed).toBeGreaterThan(30);
});

/** What is in force on a day, as if it always were: found by going through all of them, and not by the last that began. */
function always<T extends { from?: string | undefined; until?: string | undefined }>(
  list: readonly T[],
  day: string,
): Omit<T, 'from' | 'until'>[] {
  return list.flatMap((each, index) => {
    const next = list[index + 1]?.from;
    const { from = '0000-01-01', until = '9999-12-31', ...rest } = each;
    const isOver = until < day || (next !== undefined && next <= day);
    return from <= day && !isOver ? [rest] : [];
  });
}
