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

const run = (...words: string[]) => phasegate(words, { userFolder });
const whatIf = (...words: string[]) => run('what-if', 'record', ...words);
const opening = ['--event', 'rafah.openedBothWays'];
const inDecember = ['--at', '2025-12-20', ...opening];

describe('the crossing opens in December', () => {
  it('is unstated under every reading then', async () => {
    const came = await whatIf(...inDecember, '--json');
    const answer = object(came);
    expect([came.code, came.error]).toEqual([0, '']);
    expect(answer['base']).toMatchObject({ scenario: 'record', step: 'istanbul-december' });
    const [step] = items(answer, 'steps');
    expect(Object.values(step?.['outcomes'] ?? {})).toHaveLength(5);
    for (const outcome of Object.values(step?.['outcomes'] ?? {}))
      expect(outcome).toMatchObject({ status: 'recognised', position: 'unstated' });
    expect((await whatIf(...inDecember)).out).toContain('derived: unstated under every reading');
  });

  it("at the record's end is refused under one reading, with its leaf", async () => {
    const came = await whatIf(...opening, '--json');
    expect(came.code).toBe(1);
    const [step] = items(object(came), 'steps');
    expect(step?.['outcomes']).toMatchObject({
      israel: { status: 'refused', position: 'stated', blocking: [['remainsFirst']] },
      hamas: { status: 'recognised', position: 'unstated' },
    });
    expect((await whatIf(...opening)).out).toContain('Israel: refused (remainsFirst)');
  });

  it('goes on with the record, is compared with it, saved, played and compared again', async () => {
    const came = await whatIf(...inDecember, '--replay', '--save', 'december.yaml', '--json');
    expect([came.code, came.error]).toEqual([0, '']);
    const answer = object(came);
    const impossible = items(answer, 'steps').filter(
      (step) => String(step['outcomes']?.['israel']?.['status']) === 'impossible',
    );
    expect(impossible.map((step) => step['id'])).toEqual(['exit-offered', 'reopening-announced']);
    for (const step of impossible) {
      expect(step['replayed']).toBe(true);
      expect(step['outcomes']?.['israel']).toMatchObject({ becauseOf: 'rafah-opened-both-ways' });
    }
    expect(answer['gates']).toEqual([
      {
        gate: 'rafahOpening',
        reading: 'israel',
        left: { verdict: 'closed', blocking: [['remainsFirst']] },
        right: { verdict: 'passed', blocking: [] },
      },
    ]);

    expect((await run('validate', 'december.yaml')).code).toBe(0);
    const played = await run('play', 'december.yaml');
    expect([played.code, played.error]).toEqual([0, '']);
    const flat = played.out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain('[replayed from record]');
    expect(flat).toContain('impossible (only from closed; because of rafah-opened-both-ways)');
    expect(flat).toContain('derived, on the past of record: recognised under every reading');
    expect(flat).toContain('derived, on the past of record: the same');

    const diff = await run('diff', 'record', 'december.yaml', '--json');
    expect(diff.code).toBe(1);
    expect(object(diff)).toMatchObject({
      sharedSteps: 17,
      left: { steps: [] },
      right: { steps: ['rafah-opened-both-ways'] },
      gates: answer['gates'],
    });
    const judged = items(object(diff), 'judged').filter(
      (each) => String(each['reading']) === 'hamas',
    );
    expect(judged.map((each) => each['step'])).toEqual(['exit-offered', 'reopening-announced']);
    const markdown = await run('diff', 'record', 'december.yaml', '--markdown');
    expect(markdown.out).toContain('## Steps of both, judged differently');
  });
});

describe('a token', () => {
  it('is taken wherever a scenario is', async () => {
    const saved = object(await whatIf(...inDecember, '--replay', '--save', 'a.yaml', '--json'));
    const token = String(saved['token']);
    expect(token.length).toBeLessThan(200);
    expect((await run('play', token)).out).toBe((await run('play', 'a.yaml')).out);
    expect((await run('diff', token, 'a.yaml')).code).toBe(0);
    for (const words of [
      ['check', 'rafahOpening', '--scenario', token],
      ['timeline', 'rafahOpening', '--scenario', token],
      ['what-if', token, ...opening],
      ['--scenario', token],
    ]) {
      const came = await run(...words);
      expect(came.error).toBe('');
      expect([0, 1]).toContain(came.code);
    }
  });

  it('that is damaged, or of another agreement, says so', async () => {
    const token = String(object(await whatIf(...inDecember, '--json'))['token']);
    const damaged = await run('play', `${token.slice(0, 30)}${token.slice(31)}`);
    expect([damaged.code, damaged.out]).toEqual([2, '']);
    expect(damaged.error).toContain('a part missing or changed');
    const foreign = await harbourgate(['play', token]);
    expect(foreign.code).toBe(2);
    expect(foreign.error).toContain('agreement');
  });
});

describe('what-if', () => {
  it('takes steps in the order of the command line', async () => {
    const words = [
      '--assume',
      'aid=unknown',
      '--waive',
      'remainsFirst',
      ...opening,
      '--restore',
      'israel:remainsFirst',
      '--unknown',
      'truce',
      '--assume',
      'remains=handedOver',
    ];
    const answer = object(await whatIf(...words, '--json'));
    expect(items(answer, 'steps').map((step) => step['action']?.['kind'])).toEqual([
      'unknown',
      'waive',
      'event',
      'restore',
      'unknown',
      'assume',
    ]);
    const opened = items(answer, 'steps')[2];
    expect(opened?.['outcomes']?.['israel']).toMatchObject({ status: 'recognised' });
    expect(answer['recognised']).toBe(true);
  });

  it('forks before the first step on the day that it can lie on', async () => {
    const came = await whatIf('--at', '2025-09-01', '--unknown', 'aid', '--json');
    expect(object(came)).toMatchObject({ base: { step: null, index: -1 }, gates: [] });
  });

  it('writes out what a file cannot refer to', async () => {
    await whatIf(...inDecember, '--save', 'first.yaml');
    const came = await run(
      'what-if',
      'first.yaml',
      '--event',
      'truce.strained',
      '--save',
      'second.yaml',
    );
    expect(came.error).toBe('');
    fs.rmSync(path.join(userFolder, 'first.yaml'));
    const played = object(await run('play', 'second.yaml', '--json'));
    expect(
      items(played, 'steps')
        .slice(-2)
        .map((step) => step['id']),
    ).toEqual(['rafah-opened-both-ways', 'truce-strained-2']);
  });

  it('never replaces a file without being told to', async () => {
    const place = path.join(userFolder, 'mine.yaml');
    fs.writeFileSync(place, 'mine');
    const refused = await whatIf(...opening, '--save', 'mine.yaml');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toMatch(/mine\.yaml is there already\n.*--force/);
    expect(fs.readFileSync(place, 'utf8')).toBe('mine');
    const forced = await whatIf(...opening, '--save', 'mine.yaml', '--force');
    expect(forced.error).toBe('');
    expect(fs.readFileSync(place, 'utf8')).toContain('id: mine');
    expect(fs.readdirSync(userFolder)).toEqual(['mine.yaml']);
  });

  it.each([
    [['--event', 'rafah.openBothWays'], /no event "rafah.openBothWays"\n.*rafah.openedBothWays/],
    [['--at', 'nowhere', ...opening], /no step of record called/],
    [['--at', '2025-02-30', ...opening], /a day that exists/],
    [['--waive', 'hamas:remainsFirst'], /a leaf of israel, not of "hamas"/],
    [['--waive', 'committeeNamed'], /holds under every reading/],
    [['--waive', 'nothing'], /no leaf "nothing"/],
    [['--assume', 'aid'], /--assume takes region=stage/],
    [['--unknown', 'aids'], /no region "aids"/],
    [[...opening, '--replay'], /nothing comes after the last step/],
    [[...opening, '--save', 'x'], /takes the name of a YAML file\n.*x\.yaml/],
    [[...opening, '--save', 'no/where.yaml'], /no\/where\.yaml has no folder to lie in/],
    [[...opening, '--save', '.yaml/'], /YAML file/],
  ])('says what is wrong with %j', async (words, message) => {
    const came = await whatIf(...words);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(message);
  });

  it('works on the fictional agreement', async () => {
    const came = await harbourgate(
      ['what-if', 'harbour-record', '--at', 'envoys-meet', '--event', 'calm.broke', '--replay'],
      { userFolder },
    );
    expect(came.error).toBe('');
    expect(came.out).toContain('because of calm-broke');
    expect(came.out).not.toMatch(/gaza|rafah|hamas|israel/i);
  });
});
