import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsOn, regionsAsked } from '../../src/answer/bears-on.ts';
import { checkGates } from '../../src/answer/check.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { dayText } from '../../src/model/day-words.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { standing } from '../../src/model/standing.ts';
import { asMarkdown } from '../../src/draw/markdown.ts';
import { asText } from '../../src/draw/text.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { standingJson } from '../../src/explain/standing-json.ts';
import { openEndsOf } from '../../src/explain/moment-text.ts';
import { playText } from '../../src/explain/play-text.ts';
import { gatesText } from '../../src/explain/gates-text.ts';
import { HOSTILE, withHostileTitles } from './hostile.ts';
import { anyToldMoment, HARBOUR, inHarbour, RICH, storyOf, SUBJECTS } from './moments.ts';

const BRIEF = { verbose: false };
const linesOf = (moment: Moment, event: string, readings: string[] = []) =>
  asText(gateText(standing(moment, event, readings), BRIEF), Infinity);
const sections = (lines: readonly string[]) => lines.join('\n').split('\n\n');

/** The same moment of an agreement with something more about one event. */
function withEvent(
  moment: Moment,
  id: string,
  more: Partial<{ assumed: string; inTheWay: string[] }>,
): Moment {
  const { agreement, story, viewpoint } = moment;
  const event = agreement.events.get(id);
  if (event === undefined) throw new Error(`There is no event ${id}.`);
  const events = new Map(agreement.events).set(id, { ...event, ...more });
  const changed: Agreement = { ...agreement, events };
  return momentAt(changed, story, viewpoint);
}

describe('one gate', () => {
  it('is told in this order, its three answers apart from each other', () => {
    const lines = linesOf(inHarbour('harbour-record'), 'canal.opened');
    expect(sections(lines).map((section) => section.split('\n')[0])).toEqual([
      'The harbour accord',
      'The canal opens both ways (gate canalOpening, event canal.opened), derived',
      expect.stringMatching(
        /^Can it happen\? As far as its stage goes, yes\. The Lock canal: offered one way, since between 6 and 8 Jan 2031 \[/,
      ),
      'Northquay: closed',
      'Southquay: closed',
      expect.stringMatching(/^No position reported: the Pilots' Guild \[on the matter: /),
      "The charter as reported (terms as reported, no party's): open",
      'The record ends on 2 Mar 2031; nothing later is known here.',
    ]);
    expect(lines[1]).toBe(
      'Scenario "The record, January to March 2031" (harbour-record): after step 8 of 8, "Northquay wants the wreck before the canal".',
    );
    expect(lines[4]).toBe(
      "Closed: held back by Northquay and Southquay; no position reported of the Pilots' Guild.",
    );
  });

  it('has what the model requires once, before the parties and as no party’s', () => {
    const lines = linesOf(inHarbour('harbour-record'), 'phase.settled');
    const heads = sections(lines).map((section) => section.split('\n')[0]);
    expect(heads[3]).toBe("The model itself requires first (no party's position): unmet");
    expect(heads[4]).toBe("The Pilots' Guild: closed");
    const text = lines.join('\n');
    const [above = '', below = ''] = text.split('  Would be met with: ');
    for (const id of ['tollsSettled', 'batteriesGone', 'batteriesShut'])
      expect(above.split(`(${id})`)).toHaveLength(2);
    // What both sets have is said once, in words: the ids stand with the conditions.
    expect(below.split('\n').slice(0, 4)).toEqual([
      'canal tolls: shared; and with one of these:',
      '    shore batteries: dismantled',
      '    shore batteries: sealed',
      '',
    ]);
    expect(above).toContain(
      '  On "shore batteries: dismantled" and "shore batteries: sealed": unnamed publication, ',
    );
    expect(lines).toContain('    Now, shore batteries: manned, from the start [derived].');
  });

  it('says whose run is elsewhere of those that let it pass, and of them alone', () => {
    const moment = inHarbour('wreck-never-raised');
    const headOf = (gate: string) => linesOf(moment, eventOf(gate))[4];
    const eventOf = (gate: string) => moment.agreement.gates.get(gate)?.event ?? gate;
    expect(headOf('phaseTwo')).toBe(
      "Contested: held back by Northquay; backed by Southquay; no position reported of the Pilots' Guild. Not possible in the run of Southquay.",
    );
    expect(headOf('batteriesSealing')).toMatch(
      /Not known whether possible in the run of Northquay\.$/,
    );
    for (const found of checkGates(moment)) {
      const lets = found.parties.filter(({ verdict }) => verdict === 'open');
      const elsewhere = lets.filter(({ possible }) => possible.answer !== true);
      expect(standingJson(found).outOfReach).toEqual(elsewhere.map(({ reading }) => reading));
      expect(headOf(found.event.id)?.includes('ossible in the run')).toBe(elsewhere.length > 0);
    }
  });

  it('says what is already met of alternatives, and that it is enough', () => {
    const { agreement } = HARBOUR;
    const moment = inHarbour('harbour-record');
    const assume = [
      { region: 'tolls', stage: 'shared' },
      { region: 'batteries', stage: 'sealed' },
    ];
    const lines = asText(
      gateText(
        standing(
          momentAt(agreement, moment.story, { ...moment.viewpoint, assume }),
          'phase.settled',
        ),
        BRIEF,
      ),
      Infinity,
    );
    expect(lines[1]).toContain(
      'assuming that canal tolls is: shared, assuming that shore batteries is: sealed',
    );
    expect(lines).toContain("The model itself requires first (no party's position): met");
    expect(lines).toContain('  What is met of it is enough.');
    expect(lines.find((text) => text.includes('(batteriesShut)'))).toContain('✓ met');
    expect(lines.find((text) => text.includes('(batteriesGone)'))).toContain('✗ unmet');
  });

  it('says where an event that happened stands, and in whose run it did not', () => {
    const lines = linesOf(inHarbour('harbour-record'), 'phase.twoBegan');
    expect(lines[4]).toBe(
      "Contested: held back by Northquay; passed in the run of Southquay; no position reported of the Pilots' Guild.",
    );
    const can = lines.findIndex((text) => text.startsWith('Can it happen?'));
    expect(lines[can]).toContain('It has happened already. Phase: phase two, since 16 Feb 2031 [');
    expect(lines[can + 1]).toBe(
      '  In the run of Northquay: possible by its stage (phase: phase one).',
    );
  });

  it('says once that an event is passed, and in whose run', () => {
    const said = linesOf(inHarbour('canal-opens-early'), 'canal.opened')[4];
    expect(said).toMatch(/^Passed: in the runs of Northquay and Southquay\b/);
  });

  it('says from where it could, where it cannot happen', () => {
    const lines = linesOf(inHarbour('wreck-never-raised'), 'phase.settled');
    expect(lines.find((text) => text.startsWith('Can it happen?'))).toBe(
      'Can it happen? No. Phase: assumed: broken off [assumed]; it would be possible from phase two.',
    );
  });

  it('says between which stages a region stands, where a step may have happened by the day', () => {
    const lines = linesOf(inHarbour('harbour-record', { asOf: '2031-01-07' }), 'canal.opened');
    expect(lines.find((text) => text.startsWith('Can it happen?'))).toBe(
      'Can it happen? As far as its stage goes, yes. The Lock canal: between shut and offered one way: the step may have happened by then (6 to 8 Jan 2031) [The Lock Gazette, by 12 Jan 2031 (gazette-1.c6)].',
    );
    expect(lines.at(-3)).toBe(
      'May or may not have happened by 7 Jan 2031: "Northquay offers to let ships out" (6 to 8 Jan 2031). What these steps would have moved is not known.',
    );
  });

  it('names of many steps that may have happened those that bear on the gate, and counts the others', () => {
    const story = storyOf(RICH, 'record');
    const moment = momentAt(RICH.agreement, story, { ...NOW, asOf: '2025-10-15' });
    expect(moment.perhaps.length).toBeGreaterThan(5);
    for (const found of checkGates(moment)) {
      const lines = linesOf(moment, found.event.id);
      const from = lines.findIndex((text) => text.startsWith('May or may not have happened by'));
      const asked = regionsAsked(found);
      const bearing = moment.perhaps.filter((step) => bearsOn(RICH.agreement, step, asked));
      const others = moment.perhaps.length - bearing.length;
      expect(lines[from]).toBe(
        'May or may not have happened by 15 Oct 2025; what these steps would have moved is not known:',
      );
      const list = lines.slice(from + 1, lines.indexOf('', from));
      expect(list.slice(0, bearing.length)).toEqual(
        bearing.map(({ title }) => expect.stringContaining(`  "${title}" (`) as unknown),
      );
      const rest = list.slice(bearing.length).join('');
      expect(rest).toMatch(
        others === 0 ? /^$/ : new RegExp(`^  ${others} (?:others?|steps), none of which moves `),
      );
    }
    // What tells of each of them does not list them once more.
    const played = asText(playText(moment, { verbose: false }), Infinity).join('\n');
    for (const { title } of moment.perhaps) expect(played).toContain(`: ${title} (`);
    expect(played).not.toContain('May or may not have happened');
  });

  it('names of many steps those that move something wherever it hangs on anything, and all where nothing else names them', () => {
    const story = storyOf(RICH, 'record');
    const moment = momentAt(RICH.agreement, story, { ...NOW, asOf: '2025-10-15' });
    const notes = moment.perhaps.filter(({ action }) => action.kind === 'note');
    expect(notes.length).toBeGreaterThan(0);
    const lines = asText(openEndsOf(moment), Infinity);
    for (const { title } of notes) expect(lines.join('\n')).not.toContain(title);
    expect(lines.at(-1)).toBe(
      `  ${notes.length} others, none of which moves anything; \`play\` names them.`,
    );
    const known = momentAt(RICH.agreement, story, { ...NOW, knownBy: '2025-12-15' });
    const played = asText(playText(known, { verbose: false }), Infinity);
    const left = played.findIndex((text) => text.startsWith('Left out'));
    const listed = played.slice(left + 1, played.indexOf('', left));
    expect(listed).toHaveLength(known.notKnown.length - known.perhapsKnown.length);
  });

  it('names what the model assumes by having the event at all', () => {
    const moment = withEvent(inHarbour('harbour-record'), 'canal.opened', {
      assumed: 'That it can.',
    });
    expect(linesOf(moment, 'canal.opened')[5]).toBe('Assumed by the model itself: That it can.');
  });

  it('lists what is said to stand in the way, each with its speaker and its citation', () => {
    const claims = ['gazette-1.c9', 'gazette-2.c5'];
    const moment = withEvent(inHarbour('harbour-record'), 'canal.opened', { inTheWay: claims });
    const lines = linesOf(moment, 'canal.opened');
    const from = lines.indexOf('Said to stand in the way, without being a condition:');
    expect(lines.slice(from + 1, from + 4)).toEqual([
      '  Southquay: Southquay says that delay is all that the other side is after (مماطلة). [The Lock Gazette, by 12 Jan 2031 (gazette-1.c9)]',
      expect.stringMatching(
        /^ {2}dock sources, unnamed, of Southquay \(hearsay\): The batteries are said/,
      ),
      '',
    ]);
  });

  it('counts the terms where only they were asked for, and says that they are no party’s', () => {
    const lines = linesOf(inHarbour('harbour-record'), 'canal.opened', ['charter']);
    expect(lines[4]).toBe(
      "Open (by terms that are no party's): nothing more is asked by the charter as reported.",
    );
  });

  it('is the answer that nothing had been published, and nothing else then', () => {
    const lines = linesOf(inHarbour('harbour-record', { knownBy: '2031-01-11' }), 'canal.opened');
    expect(lines).toEqual([
      'The harbour accord',
      'Scenario "The record, January to March 2031" (harbour-record), known by 11 Jan 2031: before its first step.',
      '',
      'The canal opens both ways (gate canalOpening, event canal.opened)',
      'Nothing had been published by 11 Jan 2031; the first document is from 10 to 12 Jan 2031.',
      '',
      expect.stringContaining(
        'May or may not have been published by 11 Jan 2031, and not counted: The Lock Gazette, 10 to 12 Jan 2031 (gazette-1).',
      ),
      expect.stringContaining('Left out'),
      '',
      'The record ends on 2 Mar 2031; nothing later is known here.',
    ]);
  });

  it('tells apart what had certainly not been published from what may have been', () => {
    const lines = linesOf(inHarbour('harbour-record', { knownBy: '2031-02-05' }), 'phase.twoBegan');
    expect(lines).toContain(
      'May or may not have been published by 5 Feb 2031, and not counted: unnamed publication, 1 to 14 Feb 2031 (gazette-2).',
    );
    const later = linesOf(
      inHarbour('harbour-record', { asOf: '2031-03-02', knownBy: '2031-02-05' }),
      'phase.twoBegan',
    );
    const left = later.findIndex((text) => text.startsWith('Left out'));
    expect(later.slice(left, left + 4)).toEqual([
      'Left out, as nothing that reports them had been published by 5 Feb 2031:',
      expect.stringContaining('  "Southquay declares the second phase begun"'),
      expect.stringContaining('  "Divers locate the wreck" (20 Feb 2031)'),
      expect.stringMatching(/^  \d others?, none of which moves anything asked about here/),
    ]);
    const early = inHarbour('harbour-record', { asOf: '2031-03-02', knownBy: '2031-01-11' });
    expect(linesOf(early, 'phase.twoBegan').filter((text) => text.startsWith('Left out'))).toEqual([
      expect.stringMatching(
        /had certainly been published by 11 Jan 2031, though it may have been: "The canal lies shut, and the two cities parley" \(undated\), "Both cities sign the first phase"/,
      ),
    ]);
  });

  it('adds what the cited claims say when asked to, each once and under its source', () => {
    const found = standing(inHarbour('harbour-record'), 'canal.opened');
    const brief = asText(gateText(found, BRIEF), Infinity);
    const verbose = asText(gateText(found, { verbose: true }), Infinity);
    expect(brief).not.toContain('What the claims cited here say:');
    const from = verbose.indexOf('What the claims cited here say:');
    const said = verbose.slice(from + 1, verbose.indexOf('', from));
    expect(said.filter((text) => /^ {2}\S/.test(text))).toEqual([
      '  The Lock Gazette, by 12 Jan 2031',
      '  unnamed publication, by 14 Feb 2031',
      '  The Lock Gazette, 2 Mar 2031',
    ]);
    const ids = said.flatMap((text) => /^ {4}(\S+)/.exec(text)?.[1] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('gazette-2.c8');
  });
});

describe('all gates', () => {
  it('are a matrix of gates by readings, the parties before the terms', () => {
    const moment = inHarbour('harbour-record');
    const lines = asText(gatesText(moment, checkGates(moment)), Infinity);
    expect(lines[3]?.split(/ {2,}/)).toEqual([
      'Gate',
      'Overall',
      'Northquay',
      'Southquay',
      "the Pilots' Guild",
      'the charter as reported',
      'By its stage',
      'Model requires',
    ]);
    const rows = lines.slice(4, 4 + moment.agreement.gates.size).map((row) => row.split(/ {2,}/));
    expect(rows.map(([gate = '']) => /\((\S+)\)$/.exec(gate)?.[1])).toEqual([
      ...moment.agreement.gates.keys(),
    ]);
    expect(rows[0]).toEqual([
      'Phase two begins (phaseTwo)',
      'contested',
      'closed',
      'passed',
      'unstated',
      'unstated',
      'happened',
    ]);
  });

  it('are told by verdict where there is no room for a column a reading, each reading once', () => {
    const moment = inHarbour('harbour-record');
    const lines = asText(gatesText(moment, checkGates(moment)), 80);
    const at = lines.findIndex((row) => row.startsWith('Phase two begins'));
    expect(lines[4]).toMatch(/^Gate +Overall +By its stage +Model requires$/);
    expect(lines[at]).toMatch(/^Phase two begins \(phaseTwo\) +contested +happened$/);
    expect(lines.slice(at + 1, at + 3).join(' ')).toBe(
      "    By verdict: Closed: Northquay; passed: Southquay; unstated: the Pilots'     Guild and the charter as reported.",
    );
  });

  it('say what each word in them means, and of no other', () => {
    const moment = inHarbour('harbour-record');
    const text = asText(gatesText(moment, checkGates(moment)), Infinity).join('\n');
    expect(text).toContain('unstated: no position reported');
    expect(text).not.toContain('unknown: ');
    expect(text).toContain('terms as reported are no party');
  });

  it('are none where nothing had been published', () => {
    const moment = inHarbour('harbour-record', { knownBy: '2031-01-01' });
    const lines = asText(gatesText(moment, checkGates(moment)), Infinity);
    expect(lines[3]).toMatch(/^Nothing had been published by 1 Jan 2031;/);
    expect(lines.join('\n')).not.toContain('phaseTwo');
  });
});

describe('whatever the moment', () => {
  it('a party without a position is never open and never closed, and is named in one line', () => {
    fc.assert(
      fc.property(anyToldMoment(), fc.nat(), ({ moment }, at) => {
        const gates = [...moment.agreement.gates.values()];
        const gate = gates[at % gates.length];
        const found = standing(moment, gate?.event ?? '');
        const lines = asText(gateText(found, BRIEF), Infinity);
        const silent = found.parties.filter(({ statements }) => statements.length === 0);
        const said = lines.filter((text) => text.startsWith('No position reported: '));
        expect(said.length).toBe(silent.length === 0 || moment.nothingPublished ? 0 : 1);
        for (const { reading, verdict } of silent) {
          expect(verdict).toBe('unstated');
          const title = moment.agreement.readings.get(reading)?.title ?? '';
          expect(
            lines.filter((text) => text.toLowerCase().startsWith(`${title.toLowerCase()}: `)),
          ).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the day that it counts to is named where something is not certain by then and nobody gave it', () => {
    const counted = new Set<boolean>();
    for (const subject of SUBJECTS)
      for (const id of subject.scenarios.keys()) {
        const story = storyOf(subject, id);
        const now = momentAt(subject.agreement, story, NOW, undefined, story.steps.length - 2);
        const { day } = now;
        if (day === null) continue;
        for (const { event } of subject.agreement.gates.values()) {
          const said = linesOf(now, event).join('\n');
          const isCounted = said.includes(`Counted to ${dayText(day)}, `);
          expect([id, event, isCounted]).toEqual([id, event, said.includes('by then')]);
          counted.add(isCounted);
        }
        const asOf = momentAt(subject.agreement, story, { ...NOW, asOf: day });
        for (const found of checkGates(asOf))
          expect(linesOf(asOf, found.event.id).join('\n')).not.toContain('Counted to');
      }
    expect([...counted].toSorted()).toEqual([false, true]);
  });

  it('a condition has its line once, and what is not certain is never told as if it were', () => {
    fc.assert(
      fc.property(anyToldMoment(), fc.nat(), ({ moment }, at) => {
        const gates = [...moment.agreement.gates.values()];
        const found = standing(moment, gates[at % gates.length]?.event ?? '');
        const lines = asText(gateText(found, BRIEF), Infinity);
        const all = [
          ...(found.requirement?.conditions ?? []),
          ...[...found.parties, ...found.terms].flatMap(({ conditions }) => conditions),
        ];
        for (const { condition, status } of moment.nothingPublished ? [] : all) {
          const own = lines.filter(
            (text) => /^\s+[✓✗?~] /.test(text) && text.includes(`(${condition.id})`),
          );
          expect([condition.id, own.length]).toEqual([condition.id, 1]);
          expect(own[0]).toContain(status);
        }
        const perhaps = [...found.parties, ...found.terms]
          .flatMap(({ statements }) => statements)
          .filter(({ isCertain }) => !isCertain);
        const open = lines.filter((text) =>
          /^ {2}(?:Waived: )?May (?:already|still|no longer) /.test(text),
        );
        expect(open.length).toBe(moment.nothingPublished ? 0 : perhaps.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile titles', () => {
  const { agreement } = HARBOUR;
  const plain = inHarbour('harbour-record');
  const hostile = momentAt(withHostileTitles(agreement), plain.story, plain.viewpoint);

  /** Room for any title in columns. */
  const WIDE = 10_000;

  it('make no line of their own in a text', () => {
    for (const { event } of agreement.gates.values())
      expect(linesOf(hostile, event)).toHaveLength(linesOf(plain, event).length);
    const drawn = (moment: Moment) => asText(gatesText(moment, checkGates(moment)), WIDE);
    expect(drawn(hostile)).toHaveLength(drawn(plain).length);
  });

  it('make no cell, row or heading of their own in Markdown', () => {
    const drawn = (moment: Moment) => asMarkdown(gatesText(moment, checkGates(moment)));
    const bars = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    expect(drawn(hostile).map(bars)).toEqual(drawn(plain).map(bars));
    expect(drawn(hostile).join('\n')).not.toContain(HOSTILE.slice(1, 12));
  });
});
