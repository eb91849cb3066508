import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/model/moment.ts';
import { limitedText, planText } from '../../src/explain/plan-text.ts';
import { searchText, tooMuchUnknownText } from '../../src/explain/search-text.ts';
import { unblockText } from '../../src/explain/unblock-text.ts';
import { plan } from '../../src/search/plan.ts';
import { unblock } from '../../src/search/unblock.ts';
import { finish } from '../../src/search/work.ts';
import { HARBOUR, inHarbour } from './moments.ts';
import { drawn, type Question, questionOf, stopped } from './searched.ts';

const { agreement } = HARBOUR;
const record = inHarbour('harbour-record');
const AS_ASKED = 'Taken for granted: from here on no party waives or changes what it asks.';
const COMPLETE = 'COMPLETE: every reachable state was taken into account.';

const planned = (question: Question, more = {}) =>
  finish(plan(agreement, { standpoints: question.standpoints, goal: question.aim, ...more }));

describe('what a search found', () => {
  it('stands between from where it looked and how far the record reaches', () => {
    const lines = drawn(searchText(record, [], null, []));
    expect(lines).toEqual([
      'The harbour accord',
      'From scenario "The record, January to March 2031" (harbour-record): after step 8 of 8, "Northquay wants the wreck before the canal".',
      '',
      'The record ends on 2 Mar 2031; nothing later is known here.',
    ]);
    expect(drawn(searchText(record, [], 'round 3', []))).toContain(
      'Stopped at: round 3; nothing after it was looked at.',
    );
    const early = inHarbour('harbour-record', { asOf: '2031-01-07' });
    expect(drawn(searchText(early, [], null, [])).join('\n')).toContain(
      'May or may not have happened by 7 Jan 2031: "Northquay offers to let ships out"',
    );
  });

  it('says what is not known and bears on it, and that it does for all of that', () => {
    const unknown = [{ region: 'canal', stages: ['shut', 'oneWayOffered'], readings: ['guild'] }];
    expect(drawn(searchText(record, [], null, unknown))).toContain(
      'Not known from here, and it bears on this answer: the Lock canal: shut or offered one way. Where no case is named, the answer holds for all of these; to ask about one, take it for granted with --assume.',
    );
  });

  it('is that too much is not known, where that is so: what, under which readings, and what would help', () => {
    const unknown = [
      { region: 'canal', stages: ['shut', 'oneWayOffered'], readings: ['northquay', 'guild'] },
      { region: 'wreck', stages: ['lost', 'located'], readings: ['northquay'] },
    ];
    const asked = { moment: record, readings: ['northquay', 'guild'] };
    expect(drawn(tooMuchUnknownText(asked, unknown))).toEqual([
      'Too much is not known from here for an answer:',
      '  the Lock canal: shut or offered one way',
      '  wreck of the Marigold: lost or located (as recognised by Northquay)',
      'Say at which stage they are, such as with --assume canal=shut, or ask as of another day.',
    ]);
  });
});

describe('a plan', () => {
  it('says of each step what it moves, who can, and what each reading makes of it', () => {
    const question = questionOf(record, 'phaseTwo');
    expect(drawn(planText(question, planned(question)))).toEqual([
      `The shortest path to "Phase two begins" (phaseTwo) that none of Northquay, Southquay and the Pilots' Guild refuses takes 3 events:`,
      '',
      '  1. The wreck is located (wreck.located)',
      "    Moves wreck of the Marigold: located (in the run of Northquay). Who can: the Pilots' Guild [The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)]. Already so in the runs of: Southquay and the Pilots' Guild.",
      '  2. The wreck is raised (wreck.raised)',
      expect.stringMatching(
        /^ {4}Moves wreck of the Marigold: raised\. Who can: Southquay and the Pilots' Guild together, or/,
      ),
      '  3. Phase two begins (phase.twoBegan)',
      "    Moves phase: phase two (in the run of Northquay). Who can: Northquay and Southquay together [derived: unnamed publication, by 14 Feb 2031 (gazette-2.c1)]. Recognised by: Northquay. Already so in the runs of: Southquay and the Pilots' Guild.",
      '',
      'There may be other paths of that length; --alternatives N looks for more.',
      'COMPLETE: no fewer events lead there.',
      AS_ASKED,
    ]);
  });

  it('names those without a position on a step, and never as if they agreed', () => {
    const question = questionOf(record, 'canalOpening');
    const text = drawn(planText(question, planned(question))).join('\n');
    expect(text).toContain(
      "Recognised by: Northquay and Southquay. No position reported: the Pilots' Guild.",
    );
  });

  it('is behind where it has been taken in every run', () => {
    const question = questionOf(record, 'phaseTwo', ['southquay', 'guild']);
    expect(drawn(planText(question, planned(question)))).toEqual([
      `"Phase two begins" (phaseTwo) has happened already in the runs of Southquay and the Pilots' Guild.`,
    ]);
  });

  it('says that positions exclude it, and which, objections and requirements among them', () => {
    const question = questionOf(record, 'settlement');
    const lines = drawn(planText(question, planned(question)));
    expect(lines.slice(0, 2)).toEqual([
      `There is no path to "The accord is settled" (settlement) that none of Northquay, Southquay and the Pilots' Guild refuses.`,
      'What is held by Southquay excludes it, with what the model itself requires:',
    ]);
    expect(lines[2]?.trim().split(/ {2,}/)).toEqual([
      'Southquay',
      'before "The batteries are sealed" (batteriesSealing)',
      'objects; no condition reported (noSealing) [unnamed publication, by 14 Feb 2031 (gazette-2.c9)]',
    ]);
    expect(lines[3]).toMatch(
      /^ {2}the model itself {2}before "The accord is settled" \(settlement\)/,
    );
    expect(lines.slice(-2)).toEqual([COMPLETE, AS_ASKED]);
    const one = questionOf(record, 'batteriesSealing', ['southquay']);
    expect(drawn(planText(one, planned(one)))[0]).toContain('that is not refused by Southquay.');
  });

  it('says that the model has no event that leads there, and that this is no finding about the world', () => {
    const question = questionOf(inHarbour('wreck-never-raised'), 'phaseTwo');
    expect(drawn(planText(question, planned(question)))[0]).toBe(
      'There is no path to "Phase two begins" (phaseTwo), whatever anybody holds and the model requires. The model has no event that leads there: a limit of the model, and no finding about the world.',
    );
  });

  it('says that the model’s own requirements exclude it, and that they are no party’s', () => {
    const assume = [{ region: 'canal', stage: 'shut' }];
    const { story, viewpoint } = record;
    const moment = momentAt(agreement, story, { ...viewpoint, assume });
    const question = questionOf(moment, 'tollSharing');
    const avoid = { events: ['canal.opened'] };
    const lines = drawn(planText(question, planned(question, { avoid }), ', without canal.opened'));
    expect(lines[0]).toBe(
      `There is no path to "The tolls are shared (חלוקה)" (tollSharing), without canal.opened, whatever anybody holds: what the model itself requires excludes it, and that is no party's position.`,
    );
    expect(lines[1]).toContain('(trafficFlows)');
  });

  it('says what the user’s own limit rules out', () => {
    const question = questionOf(record, 'phaseTwo');
    const found = planned(question);
    const [steps = []] = found.kind === 'found' ? found.plans : [];
    const lines = drawn(limitedText(question, ' by Northquay alone', steps, steps.slice(0, 1)));
    expect(lines[0]).toBe(
      'There is no path to "Phase two begins" (phaseTwo) by Northquay alone. Without that limit there is one, of 3 events; the limit rules out these of its events:',
    );
    expect(lines[1]).toContain('The wreck is located (wreck.located)');
  });

  it('is told as partial where the work was stopped', () => {
    const question = questionOf(record, 'canalOpening');
    const found = stopped(
      plan(agreement, { standpoints: question.standpoints, goal: question.aim }),
      1,
    );
    expect(drawn(planText(question, found))[0]).toMatch(
      /^PARTIAL: the search was stopped\. No path to "The canal opens both ways" \(canalOpening\) takes fewer than \d+ events?\.$/,
    );
  });

  it('has alternatives under headings of their own', () => {
    const question = questionOf(record, 'canalOpening');
    const lines = drawn(planText(question, planned(question, { alternatives: 5 })));
    expect(lines.filter((text) => text.startsWith('Alternative '))).toEqual([
      'Alternative 1',
      'Alternative 2',
    ]);
    expect(lines).toContain('These are all paths of that length, orders of the same events aside.');
  });
});

describe('what it takes to open a gate', () => {
  const opened = (question: Question) =>
    finish(
      unblock(
        agreement,
        question.aim.kind === 'event' ? question.aim.event : '',
        question.standpoints,
      ),
    );

  it('is each smallest set of stages, what it is needed for, who can bring it about, and the way', () => {
    const question = questionOf(record, 'phaseTwo');
    const lines = drawn(unblockText(question, opened(question)));
    expect(lines).toEqual([
      `"Phase two begins" (phaseTwo) has happened already in the runs of Southquay and the Pilots' Guild; what follows is under the reading of Northquay.`,
      'With these stages "Phase two begins" (phaseTwo) can happen under the reading of Northquay, all else as it is:',
      '',
      'Reachable, by 3 events',
      '  Wreck of the Marigold: raised (wreck=raised)',
      "    Now lost in the run of Northquay. Needed for what Northquay asks. Who can: Southquay and the Pilots' Guild together, or the League of Harbours.",
      '  The shortest path:',
      expect.stringMatching(/^ {4}"The wreck is located" \(wreck\.located\): the Pilots' Guild \[/),
      expect.stringMatching(/^ {4}then "The wreck is raised" \(wreck\.raised\): Southquay and /),
      expect.stringMatching(/^ {4}then "Phase two begins" \(phase\.twoBegan\): Northquay and /),
      '',
      AS_ASKED,
      COMPLETE,
    ]);
  });

  it('tells what the model requires and where the event starts from what parties ask', () => {
    const question = questionOf(record, 'settlement');
    const lines = drawn(unblockText(question, opened(question)));
    const text = lines.join('\n');
    expect(text).toContain('Needed for the event to be possible.');
    expect(text).toContain('Needed for what the model itself requires.');
    expect(text).toContain("Needed for what the Pilots' Guild asks.");
    // What every set needs is said once, before them; each says what it needs beside that.
    const head = (stage: string) => lines.filter((each) => each.includes(`(${stage})`));
    expect(head('tolls=shared')).toHaveLength(1);
    expect(lines.indexOf(head('tolls=shared')[0] ?? '')).toBeLessThan(
      lines.indexOf('1. not reachable'),
    );
    expect(head('batteries=dismantled')).toHaveLength(1);
    expect(lines).toContain('1. not reachable');
    expect(lines).toContain('None of these can be reached; `plan` with the same options says why.');
  });

  it('tells a set that no one path reaches from all that is possible from one that is not reachable', () => {
    const question = questionOf(
      inHarbour('harbour-record', { asOf: '2031-01-07' }),
      'canalOpening',
    );
    const lines = drawn(unblockText(question, opened(question)));
    const from = lines.indexOf('3. no one path leads there from all that is possible here');
    expect(lines[from + 1]).toBe('  Canal tolls: shared (tolls=shared)');
    expect(lines[from + 5]).toBe(
      '  From some of what is possible there may be a path: to ask about one case, take it for granted with --assume.',
    );
    expect(lines.join('\n')).not.toContain('not reachable');
  });

  it('is no stage at all against an objection', () => {
    const question = questionOf(record, 'batteriesSealing');
    const lines = drawn(unblockText(question, opened(question)));
    expect(lines.slice(0, 2)).toEqual([
      'No stages open "The batteries are sealed" (batteriesSealing) while a party objects to it. What would have to be waived:',
      '  Southquay  objects; no condition reported (noSealing) [unnamed publication, by 14 Feb 2031 (gazette-2.c9)]',
    ]);
  });

  it('is nothing where it can happen at once, and where it has happened', () => {
    const open = questionOf(record, 'batteriesSealing', ['northquay']);
    expect(drawn(unblockText(open, opened(open)))).toEqual([
      '"The batteries are sealed" (batteriesSealing) can happen at once: nothing held by Northquay, and nothing required by the model, is in the way.',
    ]);
    const behind = questionOf(record, 'phaseTwo', ['southquay']);
    expect(drawn(unblockText(behind, opened(behind)))).toEqual([
      '"Phase two begins" (phaseTwo) has happened already in the run of Southquay.',
    ]);
  });

  it('marks what may or may not be asked by the day', () => {
    const question = questionOf(
      inHarbour('harbour-record', { asOf: '2031-01-20' }),
      'canalOpening',
    );
    const text = drawn(unblockText(question, opened(question))).join('\n');
    expect(text).toContain('Needed for what Southquay may by then ask.');
  });
});
