import { describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

describe('verify', () => {
  it('counts the reachable states of each reading exactly, and every property holds', async () => {
    const came = await phasegate(['verify', '--json']);
    const answer = object(came);
    expect(came.code).toBe(0);
    expect(items(answer, 'properties').length).toBeGreaterThanOrEqual(12);
    for (const { states, complete } of items(answer, 'explored') as unknown as {
      states: string;
      complete: boolean;
    }[]) {
      expect(BigInt(states)).toBeGreaterThan(10n ** 12n);
      expect(complete).toBe(true);
    }
    const verdicts = items(answer, 'properties').flatMap((each) =>
      items(each, 'answers').map((one) => String(one['verdict'])),
    );
    expect(new Set(verdicts)).toEqual(new Set(['holds']));
  });

  it('asks one property under one reading, and a wrong reading makes it fail with a shortest counterexample', async () => {
    const holds = await phasegate(['verify', 'remains-before-phase-two', '--reading', 'israel']);
    expect(holds.code).toBe(0);
    expect(holds.out).toMatch(/^holds {2}remains-before-phase-two/m);
    expect(holds.out).toContain('COMPLETE');
  });
});

describe('plan', () => {
  it('finds the shortest way that no party refuses, from a day of the record', async () => {
    const words = [
      'plan',
      'phaseTwo',
      '--reading',
      'everyone',
      '--from',
      'harbour-record@2031-02-14',
    ];
    const came = await harbourgate([...words, '--json']);
    const [plan] = items(object(came), 'plan', 'plans');
    expect(came.code).toBe(0);
    expect([...(plan ?? [])].map((step) => String(step['event']))).toEqual([
      'wreck.located',
      'wreck.raised',
      'phase.twoBegan',
    ]);
  });

  it('proves that there is none, and cites the demand that excludes it', async () => {
    const came = await phasegate(['plan', 'paHandover', '--reading', 'israel']);
    expect(came.code).toBe(1);
    expect(came.out).toContain('noAuthorityRole');
    expect(came.out).toContain('document-4.c40');
    expect(came.out).toContain('COMPLETE');
  });

  it('keeps to the parties and away from the events that it is told', async () => {
    const by = async (parties: string, ...more: string[]) =>
      phasegate(['plan', 'phaseTwo', '--reading', 'israel', '--by', parties, ...more]);
    expect((await by('israel', '--free')).code).toBe(1);
    // No document says who can bring the recovery about, so it takes more than these two until that is set free.
    const limited = await by('israel,hamas,egypt');
    expect(limited.code).toBe(1);
    expect(limited.out).toMatch(/no document says who; taking part so\s+far:/);
    expect((await by('israel,hamas', '--free')).code).toBe(0);
    expect(
      (
        await phasegate([
          'plan',
          'phaseTwo',
          '--reading',
          'israel',
          '--avoid',
          'remains.handedOver',
        ])
      ).code,
    ).toBe(1);
  });
});

describe('who can', () => {
  it('reach a goal on their own, on what the documents say, and if what they leave open came about', async () => {
    const words = ['coalitions', 'phaseTwo', '--reading', 'israel'];
    const came = await phasegate(words);
    expect(came.code).toBe(1);
    expect(came.out.replaceAll(/\s+/g, ' ')).toContain(
      'no set of parties can reach "Phase two begins" (phaseTwo) on its own.',
    );
    expect(came.out).toMatch(
      /^ {2}Israel and Hamas\n {4}once this comes about by itself: The last remains are recovered\s+\(remains\.recovered;\s+taking\s+part\s+so\s+far:\s+[^;]+\(document-3\.c9\);\s+[^;]+\(document-4\.c46\)\)/m,
    );
    const answer = object(await phasegate([...words, '--json']));
    expect(answer).toMatchObject({
      minimal: [],
      helped: [{ parties: ['israel', 'hamas'], events: [['remains.recovered']] }],
    });
    const free = await phasegate([...words, '--free']);
    expect(free.code).toBe(0);
    expect(free.out).not.toContain('On what the documents say');
    expect(object(await phasegate([...words, '--free', '--json']))).toMatchObject({
      minimal: [{ parties: ['israel', 'hamas'] }],
      unstated: 'free',
    });
    expect((await phasegate(['coalitions', '--help'])).out).toMatch(
      /--free +only the second answer/,
    );
  });

  it('reach it without anything that the documents leave open, or not even with it', async () => {
    const alone = await harbourgate(['coalitions', 'canalOpening', '--reading', 'guild']);
    expect(alone.code).toBe(0);
    expect(alone.out).toMatch(/standing still:\n {2}Northquay and the Lock Wardens\n/);
    expect(alone.out).toMatch(/None of the events that bear on "The canal opens both ways"/);
    const never = await harbourgate(['coalitions', 'tollSharing', '--reading', 'southquay']);
    expect(never.code).toBe(1);
    expect(never.out).toMatch(/no set of parties can reach "The tolls are\s+shared/);
  });

  it('open a gate, by sets that are reachable or not', async () => {
    const answer = object(
      await phasegate(['unblock', 'phaseTwo', '--reading', 'israel', '--json']),
    );
    expect(items(answer, 'sets')).toMatchObject([
      { reachable: true, stages: [{ region: 'remains', stage: 'handedOver' }] },
    ]);
  });

  it('block a goal, and who waits for whom in a circle', async () => {
    expect((await phasegate(['veto', 'phaseTwo'])).out).toContain('by doing nothing');
    const answer = object(await phasegate(['waits', '--json']));
    // Who could meet each leaf is inferred, also where the leaf is reported as it stands.
    expect(items(answer, 'waits').map((wait) => wait['basis'])).toEqual(
      items(answer, 'waits').map(() => 'derived'),
    );
    expect((await phasegate(['waits'])).out).toContain('[derived: ');
    expect(
      items(answer, 'cycles').map((cycle) => items(cycle, 'parties').map(String).toSorted()),
    ).toEqual([['hamas', 'israel']]);
  });

  it('lose a goal for good', async () => {
    const came = await phasegate(['points-of-no-return', 'settlement', '--reading', 'israel']);
    expect(came.out).toContain('truce.collapsed');
  });

  it('turn a verdict by dropping one condition', async () => {
    const came = await harbourgate(['pivots', 'canalOpening', '--reading', 'northquay'], {
      width: 200,
    });
    expect(came.out).toMatch(/\(wreckBeforeCanal\) +canalOpening: closed -> open/);
  });
});

describe('export', () => {
  const phaseTwo = ['--slice', 'phaseTwo', '--reading', 'israel'];

  it.each(['promela', 'murphi', 'mcrl2', 'scxml'])(
    'writes %s, and says at its head what it is and how many states it has',
    async (format) => {
      const { code, out, error } = await phasegate(['export', '--format', format, ...phaseTwo]);
      expect([code, error]).toEqual([0, '']);
      expect(out).toMatch(/the transition system under the reading israel\./);
      expect(out).toMatch(
        /From the very beginning, what parties hold as it stands on 2026-01-25\./,
      );
      expect(out).toMatch(
        /A slice, what bears on the goal phaseTwo: \d+ of \d+ events, \d+ of \d+/,
      );
      expect(out).toMatch(/Reachable states, as phasegate counts them: \d+\b/);
      expect(out).toMatch(/The goal: phaseTwo\. It can be reached, says phasegate\./);
    },
  );

  it.each(['israel', 'reported', 'everyone'])(
    'counts the states of the whole as verify does, under %s',
    async (reading) => {
      const whole = ['export', '--format', 'json', '--reading', reading];
      const { reachableStates, goal } = object(await phasegate(whole));
      const [explored] = items(
        object(await phasegate(['verify', '--reading', reading, '--json'])),
        'explored',
      );
      expect(String(reachableStates)).toBe(String(explored?.['states']));
      expect(goal).toBeNull();
    },
  );

  it('starts where the runs stand, and has a region of each run where these differ', async () => {
    const words = ['--reading', 'israel,hamas', '--from', 'record', '--slice', 'settlement'];
    const answer = object(await phasegate(['export', '--format', 'json', ...words]));
    const ids = items(answer, 'regions').map(({ id }) => String(id));
    expect(ids).toEqual(expect.arrayContaining(['phase@israel', 'phase@hamas', 'remains']));
    const starts = Object.fromEntries(
      items(answer, 'regions').map(({ id, start }) => [String(id), String(start)]),
    );
    expect(starts).toMatchObject({ 'phase@israel': 'phaseOne', 'phase@hamas': 'phaseTwo' });
    expect(items(answer, 'about').join('\n')).toMatch(
      /israel and hamas at once[\s\S]+From scenario record: after step[\s\S]+once for each: israel, hamas\./,
    );
    const promela = await phasegate(['export', '--format', 'promela', ...words]);
    expect(promela.out).toMatch(/^byte region_phase_israel = stage_phase_israel_phaseOne;$/m);
    // The same reading twice is one run.
    const twice = ['export', '--format', 'json', '--reading', 'israel,israel'];
    expect(items(object(await phasegate(twice)), 'regions').map(({ id }) => id)).not.toContain(
      'phase@israel',
    );
  });

  it('explains itself with an example', async () => {
    const { out } = await phasegate(['export', '--help']);
    expect(out).toMatch(/phasegate\s+export\s+--format\s+promela\s+--reading\s+everyone/);
  });
});

describe('searching commands', () => {
  it.each([
    [['plan', 'phaseTwoo'], 'phaseTwo'],
    [['plan', 'rafah=opn'], 'openBothWays'],
    [['plan', 'phaseTwo', '--from', 'record@nowhere'], 'no step of record'],
    [['plan', 'phaseTwo', '--by', 'isreal'], 'did you mean israel?'],
    [['plan', 'phaseTwo', '--alternatives', 'many'], 'whole number'],
    [['coalitions', 'nothing'], 'no goal'],
    [['verify', 'no-such'], 'there is no property'],
    [['export', '--format', 'lotos'], 'there is no format "lotos"'],
    [['export'], '--format'],
    [['export', '--format', 'promla'], 'did you mean promela?'],
    [['export', '--format', 'json', '--reading', 'isreal'], 'did you mean israel?'],
    [['export', '--format', 'json', '--reading', 'israel,'], 'there is no reading ""'],
    [['export', '--format', 'json', '--slice', 'phaseTwoo'], 'phaseTwo'],
    [['export', '--format', 'json', '--slice', 'rafah=opn'], 'openBothWays'],
    [['export', '--format', 'json', '--from', 'record@nowhere'], 'no step of record'],
  ])('%j ends with 2 and a mend', async (words, said) => {
    const { code, error } = await phasegate(words);
    expect(code).toBe(2);
    expect(error).toContain(said);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it.each([
    [['plan', 'phaseTwo']],
    [['unblock', 'canalOpening']],
    [['coalitions', 'settlement']],
    [['veto', 'settlement']],
    [['waits']],
    [['pivots']],
    [['verify']],
    [['export', '--format', 'murphi', '--reading', 'everyone']],
  ])('%j works on the fictional agreement', async (words) => {
    const { code, out, error } = await harbourgate(words);
    expect(error).toBe('');
    expect([0, 1]).toContain(code);
    expect(out).toContain('record ends');
  });
});
