import { expect, it } from 'vitest';
import { whyRegion } from '../../src/answer/why.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { ConditionTree } from '../../src/model/condition.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { whyText } from '../../src/explain/why-text.ts';
import { drawn } from '../explain/searched.ts';
import { HARBOUR, storyOf } from '../explain/moments.ts';

const FROM = '2031-02-20';
const UNTIL = '2031-02-25';
const DAYS = ['2031-02-18', '2031-02-19', FROM, '2031-02-23', UNTIL, '2031-02-26', '2031-03-01'];

function dated(tree: ConditionTree, id: string): ConditionTree {
  if (tree.kind !== 'condition') return { ...tree, of: tree.of.map((part) => dated(part, id)) };
  const days = { from: { from: FROM, to: FROM }, until: { from: UNTIL, to: UNTIL } };
  return tree.condition.id === id ? { ...tree, condition: { ...tree.condition, ...days } } : tree;
}

/** The harbour accord, with a condition of Northquay's asked for a few days only. */
function withDays(id: string): Agreement {
  const { agreement } = HARBOUR;
  const readings = new Map(
    [...agreement.readings].map(([key, reading]) => [
      key,
      {
        ...reading,
        positions: new Map(
          [...reading.positions].map(([event, statements]) => [
            event,
            statements.map((each) => ({ ...each, asked: dated(each.asked, id) })),
          ]),
        ),
      },
    ]),
  );
  return { ...agreement, readings };
}

it('check and why agree on each day whether a condition is in force, and say its own days', () => {
  const agreement = withDays('wreckRaised');
  let forced = 0;
  for (const asOf of DAYS) {
    const moment = momentAt(agreement, storyOf(HARBOUR, 'harbour-record'), { ...NOW, asOf });
    const found = standing(moment, 'phase.twoBegan');
    const party = found.parties.find(({ reading }) => reading === 'northquay');
    const asked = party?.conditions.some(({ condition }) => condition.id === 'wreckRaised');
    const answer = whyRegion(moment, 'wreck', null);
    const held = answer.heldUp.find(({ status }) => status.condition.id === 'wreckRaised');
    const force = asOf < FROM ? 'notYet' : asOf > UNTIL ? 'over' : 'certain';
    expect([asOf, held?.force, asked]).toEqual([asOf, force, force === 'certain']);
    expect([held?.span.certainFrom, held?.span.until]).toEqual([FROM, UNTIL]);
    const days = 'raised, asked from 20 Feb 2031 until 25 Feb 2031 (wreckRaised)';
    expect(drawn(whyText(moment, answer, { verbose: false })).join('\n')).toContain(days);
    const checked = drawn(gateText(found, { verbose: false })).join('\n');
    expect([asOf, checked.includes(days)]).toEqual([asOf, force === 'certain']);
    if (force === 'certain') forced += 1;
  }
  expect(forced).toBe(3);
});
