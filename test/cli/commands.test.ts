import { describe, expect, it } from 'vitest';
import { harbourgate, items, type Json, object, phasegate } from './command-line.ts';

describe('play', () => {
  it('gives each step with its outcome under each reading and where each run stands', async () => {
    const answer = object(await harbourgate(['play', 'harbour-record', '--json']));
    const step = items(answer, 'steps').find(
      (entry) => String(entry['id']) === 'phase-two-declared',
    );
    expect(step).toMatchObject({
      action: { kind: 'event', event: 'phase.twoBegan' },
      date: { from: '2031-02-16', to: '2031-02-16' },
      verdict: 'contested',
      outcomes: {
        northquay: { status: 'refused', stance: 'asks', unmet: [['wreckRaised']] },
        southquay: { status: 'recognised', stance: 'backs' },
        guild: { status: 'unopposed', stance: 'unstated' },
      },
      state: { northquay: { phase: 'phaseOne' }, southquay: { phase: 'phaseTwo' } },
      reported: { phase: 'phaseTwo' },
    });
    expect(answer).toMatchObject({
      schemaVersion: 2,
      recordEnds: '2031-03-02',
      scenario: 'harbour-record',
    });
  });

  it('gives null for a date that nothing bounds', async () => {
    const answer = object(await harbourgate(['play', 'canal-opens-early', '--json']));
    const opened = items(answer, 'steps').find((entry) => String(entry['id']) === 'canal-opens');
    expect(opened).toMatchObject({ date: null, basis: 'assumed', action: { kind: 'event' } });
  });

  it('stops after a step or a day, written in either way', async () => {
    const ids = async (...words: string[]) =>
      items(object(await harbourgate(['play', ...words, '--json'])), 'steps').map(
        ({ id, isCertain }) => [id, isCertain],
      );
    const byStep = await ids('harbour-record', '--until', 'one-way-offer');
    expect(byStep.at(-1)).toEqual(['one-way-offer', true]);
    expect(await ids('harbour-record@one-way-offer')).toEqual(byStep);
    expect(await ids('harbour-record', '--until', '2031-01-08')).toEqual(byStep);
    expect(await ids('harbour-record', '--as-of', '2031-01-08')).toEqual(byStep);
    // The day before its last it may have happened, and the day before its first it has not.
    const [, , offer] = await ids('harbour-record@2031-01-07');
    expect(offer).toEqual(['one-way-offer', false]);
    expect(await ids('harbour-record@2031-01-05')).toHaveLength(2);
  });

  it('shows a step that a party disputes as disputed and does not apply it in its run', async () => {
    const answer = object(await harbourgate(['play', 'harbour-record', '--json']));
    const disputed = items(answer, 'steps').find((each) => String(each['id']) === 'wreck-located');
    expect(disputed).toMatchObject({
      outcomes: { northquay: { status: 'disputed' }, guild: { status: 'unopposed' } },
      state: { northquay: { wreck: 'lost' }, guild: { wreck: 'located' } },
    });
  });

  it('prints a transcript without a terminal when no command is given', async () => {
    const bare = await harbourgate([]);
    const played = await harbourgate(['play', 'harbour-record']);
    expect(await harbourgate(['play'])).toEqual(played);
    expect(bare.out).toBe(played.out);
    expect(bare.code).toBe(0);
    const early = await harbourgate(['--scenario', 'canal-opens-early']);
    expect(early.out).toBe((await harbourgate(['play', 'canal-opens-early'])).out);
  });
});

describe('list and claims', () => {
  it('lists every kind of thing', async () => {
    const answer = object(await harbourgate(['list', '--json']));
    expect(items(answer, 'scenarios').map((each) => each['id'])).toEqual([
      'harbour-record',
      'guild-sequence',
      'canal-opens-early',
      'wreck-never-raised',
    ]);
    expect(items(answer, 'gates').map((each) => each['id'])).toContain('phaseTwo');
    expect(answer['sources']).toHaveLength(3);
    const only = object(await harbourgate(['list', 'gates', '--json']));
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
  it('says which gates wait for the wreck, and who asks for it', async () => {
    const answer = object(await harbourgate(['why', 'wreck=raised', '--json']));
    const waiting = items(answer, 'heldUp').filter((each) => each['blocks']);
    expect(
      waiting.map((each) => [each['gate'], each['reading'], each['condition']?.['id']]),
    ).toEqual([
      ['phaseTwo', 'northquay', 'wreckRaised'],
      ['canalOpening', 'northquay', 'wreckBeforeCanal'],
    ]);
  });

  it('says what stands before the first step in a row of its own', async () => {
    const { out } = await harbourgate(['timeline', 'phaseTwo']);
    expect(out).toMatch(/\n *before the first\b/);
    const before = ['phaseTwo', '--scenario', '@0', '--json'];
    const check = object(await harbourgate(['check', ...before]));
    const changes = items(object(await harbourgate(['timeline', ...before])), 'changes');
    expect(changes.map((each) => each['verdict'])).toEqual([check['verdict']]);
  });

  it('says when verdicts changed, and agrees with check on each day', async () => {
    const answer = object(await harbourgate(['timeline', 'phaseTwo', '--json']));
    expect(items(answer, 'changes').map((each) => [each['day'], each['verdict']])).toEqual([
      ['2031-01-04', 'unknown'],
      ['2031-01-05', 'unknown'],
      ['2031-01-12', 'closed'],
      ['2031-02-14', 'contested'],
      ['2031-02-16', 'contested'],
    ]);
    for (const change of items(answer, 'changes')) {
      const check = object(
        await harbourgate(['check', 'phaseTwo', '--as-of', String(change['day']), '--json']),
      );
      expect(check).toMatchObject({ verdict: change['verdict'], success: change['success'] });
    }
  });

  it('finds no difference between a scenario and itself, and says how two part', async () => {
    expect((await harbourgate(['diff', 'harbour-record', 'harbour-record'])).code).toBe(0);
    const both = ['harbour-record', 'canal-opens-early'];
    const came = await harbourgate(['diff', ...both, '--json']);
    expect(came.code).toBe(1);
    expect(
      items(object(came), 'gates').map((each) => [
        each['gate'],
        each['reading'],
        each['left']?.['verdict'],
        each['right']?.['verdict'],
      ]),
    ).toContainEqual(['canalOpening', 'northquay', 'closed', 'passed']);
    const markdown = await harbourgate(['diff', ...both, '--markdown']);
    expect(markdown.out).toContain('| Gate | Reading | Left | Right |');
  });

  it('compares two days of one scenario, and two things known of it', async () => {
    const ids = (answer: Json, side: string) => items(answer, side).map((each) => each['id']);
    const days = object(
      await harbourgate(['diff', 'harbour-record@2031-02-15', '@2031-02-16', '--json']),
    );
    expect([ids(days, 'onlyLeft'), ids(days, 'onlyRight')]).toEqual([[], ['phase-two-declared']]);
    const same = await harbourgate(['diff', '@2031-02-16', 'harbour-record@phase-two-declared']);
    expect(same.code).toBe(0);
    const both = ['harbour-record', 'guild-sequence'];
    const known = await harbourgate(['diff', ...both, '--known-by', '2031-02-20']);
    expect(known.error).toBe('');
    expect(known.out).toContain('known by 20 Feb 2031');
  });

  it('compares after a step, or beside one that only one has', async () => {
    const at = async (step: string) => {
      const words = ['diff', 'harbour-record', 'canal-opens-early', '--at', step, '--json'];
      const answer = object(await harbourgate(words));
      return [answer['left']?.['step'], answer['right']?.['step'], answer['differs']];
    };
    expect(await at('envoys-meet')).toEqual(['envoys-meet', 'envoys-meet', false]);
    expect(await at('canal-opens')).toEqual(['envoys-meet', 'canal-opens', true]);
    expect(await at('2031-01-08')).toEqual(['one-way-offer', 'one-way-offer', false]);
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
      expect(out).toContain(words[0] === 'validate' ? 'All is right' : 'The record ends on ');
    },
  );

  it.each(lines.filter(([name]) => name !== 'validate'))(
    '%s prints one JSON object with its frame',
    async (...words) => {
      const answer = object(
        await phasegate([...words.filter((word) => word !== '--verbose'), '--json']),
      );
      expect(answer).toMatchObject({
        schemaVersion: 2,
        agreement: 'gaza-ceasefire',
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
