import { describe, expect, it } from 'vitest';
import { harbourgate, items, type Json, object, phasegate } from './command-line.ts';

const check = (...words: string[]) => harbourgate(['check', ...words]);
const answer = async (...words: string[]) => object(await check(...words, '--json'));
const spaced = async (...words: string[]) => (await check(...words)).out.replaceAll(/\s+/g, ' ');
const under = (found: Json, reading: string): Json => {
  const one = items(found, 'readings').find((each) => String(each['reading']) === reading);
  if (one === undefined) throw new Error(`no ${reading}`);
  return one;
};
const assuming = (...stages: string[]) => stages.flatMap((stage) => ['--assume', stage]);
const verdicts = (found: Json) =>
  items(found, 'readings').map((each) => [each['reading'], each['verdict']]);

describe('check GATE', () => {
  it('gives each reading’s verdict, and what they come to, the terms not counted', async () => {
    const came = await check('phaseTwo', '--json');
    const found = object(came);
    expect(came.code).toBe(1);
    expect(found).toMatchObject({
      schemaVersion: 2,
      agreement: 'harbour',
      recordEnds: '2031-03-02',
      scenario: 'harbour-record',
      gate: 'phaseTwo',
      event: 'phase.twoBegan',
      verdict: 'contested',
      success: false,
      taken: true,
    });
    expect(verdicts(found)).toEqual([
      ['northquay', 'closed'],
      ['southquay', 'passed'],
      ['guild', 'unstated'],
      ['charter', 'unstated'],
    ]);
    expect(under(found, 'northquay')).toMatchObject({
      stance: 'asks',
      unmet: [['wreckRaised']],
      conditions: [
        {
          id: 'wreckRaised',
          region: 'wreck',
          stages: ['raised'],
          status: 'unmet',
          isCertain: true,
          claims: ['gazette-1.c8'],
          fact: { stage: 'lost', claims: ['gazette-1.c2'] },
        },
        { id: 'calmBroken', status: 'met' },
      ],
    });
  });

  it('heads its parts by the event, the parties in their order, and those of whom nothing is reported', async () => {
    const { out } = await check('phaseTwo');
    const heads = [
      'The harbour accord',
      'Phase two begins (gate phaseTwo, event phase.twoBegan), derived',
      'Contested: held back by Northquay; passed in the run of Southquay; no position',
      'Can it happen? It has happened already.',
      'Northquay: closed',
      'Southquay: passed',
      "No position reported: the Pilots' Guild",
      'Terms as reported',
      'The record ends on 2 Mar 2031',
    ];
    const places = heads.map((head) => out.indexOf(head));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  it('says an objection and what is backed in words of its own, alike of every party', async () => {
    const said = await spaced('batteriesSealing');
    expect(said).toContain('Southquay: closed Objects; no condition reported');
    expect(said).toContain('No stage opens it while the objection stands.');
    expect(said).toContain('Northquay: open Backs it');
    expect(said).not.toContain("the Pilots' Guild: ");
  });

  it('shows what the model requires once, as the model’s', async () => {
    const said = await spaced('tollSharing');
    expect(said).toContain('The model itself requires first (no party');
    expect(said.split('The model itself requires').length).toBe(2);
    expect(await answer('tollSharing')).toMatchObject({
      requirement: { truth: false, unmet: [['trafficFlows']] },
      verdict: 'unstated',
      success: false,
    });
  });

  it.each<[words: string[], code: number]>([
    [['phaseTwo'], 1],
    [['phaseTwo', '--reading', 'southquay'], 0],
    [['phaseTwo', '--reading', 'northquay'], 1],
    // Nobody with a position: unstated is not open.
    [['phaseTwo', '--reading', 'guild'], 1],
    [['phaseTwo', '--reading', 'southquay,guild'], 0],
    [['phaseTwo', '--reading', 'southquay', '--reading', 'northquay'], 1],
    // Terms are no party's; asked for alone, they are what is asked about.
    [['canalOpening', '--reading', 'charter'], 0],
    [['canalOpening', '--reading', 'charter,guild'], 1],
    [['canalOpening', '--reading', 'northquay', '--assume', 'wreck=raised'], 0],
    // Open, but it cannot happen from there.
    [['batteriesSealing', '--reading', 'northquay'], 0],
    [['batteriesSealing', '--reading', 'northquay', '--assume', 'batteries=dismantled'], 1],
    [['batteriesSealing', '--reading', 'northquay', '--assume', 'batteries=unknown'], 1],
    // Open, but the model requires something that is unmet.
    [['settlement', '--reading', 'guild', ...assuming('inspectors=onSite')], 1],
    [
      [
        'settlement',
        '--reading',
        'guild',
        ...assuming('inspectors=onSite', 'tolls=shared', 'batteries=sealed'),
      ],
      0,
    ],
    [[], 1],
  ])('%j ends with %i', async (words, code) => {
    const came = await check(...words);
    expect([came.code, came.error]).toEqual([code, '']);
    expect(object(await check(...words, '--json'))['success'] ?? false).toBe(code === 0);
  });

  it('tells the unknown facts that could change a verdict from those that cannot', async () => {
    const assume = ['--assume', 'wreck=unknown', '--assume', 'tolls=unknown'];
    const found = await answer('canalOpening', ...assume);
    expect(under(found, 'northquay')).toMatchObject({
      verdict: 'unknown',
      unknownFacts: { deciding: ['wreck'], irrelevant: ['tolls'] },
    });
    expect(under(found, 'southquay')).toMatchObject({
      verdict: 'unknown',
      unknownFacts: { deciding: ['tolls'], irrelevant: ['wreck'] },
    });
  });

  it('adds what the claims say with --verbose', async () => {
    const plain = await check('phaseTwo');
    const verbose = await check('phaseTwo', '--verbose');
    expect(plain.out).not.toContain('Northquay is said to want the wreck raised');
    expect(verbose.out.replaceAll(/\s+/g, ' ')).toContain(
      'Northquay is said to want the wreck raised before a second phase.',
    );
  });

  it('keeps lines within the width that it is given', async () => {
    for (const width of [60, 80, 120]) {
      const { out } = await harbourgate(['check', 'phaseTwo', '--verbose'], { width });
      const long = out.split('\n').filter((line) => [...line].length > width + 24);
      expect(long).toEqual([]);
    }
  });
});

describe('check without a gate', () => {
  it('shows every gate by every reading, in the order of the files', async () => {
    const found = await answer();
    expect(items(found, 'gates').map((each) => [each['gate'], each['verdict']])).toEqual([
      ['phaseTwo', 'contested'],
      ['settlement', 'closed'],
      ['canalOpening', 'closed'],
      ['batteriesSealing', 'contested'],
      ['tollSharing', 'unstated'],
    ]);
    const { out } = await check();
    expect(out).toMatch(
      /^Phase two begins \(phaseTwo\) +contested +happened +Closed: Northquay; passed:$/m,
    );
    expect(out).toMatch(/^\(batteriesSealing\) +Southquay; unstated: the$/m);
    expect(out).toContain('The record ends on 2 Mar 2031');
  });

  it('of some readings has these alone', async () => {
    const found = await answer('--reading', 'guild,southquay');
    for (const each of items(found, 'gates'))
      expect(verdicts(each).map(([reading]) => reading)).toEqual(['guild', 'southquay']);
  });
});

describe('check, on the agreement that ships', () => {
  it('answers on every gate at every step of the record, by one judgement', async () => {
    const found = object(await phasegate(['check', '--json']));
    for (const each of items(found, 'gates')) {
      const one = await phasegate(['check', String(each['gate']), '--json']);
      expect(object(one)).toMatchObject({ verdict: each['verdict'], success: each['success'] });
      expect(one.code === 0).toBe(each['success']);
    }
  });
});
