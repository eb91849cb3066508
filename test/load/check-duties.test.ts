import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour } from './harbour-texts.ts';

const EVENTS = 'harbour/events.yaml';
const ARRIVED = '    moves: { away: onSite, invited: onSite }\n';

/** What is said of the harbour's events where one of them has a duty. */
function said(duty: string): string[] {
  const texts = edited([EVENTS, ARRIVED, `${ARRIVED}    duty: ${duty}\n`]);
  return checkContent([harbour], texts).problems.map((problem) => {
    const [line = '', ...more] = formatProblem(problem).split('\n');
    return [
      line.replace(/^harbour\/events\.yaml:\d+:/, ''),
      ...more.map((each) => each.trim()),
    ].join(' | ');
  });
}

describe('a duty in a file', () => {
  it.each([
    '{ binds: [league], within: { days: 30, of: phase.oneBegan }, claims: [gazette-3.c5] }',
    '{ binds: unstated, by: 2031-03-01 }',
    '{ binds: [league, guild], by: { from: 2031-03-01, to: 2031-03-09 }, from: 2031-01-05 }',
    '[{ binds: [league], by: 2031-03-01 }, { binds: [guild], within: { years: 1, of: calm.broke } }]',
  ])('is fine as %s', (duty) => {
    expect(said(duty)).toEqual([]);
  });

  it.each([
    [
      '{ binds: [leage], by: 2031-03-01 }',
      '21: there is no party or role "leage" [unknown-id] | did you mean league?',
    ],
    [
      '{ binds: [league], within: { days: 30, of: phase.oneBegn } }',
      '54: there is no event "phase.oneBegn" [unknown-id] | did you mean phase.oneBegan?',
    ],
    [
      '{ binds: [league], by: 2031-03-01, claims: [gazette-3.c55] }',
      '55: there is no claim "gazette-3.c55" [unknown-id] | did you mean gazette-3.c5?',
    ],
    [
      '{ binds: [league], within: { days: 30, of: inspectors.arrived } }',
      '54: the time for inspectors.arrived would count from inspectors.arrived itself [goes-round] | name the event from which the time counts, or give a last day, such as by: 2031-03-01',
    ],
    [
      '{ binds: [league], by: 2031-03-01, from: 2031-03-02 }',
      '52: the duty begins on 2031-03-02, after the last day to meet it, 2031-03-01 [wrong-order] | write in from the day on which the duty was taken on',
    ],
  ])('names what is not there: %s', (duty, problem) => {
    expect(said(duty)).toEqual([problem]);
  });

  it.each([
    [
      '{ binds: [league] }',
      '11: duty: must say `by` which day or `within` what time of an event, and not both [keys-at-odds]',
    ],
    [
      '{ binds: [league], by: 2031-03-01, within: { days: 30, of: calm.broke } }',
      '11: duty: must say `by` which day or `within` what time of an event, and not both [keys-at-odds]',
    ],
    [
      '{ binds: [league], within: { days: 30, weeks: 2, of: calm.broke } }',
      '38: within: must give one number of days, weeks, months or years, such as { days: 30, of: calm.began } [keys-at-odds]',
    ],
    [
      '{ binds: [league], within: { of: calm.broke } }',
      '38: within: must give one number of days, weeks, months or years, such as { days: 30, of: calm.began } [keys-at-odds]',
    ],
    [
      '{ binds: [league], within: { days: 0, of: calm.broke } }',
      '46: days: 0 must be at least 1 [wrong-value]',
    ],
    [
      '{ binds: [league], within: { days: 1.5, of: calm.broke } }',
      '46: days: 1.5 must be a whole number [wrong-type]',
    ],
    [
      '{ binds: [league], within: { years: 1000, of: calm.broke } }',
      '47: years: 1000 must be at most 100 [wrong-value]',
    ],
    [
      '{ binds: [league], by: 2031-02-30 }',
      '34: by: "2031-02-30" must be a day that exists, as YYYY-MM-DD [wrong-form] | Feb 2031 has 28 days',
    ],
    [
      '{ binds: [], by: 2031-03-01 }',
      '20: binds: must name a party; where no document says who: unstated [wrong-value]',
    ],
    ['{ by: 2031-03-01 }', '11: binds is missing [missing-key]'],
    ['[]', '11: duty: must not be empty [wrong-value]'],
    ['tomorrow', '11: duty: expected keys and values or a list, got "tomorrow" [wrong-type]'],
    [
      '{ binds: [league], by: 2031-03-01, untill: 2031-03-01 }',
      '46: duty: unknown key "untill" [unknown-key] | known here: id, binds, by, within, from, claims, inference',
    ],
  ])('is refused as %s', (duty, problem) => {
    expect(said(duty)).toEqual([problem]);
  });
});
