import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbourgate, phasegate } from './command-line.ts';

describe('what the user mistypes', () => {
  it.each([
    [['chek'], 'there is no command "chek"', 'did you mean check?'],
    [['--ascii', 'chek'], 'there is no command "chek"', 'did you mean check?'],
    [['export', '--format', 'yaml'], 'there is no format "yaml"', 'itf'],
    [['check', 'phasTwo'], 'there is no gate or event "phasTwo"', 'did you mean phaseTwo?'],
    [['check', '--reading', 'isreal'], 'there is no reading "isreal"', 'did you mean israel?'],
    [['check', '--scenario', 'recrd'], 'there is no scenario "recrd"', 'did you mean record?'],
    [
      ['check', '--as-of', '2025-02-30'],
      '--as-of takes a day that exists, not "2025-02-30"',
      'YYYY-MM-DD',
    ],
    [['check', '--as-of', 'yesterday'], 'not "yesterday"', 'YYYY-MM-DD'],
    [['check', '--assume', 'rafa=closed'], 'there is no region "rafa"', 'did you mean rafah?'],
    [['check', '--assume', 'rafah=shut'], 'there is no stage of rafah called "shut"', 'closed'],
    [
      ['check', '--as-of', '2025-12-21', '--as-of', '2026-01-01'],
      '--as-of is given twice: "2025-12-21" and "2026-01-01"',
      'name one of them',
    ],
    [
      ['export', '--format', 'dot', '--format', 'mermaid'],
      '--format is given twice: "dot" and "mermaid"',
      'name one of them',
    ],
    [
      ['check', '-A', 'highmeadow', '-A', 'gaza-ceasefire'],
      '--agreement is given twice: "highmeadow" and "gaza-ceasefire"',
      'name one of them',
    ],
    [['check', '--assume', 'rafah'], '--assume takes region=stage', 'such as rafah=closed'],
    [['why', 'remains=handed=over'], 'more than one =', 'region=stage'],
    [
      ['play', 'record', '--until', 'miami'],
      'there is no step of record called "miami"',
      'miami-meeting',
    ],
    [['list', 'gate'], 'there is no list "gate"', 'did you mean gates?'],
    [
      ['claims', '--speaker', 'hamass'],
      'there is no party or speaker "hamass"',
      'did you mean hamas?',
    ],
    [['claims', '--kind', 'rumour'], 'there is no kind of claim "rumour"', 'assessment'],
    [
      ['diff', 'record'],
      '<right> is missing [bad-command]\n  phasegate diff',
      'phasegate diff --help',
    ],
    [['export'], '--format <format> is missing', 'phasegate export --help'],
    [['check', '--jsn'], 'there is no option --jsn [bad-command]', '\n  did you mean --json?\n'],
    [
      ['check', '--from', 'record'],
      'there is no option --from',
      'takes --scenario, and what searches',
    ],
    [['check', '--as-of'], '--as-of <day> has no value behind it', 'phasegate check --help'],
    [['check', 'phaseTwo', 'x'], 'it takes 1, and 2 are given', 'phasegate check --help'],
    [['--agreement', 'other', 'check'], 'there is no agreement "other"', 'gaza-ceasefire'],
    [
      ['diff', 'record', 'record', '--at', 'nowhere'],
      'there is no step called "nowhere"',
      'known here',
    ],
  ])('%j ends with 2, a message and a way to mend it', async (words, message, hint) => {
    const { code, out, error } = await phasegate(words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(message);
    expect(error).toContain(hint);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it('shows control characters of an argument instead of sending them to the terminal', async () => {
    const { error } = await phasegate(['check', 'a\u001B]52;c;x\u0007\u202E']);
    expect(error).not.toMatch(/[^\P{Cc}\n]/u);
    expect(error).toContain('\\u{1b}');
  });
});

describe('what is wrong in a file of the user', () => {
  let folder = '';
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const harbour = (...words: string[]) => harbourgate(words, { userFolder: folder });

  it('plays a good one', async () => {
    write(
      'mine.yaml',
      'agreement: harbour\nid: mine\nkind: hypothetical\ntitle: Mine\nsummary: One more step.\n' +
        'branchesFrom: { scenario: harbour-record, step: envoys-meet }\nsteps:\n' +
        '  - { id: opened, title: The canal opens, status: assumed, event: canal.opened }\n',
    );
    const { code, out, error } = await harbour('play', './mine.yaml');
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('opened');
    expect((await harbour('validate', 'mine.yaml')).code).toBe(0);
  });

  it('reports every error at once, each with its place and a mend', async () => {
    write(
      'bad.yaml',
      'agreement: harbour\nid: bad\nkind: hypothetical\ntitle: Bad\nsummary: Wrong in three places.\n' +
        'branchesFrom: { scenario: harbour-recrd, step: envoys-meet }\nsteps:\n' +
        '  - { id: opened, title: Opens, status: assumed, event: canal.openned }\n' +
        '  - { id: waived, title: Waives, status: assumed, waive: { reading: northquay, condition: wreckRased } }\n',
    );
    const { code, error } = await harbour('play', 'bad.yaml');
    expect(code).toBe(2);
    expect(error).toMatch(/^bad\.yaml:6:\d+: .*harbour-recrd/m);
    expect(error).toMatch(/^bad\.yaml:8:\d+: .*canal\.openned/m);
    expect(error).toMatch(/^bad\.yaml:9:\d+: .*wreckRased/m);
    expect(error).toContain('did you mean wreckRaised?');
    expect(error).toContain('3 problems');
  });

  it.each([
    [
      'cycle.yaml',
      'agreement: harbour\nid: cycle\nkind: hypothetical\ntitle: C\nsummary: C\nbranchesFrom: { scenario: cycle, step: a }\nsteps:\n  - { id: a, title: A }\n',
      'circle',
    ],
    [
      'date.yaml',
      'agreement: harbour\nid: date\nkind: hypothetical\ntitle: D\nsummary: D\nsteps:\n  - { id: a, title: A, date: 2031-02-30 }\n',
      ':7:',
    ],
    [
      'twice.yaml',
      'agreement: harbour\nid: twice\nid: again\nkind: hypothetical\ntitle: T\nsummary: T\n',
      ':3:1',
    ],
    ['nothing.yaml', '', 'nothing.yaml'],
  ])('%s is told apart', async (name, text, said) => {
    write(name, text);
    const { code, error } = await harbour('play', name);
    expect(code).toBe(2);
    expect(error).toContain(said);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it('says so when there is no such file', async () => {
    const { code, error } = await harbour('play', './gone.yaml');
    expect(code).toBe(2);
    expect(error).toContain('./gone.yaml');
  });
});
