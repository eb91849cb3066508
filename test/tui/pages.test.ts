import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameOf } from '../../src/tui/frame.ts';
import { beginHarbour, EVERY_KEY, harbourSession, press } from './harbour-session.ts';

/** Keys that scroll and choose, so that pages are asked for again often. */
const MOVING = ['down', 'down', 'up', 'pageDown', 'pageUp', 'end', 'home', 'enter', 'd', 'w', 'a'];

it('draws what was drawn before only where nothing else would come of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...MOVING), fc.constantFrom(...EVERY_KEY)), {
        minLength: 10,
        maxLength: 30,
      }),
      (keys) => {
        const session = harbourSession();
        let state = beginHarbour(session);
        for (const key of keys) {
          state = { ...press(session, state, key), request: null };
          // A session that is new has drawn nothing yet.
          expect(frameOf(session, state)).toEqual(frameOf(harbourSession(), state));
        }
      },
    ),
    { numRuns: 15 },
  );
});
