import { describe, expect, it } from 'vitest';
import { citationsText } from '../../src/model/citation.ts';
import { loadShipped } from '../shipped.ts';
import { harbourgate, items, type Json, object, phasegate } from './command-line.ts';

const of = (answer: Json, reading: string): Json => {
  const found = items(answer, 'readings').find((entry) => String(entry['reading']) === reading);
  if (found === undefined) throw new Error(`no ${reading}`);
  return found;
};

describe('check, on the record', () => {
  it('has phase two closed for one party, open for another and unstated for a third on 20 December', async () => {
    const came = await phasegate([
      'check',
      'phaseTwo',
      '--scenario',
      'record',
      '--as-of',
      '2025-12-20',
      '--json',
    ]);
    const answer = object(came);
    expect(came.code).toBe(1);
    expect(answer).toMatchObject({
      schemaVersion: 1,
      agreement: 'gaza-ceasefire',
      recordEnds: '2026-01-25',
      scenario: 'record',
      asOf: '2025-12-20',
      knownBy: null,
      gate: 'phaseTwo',
      verdict: 'contested',
      everyone: 'closed',
      anyone: 'open',
    });
    expect(of(answer, 'israel')).toMatchObject({
      verdict: 'closed',
      position: 'stated',
      claims: ['document-3.c7'],
      blocking: [['bodyRecovered']],
      condition: 'bodyRecovered',
      leaves: [
        {
          id: 'bodyRecovered',
          region: 'remains',
          requires: ['recovered', 'handedOver'],
          claims: ['document-3.c7'],
          hearsay: true,
          status: 'unmet',
          controllers: null,
          takingPart: ['document-3.c9', 'document-4.c46'],
          fact: {
            stage: 'searchUnderway',
            basis: 'sourced',
            claims: ['document-3.c10', 'document-4.c46'],
          },
        },
      ],
    });
    expect(of(answer, 'hamas')).toMatchObject({
      verdict: 'open',
      position: 'stated',
      blocking: [],
      claims: ['document-3.c6'],
    });
    expect(of(answer, 'mediators')).toMatchObject({
      verdict: 'unstated',
      position: 'unstated',
      claims: [],
    });
  });

  it('has phase two passed, closed and so contested at the end of the record', async () => {
    const answer = object(await phasegate(['check', 'phaseTwo', '--json']));
    expect(answer['verdict']).toBe('contested');
    expect(of(answer, 'hamas')['verdict']).toBe('passed');
    expect(of(answer, 'israel')['verdict']).toBe('closed');
  });

  it('has the crossing closed under the reading that asks for the remains, and not yet on 20 December', async () => {
    const then = object(
      await phasegate(['check', 'rafahOpening', '--as-of', '2025-12-20', '--json']),
    );
    const atEnd = object(await phasegate(['check', 'rafahOpening', '--json']));
    expect(of(then, 'israel')['verdict']).toBe('unstated');
    expect(of(atEnd, 'israel')).toMatchObject({ verdict: 'closed', blocking: [['remainsFirst']] });
  });

  it('says what is known at second hand only, of either side alike, and never that somebody states it', async () => {
    const spaced = async (...words: string[]) =>
      (await phasegate(words)).out.replaceAll(/\s+/g, ' ');
    const { agreement } = loadShipped();
    const cites = (...claims: string[]) => citationsText(agreement, claims);
    const check = await spaced('check', 'phaseTwo');
    expect(check).toContain(
      `(sourced: ${cites('document-3.c7')}; at second hand; in force since 2025-12-14)`,
    );
    expect(check).toContain(
      `has a position; no condition of its own is reported (sourced: ${cites('document-3.c6', 'document-1.c3', 'document-2.c2')}; at second hand)`,
    );
    expect(await spaced('check', 'committeeOffice')).not.toContain('at second hand');
    const remainsFirst = cites('document-5.c14', 'document-5.c15');
    expect(await spaced('why', 'remains=handedOver')).toContain(
      `(sourced: ${remainsFirst}; at second hand)`,
    );
    expect(await spaced('timeline', 'rafahOpening')).toContain(
      `Israel is reported to ask for remainsFirst (${remainsFirst})`,
    );
    expect(await spaced('timeline', 'phaseTwo')).toContain('a position of Hamas is reported (');
    expect(await spaced('check', 'rafahOpening', '--as-of', '2025-12-31')).toContain(
      `a refusal is reported, without a condition: ${cites('document-4.c16')}; a position is reported from 2026-01-25 on`,
    );
    for (const gate of ['committeeOffice', 'administrationTransfer'])
      expect(await spaced('check', gate)).not.toContain('refusal');
    const why = object(await phasegate(['why', 'remains=handedOver', '--json']));
    expect(items(why, 'holdsUp').map((held) => held['hearsay'])).toEqual([true, true, true]);
    expect(of(object(await phasegate(['check', 'phaseTwo', '--json'])), 'hamas')['hearsay']).toBe(
      true,
    );
  });

  it('never lets an unstated position look open: nobody has one, so the exit code is 1', async () => {
    const came = await phasegate(['check', 'committeeOffice', '--reading', 'mediators,turkiye']);
    expect(came.code).toBe(1);
    expect(came.out).toContain('committeeOffice');
    expect(came.out).toContain('unstated');
    expect(came.out).not.toMatch(/\bopen\b/);
  });

  it('ends with 0 when the gate is open under every reading asked for that has a position', async () => {
    const came = await phasegate([
      'check',
      'phaseTwo',
      '--reading',
      'hamas,mediators',
      '--as-of',
      '2025-12-20',
    ]);
    expect(came.code).toBe(0);
  });

  it('computes everyone and anyone', async () => {
    const everyone = await phasegate(['check', 'phaseTwo', '--reading', 'everyone']);
    const anyone = await phasegate(['check', 'phaseTwo', '--reading', 'anyone']);
    expect([everyone.code, anyone.code]).toEqual([1, 0]);
  });

  it('takes assumptions, and tells the unknown facts that could change a verdict from those that cannot', async () => {
    const met = await phasegate([
      'check',
      'phaseTwo',
      '--reading',
      'israel',
      '--assume',
      'remains=handedOver',
    ]);
    expect(met.code).toBe(0);
    const answer = object(
      await phasegate([
        'check',
        'phaseTwo',
        '--reading',
        'israel',
        '--assume',
        'remains=unknown',
        '--assume',
        'rafah=unknown',
        '--json',
      ]),
    );
    expect(of(answer, 'israel')).toMatchObject({
      verdict: 'unknown',
      unknown: { deciding: ['remains'], irrelevant: ['rafah'] },
    });
    expect(of(answer, 'israel')['leaves']?.['0']?.['fact']).toMatchObject({
      stage: 'unknown',
      basis: 'assumed',
    });
  });

  it('lists what straddles the day instead of counting or dropping it', async () => {
    const answer = object(
      await phasegate(['check', 'turkishContingent', '--as-of', '2025-12-20', '--json']),
    );
    expect(items(answer, 'undetermined', 'steps')).toContain('truce-strained');
    expect(items(answer, 'undetermined', 'statements').map((each) => each['leaf'])).toContain(
      'noTurkishTroops',
    );
    expect(of(answer, 'israel')['verdict']).toBe('unstated');
  });

  it('keeps to what was published by a day', async () => {
    const answer = object(
      await phasegate(['check', 'phaseTwo', '--known-by', '2025-12-15', '--json']),
    );
    expect(of(answer, 'israel')['claims']).toEqual(['document-3.c7']);
    expect(JSON.stringify(answer)).not.toContain('document-4');
  });

  it('leaves out, and names, what had not happened or was not published by the day', async () => {
    const answer = object(
      await phasegate(['check', 'phaseTwo', '--known-by', '2025-12-15', '--json']),
    );
    expect(answer['notKnownYet']).toContain('phase-two-reported');
    const { out } = await phasegate(['check', 'phaseTwo', '--known-by', '2025-12-15']);
    expect(out).toMatch(/Steps left out[^]*phase-two-reported/);
    expect(out).not.toMatch(/document-[45]/);
  });

  it('says of an open gate that its event cannot happen, and from which stage', async () => {
    const note = 'the event itself cannot happen while phase is collapsed';
    const one = await phasegate(['check', 'phaseTwo', '--scenario', 'truce-collapses']);
    expect(one.out.replaceAll(/\s+/g, ' ')).toContain(`Hamas: open; ${note}`);
    const all = await phasegate(['check', '--scenario', 'truce-collapses']);
    expect(all.out.replaceAll(/\s+/g, ' ')).toContain(`phaseTwo is open under Hamas, but ${note}.`);
  });

  it('shows every gate by every reading without a gate', async () => {
    const answer = object(await phasegate(['check', '--json']));
    expect(answer['gates']).toHaveLength(15);
    const text = await phasegate(['check']);
    expect(text.out).toMatch(
      /^phaseTwo +contested \(2 of 4\) +closed +passed +unstated +unstated +unstated/m,
    );
    expect(text.out).toContain('The record ends on 2026-01-25');
  });

  it('adds what the claims say with --verbose', async () => {
    const plain = await phasegate(['check', 'phaseTwo']);
    const verbose = await phasegate(['check', 'phaseTwo', '--verbose']);
    expect(plain.out).not.toContain('Hamas sources, unnamed');
    expect(verbose.out.length).toBeGreaterThan(plain.out.length + 500);
    expect(verbose.out).toContain('(hearsay)');
  });
});

describe('check, on the fictional agreement', () => {
  it('answers in the same shape', async () => {
    const answer = object(await harbourgate(['check', 'phaseTwo', '--json']));
    expect(answer).toMatchObject({
      agreement: 'harbour',
      scenario: 'harbour-record',
      gate: 'phaseTwo',
      verdict: 'contested',
    });
  });

  it('keeps lines within the width that it is given', async () => {
    for (const width of [60, 80, 120]) {
      const { out } = await harbourgate(['check', 'phaseTwo', '--verbose'], { width });
      const long = out.split('\n').filter((line) => [...line].length > width + 24);
      expect(long).toEqual([]);
    }
  });
});
