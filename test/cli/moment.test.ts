import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysAfter } from '../answer/boundary-days.ts';
import { HARBOUR } from '../model/subjects.ts';
import { stepAsked } from '../../src/load/wrong-in-moment.ts';
import { harbourgate, items, type Json, object } from './command-line.ts';

const { agreement } = HARBOUR;
const gate = (...words: string[]) => harbourgate(words);
const check = async (...words: string[]) => object(await gate('check', ...words, '--json'));
const verdictOf = (answer: Json, reading: string) =>
  items(answer, 'readings').find((each) => String(each['reading']) === reading)?.['verdict'];

describe('a moment on the command line', () => {
  it('is a scenario as of a day, written in either way', async () => {
    for (const day of ['2031-02-13', '2031-02-14', '2031-02-16']) {
      const one = await gate('check', 'phaseTwo', '--as-of', day);
      const other = await gate('check', 'phaseTwo', '--scenario', `harbour-record@${day}`);
      const third = await gate('check', 'phaseTwo', '--scenario', `@${day}`);
      expect(other).toEqual(one);
      expect(third).toEqual(one);
    }
  });

  it('is a scenario after one of its steps', async () => {
    expect(await check('phaseTwo', '--scenario', 'harbour-record@envoys-meet')).toMatchObject({
      scenario: 'harbour-record',
      step: 'envoys-meet',
      asOf: null,
      day: '2031-02-10',
    });
  });

  it('is a scenario after a step by its number, as every answer counts it, and before the first', async () => {
    const story = HARBOUR.scenarios.get('harbour-record')?.steps ?? [];
    for (const [index, { id }] of story.entries()) {
      const byNumber = await gate('check', 'phaseTwo', '--scenario', `harbour-record@${index + 1}`);
      expect(byNumber).toEqual(await gate('check', 'phaseTwo', '--scenario', `@${id}`));
      expect(byNumber.out).toContain(`after step ${index + 1} of ${story.length}`);
    }
    const before = await gate('check', 'phaseTwo', '--scenario', '@0');
    expect(before.out).toContain('before its first step');
    // Positions are taken as they stand on the first day that a step can be on.
    expect(await check('phaseTwo', '--scenario', '@0')).toMatchObject({
      step: null,
      day: '2031-01-05',
    });
    const late = await gate('what-if', 'harbour-record', '--at', '9', '--event', 'envoys.met');
    expect([late.code, late.out]).toEqual([2, '']);
    expect(late.error).toBe(
      'phasegate: harbour-record has no step 9: it has 8 [unknown-id]\n' +
        "  write a number from 0, before the first step, to 8, after the last, or a step's id\n",
    );
  });

  it('takes a step by its id where that is a number', () => {
    expect(stepAsked('trial', ['a', '3', 'b'], '3')).toEqual({ ok: true, index: 1 });
    expect(stepAsked('trial', ['a', '3', 'b'], '2')).toEqual({ ok: true, index: 1 });
    expect(stepAsked('trial', ['a', '3', 'b'], '4')).toMatchObject({ ok: false });
    expect(stepAsked('trial', [], '0')).toEqual({ ok: true, index: -1 });
  });

  it('has each clock of its own, and both together', async () => {
    const sealing = async (...clocks: string[]) =>
      verdictOf(await check('batteriesSealing', ...clocks), 'southquay');
    // The paper that reports the refusal came out between 1 and 14 February, and gives it no day.
    expect(await sealing('--as-of', '2031-02-13')).toBe('unknown');
    expect(await sealing('--as-of', '2031-02-14')).toBe('closed');
    expect(await sealing('--known-by', '2031-02-13')).toBe('unstated');
    expect(await sealing('--known-by', '2031-02-14')).toBe('closed');
    expect(await sealing('--as-of', '2031-02-13', '--known-by', '2031-03-02')).toBe('unknown');
    expect(await sealing('--as-of', '2031-02-14', '--known-by', '2031-02-13')).toBe('unstated');
  });

  it('is open about what may or may not have happened, and from the next edge on no longer', async () => {
    const canal = async (day: string) => {
      const why = object(await gate('why', 'canal', '--as-of', day, '--json'));
      return items(why, 'facts').map((each) => each['fact']?.['possible']);
    };
    expect(await canal('2031-01-05')).toEqual([['shut']]);
    expect(await canal('2031-01-06')).toEqual([['shut', 'oneWayOffered']]);
    expect(await canal('2031-01-07')).toEqual([['shut', 'oneWayOffered']]);
    expect(await canal('2031-01-08')).toEqual([['oneWayOffered']]);
    const { out } = await gate('why', 'canal', '--as-of', '2031-01-07');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'between shut and offered one way: the step may have happened by then (6 to 8 Jan 2031)',
    );
  });

  it.each([
    [['check', 'phaseTwo']],
    [['check']],
    [['why', 'canal']],
    [['play', 'harbour-record']],
    [['timeline', 'phaseTwo']],
    [['diff', 'harbour-record@2031-01-05', 'harbour-record']],
    [['--scenario', 'harbour-record@2031-02-16', 'check', 'phaseTwo']],
  ])('%j names nothing that was not certainly out by the day that is known by', async (words) => {
    const days = agreement.sources.flatMap(({ published: { to } }) => [daysAfter(to, -1), to]);
    let seen = 0;
    for (const knownBy of days) {
      const { out } = await gate(...words, '--known-by', knownBy, '--json');
      const cited = new Set([...out.matchAll(/gazette-\d+\.c\d+/g)].map(([claim]) => claim));
      seen += cited.size;
      const later = [...cited].filter(
        (claim) => (agreement.claims.get(claim)?.source.published.to ?? '') > knownBy,
      );
      expect([knownBy, later]).toEqual([knownBy, []]);
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('before anything was published says just that, and from the first document on no longer', async () => {
    for (const words of [
      ['check', 'phaseTwo'],
      ['check'],
      ['why', 'canal'],
      ['play', 'harbour-record'],
      ['timeline', 'phaseTwo'],
      ['diff', 'harbour-record', 'guild-sequence'],
    ]) {
      const before = await gate(...words, '--known-by', '2031-01-11');
      expect([words, before.code, before.error]).toEqual([words, 1, '']);
      expect(before.out.replaceAll(/\s+/g, ' ')).toContain(
        'Nothing had been published by 11 Jan 2031; the first document is from 10 to 12 Jan 2031.',
      );
      const after = await gate(...words, '--known-by', '2031-01-12');
      expect(after.out).not.toContain('Nothing had been published');
    }
  });

  it('takes a gate by its alias or its event, and any event', async () => {
    const alias = await gate('check', 'phaseTwo');
    expect(await gate('check', 'phase.twoBegan')).toEqual(alias);
    expect(await gate('timeline', 'phase.twoBegan')).toEqual(await gate('timeline', 'phaseTwo'));
    const ungated = await gate('check', 'envoys.met');
    expect(ungated.code).toBe(1);
    expect(ungated.out).toContain('Envoys meet (event envoys.met)');
    const asked = await check('envoys.met');
    expect(asked).toMatchObject({ gate: null, verdict: 'unstated', taken: true, success: false });
  });

  it.each([
    [['--scenario', 'harbour-record@envoys'], /no step of harbour-record called "envoys"/],
    [
      ['--scenario', 'harbour-recrd@2031-02-10'],
      /no scenario "harbour-recrd" \[unknown-id\]\n.*harbour-record/,
    ],
    [['--scenario', 'harbour-record@2031-02-30'], /a day that exists, not "2031-02-30"/],
    [['--scenario', '@2031-02-10', '--as-of', '2031-02-11'], /as of two days at once/],
    [['--known-by', 'yesterday'], /--known-by takes a day that exists/],
    [
      ['--assume', 'wreck=raised', '--assume', 'wreck=lost'],
      /"wreck" is taken to be both raised and lost/,
    ],
    [['--assume', 'wreck=raised', '--assume', 'wreck=unknown'], /both raised and unknown/],
  ])('%j ends with 2 and a message', async (words, message) => {
    const came = await gate('check', 'phaseTwo', ...words);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(message);
  });

  it('opens the terminal UI on the scenario, whatever place in it was named', async () => {
    const opened: (string | null)[] = [];
    const openUi = async (_: unknown, { scenario }: { scenario: string | null }) => {
      opened.push(scenario);
      return 0;
    };
    for (const words of [
      [],
      ['--scenario', 'guild-sequence'],
      ['--scenario', 'guild-sequence@2031-02-16'],
    ])
      // One after the other, so that they come in order.
      // oxlint-disable-next-line no-await-in-loop
      expect((await harbourgate(words, { openUi })).code).toBe(0);
    expect(opened).toEqual([null, 'guild-sequence', 'guild-sequence']);
  });

  it('takes the same for granted as often as it is said', async () => {
    const once = await gate('check', 'canalOpening', '--assume', 'wreck=raised');
    const twice = await gate(
      'check',
      'canalOpening',
      '--assume',
      'wreck=raised',
      '--assume',
      'wreck=raised',
    );
    expect(twice).toEqual(once);
    expect(once.out.replaceAll(/\s+/g, ' ')).toContain(
      'assuming that wreck of the Marigold is: raised',
    );
  });
});

describe('a scenario file with an @ in its name', () => {
  let folder = '';
  const name = 'mine@home.yaml';
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-@-'));
    fs.writeFileSync(
      path.join(folder, name),
      'agreement: harbour\nid: mine\nkind: hypothetical\ntitle: Mine\nsummary: Two steps.\n' +
        'branchesFrom: { scenario: harbour-record, step: envoys-meet }\nsteps:\n' +
        '  - { id: raised, date: 2031-03-10, title: Found, status: assumed, event: wreck.located }\n' +
        '  - { id: opened, date: 2031-03-12, title: Opens, status: assumed, event: canal.opened }\n',
    );
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const steps = async (scenario: string) => {
    const came = await harbourgate(['play', scenario, '--json'], { userFolder: folder });
    return items(object(came), 'steps').map(({ id }) => String(id));
  };

  it('is told from the step or the day behind it', async () => {
    expect((await steps(`./${name}`)).slice(-2)).toEqual(['raised', 'opened']);
    expect((await steps(name)).slice(-2)).toEqual(['raised', 'opened']);
    expect((await steps(`./${name}@raised`)).at(-1)).toBe('raised');
    expect((await steps(`./${name}@2031-03-11`)).at(-1)).toBe('raised');
    expect((await steps(`${folder}/${name}@2031-03-12`)).at(-1)).toBe('opened');
  });
});
