import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/model/moment.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { coalitionsText } from '../../src/explain/coalitions-text.ts';
import { noReturnText } from '../../src/explain/no-return-text.ts';
import { pivotsText } from '../../src/explain/pivots-text.ts';
import { verifyText } from '../../src/explain/verify-text.ts';
import { vetoText } from '../../src/explain/veto-text.ts';
import { waitsText } from '../../src/explain/waits-text.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { EVERYONE, perspectivesOf } from '../../src/search/perspective.ts';
import { pivots } from '../../src/search/pivots.ts';
import { inStages } from '../../src/search/predicate.ts';
import { always, never, type Property, sometimes } from '../../src/search/property.ts';
import { verifyAll } from '../../src/search/verify-all.ts';
import { vetoes } from '../../src/search/veto.ts';
import { waits } from '../../src/search/waits.ts';
import { finish } from '../../src/search/work.ts';
import { HARBOUR, inHarbour } from './moments.ts';
import { drawn, questionOf, stopped } from './searched.ts';

const { agreement } = HARBOUR;
const record = inHarbour('harbour-record');
const request = (goal: string, readings: string[] = [], moment = record) => {
  const question = questionOf(moment, goal, readings);
  return { question, asked: { standpoints: question.standpoints, goal: question.aim } };
};

describe('coalitions', () => {
  it('are the smallest sets, on what the documents say', () => {
    const { question, asked } = request('canalOpening', ['guild']);
    const lines = drawn(coalitionsText(question, finish(coalitions(agreement, asked))));
    expect(lines).toEqual([
      `Who can reach "The canal opens both ways" (canalOpening) on their own, under the reading of the Pilots' Guild; derived.`,
      '',
      'By what the documents say of who can bring what about, the smallest sets of parties that can reach "The canal opens both ways" (canalOpening) on their own, while nobody else acts:',
      '  Northquay and the Lock Wardens',
      '',
      'The event that bears on "The canal opens both ways" (canalOpening) and that no document gives to anyone is not needed for that.',
      '',
      expect.stringMatching(/^Parties that could matter: Northquay/),
      'Taken for granted: from here on no party waives or changes what it asks.',
      'COMPLETE: every reachable state was taken into account.',
    ]);
  });

  it('are none where there is no path, and nobody needs to act where it is behind', () => {
    const none = request('settlement');
    const lines = drawn(coalitionsText(none.question, finish(coalitions(agreement, none.asked))));
    expect(lines).toContain(
      'By what the documents say of who can bring what about, no set of parties can reach "The accord is settled" (settlement) on its own: what parties hold excludes it; `plan` with the same options names it.',
    );
    expect(lines).toContain('Parties that could matter: none.');
    const behind = request('phaseTwo', ['southquay']);
    expect(
      drawn(coalitionsText(behind.question, finish(coalitions(agreement, behind.asked)))),
    ).toEqual([
      '"Phase two begins" (phaseTwo) has happened already in the run of Southquay. Nobody needs to act.',
    ]);
  });

  it('name the events that would have to come about by themselves, and can leave the rest out', () => {
    const { question, asked } = request('tollSharing', ['guild']);
    const answer = finish(coalitions(agreement, asked));
    const lines = drawn(coalitionsText(question, answer, true));
    expect(lines.join('\n')).not.toContain('By what the documents say');
    expect(lines).toContain('  Northquay and the Lock Wardens');
    expect(lines.find((text) => text.startsWith('    once'))).toContain(
      'once this comes about by itself: The tolls are shared (חלוקה) (tolls.shared; on who takes part so far: The Lock Gazette, by 12 Jan 2031 (gazette-1.c3))',
    );
  });

  it('are told as what was found by then where the work was stopped', () => {
    const { question, asked } = request('canalOpening', ['guild']);
    const lines = drawn(coalitionsText(question, stopped(coalitions(agreement, asked), 0)));
    expect(lines.at(-1)).toMatch(/^PARTIAL: the work was stopped\./);
  });
});

describe('vetoes', () => {
  it('are by doing nothing, or by what leaves no path, with what that rests on', () => {
    const { question, asked } = request('canalOpening');
    const lines = drawn(vetoText(question, finish(vetoes(agreement, asked))));
    expect(lines[1]).toMatch(/^ {2}Northquay +by doing nothing: there is no path without it$/);
    const phase = request('settlement', ['charter'], inHarbour('harbour-record'));
    const spoiled = drawn(vetoText(phase.question, finish(vetoes(agreement, phase.asked)))).join(
      '\n',
    );
    expect(spoiled).toContain(
      'by "The calm breaks" (calm.broke): there is no path afterwards, since the model has no event that leads there, a limit of the model and no finding about the world',
    );
  });

  it('are nobody’s where it cannot be reached, and where it is behind', () => {
    const none = request('batteriesSealing');
    expect(drawn(vetoText(none.question, finish(vetoes(agreement, none.asked))))).toContain(
      'It cannot be reached at all, so there is nothing to block; `plan` with the same options says why.',
    );
    const behind = request('phaseTwo', ['southquay']);
    expect(drawn(vetoText(behind.question, finish(vetoes(agreement, behind.asked))))).toEqual([
      '"Phase two begins" (phaseTwo) has happened already in the run of Southquay. Nobody can block it any more.',
    ]);
  });

  it('are not determined where the work was stopped before', () => {
    const { question, asked } = request('canalOpening');
    const lines = drawn(vetoText(question, stopped(vetoes(agreement, asked), 0)));
    expect(lines[1]).toBe(
      'The work was stopped before it was known whether it can be reached at all.',
    );
  });
});

describe('waits', () => {
  it('say who waits for whom, before what, for what, with whom, and by which claims', () => {
    const readings = ['northquay', 'southquay', 'guild'];
    const lines = drawn(waitsText(record, waits(record, { readings, alsoLater: true })));
    expect(lines[0]).toBe(
      'Who waits for whom (the first can help to bring the event about, but its own reading refuses it until the second has acted):',
    );
    expect(lines[1]?.trim().split(/ {2,}/)).toEqual([
      'Northquay -> Southquay',
      expect.stringMatching(
        /^"Phase two begins" \(phaseTwo\) waits for wreck of the Marigold: raised \(wreckRaised\), which takes Southquay together with the Pilots' Guild \[derived: The Lock Gazette/,
      ),
    ]);
    expect(lines).toContain('Nobody waits in a circle.');
  });

  it('say that one may be waiting, where it may or may not ask by the day', () => {
    const early = inHarbour('harbour-record', { asOf: '2031-01-07' });
    const readings = ['northquay', 'southquay', 'guild'];
    const text = drawn(waitsText(early, waits(early, { readings, alsoLater: true }))).join('\n');
    expect(text).toContain(
      'may by then be waiting for wreck of the Marigold: raised (wreckRaised)',
    );
  });

  it('say where nobody waits', () => {
    expect(drawn(waitsText(record, waits(record, { readings: ['guild'] })))[0]).toBe(
      'Nobody waits for anybody.',
    );
  });
});

describe('pivots', () => {
  it('are conditions, objections and claims in words, and what they change', () => {
    const found = ['northquay', 'southquay'].map((reading) => {
      const { standpoints } = questionOf(record, 'canalOpening', [reading]);
      return { reading, answer: finish(pivots(record, { reading, standpoints })) };
    });
    const lines = drawn(pivotsText({ moment: record }, found));
    expect(lines.filter((text) => text.startsWith('Under '))).toEqual([
      'Under the reading of Northquay:',
      'Under the reading of Southquay:',
    ]);
    const text = lines.join('\n');
    expect(text).toMatch(
      /without the condition "wreck of the Marigold: raised" \(wreckBeforeCanal\): "The canal opens both ways" goes from closed to open/,
    );
    expect(text).toMatch(
      /without the objection to "The batteries are sealed" \(noSealing\): "The batteries are sealed" goes from closed to unstated/,
    );
    expect(text).toMatch(
      /without the claim unnamed publication, by 14 Feb 2031 \(gazette-2\.c6\): "Phase two begins" goes from passed to unstated/,
    );
  });
});

describe('points of no return', () => {
  it('say in how many states, by whom, and what it rests on that there is no path back', () => {
    const { question, asked } = request('settlement', ['charter']);
    const answer = finish(pointsOfNoReturn(agreement, asked));
    const lines = drawn(noReturnText(question, [{ reading: 'charter', answer }]));
    expect(lines[0]).toBe('Under the reading of the charter as reported:');
    expect(lines[1]).toContain('Such counts are properties of the model, never likelihoods.');
    expect(lines.find((text) => text.includes('(calm.broke), in '))).toMatch(
      /Who can: Northquay or Southquay \[.*\]\. Soonest: "The calm breaks" \(calm\.broke\)\. There is no path back, since the model has no event that leads there/,
    );
  });

  it('are none to lose where it is behind', () => {
    const { question, asked } = request('phaseTwo', ['southquay']);
    const answer = finish(pointsOfNoReturn(agreement, asked));
    expect(drawn(noReturnText(question, [{ reading: 'southquay', answer }]))).toEqual([
      'Under the reading of Southquay:',
      '  "Phase two begins" (phaseTwo) has happened already in the run of Southquay. It can no longer be put out of reach.',
    ]);
  });
});

describe('verifying', () => {
  const property = (
    id: string,
    formula: Property['formula'],
    more: Partial<Property> = {},
  ): Property => ({
    id,
    title: `Title of ${id}`,
    why: `Why ${id}.`,
    claims: [],
    readings: null,
    formula,
    ...more,
  });
  const verified = (
    properties: Property[],
    moment = record,
    from: 'start' | 'moment' = 'start',
  ) => {
    const perspectives = perspectivesOf(moment, { from, readings: ['northquay', EVERYONE] });
    return finish(verifyAll(agreement, properties, perspectives, 'all'));
  };

  it('says from where, counts exactly, and gives each property its verdict with its basis', () => {
    const found = verified([
      property('can-open', sometimes(inStages('canal', 'open')), { claims: ['gazette-2.c1'] }),
    ]);
    const lines = drawn(verifyText(record, 'start', found, { verbose: true }));
    expect(lines[0]).toBe(
      'The search begins at the very start, with the positions and waivers of that moment.',
    );
    const text = lines.join('\n');
    expect(text).toMatch(/ {2}Northquay +[\d,]+\n {2}everyone at once +[\d,]+/);
    expect(text).toMatch(
      /holds +Title of can-open \(can-open\) +under every reading; derived: unnamed publication, by 14 Feb 2031 \(gazette-2\.c1\)/,
    );
    expect(text).toContain('Title of can-open: Why can-open.');
    expect(text).toContain(
      '"Title of can-open" (can-open) holds under the reading of Northquay. The shortest witness:',
    );
  });

  it('shows a violation as a counterexample, event by event', () => {
    const found = verified([property('stays-shut', never(inStages('tolls', 'suspended')))]);
    const lines = drawn(verifyText(record, 'start', found, { verbose: false }));
    const from = lines.indexOf(
      '"Title of stays-shut" (stays-shut) fails under the reading of Northquay. The shortest counterexample:',
    );
    expect(lines[from + 1]).toBe('  1. The tolls are suspended (tolls.suspended)');
    expect(lines.join('\n')).toMatch(
      /fails +Title of stays-shut \(stays-shut\) +under every reading; derived from the model/,
    );
  });

  it('says that a property is vacuous, and what that means', () => {
    const moment = inHarbour('wreck-never-raised');
    const implied = always({
      kind: 'any',
      of: [{ kind: 'not', of: inStages('phase', 'phaseTwo') }, inStages('tolls', 'shared')],
    });
    const found = verified([property('in-two', implied)], moment, 'moment');
    const lines = drawn(verifyText(moment, 'moment', found, { verbose: false }));
    expect(lines[0]).toBe('The search begins where each run stands at that moment.');
    expect(lines.join('\n')).toMatch(/vacuous +Title of in-two/);
    expect(lines.join('\n')).toContain(
      'vacuous: it holds, but only because nothing that it speaks of can happen.',
    );
  });

  it('names the waivers that count, and what a verdict hangs on that is not known', () => {
    const story = inHarbour('wreck-never-raised');
    const assume = [{ region: 'tolls', stage: 'unknown' }];
    const moment = momentAt(agreement, story.story, { ...story.viewpoint, assume }, undefined, 9);
    expect(moment.states[REPORTED]?.facts['tolls']?.stage).toBe('unknown');
    const found = verified(
      [property('never-off', always(inStages('tolls', 'shared', 'disputed')))],
      moment,
      'moment',
    );
    const lines = drawn(verifyText(moment, 'moment', found, { verbose: false }));
    expect(lines[1]).toBe('Waived, and so not asked: Northquay: wreck of the Marigold: raised.');
    const text = lines.join('\n');
    expect(text).toContain('not known: it depends on where it begins');
    expect(text).toContain('Not known where it begins: canal tolls.');
  });
});
