import { describe, expect, it } from 'vitest';
import { harbourgate, items, type Json, object, phasegate } from './command-line.ts';

const run = (...words: string[]) => harbourgate(words);
const answer = async (...words: string[]) => object(await run(...words, '--json'));
const spaced = async (...words: string[]) => (await run(...words)).out.replaceAll(/\s+/g, ' ');
const events = (steps: Json | undefined) => [...(steps ?? [])].map(({ event }) => event);

describe('verify', () => {
  it('counts the reachable states of each reading exactly, from the beginning and from a moment', async () => {
    const states = async (...words: string[]) => {
      const found = await answer('verify', ...words);
      for (const each of items(found, 'explored')) expect(each['complete']).toBe(true);
      return Object.fromEntries(
        items(found, 'explored').map((each) => [String(each['reading']), Number(each['states'])]),
      );
    };
    const start = await states();
    expect(Object.keys(start)).toEqual(['northquay', 'southquay', 'guild', 'charter', 'everyone']);
    // By the same positions, from where the runs stand now there is no path to more than from the beginning.
    const now = await states('--from', 'harbour-record');
    expect(Object.keys(now)).toEqual(Object.keys(start));
    for (const [reading, count] of Object.entries(now))
      expect([reading, count < (start[reading] ?? 0)]).toEqual([reading, true]);
    // Before its demand was known, Northquay's run held the canal up less.
    const known = await states('--known-by', '2031-03-01', '--reading', 'northquay');
    expect(known['northquay']).toBeGreaterThan(start['northquay'] ?? 0);
  });

  it('names its moment, and counts the waivers in force there', async () => {
    const states = async (from: string) =>
      Number(
        items(await answer('verify', '--reading', 'northquay', '--from', from), 'explored')[0]?.[
          'states'
        ],
      );
    const [given, waived] = ['search-given-up', 'condition-waived'].map(
      (step) => `wreck-never-raised@${step}`,
    );
    expect(await states(waived ?? '')).toBeGreaterThan(await states(given ?? ''));
    expect(await spaced('verify', '--from', waived ?? '')).toContain(
      'From scenario "What if the wreck is never raised?" (wreck-never-raised, hypothetical): after step 10 of 16, "Northquay no longer waits for the wreck".',
    );
  });

  it('says of the properties that ship whether they hold, with exit code 0 only where all do', async () => {
    const came = await phasegate(['verify', '--json']);
    const verdicts = items(object(came), 'properties').flatMap((each) =>
      items(each, 'answers').map((one) => String(one['verdict'])),
    );
    expect(verdicts.length).toBeGreaterThan(12);
    expect(came.code).toBe(verdicts.includes('fails') ? 1 : 0);
  });
});

describe('plan', () => {
  it('finds the shortest path that nobody asked refuses, from a moment', async () => {
    const came = await run('plan', 'phaseTwo', '--from', 'harbour-record@envoys-meet', '--json');
    expect(came.code).toBe(0);
    const [plan] = items(object(came), 'plan', 'plans');
    expect(events(plan)).toEqual(['wreck.located', 'wreck.raised', 'phase.twoBegan']);
    const alone = await answer(
      'plan',
      'phaseTwo',
      '--reading',
      'southquay',
      '--from',
      '@2031-02-15',
    );
    expect(events(items(alone, 'plan', 'plans')[0])).toEqual(['phase.twoBegan']);
  });

  it('goes by the alias, the event and any event', async () => {
    const alias = await answer('plan', 'canalOpening');
    const event = await answer('plan', 'canal.opened');
    expect(event['plan']).toEqual(alias['plan']);
    expect((await run('plan', 'inspectors.arrived')).code).toBe(0);
  });

  it('tells the three reasons why there is none, positions first', async () => {
    const refused = await run('plan', 'batteriesSealing');
    expect([refused.code, refused.error]).toEqual([1, '']);
    expect(refused.out).toContain('noSealing');
    expect(refused.out).toContain('COMPLETE');
    expect((await answer('plan', 'batteriesSealing'))['plan']).toMatchObject({
      kind: 'impossible',
      reason: 'positions',
    });
    // After the calm has broken the model has no event that leads back.
    const gone = await answer('plan', 'phase.settled', '--assume', 'phase=broken');
    expect(gone['plan']).toMatchObject({ kind: 'impossible', reason: 'events' });
    const said = await spaced('plan', 'phase.settled', '--assume', 'phase=broken');
    expect(said).toContain('a limit of the model');
  });

  it('keeps to the parties and away from the events that it is told', async () => {
    const by = (...words: string[]) => run('plan', 'canalOpening', ...words);
    expect((await by('--by', 'northquay')).code).toBe(1);
    expect((await by('--by', 'northquay,wardens,guild,southquay')).code).toBe(0);
    expect((await by('--avoid', 'wreck.raised')).code).toBe(1);
    expect((await by('--avoid', 'wreck=raised')).code).toBe(1);
    expect((await by('--avoid', 'inspectors.arrived')).code).toBe(0);
    expect((await by('--avoid', 'inspectors.arrived,wreck=raised')).code).toBe(1);
  });

  it('has a group act by its members, and all its members as the group', async () => {
    const raising = (parties: string) =>
      run('plan', 'wreck.raised', '--reading', 'northquay', '--by', parties);
    const codes = ['league', 'guild,wardens', 'guild,southquay', 'guild', 'southquay'].map(
      async (parties) => (await raising(parties)).code,
    );
    expect(await Promise.all(codes)).toEqual([0, 0, 0, 1, 1]);
  });

  it('looks from where things stood, by what was known', async () => {
    const length = async (...words: string[]) =>
      (await answer('plan', 'canalOpening', '--reading', 'northquay', ...words))['plan']?.[
        'length'
      ];
    // Northquay's demand is of 1 March, and was published on the 2nd.
    expect(await length('--as-of', '2031-02-28')).toBe(1);
    expect(await length('--as-of', '2031-03-01')).toBe(3);
    expect(await length('--as-of', '2031-03-01', '--known-by', '2031-03-01')).toBe(1);
    expect(await length('--known-by', '2031-03-02')).toBe(3);
  });
});

describe('one moment, asked in several ways', () => {
  const asked = [
    ['canalOpening', '2031-03-02'],
    ['canalOpening', '2031-02-16'],
    ['batteriesSealing', '2031-02-13'],
    ['batteriesSealing', '2031-02-14'],
    ['phaseTwo', '2031-02-15'],
    ['phaseTwo', '2031-02-16'],
    ['tollSharing', '2031-01-07'],
    ['settlement', '2031-03-02'],
  ] as const;

  it.each(asked)('%s as of %s is one story', async (gate, day) => {
    for (const reading of ['northquay', 'southquay', 'guild']) {
      const as = ['--reading', reading, '--as-of', day];
      const checked = await answer('check', gate, ...as);
      const [party] = items(checked, 'readings');
      const status = String(party?.['outcome']?.['status']);
      const planned = await run('plan', gate, ...as);
      const length = Number(
        object(await run('plan', gate, ...as, '--json'))['plan']?.['length'] ?? NaN,
      );
      const isTaken = status === 'recognised' || status === 'unopposed';
      const isBehind = status === 'already' || Boolean(party?.['taken']);
      expect([gate, day, reading, length <= 1]).toEqual([gate, day, reading, isTaken || isBehind]);
      const unblocked = await run('unblock', gate, ...as);
      expect([gate, day, reading, unblocked.code]).toEqual([gate, day, reading, planned.code]);
      const able = await run('coalitions', gate, ...as, '--free');
      expect([gate, day, reading, able.code]).toEqual([gate, day, reading, planned.code]);
    }
  });
});

describe('what is not known', () => {
  it.each([
    ['canalOpening', 'wreck=unknown'],
    ['phaseTwo', 'wreck=unknown'],
    ['phaseTwo', 'canal=unknown'],
    ['settlement', 'calm=unknown'],
  ])('%s with %s has one answer to plan and unblock', async (gate, assumed) => {
    const as = ['--reading', 'northquay', '--assume', assumed];
    const planned = await run('plan', gate, ...as);
    const unblocked = await run('unblock', gate, ...as);
    expect([planned.code, unblocked.code]).toEqual([planned.code, planned.code]);
    // From each there is a way: that is a yes, though no one row of events is.
    const isFromEach = planned.out.includes('From each of the');
    expect([planned.code, isFromEach && planned.code === 1]).toEqual([planned.code, false]);
    expect(planned.code).toBeLessThan(2);
  });
});

describe('who can', () => {
  it('reach a goal on their own, on what the documents say, and if what they leave open came about', async () => {
    expect(await answer('coalitions', 'canalOpening')).toMatchObject({
      minimal: [{ parties: ['northquay', 'guild', 'wardens'] }],
      complete: true,
    });
    const words = ['coalitions', 'tollSharing'];
    const came = await run(...words);
    expect(came.code).toBe(1);
    expect(await answer(...words)).toMatchObject({
      minimal: [],
      helped: [{ events: [['tolls.shared']] }],
    });
    const free = await run(...words, '--free');
    expect(free.code).toBe(0);
    expect(free.out).not.toContain('By what the documents say');
  });

  it('block a goal, and who waits for whom', async () => {
    expect(items(await answer('veto', 'canalOpening'), 'vetoes').map(({ party }) => party)).toEqual(
      ['northquay', 'guild', 'wardens'],
    );
    const waits = items(await answer('waits'), 'waits');
    expect(waits.map(({ from, to, gate }) => [from, to, gate])).toContainEqual([
      'northquay',
      'southquay',
      'phaseTwo',
    ]);
    // By what was known before the third paper nobody waited for the canal.
    const before = items(await answer('waits', '--known-by', '2031-03-01'), 'waits');
    expect(before.map(({ gate }) => gate)).not.toContain('canalOpening');
    expect(waits.map(({ gate }) => gate)).toContain('canalOpening');
  });

  it('lose a goal for good', async () => {
    const found = await answer('points-of-no-return', 'phaseTwo', '--reading', 'northquay');
    const [one] = items(found, 'points');
    expect(items(one ?? found, 'points').map(({ event }) => event)).toEqual(['calm.broke']);
  });

  it('turn a verdict by dropping one condition, or one claim', async () => {
    const said = await spaced('pivots', 'phaseTwo', '--reading', 'northquay');
    expect(said).toMatch(
      /without the condition [^(]*\(wreckRaised\): "Phase two begins" goes from closed to open/,
    );
    expect(said).toMatch(
      /without the claim [^(]*\(gazette-1\.c8\): "Phase two begins" goes from closed to open/,
    );
  });
});

describe('export', () => {
  const words = ['--slice', 'phaseTwo', '--reading', 'northquay'];

  it.each(['promela', 'murphi', 'mcrl2', 'scxml', 'xstate', 'dot', 'mermaid'])(
    'writes %s, and says at its head what it is and how many states it has',
    async (format) => {
      const { code, out, error } = await run('export', '--format', format, ...words);
      expect([code, error]).toEqual([0, '']);
      expect(out).toMatch(/the transition system under the reading northquay\./);
      expect(out).toMatch(
        /From the very beginning, what parties hold as it stands on 2031-03-02\./,
      );
      expect(out).toMatch(/A slice, what bears on the goal phaseTwo: 16 of 21 events, 6 of 8/);
      expect(out).toMatch(/Reachable states, as phasegate counts them: 270\b/);
      expect(out).toMatch(/The goal: phaseTwo\. It can be reached, says phasegate\./);
    },
  );

  it.each(['northquay', 'reported', 'everyone'])(
    'counts the states of the whole as verify does, under %s',
    async (reading) => {
      const whole = await run('export', '--format', 'json', '--reading', reading);
      const [explored] = items(await answer('verify', '--reading', reading), 'explored');
      expect(String(object(whole)['reachableStates'])).toBe(String(explored?.['states']));
      expect(object(whole)['goal']).toBeNull();
    },
  );

  it('starts where the runs stand, and has a region of each run where these differ', async () => {
    const from = ['--reading', 'northquay,southquay', '--from', 'harbour-record'];
    const system = object(await run('export', '--format', 'json', ...from));
    const starts = Object.fromEntries(
      items(system, 'regions').map(({ id, start }) => [String(id), String(start)]),
    );
    expect(starts).toMatchObject({
      'phase@northquay': 'phaseOne',
      'phase@southquay': 'phaseTwo',
      tolls: 'disputed',
    });
    expect(items(system, 'about').join('\n')).toMatch(
      /northquay and southquay at once[\s\S]+From scenario "The record, January to March 2031" \(harbour-record\): after step 8 of 8, "Northquay wants the wreck before the canal"/,
    );
    // The same reading twice is one run.
    const twice = await run('export', '--format', 'json', '--reading', 'guild,guild');
    expect(items(object(twice), 'regions').map(({ id }) => id)).not.toContain('phase@guild');
  });

  it('draws the regions that are asked for, and leaves none out of what can be run', async () => {
    const { code, out } = await run('export', '--format', 'mermaid', '--region', 'canal,tolls');
    expect(code).toBe(0);
    expect(out).toMatch(/^%% Shown: canal, tolls, of 8 regions\.$/m);
    expect([...out.matchAll(/^  state "(.*)" as /gm)].map(([, title]) => title)).toEqual([
      'the Lock canal',
      'canal tolls',
    ]);
    const refused = await run('export', '--format', 'scxml', '--region', 'canal');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toMatch(
      /--region is for pictures: dot, mermaid \[keys-at-odds\]\n.*--slice GOAL/,
    );
    const unknown = await run('export', '--format', 'dot', '--region', 'canel');
    expect([unknown.code, unknown.error]).toEqual([
      2,
      expect.stringMatching(/there is no region "canel" \[unknown-id\]\n.*canal/),
    ]);
  });

  it('explains itself with an example', async () => {
    const { out } = await run('export', '--help');
    expect(out).toMatch(/phasegate\s+export\s+--format\s+promela\s+--reading\s+everyone/);
  });
});

describe('searching commands', () => {
  const searching = [
    ['verify'],
    ['plan', 'canalOpening'],
    ['unblock', 'canalOpening'],
    ['coalitions', 'settlement'],
    ['veto', 'settlement'],
    ['waits'],
    ['pivots'],
    ['points-of-no-return', 'canalOpening'],
    ['export', '--format', 'murphi', '--reading', 'everyone'],
  ];

  it.each(searching)('%s takes both clocks and says where it starts', async (...words) => {
    for (const clocks of [
      ['--as-of', '2031-02-16'],
      ['--known-by', '2031-02-20'],
      ['--as-of', '2031-02-16', '--known-by', '2031-03-02'],
      ['--from', 'harbour-record@2031-02-16'],
      ['--from', 'harbour-record@envoys-meet', '--assume', 'wreck=raised'],
    ]) {
      const came = await run(...words, ...clocks);
      expect([words, clocks, came.error]).toEqual([words, clocks, '']);
      expect([0, 1]).toContain(came.code);
      expect(came.out).toContain('The record ends on 2 Mar 2031');
    }
  });

  it.each(searching)('%s before anything was published says just that', async (...words) => {
    const came = await run(...words, '--known-by', '2031-01-11');
    expect([came.code, came.error]).toEqual([1, '']);
    expect(came.out.replaceAll(/\s+/g, ' ')).toContain(
      'Nothing had been published by 11 Jan 2031; the first document is from 10 to 12 Jan 2031.',
    );
  });

  it.each([
    [['plan', 'phaseTwoo'], 'phaseTwo'],
    [['plan', 'canal=opn'], 'open'],
    [['plan', 'phaseTwo', '--from', 'harbour-record@nowhere'], 'no step of harbour-record'],
    [['plan', 'phaseTwo', '--from', '@2031-02-10', '--as-of', '2031-02-11'], 'two days at once'],
    [['plan', 'phaseTwo', '--by', 'northquey'], 'did you mean northquay?'],
    [['plan', 'phaseTwo', '--alternatives', 'many'], 'whole number'],
    [['plan', 'phaseTwo', '--avoid', 'wreck.rased'], 'wreck.raised'],
    [['unblock', 'nothing'], 'there is no gate or event "nothing"'],
    [['coalitions', 'nothing'], 'no goal'],
    [['verify', 'no-such'], 'there is no property'],
    [['export', '--format', 'lotos'], 'there is no format "lotos"'],
    [['export'], '--format'],
    [['export', '--format', 'promla'], 'did you mean promela?'],
    [['export', '--format', 'json', '--reading', 'northquey'], 'did you mean northquay?'],
    [['export', '--format', 'json', '--slice', 'canal=opn'], 'open'],
    [['waits', '--assume', 'wreck=lost', '--assume', 'wreck=raised'], 'both lost and raised'],
  ])('%j ends with 2 and a mend', async (words, said) => {
    const { code, error } = await run(...words);
    expect(code).toBe(2);
    expect(error).toContain(said);
    expect(error).not.toMatch(/\n\s+at /);
  });
});
