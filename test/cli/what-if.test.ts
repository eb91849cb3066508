import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

let userFolder = '';
beforeEach(() => {
  userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-what-if-'));
});
afterEach(() => fs.rmSync(userFolder, { recursive: true, force: true }));

const run = (...words: string[]) => harbourgate(words, { userFolder });
const whatIf = (...words: string[]) => run('what-if', 'harbour-record', ...words);
const opening = ['--event', 'canalOpening'];
const early = ['--at', 'envoys-meet', ...opening];

describe('a what-if', () => {
  it.each<[words: string[], code: number, statuses: Record<string, string>]>([
    [
      ['--event', 'batteriesSealing'],
      1,
      { northquay: 'recognised', southquay: 'refused', guild: 'unopposed', charter: 'unopposed' },
    ],
    [
      opening,
      1,
      { northquay: 'refused', southquay: 'refused', guild: 'unopposed', charter: 'recognised' },
    ],
    // Nobody holds anything on it: that nobody objects is no recognition.
    [['--event', 'wreck.givenUp'], 1, { northquay: 'unopposed', southquay: 'unopposed' }],
    [['--event', 'tollSharing'], 1, { northquay: 'held', southquay: 'held', guild: 'held' }],
    [['--event', 'phase.twoBegan'], 1, { northquay: 'refused', southquay: 'already' }],
    [['--event', 'wreck.raised'], 1, { northquay: 'impossible', southquay: 'unopposed' }],
    [
      ['--waive', 'southquay:noSealing', '--event', 'batteriesSealing'],
      0,
      { northquay: 'recognised', southquay: 'recognised' },
    ],
    [['--at', '2031-02-13', ...opening], 1, { southquay: 'unknown' }],
  ])('%j ends with %i, and says what each makes of it', async (words, code, statuses) => {
    const came = await whatIf(...words, '--json');
    expect([came.code, came.error]).toEqual([code, '']);
    const answer = object(came);
    expect(answer['success']).toBe(code === 0);
    const outcomes = items(answer, 'steps').at(-1)?.['outcomes'];
    for (const [reading, status] of Object.entries(statuses))
      expect([reading, outcomes?.[reading]?.['status']]).toEqual([reading, status]);
  });

  it('has a day, a reason and a note with each step, in the file and in the token too', async () => {
    const given = ['--on', '9 march 2031', '--because', 'The "rain": it stopped.', '--note', 'n1'];
    const words = [...opening, ...given, '--event', 'wreck.givenUp', '--on', '10 mar'];
    const came = await whatIf(...words, '--save', 'given.yaml');
    expect(came.error).toBe('');
    expect(came.out).toContain('9 Mar 2031: ');
    expect(came.out).toContain('Reason (assumed, no party\'s): The "rain": it stopped.');
    expect(came.out).toContain("Note (no party's): n1");
    const token = String(object(await whatIf(...words, '--json'))['token']);
    for (const scenario of ['./given.yaml', token]) {
      const played = await run('play', scenario, '--json');
      expect(items(object(played), 'steps').slice(-2)).toMatchObject([
        { date: { to: '2031-03-09' }, because: 'The "rain": it stopped.', note: 'n1' },
        { date: { to: '2031-03-10' }, because: null, note: null },
      ]);
      expect((await run('diff', scenario, 'harbour-record')).out).toContain('The "rain"');
    }
  });

  it('plays later steps on without some of them, and says once that the phase is another', async () => {
    const calm = ['--at', 'phase-one-begins', '--event', 'calm.broke', '--replay'];
    const whole = items(object(await whatIf(...calm, '--json')), 'steps');
    const gone = String(whole.at(-1)?.['id']);
    const without = await whatIf(...calm, '--without', gone, '--json');
    expect(items(object(without), 'steps').map(({ id }) => id)).toEqual(
      whole.slice(0, -1).map(({ id }) => id),
    );
    // A step goes by its title and by its number as well.
    const [last] = whole.slice(-1);
    for (const name of [String(last?.['title']), '8'])
      expect((await whatIf(...calm, '--without', name, '--json')).out).toBe(without.out);
    const text = (await whatIf(...calm)).out;
    expect(text.split('Careful: this branch takes the phase from').length).toBe(2);
    const same = ['--at', 'phase-one-begins', '--event', 'envoys.met', '--replay'];
    expect((await whatIf(...same)).out).not.toContain('Careful');
  });

  it.each([
    [['--on', '2031-03-09', ...opening], '--on goes with the step before it'],
    [[...opening, '--on', '2031-03-09', '--on', '2031-03-09'], 'is given twice'],
    [[...opening, '--on', 'soon'], '"soon" is no day'],
    [[...opening, '--on', '2001-01-01'], 'Days cannot run back: "The canal opens both ways"'],
    [[...opening, '--because', ' '], 'takes a sentence'],
    [[...opening, '--because', 'a\u001b[31m'], 'cannot be played'],
    [[...opening, '--without', 'envoys-meet'], '--replay is not given'],
    [[...early, '--replay', '--without', 'no-such'], 'later step'],
  ])('%j is refused, and mended', async (words, message) => {
    const came = await whatIf(...words);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toContain(message);
    expect(came.error).not.toContain('\u001b');
    expect(came.error).not.toMatch(/\\n|what-if:\d/);
  });

  it('dated later than steps to be played on says so once, and each way out works', async () => {
    const late = ['--at', 'envoys-meet', '--event', 'tolls.suspended'];
    const came = await whatIf(...late, '--on', '2031-02-22', '--replay');
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toBe(
      'phasegate: "The tolls are suspended" is dated 22 Feb 2031, and 2 of the 4 steps played on ' +
        'after it are dated before that [wrong-order]\n' +
        '  give --on a day up to 2031-02-16, or leave it out; or branch off later, as ' +
        'harbour-record@wreck-located\n',
    );
    const later = ['--at', 'wreck-located', ...late.slice(2), '--on', '2031-02-22', '--replay'];
    for (const words of [[...late, '--on', '2031-02-16', '--replay'], [...late, '--replay'], later])
      expect((await whatIf(...words)).error).toBe('');
  });

  it('sets apart what stands otherwise because its day is later', async () => {
    const words = ['--at', 'one-way-offer', '--event', 'tolls.suspended', '--on', '2031-02-15'];
    const { out } = await whatIf(...words);
    const from = out.indexOf('Because the day is later');
    expect(out.slice(from).replaceAll(/\s+/g, ' ')).toContain(
      'All gates and events above are compared on 15 Feb 2031. What follows compares "The record, January to ' +
        'March 2031" with itself, on its own day and on that one: it differs by the day alone. Gates whose verdict over the parties differs, by the day alone ' +
        'Gate 8 Jan 2031 15 Feb 2031',
    );
    expect(out.slice(0, from)).not.toMatch(/Canal|phaseTwo/);
    const answer = object(await whatIf(...words, '--json'));
    expect(answer['byDay']).toMatchObject({ side: 'left', from: '2031-01-08', to: '2031-02-15' });
    const same = object(await whatIf(...words.slice(0, -1), '2031-01-08', '--json'));
    expect(same['byDay']).toBeNull();
  });

  it('is what check says of the same moment', async () => {
    for (const at of ['2031-02-13', '2031-02-14', '2031-02-16', '2031-03-01', '2031-03-02']) {
      for (const gate of ['canalOpening', 'batteriesSealing', 'phaseTwo', 'tollSharing']) {
        const checked = object(await run('check', gate, '--as-of', at, '--json'));
        const played = await whatIf('--as-of', at, '--event', gate, '--json');
        const outcomes = items(object(played), 'steps').at(-1)?.['outcomes'];
        for (const each of items(checked, 'readings'))
          expect([at, gate, outcomes?.[String(each['reading'])]]).toEqual([
            at,
            gate,
            each['outcome'],
          ]);
        expect([at, gate, played.code === 0]).toEqual([at, gate, checked['success']]);
      }
    }
  });

  it('names the conditions that refuse, themselves', async () => {
    const said = (await whatIf(...opening)).out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('refused: Northquay (unmet: wreck of the Marigold: raised)');
    expect(said).toContain("terms as reported, no party's");
  });

  it('goes on with the scenario, is compared with it, saved, played and compared again', async () => {
    const came = await whatIf(...early, '--replay', '--save', 'early.yaml', '--json');
    expect(came.error).toBe('');
    const answer = object(came);
    const replayed = items(answer, 'steps').slice(1);
    expect(replayed.map((step) => [step['id'], step['replayed']])).toEqual(
      ['phase-two-declared', 'wreck-located', 'inspectors-invited', 'wreck-first'].map((id) => [
        id,
        true,
      ]),
    );
    expect(items(answer, 'gates').map((each) => [each['gate'], each['reading']])).toEqual([
      ['canalOpening', 'northquay'],
      ['canalOpening', 'southquay'],
    ]);
    expect((await run('validate', 'early.yaml')).code).toBe(0);
    const played = await run('play', 'early.yaml');
    expect([played.code, played.error]).toEqual([0, '']);
    expect(played.out.replaceAll(/\s+/g, ' ')).toContain(
      '[replayed from "The record, January to March 2031"]',
    );
    const diff = await run('diff', 'harbour-record', 'early.yaml', '--json');
    expect(diff.code).toBe(1);
    expect(object(diff)).toMatchObject({
      sharedSteps: 4,
      gates: answer['gates'],
      stages: answer['stages'],
    });
  });

  it('takes steps in the order of the command line', async () => {
    const first = ['--assume', 'tolls=unknown', '--waive', 'wreckBeforeCanal', ...opening];
    const then = ['--restore', 'northquay:wreckBeforeCanal', '--unknown', 'calm'];
    const last = ['--acknowledge', 'northquay:phaseTwo', '--assume', 'wreck=raised'];
    const answer = object(await whatIf(...first, ...then, ...last, '--json'));
    expect(items(answer, 'steps').map((step) => step['action']?.['kind'])).toEqual([
      'unknown',
      'waive',
      'event',
      'restore',
      'unknown',
      'acknowledge',
      'assume',
    ]);
    expect(items(answer, 'steps')[2]?.['outcomes']?.['northquay']).toMatchObject({
      status: 'recognised',
    });
    expect(items(answer, 'steps')[5]?.['state']?.['northquay']).toMatchObject({
      phase: 'phaseTwo',
    });
  });

  it('forks before the first step on the day that it is asked of', async () => {
    const came = await whatIf('--at', '2030-12-01', '--unknown', 'tolls', '--json');
    expect(object(came)).toMatchObject({ step: null, stepIndex: -1, day: '2030-12-01', gates: [] });
    expect(object(came)['branch']?.['steps']?.['0']).toMatchObject({
      date: { from: '2030-12-01', to: '2030-12-01' },
    });
  });

  it('pins its day in what is kept, so that it is played again as it was', async () => {
    await whatIf('--at', '2031-02-15', ...opening, '--save', 'pinned.yaml');
    const outcome = async (...words: string[]) =>
      items(object(await run(...words, '--json')), 'steps').at(-1)?.['outcomes'];
    expect(await outcome('play', 'pinned.yaml')).toEqual(
      await outcome('what-if', 'harbour-record@2031-02-15', ...opening),
    );
  });

  it.each([
    [
      ['--at', '2031-01-07', ...opening],
      /\(one-way-offer\) had happened by that day is not known, so no scenario can begin there/,
    ],
    [['--known-by', '2031-02-20', ...opening], /cannot say what was known by a day/],
  ])('%j is answered, and cannot be kept', async (words, message) => {
    const shown = await whatIf(...words);
    expect(shown.error).toBe('');
    expect(shown.out.replaceAll(/\s+/g, ' ')).toMatch(message);
    expect(shown.out).not.toContain('token:');
    expect(object(await whatIf(...words, '--json'))['token']).toBeNull();
    const saved = await whatIf(...words, '--save', 'mine.yaml');
    expect([saved.code, saved.out]).toEqual([2, '']);
    expect(saved.error).toMatch(message);
    expect(fs.readdirSync(userFolder)).toEqual([]);
  });

  it('writes out what a file cannot refer to', async () => {
    await whatIf(...early, '--save', 'first.yaml');
    const came = await run('what-if', 'first.yaml', '--event', 'envoys.parted', '--save', 'b.yaml');
    expect(came.error).toBe('');
    fs.rmSync(path.join(userFolder, 'first.yaml'));
    const played = object(await run('play', 'b.yaml', '--json'));
    expect(
      items(played, 'steps')
        .slice(-2)
        .map((step) => step['id']),
    ).toEqual(['canal-opened', 'envoys-parted']);
  });

  it('never replaces a file without being told to', async () => {
    const place = path.join(userFolder, 'mine.yaml');
    fs.writeFileSync(place, 'mine');
    const refused = await whatIf(...opening, '--save', 'mine.yaml');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toMatch(/mine\.yaml is there already \[cannot-write\]\n.*--force/);
    expect(fs.readFileSync(place, 'utf8')).toBe('mine');
    const forced = await whatIf(...opening, '--save', 'mine.yaml', '--force');
    expect(forced.error).toBe('');
    expect(fs.readFileSync(place, 'utf8')).toContain('id: mine');
    expect(fs.readdirSync(userFolder)).toEqual(['mine.yaml']);
  });

  it.each([
    [['--event', 'canal.opend'], /no gate or event "canal.opend" \[unknown-id\]\n.*canal.opened/],
    [['--at', 'nowhere', ...opening], /no step of harbour-record called/],
    [['--at', '2031-02-30', ...opening], /a day that exists/],
    [['--waive', 'southquay:wreckRaised'], /of the reading northquay, not of "southquay"/],
    [['--waive', 'tollsSettled'], /required by the model itself/],
    [['--waive', 'nothing'], /no condition or objection "nothing"/],
    [
      ['--waive', 'southquay:nothing'],
      /"nothing" of Southquay \[unknown-id\]\n.*; tollsOff \(canal tolls: suspended or shared\).*noSealing \(the objection to "The batteries are sealed"\)/,
    ],
    [['--waive', 'southquay:tollsOf'], /of Southquay \[unknown-id\]\n  did you mean tollsOff\?/],
    [['--acknowledge', 'phaseTwo'], /--acknowledge takes reading:event/],
    [['--acknowledge', 'nobody:phaseTwo'], /no reading "nobody"/],
    [['--acknowledge', 'charter:phaseTwo'], /no party's reading, so it grants nothing/],
    [['--waive', 'canalInPhaseTwo'], /no party's reading, so it waives nothing/],
    [['--assume', 'tolls'], /--assume takes region=stage/],
    [['--unknown', 'toll'], /no region "toll"/],
    [[...opening, '--replay'], /nothing comes after the last step/],
    [['--at', '2031-01-07', ...opening, '--replay'], /--replay plays on from a step/],
    [[...opening, '--save', 'x'], /takes the name of a YAML file \[wrong-form\]\n.*x\.yaml/],
    [
      [...opening, '--save', 'no/where.yaml'],
      /no\/where\.yaml would be in a folder that does not exist/,
    ],
    [[...opening, '--save', '.yaml/'], /YAML file/],
  ])('says what is wrong with %j', async (words, message) => {
    const came = await whatIf(...words);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(message);
  });
});

describe('a token', () => {
  it('is taken wherever a scenario is, a step behind it too', async () => {
    const saved = object(await whatIf(...early, '--replay', '--save', 'a.yaml', '--json'));
    const token = String(saved['token']);
    expect(token.length).toBeLessThan(200);
    expect((await run('play', token)).out).toBe((await run('play', 'a.yaml')).out);
    expect((await run('diff', token, 'a.yaml')).code).toBe(0);
    const before = object(await run('play', `${token}@canal-opened`, '--json'));
    expect(items(before, 'steps').at(-1)?.['id']).toBe('canal-opened');
    for (const words of [
      ['check', 'canalOpening', '--scenario', token],
      ['timeline', 'canalOpening', '--scenario', token],
      ['what-if', token, ...opening],
      ['--scenario', token],
    ]) {
      const came = await run(...words);
      expect(came.error).toBe('');
      expect([0, 1]).toContain(came.code);
    }
  });

  it('that is damaged, or of another agreement, says so', async () => {
    const token = String(object(await whatIf(...early, '--json'))['token']);
    const damaged = await run('play', `${token.slice(0, 30)}${token.slice(31)}`);
    expect([damaged.code, damaged.out]).toEqual([2, '']);
    expect(damaged.error).toContain('a part missing or changed');
    const foreign = await phasegate(['play', token]);
    expect(foreign.code).toBe(2);
    expect(foreign.error).toContain('agreement');
  });
});
