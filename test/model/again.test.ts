import { describe, expect, it } from 'vitest';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { readingFile } from '../../src/model/shapes/reading.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { hasSucceeded, standing, standingOfStep } from '../../src/model/standing.ts';
import { tell } from '../../src/model/story.ts';
import { plainWords } from '../../src/explain/document.ts';
import { happenedTexts } from '../../src/explain/happened-text.ts';
import { plan } from '../../src/search/plan.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { finish } from '../../src/search/work.ts';

/** A calm that can be violated again and again, and a deadline that is put off as long as the keeper lets it. */
const agreement = assembleAgreement({
  agreement: agreementFile.parse({ id: 'quay', title: 'Quay', summary: 'Made up.', question: '?' }),
  parties: partiesFile.parse({ parties: [{ id: 'keeper', title: 'the keeper' }], speakers: [] }),
  regions: regionsFile.parse({
    regions: [
      {
        id: 'calm',
        title: 'calm',
        kind: 'phase',
        starts: 'holding',
        stages: stages('holding', 'broken'),
      },
      {
        id: 'term',
        title: 'term',
        kind: 'provision',
        starts: 'first',
        stages: stages('first', 'later'),
      },
    ],
  }),
  events: eventsFile.parse({
    events: [
      { id: 'calm.violated', title: 'Violated', moves: { holding: 'holding' }, again: true },
      { id: 'calm.broke', title: 'Broke', moves: { holding: 'broken' } },
      {
        id: 'term.putOff',
        title: 'Put off',
        moves: { first: 'later', later: 'later' },
        again: true,
      },
    ],
  }),
  readings: [
    readingFile.parse({
      id: 'keeper',
      title: 'the keeper',
      kind: 'party',
      party: 'keeper',
      positions: {
        'term.putOff': [{ asks: { id: 'calmHolds', region: 'calm', stages: ['holding'] } }],
      },
    }),
  ],
  sources: [],
});

function stages(...ids: string[]) {
  return ids.map((id) => ({ id, title: id, level: 0 }));
}

function momentOf(...events: string[]) {
  const file = scenarioFile.parse({
    agreement: 'quay',
    id: 'told',
    kind: 'hypothetical',
    title: 'Told',
    summary: 'Told.',
    steps: events.map((event, index) => ({
      id: `step-${index + 1}`,
      date: `2031-01-0${index + 1}`,
      title: event,
      status: 'assumed',
      event,
    })),
  });
  return momentAt(agreement, tell(file, new Map()), NOW);
}

describe('an event that may happen again', () => {
  it('happens any number of times, also where its home region stays', () => {
    const moment = momentOf('calm.violated', 'calm.violated', 'term.putOff', 'term.putOff');
    expect(moment.played.steps.map(({ outcomes }) => outcomes['keeper']?.status)).toEqual([
      'unopposed',
      'unopposed',
      'recognised',
      'recognised',
    ]);
    expect(standing(moment, 'calm.violated').happened).toMatchObject({
      times: 2,
      perhaps: 0,
      last: { step: 'step-2' },
    });
  });

  it('is judged anew for the next time, and is never passed or done already', () => {
    const open = standing(momentOf('term.putOff'), 'term.putOff');
    expect([open.verdict, open.taken, open.parties[0]?.happened?.times]).toEqual([
      'open',
      false,
      1,
    ]);
    const closed = standing(momentOf('term.putOff', 'calm.broke'), 'term.putOff');
    expect([closed.verdict, closed.success]).toEqual(['closed', false]);
    const over = momentOf('calm.broke', 'calm.violated');
    expect(over.played.steps.at(-1)?.reported.status).toBe('impossible');
    expect(standing(over, 'calm.violated').happened).toEqual({ times: 0, perhaps: 0, last: null });
  });

  it('has happened by its step all the same', () => {
    const moment = momentOf('term.putOff', 'term.putOff');
    expect(standingOfStep(moment)?.verdict).toBe('passed');
    expect(hasSucceeded(moment)).toBe(true);
    expect(hasSucceeded(momentOf('calm.broke', 'term.putOff'))).toBe(false);
  });

  it('is told with how often and when last', () => {
    const told = happenedTexts(standing(momentOf('term.putOff', 'term.putOff'), 'term.putOff')).map(
      plainWords,
    );
    expect(told).toEqual([
      'It may happen any number of times. As reported it has happened 2 times, last 2 Jan 2031 (assumed: "term.putOff") [assumed].',
    ]);
    const held = happenedTexts(standing(momentOf('calm.broke', 'term.putOff'), 'term.putOff')).map(
      plainWords,
    );
    expect(held[1]).toBe('As recognised by the keeper, it has not happened.');
  });

  it('can be planned again', () => {
    const moment = momentOf('term.putOff');
    const from = standpointsOf(moment, ['keeper'], [eventGoal('term.putOff')]);
    if (!from.ok) throw new Error('It is not known where the run stands.');
    const goal = eventGoal('term.putOff');
    const answer = finish(plan(agreement, { standpoints: from.standpoints, goal }));
    expect(answer).toMatchObject({ kind: 'found', length: 1 });
  });
});
