import { describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

describe('play', () => {
  it('gives each step with its outcome under each reading and where each run stands', async () => {
    const answer = object(await phasegate(['play', 'record', '--json']));
    const step = items(answer, 'steps').find(
      (entry) => String(entry['id']) === 'phase-two-reported',
    );
    expect(step).toMatchObject({
      action: { kind: 'event', event: 'phase.twoBegan' },
      date: { from: '2025-12-24', to: '2026-01-25' },
      contested: true,
      outcomes: {
        israel: {
          status: 'refused',
          position: 'stated',
          gate: 'phaseTwo',
          blocking: [['deadReturned']],
        },
        hamas: { status: 'recognised', position: 'stated' },
        mediators: { status: 'recognised', position: 'unstated' },
      },
      state: { israel: { phase: 'phaseOne' }, hamas: { phase: 'phaseTwo' } },
      reported: { phase: 'phaseTwo' },
    });
    expect(answer).toMatchObject({
      schemaVersion: 1,
      recordEnds: '2026-01-25',
      scenario: 'record',
    });
  });

  it('gives null for a date that nothing bounds', async () => {
    const answer = object(await phasegate(['play', 'rafah-opens-before-remains', '--json']));
    const opened = items(answer, 'steps').find((entry) => String(entry['id']) === 'opened-first');
    expect(opened).toMatchObject({ date: null, basis: 'assumed', action: { kind: 'event' } });
  });

  it('stops after a step or a day', async () => {
    const byStep = object(
      await phasegate(['play', 'record', '--until', 'miami-meeting', '--json']),
    );
    const byDay = object(await phasegate(['play', 'record', '--until', '2025-12-19', '--json']));
    expect(items(byStep, 'steps').at(-1)?.['id']).toBe('miami-meeting');
    expect(items(byDay, 'steps')).toHaveLength(items(byStep, 'steps').length);
  });

  it('shows a step that a party disputes as disputed and does not apply it in its run', async () => {
    const answer = object(await harbourgate(['play', 'harbour-record', '--json']));
    const disputed = items(answer, 'steps').find((entry) =>
      Object.values(entry['outcomes'] ?? {}).some(
        (outcome) => String(outcome['status']) === 'disputed',
      ),
    );
    expect(disputed).toBeDefined();
  });

  it('prints a transcript without a terminal when no command is given', async () => {
    const bare = await phasegate([]);
    const played = await phasegate(['play', 'record']);
    expect(bare.out).toBe(played.out);
    expect(bare.code).toBe(0);
  });
});

describe('list and claims', () => {
  it('lists every kind of thing', async () => {
    const answer = object(await phasegate(['list', '--json']));
    // Who adds a scenario breaks no test.
    expect(items(answer, 'scenarios').length).toBeGreaterThanOrEqual(14);
    expect(answer['gates']).toHaveLength(15);
    expect(answer['sources']).toHaveLength(5);
    expect(items(answer, 'scenarios').map((each) => String(each['id']))[0]).toBe('record');
    const only = object(await phasegate(['list', 'gates', '--json']));
    expect(only).not.toHaveProperty('scenarios');
  });

  it('finds claims by speaker, region and dispute', async () => {
    const spoken = object(await phasegate(['claims', '--speaker', 'hamas', '--json']));
    expect(items(spoken, 'claims').map((each) => each['id'])).toContain('document-3.c6');
    const disputed = object(
      await phasegate(['claims', '--region', 'phase', '--disputed', '--json']),
    );
    expect(items(disputed, 'claims').length).toBeGreaterThan(5);
    for (const claim of items(disputed, 'claims')) {
      expect(items(claim, 'disputedBy')).not.toHaveLength(0);
      expect(claim['regions']).toContain('phase');
    }
  });
});

describe('why, timeline and diff', () => {
  it('says which gates wait for the remains, and who asks for them', async () => {
    const answer = object(await phasegate(['why', 'remains=handedOver', '--json']));
    const waiting = items(answer, 'holdsUp').filter((each) => each['blocks']);
    expect(waiting.map((each) => [each['gate'], each['reading'], each['leaf']])).toEqual([
      ['phaseTwo', 'israel', 'deadReturned'],
      ['rafahOpening', 'israel', 'remainsFirst'],
    ]);
  });

  it('says when verdicts changed, and agrees with check on each day', async () => {
    const answer = object(await phasegate(['timeline', 'phaseTwo', '--json']));
    expect(items(answer, 'changes').map((each) => [each['day'], each['verdict']])).toEqual([
      ['2025-10-31', 'unstated'],
      ['2025-12-14', 'contested'],
      ['2026-01-25', 'contested'],
    ]);
    for (const change of items(answer, 'changes')) {
      const check = object(
        await phasegate(['check', 'phaseTwo', '--as-of', String(change['day']), '--json']),
      );
      expect(check['verdict']).toBe(change['verdict']);
    }
  });

  it('finds no difference between a scenario and itself, and says how two part', async () => {
    expect((await phasegate(['diff', 'record', 'record'])).code).toBe(0);
    const came = await phasegate(['diff', 'record', 'rafah-opens-before-remains', '--json']);
    expect(came.code).toBe(1);
    expect(object(came)['gates']).toContainEqual({
      gate: 'rafahOpening',
      reading: 'israel',
      left: { verdict: 'closed', blocking: [['remainsFirst']] },
      right: { verdict: 'passed', blocking: [] },
    });
    const markdown = await phasegate([
      'diff',
      'record',
      'rafah-opens-before-remains',
      '--markdown',
    ]);
    expect(markdown.out).toContain('| Gate | Reading | record | rafah-opens-before-remains |');
  });

  it('compares at a step', async () => {
    const came = await phasegate([
      'diff',
      'record',
      'hamas-sources-sequence',
      '--at',
      'leaders-expected-to-meet',
      '--json',
    ]);
    expect([came.code, object(came)['stages']]).toEqual([0, []]);
  });
});

describe('every command', () => {
  const lines = [
    ['list'],
    ['claims'],
    ['claims', '--disputed', '--verbose'],
    ['play', 'plan-sequence', '--verbose'],
    ['check'],
    ['check', 'settlement', '--verbose'],
    ['why', 'weapons'],
    ['timeline', 'rafahOpening'],
    ['diff', 'israel-sequence', 'record'],
    ['validate'],
  ];
  it.each(lines)(
    '%s prints text without control characters, and says where the record ends',
    async (...words) => {
      const { out, code } = await phasegate(words);
      expect([0, 1]).toContain(code);
      expect(out).not.toMatch(/[^\P{Cc}\n]/u);
      expect(out).toContain(words[0] === 'validate' ? 'All is right' : 'record ends on 2026-01-25');
    },
  );

  it.each(lines.filter(([name]) => name !== 'validate'))(
    '%s prints one JSON object with its frame',
    async (...words) => {
      const answer = object(
        await phasegate([...words.filter((word) => word !== '--verbose'), '--json']),
      );
      expect(answer).toMatchObject({
        schemaVersion: 1,
        agreement: 'gaza-ceasefire',
        recordEnds: '2026-01-25',
      });
    },
  );

  it.each([
    ['list'],
    ['claims'],
    ['play', 'harbour-record'],
    ['check'],
    ['check', 'canalOpening'],
    ['timeline', 'phaseTwo'],
    ['diff', 'harbour-record', 'canal-opens-early'],
  ])('%s works on the fictional agreement', async (...words) => {
    const { out, error, code } = await harbourgate(words);
    expect(error).toBe('');
    expect([0, 1]).toContain(code);
    expect(out.length).toBeGreaterThan(100);
    expect(out).not.toMatch(/gaza|rafah|hamas|israel/i);
  });
});
