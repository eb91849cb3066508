import { describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

describe('exercise', () => {
  it('asks without giving the answers', async () => {
    const came = await phasegate(['exercise']);
    expect([came.code, came.error]).toEqual([0, '']);
    expect(came.out).toContain(
      '1. phase-two-mediators, after step 20, unsigned (2025-12-20 to 2025-12-21)',
    );
    const answer = object(await phasegate(['exercise', 'record', '--json']));
    expect(items(answer, 'questions')).toHaveLength(8);
    for (const question of items(answer, 'questions')) expect(question).not.toHaveProperty('right');
  });

  it('marks answers, with the sources and the score', async () => {
    const words = ['--answer', 'phase-two-hamas=open', '--answer', 'rafah-in-january=none'];
    const came = await phasegate(['exercise', 'record', ...words]);
    expect(came.code).toBe(1);
    expect(came.out).toContain('✓ right: you said open, the model says open');
    expect(came.out).toContain('✗ not right: you said none, the model says remainsFirst');
    expect(came.out).toMatch(/sourced: [^(]+\(document-5\.c14, c15, c17\); /);
    expect(came.out).toContain('1 of 2 right');
    expect((await phasegate(['exercise', ...words.slice(0, 2)])).code).toBe(0);
    const other = [
      '--answer',
      'phase-two-now=deadReturned',
      '--answer',
      'rafah-in-december=unstated',
    ];
    const right = await phasegate(['exercise', ...other]);
    expect(right.code).toBe(0);
    const said = right.out.replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      'the model says bodyRecovered and deadReturned; deadReturned alone would be enough',
    );
    expect(said).toContain('the model says unstated (no condition reported)');
    const [, , , , , , now] = items(
      object(await phasegate(['exercise', ...other, '--json'])),
      'questions',
    );
    expect(now).toMatchObject({
      right: ['bodyRecovered', 'deadReturned'],
      enough: [['deadReturned']],
    });
  });

  it.each([
    [['plan-sequence'], /has no questions\n.*record/],
    [['--answer', 'nothing=open'], /no question "nothing"/],
    [['--answer', 'phase-two-hamas=ajar'], /no choice of phase-two-hamas called/],
    [['--answer', 'phase-two-hamas=open,closed'], /exactly one choice/],
    [['--answer', 'phase-two-hamas'], /takes question=choice/],
  ])('says what is wrong with %j', async (words, message) => {
    const came = await phasegate(['exercise', ...words]);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(message);
  });

  it('has nothing to ask of an agreement without questions', async () => {
    expect((await harbourgate(['exercise'])).error).toMatch(/has no questions/);
  });
});
