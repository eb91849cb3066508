import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

let userFolder = '';
beforeAll(() => {
  userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-exercise-'));
  fs.writeFileSync(
    path.join(userFolder, 'asked.yaml'),
    `agreement: harbour
id: asked
kind: hypothetical
title: Questions on the record
summary: The record with four questions.
replay: { scenario: harbour-record }
questions:
  - { kind: outcome, id: who, after: envoys-meet, prompt: Who will recognise the next step? }
  - { kind: verdict, id: sealing, after: wreck-first, gate: batteriesSealing, reading: northquay, prompt: How does the sealing stand for Northquay? }
  - { kind: condition, id: against, after: wreck-first, gate: batteriesSealing, reading: southquay, prompt: What stands before the sealing for Southquay? }
  - { kind: condition, id: canal, after: wreck-first, gate: canal.opened, reading: southquay, prompt: What does Southquay still wait for? }
`,
  );
});
afterAll(() => fs.rmSync(userFolder, { recursive: true }));
const exercise = (...words: string[]) =>
  harbourgate(['exercise', './asked.yaml', ...words], { userFolder });

describe('exercise', () => {
  it('asks in order, without giving the answers', async () => {
    const came = await exercise();
    expect([came.code, came.error]).toEqual([0, '']);
    const places = ['1. who', '2. sealing', '3. against', '4. canal'].map((head) =>
      came.out.indexOf(head),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    const answer = object(await exercise('--json'));
    expect(items(answer, 'questions').map((each) => each['id'])).toEqual([
      'who',
      'sealing',
      'against',
      'canal',
    ]);
    for (const question of items(answer, 'questions')) expect(question['answer']).toBeNull();
  });

  it('marks answers, with the sources and the score', async () => {
    const came = await exercise('--answer', 'sealing=open', '--answer', 'against=none');
    expect(came.code).toBe(1);
    const said = came.out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('✓ Right. You said: open');
    expect(said).toMatch(/✗ Not right\. You said: none The model says: [^.]*noSealing/);
    expect(said).toContain('(gazette-2.c9)');
    expect(said).toContain('1 of 2 right');
    expect((await exercise('--answer', 'sealing=open')).code).toBe(0);
  });

  it('offers none among the choices where several may be right, and takes it alone', async () => {
    expect((await exercise('--answer', 'against=nothing')).error).toMatch(/none/);
    expect((await exercise('--answer', 'sealing=xyz')).error).not.toMatch(/none/);
    const both = await exercise('--answer', 'against=none,noSealing');
    expect(both.code).toBe(2);
    expect(both.error).toContain('against: none stands alone');
  });

  it('takes an objection, one of several alternatives, and a party, for an answer', async () => {
    const right = await exercise(
      '--answer',
      'against=noSealing',
      '--answer',
      'canal=tollsOff',
      '--answer',
      'who=southquay',
      '--json',
    );
    expect(right.code).toBe(0);
    const answers = items(object(right), 'questions').map((each) => each['answer']);
    expect(answers).toMatchObject([
      { right: ['southquay'], isRight: true },
      null,
      { right: ['noSealing'], isRight: true },
      {
        right: ['inspectorsWatch', 'tollsOff'],
        enough: [['inspectorsWatch'], ['tollsOff']],
        isRight: true,
      },
    ]);
  });

  it.each([
    [['--answer', 'nothing=open'], /no question "nothing"/],
    [['--answer', 'sealing=ajar'], /no choice of sealing called/],
    [['--answer', 'sealing=open,closed'], /exactly one choice/],
    [['--answer', 'sealing'], /takes question=choice/],
  ])('says what is wrong with %j', async (words, message) => {
    const came = await exercise(...words);
    expect([came.code, came.out]).toEqual([2, '']);
    expect(came.error).toMatch(message);
  });

  it('has nothing to ask of a scenario without questions, and says which have some', async () => {
    expect((await harbourgate(['exercise'])).error).toMatch(/has no questions/);
    const other = await phasegate(['exercise', 'plan-sequence']);
    expect([other.code, other.error]).toEqual([
      2,
      expect.stringMatching(/has no questions and no tasks \[not-there\]\n.*record/),
    ]);
    expect((await phasegate(['exercise'])).code).toBe(0);
  });
});

describe('exercise with tasks', () => {
  let folder = '';
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-tasks-'));
    fs.writeFileSync(
      path.join(folder, 'set.yaml'),
      `agreement: harbour
id: set
title: Tasks on the record
replay: { scenario: harbour-record }
tasks:
  - id: seal
    text: Find one step after which Southquay holds the batteries to be sealed.
    gates: { batteriesSealing: { southquay: passed } }
    without: [grants]
    most: 1
`,
    );
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const tasks = (...words: string[]) =>
    harbourgate(['exercise', './set.yaml', ...words], { userFolder: folder });
  /** A branch off the scenario that sets the task, as a file of its own. */
  const tried = async (...words: string[]) => {
    const file = `./tried-${words.length}.yaml`;
    const came = await harbourgate(['what-if', './set.yaml', ...words, '--save', file, '--force'], {
      userFolder: folder,
    });
    expect(came.error).toBe('');
    return file;
  };

  it('lists them, and says how to have one marked', async () => {
    const came = await tasks();
    expect([came.code, came.error]).toEqual([0, '']);
    expect(came.out).toContain('seal: Find one step');
    expect(came.out).toContain('1 step at most');
    expect(came.out).toContain('--task TASK --try BRANCH');
    expect(items(object(await tasks('--json')), 'tasks').map(({ id }) => id)).toEqual(['seal']);
  });

  it('tells what is asked together, and what is not there', async () => {
    expect((await tasks('--task', 'seal')).code).toBe(2);
    expect((await tasks('--try', 'harbour-record')).code).toBe(2);
    const unknown = await tasks('--task', 'seel', '--try', 'harbour-record');
    expect([unknown.code, unknown.error]).toEqual([
      2,
      expect.stringContaining('did you mean seal?'),
    ]);
    expect((await tasks('--answer', 'a=b')).error).toContain('has no questions');
  });

  it('marks a scenario that has nothing to do with it, with the reasons, and exits with 1', async () => {
    const came = await tasks('--task', 'seal', '--try', 'canal-opens-early');
    expect(came.code).toBe(1);
    expect(came.out).toMatch(/✗ unmet: the steps begin after/);
    expect(came.out).toContain('Not met yet: ');
    // As many things are listed as demanded as are marked.
    const [, demanded] = /Not met yet: \d+ of (\d+)/.exec(came.out) ?? [];
    expect(String((await tasks()).out.match(/^ +- /gm)?.length)).toBe(demanded);
  });

  it('marks a branch by its file, and every demand with a reason where it is not met', async () => {
    const file = await tried('--waive', 'southquay:noSealing', '--event', 'batteriesSealing');
    const came = await tasks('--task', 'seal', '--try', file, '--json');
    const answer = object(came)['tried'];
    expect(answer).toMatchObject({
      isMet: false,
      demands: [
        { kind: 'begins', isMet: true },
        { kind: 'gate', isMet: came.out.includes('"verdict": "passed"') },
        { kind: 'without', isMet: true },
        { kind: 'most', isMet: false, reason: 'it takes 2', taken: 2 },
      ],
    });
    expect(came.code).toBe(1);
  });
});
