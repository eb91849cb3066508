import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/days.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { step } from '../../src/model/shapes/scenario.ts';
import { standing } from '../../src/model/standing.ts';
import { storyStep } from '../../src/model/story.ts';
import { asText } from '../../src/draw/text.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { invented, type Written } from '../model/invented-positions.ts';
import { inventedStory } from './moments.ts';

const DATED = ['paper.c1'];
const UNDATED = ['paper.c2'];
const ASKED = { id: 'lockOpen', region: 'lock', stages: ['open'] };

/** What is said of the one keeper's position on a day, by what was published by another. */
function saidOfKeeper(
  positions: readonly Written[],
  {
    asOf = null,
    knownBy = null,
    steps = [],
  }: { asOf?: Day | null; knownBy?: Day | null; steps?: object[] } = {},
): string[] {
  const agreement = invented(positions);
  const told = steps.map((written, index) =>
    storyStep({ id: 'invented' }, step.parse({ id: `step-${index}`, title: 'A step', ...written })),
  );
  const moment = momentAt(agreement, inventedStory(agreement, told), { ...NOW, asOf, knownBy });
  const lines = asText(gateText(standing(moment, 'dock.opened'), { verbose: false }), Infinity);
  const from = lines.findIndex((text) => text.startsWith('The keeper:'));
  if (from < 0) return lines.filter((text) => text.startsWith('No position reported'));
  const to = lines.indexOf('', from);
  return lines.slice(from, to).map((text) => text.trim());
}

const PAPER = 'unnamed publication, 1 or 2 Apr 2031';

describe('what a party holds is said with its stance and from when', () => {
  it('where it asks, by the day of its publication alone', () => {
    expect(saidOfKeeper([{ asks: ASKED, claims: UNDATED }])).toEqual([
      'The keeper: closed',
      `Asks (certain from its publication by 2 Apr 2031; may have been held before) [${PAPER} (paper.c2)]:`,
      '✗ unmet: lock: open (lockOpen)',
      'Now: shut, from the start [derived]. The shortest path there: "It opens" (lock.opened): no document says who.',
      'Would open with: lock: open',
    ]);
  });

  it('where its claim dates it, between the days that the claim gives', () => {
    const [, said] = saidOfKeeper([{ backs: true, claims: DATED }]);
    expect(said).toBe(`Backs it (since between 10 and 15 Mar 2031) [${PAPER} (paper.c1)].`);
  });

  it('where its author gives the day, and the last one', () => {
    const written: Written[] = [
      { objects: 'noOpening', claims: UNDATED, from: '2031-03-20', until: '2031-05-01' },
    ];
    expect(saidOfKeeper(written, { asOf: '2031-04-20' })).toEqual([
      'The keeper: closed',
      `Objects; no condition reported (noOpening) (since 20 Mar 2031), until 1 May 2031 [${PAPER} (paper.c2)].`,
      'No stage opens it while the objection stands.',
    ]);
    expect(saidOfKeeper(written, { asOf: '2031-05-02' })).toEqual([
      'The keeper: no position any more',
      `No longer objecting (since 20 Mar 2031) [${PAPER} (paper.c2)]; ended, its last day 1 May 2031.`,
    ]);
  });

  it('that it was dropped, or may have been, on which day and what says so', () => {
    const written: Written[] = [
      { objects: 'noOpening', claims: UNDATED, from: '2031-01-20' },
      { drops: true, claims: DATED },
    ];
    expect(saidOfKeeper(written, { asOf: '2031-03-12' })).toEqual([
      'The keeper: unknown',
      `May still object; no condition reported (noOpening) (since 20 Jan 2031; may have ended or been replaced by then) [${PAPER} (paper.c2)].`,
      `Perhaps no longer objecting (since 20 Jan 2031) [${PAPER} (paper.c2)]; perhaps dropped between 10 and 15 Mar 2031 [${PAPER} (paper.c1)].`,
      'No stage opens it while the objection stands.',
    ]);
    expect(saidOfKeeper(written, { asOf: '2031-03-15' })).toEqual([
      'The keeper: no position any more',
      `No longer objecting (since 20 Jan 2031) [${PAPER} (paper.c2)]; dropped between 10 and 15 Mar 2031 [${PAPER} (paper.c1)].`,
    ]);
  });

  it('where it may or may not be held by the day: by an undated claim, and between a dated one’s days', () => {
    const undated = saidOfKeeper([{ asks: ASKED, claims: UNDATED }], { asOf: '2031-03-01' });
    expect(undated.slice(0, 2)).toEqual([
      'The keeper: unknown',
      `May already ask (no day is given; reported by 2 Apr 2031) [${PAPER} (paper.c2)]:`,
    ]);
    const dated = saidOfKeeper([{ objects: 'noOpening', claims: DATED }], { asOf: '2031-03-12' });
    expect(dated.slice(0, 2)).toEqual([
      'The keeper: unknown',
      `May already object; no condition reported (noOpening) (beginning between 10 and 15 Mar 2031) [${PAPER} (paper.c1)].`,
    ]);
    const backed = saidOfKeeper([{ backs: true, claims: DATED }], { asOf: '2031-03-12' });
    expect(backed.slice(0, 2)).toEqual([
      'The keeper: no position certain by then',
      `May already back it (beginning between 10 and 15 Mar 2031) [${PAPER} (paper.c1)].`,
    ]);
  });

  it('the day before it may be held, on that day, and on the first that is certain', () => {
    const written: Written[] = [{ backs: true, claims: DATED }];
    const first = (asOf: Day) => saidOfKeeper(written, { asOf })[0];
    expect(first('2031-03-09')).toBe('No position reported: the keeper.');
    expect(first('2031-03-10')).toBe('The keeper: no position certain by then');
    expect(first('2031-03-14')).toBe('The keeper: no position certain by then');
    expect(first('2031-03-15')).toBe('The keeper: open');
  });

  it('with what is inferred in it, after what it asks', () => {
    const said = saidOfKeeper([{ asks: ASKED, claims: UNDATED, inference: 'It follows.' }]);
    expect(said.slice(-2)).toEqual(['Inferred: It follows.', 'Would open with: lock: open']);
    expect(said.filter((text) => text.includes('It follows.'))).toHaveLength(1);
    expect(said[1]).toContain('[derived: unnamed');
    const [, backed] = saidOfKeeper([{ backs: true, claims: UNDATED, inference: 'It follows.' }]);
    expect(backed).toMatch(/\]\. Inferred: It follows\.$/);
  });

  it('with the claims that bear on the event and are no position', () => {
    const written: Written[] = [{ backs: true, claims: DATED }, { says: UNDATED }];
    expect(saidOfKeeper(written).at(-1)).toBe(`Also said, without a position: ${PAPER} (paper.c2)`);
    expect(saidOfKeeper([{ says: UNDATED }])).toEqual([
      `No position reported: the keeper [on the matter: ${PAPER} (paper.c2)].`,
    ]);
  });

  it('and where it has waived what it asked or its objection, so', () => {
    const waive = { waive: { reading: 'keeper', condition: 'noOpening' }, status: 'assumed' };
    const objection = saidOfKeeper([{ objects: 'noOpening', claims: UNDATED }], { steps: [waive] });
    expect(objection[1]).toMatch(/^Waived: Objects; no condition reported/);
    const other = { waive: { reading: 'keeper', condition: 'lockOpen' }, status: 'assumed' };
    const asked = saidOfKeeper([{ asks: ASKED, claims: UNDATED }], { steps: [other] });
    expect(asked).toContain('~ waived: lock: open (lockOpen)');
    expect(asked[0]).toBe('The keeper: open');
  });

  it('and nothing of it where nothing that reports it had been published', () => {
    expect(saidOfKeeper([{ backs: true, claims: DATED }], { knownBy: '2031-04-01' })).toEqual([]);
  });
});

describe('what a condition looks at is said as what it is', () => {
  const asks: Written[] = [{ asks: ASKED, claims: UNDATED }];
  const opened = { event: 'lock.opened', claims: UNDATED };
  const said = (steps: object[], asOf: Day | null = null) =>
    saidOfKeeper(asks, { steps, asOf }).find((text) => text.includes('Now: '));

  it('a fact since a day, or since between two', () => {
    expect(said([{ ...opened, date: '2031-03-01' }])).toContain(
      `Now: open, since 1 Mar 2031 [${PAPER} (paper.c2)].`,
    );
    expect(said([{ ...opened, date: { from: '2031-03-01', to: '2031-04-02' } }])).toContain(
      'Now: open, since between 1 Mar and 2 Apr 2031 [',
    );
  });

  it('an expectation, a date in a calendar and an assumption before anything else', () => {
    expect(said([{ ...opened, date: '2031-03-01', status: 'expected' }])).toContain(
      'Now: expected: open, 1 Mar 2031 [',
    );
    expect(said([{ ...opened, date: '2031-03-01', status: 'scheduled' }])).toContain(
      'Now: scheduled: open, 1 Mar 2031 [',
    );
    expect(said([{ event: 'lock.opened', status: 'assumed' }])).toContain(
      'Now: assumed: open [assumed].',
    );
  });

  it('what may have happened by the day as between its stages, with the days of the step', () => {
    const date = { from: '2031-04-02', to: '2031-04-20' };
    expect(said([{ ...opened, date }], '2031-04-10')).toBe(
      `Now: between shut and open: the step may have happened by then (2 to 20 Apr 2031) [${PAPER} (paper.c2)]. The shortest path there: "It opens" (lock.opened): no document says who.`,
    );
    expect(said([{ ...opened, date }], '2031-04-20')).toContain('Now: open, since between');
  });

  it('what is taken as unknown as the stages that it may be', () => {
    expect(said([{ unknown: { region: 'lock' }, status: 'assumed' }])).toContain(
      'Now: assumed: not known: shut or open [assumed].',
    );
  });
});
