import { expect, it } from 'vitest';
import { makeTheme } from '../../src/draw/theme.ts';
import { likelyDay } from '../../src/lab/reduce.ts';
import { typedDay } from '../../src/model/typed-day.ts';
import { nearDay } from '../../src/tui/lab/day-and-reason.ts';
import { begin } from '../../src/tui/reduce.ts';
import { makeSession } from '../../src/tui/session.ts';
import { loadShipped, storyOf } from '../shipped.ts';

it('takes a day without a year for one that comes after the step before, wherever one stands', () => {
  const { agreement, scenarios } = loadShipped();
  const theme = makeTheme({ ascii: false, color: false, screenReader: false });
  const session = makeSession(agreement, theme);
  const { steps } = storyOf({ scenarios }, 'record');
  const begun = begin(session, scenarios, 'record', { columns: 80, rows: 24 });
  const atItsEnd = { ...begun, position: steps.length - 1 };
  expect(likelyDay(session, atItsEnd)).toBe('2026-01-26');
  const place = steps.findIndex(({ id }) => id === 'miami-meeting') + 1;
  const near = nearDay(session, atItsEnd, { kind: 'step', place });
  expect(near).toBe('2025-12-19');
  expect(typedDay('20 dec', near)).toEqual({ ok: true, day: '2025-12-20' });
});
