import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Shell, scriptFor, SHELLS } from '../../src/cli/completion/scripts.ts';
import { harbourgate } from './command-line.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether a shell is installed here; where it is not, its script cannot be run. */
const has = (name: Shell) => spawnSync(name, ['-c', 'true']).status === 0;

/** Stands for the program: it writes down what it is asked, and gives an answer that was thought of before. */
const STAND_IN = `#!/bin/sh
printf '%s\\n' "$@" >"$FOLDER/asked"
cat "$FOLDER/answer"
`;

/** What a shell makes of some lines behind the script, and what it has asked the program. */
function shell(name: Shell, lines: string, answer: readonly string[]) {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'phasegate'), STAND_IN, { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'answer'), answer.map((line) => `${line}\n`).join(''));
  fs.writeFileSync(path.join(folder, 'script'), scriptFor(name));
  fs.mkdirSync(path.join(folder, 'work'));
  fs.writeFileSync(path.join(folder, 'work', 'harbour.yaml'), '');
  const { stdout } = spawnSync(name, ['-c', lines], {
    cwd: path.join(folder, 'work'),
    encoding: 'utf8',
    env: { HOME: folder, FOLDER: folder, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  const asked = path.join(folder, 'asked');
  return {
    offered: stdout.split('\n').filter((line) => line !== ''),
    asked: fs.existsSync(asked) ? fs.readFileSync(asked, 'utf8').split('\n').slice(0, -1) : [],
  };
}

/** A line in bash up to the cursor, its words as bash cuts them. */
function inBash(line: string, words: readonly string[], answer: readonly string[]) {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  return shell(
    'bash',
    `source ../script
compopt() { echo "compopt $*"; }
COMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}
_phasegate
printf '%s\\n' "\${COMPREPLY[@]}"`,
    answer,
  );
}

describe('phasegate completion', () => {
  it.each(SHELLS)('prints the script for %s', async (name) => {
    expect(await harbourgate(['completion', name])).toEqual({
      code: 0,
      out: scriptFor(name),
      error: '',
    });
  });

  it('knows no other shell', async () => {
    const { code, error } = await harbourgate(['completion', 'valueOf']);
    expect(code).toBe(2);
    expect(error).toContain('there is no script for the shell "valueOf"');
  });
});

// Only bash itself can say what its script does, and it is not everywhere.
describe.skipIf(!has('bash'))('in bash, where it is installed', () => {
  it('asks for the words up to the cursor, and offers the values', () => {
    expect(
      inBash('phasegate  check ca', ['phasegate', 'check', 'ca'], ['canal\tThe canal']),
    ).toEqual({
      asked: ['__complete', '--', 'check', 'ca'],
      offered: ['canal'],
    });
    expect(inBash('phasegate ', ['phasegate', ''], ['check\t', 'why\t'])).toEqual({
      asked: ['__complete', '--', ''],
      offered: ['check', 'why'],
    });
  });

  it('puts together what bash cuts at = : and @, and answers in the parts that bash has', () => {
    const words = ['phasegate', 'why', 'canal', '=', 'op'];
    expect(inBash('phasegate why canal=op', words, ['canal=open\t'])).toEqual({
      asked: ['__complete', '--', 'why', 'canal=op'],
      offered: ['open'],
    });
    expect(inBash('phasegate why canal=', words.slice(0, 4), ['canal=open\t'])).toEqual({
      asked: ['__complete', '--', 'why', 'canal='],
      offered: ['open'],
    });
    const long = ['phasegate', 'x', '--waive', '=', 'quay', ':', 'no'];
    expect(inBash('phasegate x --waive=quay:no', long, ['--waive=quay:none\t'])).toEqual({
      asked: ['__complete', '--', 'x', '--waive=quay:no'],
      offered: ['none'],
    });
  });

  it('sets no space behind a value that goes on', () => {
    const words = ['phasegate', 'check', '--assume', 'ca'];
    expect(inBash('phasegate check --assume ca', words, ['canal=\t']).offered).toEqual([
      'compopt -o nospace',
      'canal=',
    ]);
  });

  it('looks for files itself where it is told to', () => {
    const { offered } = inBash('phasegate play h', ['phasegate', 'play', 'h'], [':files']);
    expect(offered).toEqual(['compopt -o filenames', 'harbour.yaml']);
  });
});

// Only zsh itself can say what its script does, and it is not everywhere.
describe.skipIf(!has('zsh'))('in zsh, where it is installed', () => {
  const inZsh = (words: readonly string[], answer: readonly string[]) =>
    shell(
      'zsh',
      `compdef() { :; }
source ../script
compadd() { print -r -- "compadd $*"; print -rl -- "\${(@P)@[-1]}"; }
_files() { print files $*; }
words=(${words.map((word) => `'${word}'`).join(' ')}) CURRENT=${words.length} PREFIX='${words.at(-1)}' IPREFIX=
_phasegate`,
      answer,
    );

  it('asks for the words up to the cursor, and offers the values', () => {
    expect(inZsh(['phasegate', 'why', 'ca'], ['canal\tThe canal', 'canal=\t'])).toEqual({
      asked: ['__complete', '--', 'why', 'ca'],
      offered: [
        'compadd -l -d described -a values',
        'canal',
        'compadd -S  -l -d partly -a parts',
        'canal=',
      ],
    });
    expect(inZsh(['phasegate', ''], [])).toEqual({ asked: ['__complete', '--', ''], offered: [] });
  });

  it('looks for files itself where it is told to', () => {
    expect(inZsh(['phasegate', 'play', ''], [':files']).offered).toEqual(['files']);
    expect(inZsh(['phasegate', '-A', ''], [':folders']).offered).toEqual(['files -/']);
  });
});

// Only fish itself can say what its script does, and it is not everywhere.
describe.skipIf(!has('fish'))('in fish, where it is installed', () => {
  const inFish = (line: string, answer: readonly string[]) =>
    shell('fish', `source ../script; complete -C '${line}'`, answer);

  it('asks for the words up to the cursor, and offers the values with what they are', () => {
    expect(inFish('phasegate why ca', ['canal\tThe canal'])).toEqual({
      asked: ['__complete', '--', 'why', 'ca'],
      offered: ['canal\tThe canal'],
    });
    expect(inFish('phasegate ', ['check\tc']).asked).toEqual(['__complete', '--', '']);
  });

  it('looks for files itself where it is told to', () => {
    expect(inFish('phasegate play h', [':files']).offered).toEqual(['harbour.yaml']);
  });
});
