import { describe, expect, it } from 'vitest';
import { unmetIn } from '../../src/answer/unmet.ts';
import type { Controllers } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { unheldBefore } from '../../src/model/region-moves.ts';
import { standing } from '../../src/model/standing.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { coalitionsText } from '../../src/explain/coalitions-text.ts';
import { unmetSheet } from '../../src/explain/unmet-report.ts';
import { unblockText } from '../../src/explain/unblock-text.ts';
import { unblockJson } from '../../src/explain/unblock-json.ts';
import { coalitionsJson, waitsJson } from '../../src/explain/who-json.ts';
import { waitsText } from '../../src/explain/waits-text.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { unblock } from '../../src/search/unblock.ts';
import { waits } from '../../src/search/waits.ts';
import { finish } from '../../src/search/work.ts';
import { HARBOUR, storyOf } from '../explain/moments.ts';
import { drawn, questionOf } from '../explain/searched.ts';
import { controlledBy } from './controlled-by.ts';

/** The end of the record, with other controllers of the wreck's events. Northquay denies that it was ever located. */
function at(changed: Readonly<Record<string, Controllers>> = {}): Moment {
  const agreement = controlledBy(HARBOUR.agreement, changed);
  return momentAt(agreement, storyOf(HARBOUR, 'harbour-record'), NOW);
}

const whoCan = (moment: Moment) => {
  const { agreement } = moment;
  const { columns, rows } = unmetSheet(moment, unmetIn([standing(moment, 'phase.twoBegan')]));
  expect(agreement.events.has('wreck.located')).toBe(true);
  const place = columns.indexOf('who_can');
  return rows.map((row) => row[place]);
};

describe('who can meet a condition', () => {
  const TWO = "Southquay and the Pilots' Guild together, or the League of Harbours";

  it('is who can bring the last event about, where somebody can bring about what comes before', () => {
    expect(whoCan(at())).toEqual([TWO]);
  });

  it('names the first event on the way that no document gives to anybody, and one that nobody can bring about', () => {
    expect(whoCan(at({ 'wreck.located': null }))).toEqual([
      `${TWO}, after "The wreck is located", which no document says who can bring about`,
    ]);
    expect(whoCan(at({ 'wreck.located': [] }))).toEqual([
      `${TWO}, after "The wreck is located", which nobody can bring about`,
    ]);
    const moment = at({ 'wreck.located': null });
    const brief = JSON.stringify(gateText(standing(moment, 'phase.twoBegan'), { verbose: false }));
    expect(brief).toContain(
      `Who can: ${TWO}, after \\"The wreck is located\\", which no document says who can bring about.`,
    );
    const question = questionOf(moment, 'phaseTwo');
    const answer = finish(unblock(moment.agreement, 'phase.twoBegan', question.standpoints));
    expect(drawn(unblockText(question, answer)).join('\n')).toContain(
      `Who can: ${TWO}, after "The wreck is located", which no document says who can bring about.`,
    );
  });

  it('says nothing of what comes before where the last is nobody’s, or another way is somebody’s', () => {
    expect(whoCan(at({ 'wreck.located': null, 'wreck.raised': null }))).not.toContain('after');
    const { agreement } = HARBOUR;
    const asked = { region: 'wreck', stages: ['located'] };
    expect(unheldBefore(controlledBy(agreement, { 'wreck.located': null }), asked, ['lost'])).toBe(
      null,
    );
    const raised = { region: 'wreck', stages: ['raised'] };
    const open = controlledBy(agreement, { 'wreck.located': null });
    expect(unheldBefore(open, raised, ['lost'])).toBe('wreck.located');
    expect(unheldBefore(open, raised, ['located'])).toBe(null);
    expect(unheldBefore(open, raised, ['raised'])).toBe(null);
  });
});

describe('waits', () => {
  const ends = (moment: Moment) => {
    const {
      waits: found,
      ownHands,
      forNobody,
    } = waits(moment, {
      readings: ['northquay'],
      alsoLater: true,
    });
    const isIt = ({ condition }: { condition: { id: string } }) => condition.id === 'wreckRaised';
    return {
      waits: found.filter(isIt).map(({ to }) => to),
      own: ownHands.filter(isIt).length,
      nobody: forNobody.filter(isIt).length,
    };
  };

  it('are none where the party that asks can bring it about by itself', () => {
    const own: Controllers = [['northquay'], ['guild']];
    const moment = at({ 'wreck.located': own, 'wreck.raised': own });
    expect(ends(moment)).toEqual({ waits: [], own: 1, nobody: 0 });
    const request = { readings: ['northquay'], alsoLater: true };
    const answer = waits(moment, request);
    const text = drawn(waitsText(moment, answer));
    expect(text).toContain('No wait, as the party can bring about by itself what it asks:');
    expect(text.join('\n')).toMatch(
      /Northquay {2}asks before "Phase two begins" \(phaseTwo\) for wreck of the Marigold: raised \(wreckRaised\) \[/,
    );
    expect(waitsJson(moment, answer).ownHands.map(({ from }) => from)).toContain('northquay');
  });

  it('are for whoever can bring about what comes before, where the last event alone is its own', () => {
    expect(ends(at({ 'wreck.raised': [['northquay']] }))).toEqual({
      waits: ['guild'],
      own: 0,
      nobody: 0,
    });
    expect(ends(at({ 'wreck.located': null, 'wreck.raised': [['northquay']] }))).toEqual({
      waits: [],
      own: 0,
      nobody: 1,
    });
  });

  it('stay where it takes others', () => {
    expect(ends(at())).toMatchObject({ own: 0, nobody: 0 });
    expect(ends(at()).waits).toContain('southquay');
  });
});

describe('what lets a gate happen', () => {
  it('says in whose runs it has happened, and asks the rest', () => {
    const question = questionOf(at(), 'phaseTwo');
    const answer = finish(unblock(HARBOUR.agreement, 'phase.twoBegan', question.standpoints));
    expect(answer.behind).toEqual(['southquay', 'guild']);
    expect(unblockJson(question, answer).behind).toEqual(['southquay', 'guild']);
    const alone = questionOf(at(), 'phaseTwo', ['northquay']);
    const other = finish(unblock(HARBOUR.agreement, 'phase.twoBegan', alone.standpoints));
    expect(other.behind).toEqual([]);
    expect(drawn(unblockText(alone, other)).join('\n')).not.toContain('has happened already');
  });
});

describe('coalitions without a set', () => {
  const asked = (moment: Moment, goal: string, readings: string[] = []) => {
    const question = questionOf(moment, goal, readings);
    const request = { standpoints: question.standpoints, goal: question.aim };
    return { question, answer: finish(coalitions(moment.agreement, request)) };
  };

  it('say that it takes what nobody can bring about, and what', () => {
    const { question, answer } = asked(at({ 'wreck.located': null }), 'phaseTwo', ['northquay']);
    expect(answer.reason).toEqual({ kind: 'nobodys', events: ['wreck.located'] });
    expect(drawn(coalitionsText(question, answer)).join('\n')).toContain(
      'no set of parties can reach "Phase two begins" (phaseTwo) on its own: it takes events of which no document says who can bring them about, such as "The wreck is located" (wreck.located).',
    );
    expect(coalitionsJson(question, answer).reason).toEqual(answer.reason);
  });

  it('say where positions, requirements or the model leave no way', () => {
    const objected = asked(at(), 'batteriesSealing');
    expect(objected.answer.reason).toEqual({ kind: 'positions' });
    expect(drawn(coalitionsText(objected.question, objected.answer)).join('\n')).toContain(
      'on its own: what parties hold excludes it; `plan` with the same options names it.',
    );
    expect(asked(at(), 'wreck=lost', ['southquay']).answer.reason).toEqual({ kind: 'events' });
  });

  it('give none where a set suffices', () => {
    expect(asked(at(), 'phaseTwo').answer.reason).toBe(null);
  });
});
