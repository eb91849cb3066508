import { expect, it } from 'vitest';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { plainWords } from '../../src/explain/document.ts';
import { factWords } from '../../src/explain/fact-text.ts';
import { HARBOUR, storyOf } from '../explain/moments.ts';

it('what follows from an assumption by the model’s own links is derived from it, and what stays is as it was', () => {
  const { agreement } = HARBOUR;
  const record = storyOf(HARBOUR, 'harbour-record');
  const before = momentAt(agreement, record, NOW).states[REPORTED]?.facts;
  const assume = [{ region: 'calm', stage: 'broken' }];
  const moment = momentAt(agreement, record, { ...NOW, assume });
  const facts = moment.states[REPORTED]?.facts;
  const said = (region: string) => {
    const fact = facts?.[region];
    return fact === undefined ? '' : plainWords(factWords(moment, region, fact));
  };
  expect(said('calm')).toMatch(/^assumed: .* \[assumed\]$/);
  expect(said('phase')).toMatch(/^derived from the assumption: .* \[derived\]$/);
  // The canal would have been shut by it: where it was shut before, nothing of it is assumed.
  const moved = before?.['canal']?.stage !== facts?.['canal']?.stage;
  expect(said('canal').startsWith('derived from the assumption: ')).toBe(moved);
  expect(facts?.['wreck']).toEqual(before?.['wreck']);
  const shut = { ...record, steps: record.steps.slice(0, 1) };
  const first = momentAt(agreement, shut, NOW).states[REPORTED]?.facts['canal'];
  const then = momentAt(agreement, shut, { ...NOW, assume }).states[REPORTED]?.facts['canal'];
  expect(then).toEqual(first);
});
