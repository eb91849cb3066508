import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStep, forkAt, laterSteps, withReplay } from '../../src/answer/branch.ts';
import { compareMoments } from '../../src/answer/diff.ts';
import { exerciseOf, mark, solve } from '../../src/answer/exercise.ts';
import { replayedBase } from '../../src/answer/replayed.ts';
import { timelineOf } from '../../src/answer/timeline.ts';
import { playWhatIf } from '../../src/answer/what-if.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { type Moment, momentAt } from '../../src/model/moment.ts';
import { asMarkdown } from '../../src/draw/markdown.ts';
import { asText } from '../../src/draw/text.ts';
import { diffText } from '../../src/explain/diff-text.ts';
import type { Block } from '../../src/explain/document.ts';
import { exerciseText } from '../../src/explain/exercise-text.ts';
import { markedText } from '../../src/explain/marked-text.ts';
import { listText } from '../../src/explain/list-text.ts';
import { LISTS } from '../../src/explain/lists.ts';
import { playText } from '../../src/explain/play-text.ts';
import { timelineText } from '../../src/explain/timeline-text.ts';
import { whatIfText } from '../../src/explain/what-if-text.ts';
import { whyText } from '../../src/explain/why-text.ts';
import { withHostileTitles } from './hostile.ts';
import { anyToldMoment, HARBOUR, inHarbour, RICH, storyOf } from './moments.ts';

const BRIEF = { verbose: false };
const drawn = (blocks: readonly Block[]) => asText(blocks, Infinity);

/** The lines from one that begins so up to the next blank one. */
function part(lines: readonly string[], beginning: string): string[] {
  const from = lines.findIndex((text) => text.startsWith(beginning));
  if (from < 0) return [];
  const to = lines.indexOf('', from);
  return lines.slice(from, to < 0 ? undefined : to);
}

describe('a transcript', () => {
  const lines = drawn(playText(inHarbour('harbour-record'), BRIEF));

  it('tells each step with its days, what reports it, who denies it and what each reading makes of it', () => {
    expect(part(lines, '6. ')).toEqual([
      '6. 20 Feb 2031: Divers locate the wreck (wreck-located)',
      `  Event "The wreck is located" (wreck.located), by the Pilots' Guild [The Lock Gazette, 2 Mar 2031 (gazette-3.c2)].`,
      '  Denied by Northquay [The Lock Gazette, 2 Mar 2031 (gazette-3.c4)].',
      '  What each reading makes of it (derived)',
      '    ✗ disputed: Northquay',
      "    · unopposed: Southquay and the Pilots' Guild",
      "    · unopposed: the charter as reported (terms as reported, no party's)",
      '  Moves wreck of the Marigold: lost -> located.',
    ]);
  });

  it('says what all readings make of a step once, and refused conditions in words', () => {
    expect(part(lines, '2. ')).toContain('  · unopposed under every reading, derived');
    expect(part(lines, '5. ')).toEqual(
      expect.arrayContaining([
        '  What each reading makes of it (derived): CONTESTED',
        '    ✗ refused: Northquay (unmet: wreck of the Marigold: raised)',
        '    ✓ recognised: Southquay',
      ]),
    );
  });

  it('names what bears on a step apart from what reports it', () => {
    const bearing = part(lines, '5. ').filter((text) => text.startsWith('  Bears on it: '));
    const step = HARBOUR.scenarios.get('harbour-record')?.steps[4];
    expect(bearing).toHaveLength((step?.bearing.length ?? 0) > 0 ? 1 : 0);
  });

  it('makes nothing of a note', () => {
    expect(
      part(lines, '8. ').filter((text) => /reading|derived|moves nothing\.$/.test(text)),
    ).toEqual([]);
  });

  it('ends with where things stand, and in whose run otherwise', () => {
    const end = part(lines, 'Where it stands').map((text) => text.trim().split(/ {2,}/));
    expect(end[1]).toEqual(['Region', 'As reported', 'As others recognise it']);
    expect(end[2]).toEqual(['phase', 'phase two', 'Northquay: phase one']);
    expect(end.slice(2).map(([title]) => title)).toEqual(
      [...HARBOUR.agreement.regions.values()].map(({ title }) => title),
    );
    expect(lines.at(-1)).toBe('The record ends on 2 Mar 2031; nothing later is known here.');
  });

  it('marks what may or may not have happened by a day, and where that leaves things', () => {
    const perhaps = drawn(playText(inHarbour('harbour-record', { asOf: '2031-01-07' }), BRIEF));
    expect(part(perhaps, '3. ')[1]).toBe(
      '  It may or may not have happened by 7 Jan 2031, so where it leads is not known.',
    );
    expect(part(perhaps, '3. ').at(-1)).toBe(
      '  Moves the Lock canal: shut -> not known: shut or offered one way.',
    );
    expect(perhaps.filter((text) => text.startsWith('4. '))).toEqual([]);
  });

  it('says what is only expected or scheduled before anything else', () => {
    const projected = drawn(playText(inHarbour('guild-sequence'), BRIEF));
    expect(part(projected, '9. ')[1]).toBe(
      '  Expected: event "The wreck is raised" (wreck.raised), by the Pilots\' Guild [derived: The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)].',
    );
    expect(part(projected, '10. ')[1]).toMatch(
      /^ {2}Scheduled: event "[^"]+" \(inspectors\.arrived\), by /,
    );
    const end = part(projected, 'Where it stands').join('\n');
    expect(end).toMatch(/wreck of the Marigold +expected: raised/);
    expect(end).toMatch(/inspectors 🔍 +scheduled: on site/);
  });

  it('tells what it inherits briefly, and in full when asked to', () => {
    const moment = inHarbour('guild-sequence');
    expect(lines.length).toBeGreaterThan(0);
    const brief = drawn(playText(moment, BRIEF));
    expect(brief).toContain(
      '5. Southquay declares the second phase begun [harbour-record, 16 Feb 2031]',
    );
    const verbose = drawn(playText(moment, { verbose: true }));
    expect(verbose).toContain(
      '5. 16 Feb 2031: Southquay declares the second phase begun (phase-two-declared) [a step of "The record, January to March 2031"]',
    );
    expect(verbose).toContain('What the claims cited here say:');
  });

  it('says of a replayed step what the readings made of it on its own past', () => {
    const story = storyOf(HARBOUR, 'canal-opens-early');
    const base = replayedBase(HARBOUR.agreement, story, HARBOUR.scenarios);
    const replayed = drawn(playText(inHarbour('canal-opens-early'), BRIEF, base));
    expect(part(replayed, '9. ')).toContain(
      '  Derived: the same as in "The record, January to March 2031".',
    );
    expect(part(replayed, '9. ')[0]).toMatch(
      /\[replayed from "The record, January to March 2031"\]$/,
    );
  });

  it('tells waivers and assumptions by what is waived and assumed, in words', () => {
    const told = drawn(playText(inHarbour('wreck-never-raised'), BRIEF));
    expect(part(told, '10. ')[1]).toBe(
      '  Assumed: waiver by Northquay of "wreck of the Marigold: raised" (wreckRaised) [assumed].',
    );
    expect(part(told, '12. ')[1]).toBe('  Taken as unknown: shore batteries [assumed].');
    expect(part(told, '13. ')[1]).toBe('  Assumed: inspectors 🔍: on site [assumed].');
    expect(part(told, '16. ')[1]).toMatch(
      /^ {2}Assumed: waiver taken back by Northquay, of "wreck/,
    );
    expect(part(told, '15. ')).toContain(
      '  – impossible under every reading, derived (only from phase two; "The calm breaks" put it where it is)',
    );
    expect(part(told, '11. ').join('\n')).toContain(
      'already so: Southquay and the Pilots\' Guild (since "Southquay declares the second phase begun")',
    );
  });

  it('is only that nothing had been published, where nothing had', () => {
    const none = drawn(playText(inHarbour('harbour-record', { knownBy: '2031-01-01' }), BRIEF));
    expect(none.join('\n')).toContain('Nothing had been published by 1 Jan 2031');
    expect(none.filter((text) => /^\d+\. |^Where it stands/.test(text))).toEqual([]);
  });
});

describe('a timeline', () => {
  const { agreement } = HARBOUR;
  const story = storyOf(HARBOUR, 'harbour-record');
  const lines = (asked = {}) =>
    drawn(
      timelineText(
        agreement,
        story,
        'canal.opened',
        timelineOf(agreement, story, 'canal.opened', asked),
        asked,
      ),
    );

  it('has a row a day, in order, with a mark on what changed and nothing marked where it begins', () => {
    const drawnRows = part(lines(), 'By ');
    const rows = drawnRows.filter((row) => !row.startsWith(' ')).map((row) => row.split(/ {2,}/));
    expect(rows[0]?.slice(0, 3)).toEqual(['By', 'Overall', 'Northquay']);
    expect(rows[1]?.join(' ')).not.toContain('*');
    for (const row of rows.slice(2)) expect(row.join(' ')).toContain(' *');
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['1 Mar 2031', 'closed', 'closed *', 'closed']);
  });

  it('says what brought a change about: steps with their days, and statements as far as they are certain', () => {
    const text = lines().join('\n');
    expect(text).toContain(
      [
        '    What changed it: happened: "Southquay invites the League\'s inspectors 🔍" (25 Feb to 1 Mar 2031)',
        '    Northquay: asking for "wreck of the Marigold: raised" [The Lock Gazette, 2 Mar 2031 (gazette-3.c1)]',
      ].join('\n'),
    );
    expect(text).toContain(
      'Southquay: perhaps already asking for "inspectors 🔍: on site" or ("canal tolls: suspended or shared" and "envoys (سفراء, שליחים): meeting") [unnamed publication, by 14 Feb 2031 (gazette-2.c8)]',
    );
  });

  it('names the clocks that it was asked by', () => {
    expect(lines({ asOf: '2031-02-20' })[1]).toContain(
      'in scenario "The record, January to March 2031" (harbour-record), up to 20 Feb 2031.',
    );
    expect(lines({ knownBy: '2031-02-20' })[1]).toContain('known by 20 Feb 2031.');
    expect(lines({ knownBy: '2031-01-01' }).join('\n')).not.toContain('What changed it');
  });
});

describe('why', () => {
  const said = (moment: Moment, region: string, stage: string | null = null) =>
    drawn(whyText(moment, whyRegion(moment, region, stage), BRIEF));

  it('says where a region stands, in whose run otherwise, and what waits for it', () => {
    const lines = said(inHarbour('harbour-record'), 'wreck', 'raised');
    expect(part(lines, 'Wreck of the Marigold: raised')).toEqual([
      'Wreck of the Marigold: raised',
      '  As reported: located, since 20 Feb 2031 [The Lock Gazette, 2 Mar 2031 (gazette-3.c2); claims by Northquay dispute some of these].',
      '  As recognised by Northquay: lost, from the start [The Lock Gazette, by 12 Jan 2031 (gazette-1.c2)].',
    ]);
    expect(part(lines, 'Phase two begins')).toEqual([
      'Phase two begins (gate phaseTwo, event phase.twoBegan) waits for it',
      '  Northquay  ✗ unmet  wreck of the Marigold: raised (wreckRaised) [The Lock Gazette, by 12 Jan 2031 (gazette-1.c8); at second hand]',
    ]);
  });

  it('lists what the model itself requires as the model’s', () => {
    const lines = said(inHarbour('harbour-record'), 'batteries');
    const rows = part(lines, 'The accord is settled').slice(1);
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatch(/^ {2}the model itself {2}✗ unmet {2}shore batteries/);
  });

  it('says where nobody asks for it', () => {
    const lines = said(inHarbour('harbour-record'), 'canal', 'oneWayOffered');
    expect(lines).toContain(
      'Nobody is reported to ask for this stage, and the model requires none; so it holds nothing up.',
    );
  });

  it('is told between stages where a step may have happened by the day', () => {
    const lines = said(inHarbour('harbour-record', { asOf: '2031-01-07' }), 'canal');
    expect(lines[4]).toBe(
      '  As reported: between shut and offered one way: the step may have happened by then (6 to 8 Jan 2031) [The Lock Gazette, by 12 Jan 2031 (gazette-1.c6)].',
    );
  });

  it('says which conditions are not yet, no longer or perhaps asked', () => {
    const early = said(inHarbour('harbour-record', { asOf: '2031-01-20' }), 'wreck').join('\n');
    expect(early).toContain('✗ unmet, not yet asked');
    const perhaps = said(inHarbour('harbour-record', { asOf: '2031-01-20' }), 'inspectors').join(
      '\n',
    );
    expect(perhaps).toContain('✗ unmet, perhaps not asked yet');
  });
});

describe('a comparison', () => {
  const left = inHarbour('harbour-record');
  const right = inHarbour('wreck-never-raised');

  it('is told under these headings, in text and in Markdown', () => {
    const heads = [
      'Only in "The record, January to March 2031"',
      'Only in "What if the wreck is never raised?"',
      'Steps of both that a reading judges differently',
      'Stages that differ',
      'Gates whose verdict over the parties differs',
      'Gates that stand otherwise under a reading',
      'Events that a run would take on one side and not on the other',
    ];
    const blocks = diffText(compareMoments(left, right));
    const lines = drawn(blocks);
    expect(lines.filter((text) => heads.includes(text))).toEqual(heads);
    const markdown = asMarkdown(blocks);
    expect(markdown.filter((text) => text.startsWith('## '))).toEqual(
      heads.map((head) => `## ${head}`),
    );
    expect(lines[0]).toBe('The harbour accord');
    expect(lines[2]).toMatch(/^Right: scenario "[^"]+" \(wreck-never-raised, hypothetical\): /);
    expect(markdown[0]).toBe('# The harbour accord');
  });

  it('puts what is alike in several runs into one row, and says where there is no difference', () => {
    const lines = drawn(diffText(compareMoments(left, right)));
    const stages = part(lines, 'Stages that differ').map((row) => row.trim().split(/ {2,}/));
    expect(stages).toContainEqual(['calm on the water', 'holding', 'assumed: broken', 'all']);
    expect(part(lines, 'Only in "The record')).toEqual([
      'Only in "The record, January to March 2031"',
      '  No step.',
    ]);
    expect(part(lines, 'Steps of both')[1]).toBe('  No difference.');
    const gates = part(lines, 'Gates that stand otherwise').join('\n');
    expect(gates).toContain(
      'closed (unmet: inspectors 🔍: on site; or canal tolls: suspended or shared)',
    );
  });

  it('says once that nothing differs of two that are alike', () => {
    const lines = drawn(diffText(compareMoments(left, left)));
    expect(lines).toContain(
      'Nothing differs: they have the same steps, and everything stands alike.',
    );
    expect(lines.join('\n')).not.toContain('No difference.');
    expect(lines.join('\n')).not.toContain('part after');
  });

  it('names the two days of one scenario, and what may have happened on each', () => {
    const early = inHarbour('harbour-record', { asOf: '2031-01-07' });
    const lines = drawn(diffText(compareMoments(early, left)));
    expect(lines).toContain('Only in "The record, January to March 2031", as of 7 Jan 2031');
    expect(lines).toContain('Only in "The record, January to March 2031", after step 8 of 8');
    const from = lines.indexOf('Left:');
    expect(lines[from + 1]).toMatch(
      /^May or may not have happened by 7 Jan 2031: "Northquay offers to let ships out"/,
    );
    expect(lines).not.toContain('Right:');
  });

  it('keeps hostile titles in their cells', () => {
    const hostile = (moment: Moment) =>
      momentAt(withHostileTitles(HARBOUR.agreement), moment.story, moment.viewpoint);
    const plain = diffText(compareMoments(left, right));
    const evil = diffText(compareMoments(hostile(left), hostile(right)));
    expect(asText(evil, 10_000)).toHaveLength(asText(plain, 10_000).length);
    const bars = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    expect(asMarkdown(evil).map(bars)).toEqual(asMarkdown(plain).map(bars));
  });
});

describe('a what-if', () => {
  const { agreement, scenarios } = HARBOUR;
  const kept = { token: 'TOKEN', whyNot: null, file: 'mine.yaml' };
  const tell = (base: Moment, event: string, replays = false) => {
    const fork = forkAt(agreement, base.story, base.stepIndex, { id: 'mine', title: 'Mine' });
    const draft = addStep(fork, { kind: 'event', event }, agreement);
    const whole = replays ? withReplay(draft, laterSteps(base.story, base.stepIndex)) : draft;
    return drawn(whatIfText(playWhatIf(base, whole, scenarios), kept));
  };

  it('says what each reading makes of its step, that it is assumed, and what it changes', () => {
    const lines = tell(inHarbour('harbour-record'), 'batteries.sealed');
    expect(lines[1]).toBe('Mine (a branch, assumed; scenario mine)');
    expect(part(lines, '9. ')).toEqual([
      '9. undated: The batteries are sealed (batteries-sealed)',
      '  Assumed: event "The batteries are sealed" (batteries.sealed) [assumed].',
      '  What each reading makes of it (derived): CONTESTED',
      '    ✓ recognised: Northquay',
      '    ✗ refused: Southquay (an objection, no condition reported [unnamed publication, by 14 Feb 2031 (gazette-2.c9)])',
      "    · unopposed: the Pilots' Guild",
      "    · unopposed: the charter as reported (terms as reported, no party's)",
      '  Moves shore batteries: manned -> sealed.',
    ]);
    expect(lines).toContain('What it changes against where it branches off, derived:');
    expect(lines).toContain('saved: mine.yaml');
    expect(lines).toContain('token: TOKEN');
  });

  it('compares with the end of the scenario whose later steps it plays on', () => {
    const lines = tell(
      inHarbour('harbour-record', { asOf: '2031-02-10' }),
      'inspectors.arrived',
      true,
    );
    expect(lines).toContain(
      'What it changes against the end of "The record, January to March 2031", derived:',
    );
    expect(
      lines.filter((text) =>
        text.includes('Derived: in "The record, January to March 2031" itself, '),
      ),
    ).not.toEqual([]);
  });

  it('says why nothing can be kept of it', () => {
    const base = inHarbour('harbour-record');
    const draft = forkAt(agreement, base.story, base.stepIndex, { id: 'mine', title: 'Mine' });
    const whatIf = playWhatIf(base, draft, scenarios);
    const lines = drawn(whatIfText(whatIf, { token: null, whyNot: 'it is so', file: null }));
    expect(lines).toContain('No scenario can be kept of this: it is so.');
    expect(lines.join('\n')).not.toContain('token: ');
  });
});

describe('an exercise', () => {
  const exercise = exerciseOf(RICH.agreement, storyOf(RICH, 'record'));

  it('asks without giving anything away, and marks with what is right and the claims behind it', () => {
    if (exercise === null) throw new Error('The record has no questions.');
    const asked = drawn(exerciseText(exercise.agreement, exercise.story, exercise));
    expect(asked.filter((text) => /^\d+\. /.test(text))).toHaveLength(exercise.questions.length);
    expect(asked.join('\n')).not.toContain('right:');
    const marked = exercise.questions.map((question) => {
      const solution = solve(exercise, question);
      return {
        asked: question,
        given: solution.right,
        solution,
        mark: mark(solution, solution.right),
      };
    });
    const lines = drawn(markedText(exercise, marked));
    expect(lines).toContain('  Why (derived):');
    expect(lines.filter((text) => text === '  ✓ Right.')).toHaveLength(marked.length);
    expect(lines).toContain(`${marked.length} of ${marked.length} right.`);
    expect(lines).toContain('What the claims cited here say:');
  });
});

describe('lists', () => {
  const { agreement, scenarios } = HARBOUR;

  it('are all there is, or the one asked for', () => {
    const all = drawn(listText(agreement, scenarios, null));
    expect(all.filter((text) => LISTS.some((name) => text === `${name}:`))).toEqual(
      LISTS.map((name) => `${name}:`),
    );
    expect(all[1]).toBe(agreement.question);
    const one = drawn(listText(agreement, scenarios, 'readings'));
    expect(part(one, 'readings:').map((row) => row.trim())).toEqual([
      'readings:',
      'northquay  party  Northquay: asks something before phaseTwo, canalOpening; backs batteriesSealing',
      'southquay  party  Southquay: asks something before canalOpening; objects to batteriesSealing; backs phaseTwo',
      "guild      party  the Pilots' Guild: asks something before settlement",
      'charter    terms  the charter as reported: asks something before canalOpening',
    ]);
  });
});

it('no text of any answer has a trailing blank, a hole or an unknown id for a title', () => {
  fc.assert(
    fc.property(anyToldMoment(), ({ moment }) => {
      const texts = [
        playText(moment, BRIEF),
        whyText(
          moment,
          whyRegion(moment, moment.agreement.statechart.regions[0]?.id ?? '', null),
          BRIEF,
        ),
      ];
      for (const blocks of texts) {
        const lines = drawn(blocks);
        expect(lines.filter((text) => text !== text.trimEnd())).toEqual([]);
        expect(lines.filter((text, index) => text === '' && lines[index + 1] === '')).toEqual([]);
        expect(lines.filter((text) => /undefined|null|\[\]|\(\)|: ;|: \.$/.test(text))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
