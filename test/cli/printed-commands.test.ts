import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harbourgate } from './command-line.ts';

const harbour = fileURLToPath(new URL('../fixtures/harbour/', import.meta.url));
const FOLDER = 'canal accord';
let top = '';

beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-printed-'));
  fs.cpSync(harbour, path.join(top, FOLDER), { recursive: true });
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

/** What is given after `-A FOLDER`, and a command line is among what it prints. */
const PRINTING: readonly (readonly string[])[] = [
  ['check', 'nothing-like-it'],
  ['claim', 'nothing-like-it'],
  ['what-if', 'harbour-record', '--event', 'nothing-like-it'],
  ['plan', 'phase=phaseTwo', '--save', 'way.yaml'],
  ['fmt'],
  ['rename', 'canal', 'waterway'],
];
/** The others: what they print may hold one. */
const OTHERS: readonly (readonly string[])[] = [
  [],
  ['list'],
  ['list', 'agreements'],
  ['check', 'phaseTwo', '--scenario', 'nothing-like-it'],
  ['claims'],
  ['check'],
  ['check', 'phaseTwo'],
  ['duties'],
  ['levels'],
  ['timeline', 'phaseTwo'],
  ['verify'],
  ['unblock', 'phaseTwo'],
  ['pivots', 'phaseTwo'],
  ['points-of-no-return', 'phaseTwo'],
  ['coalitions', 'phaseTwo'],
  ['veto', 'phaseTwo'],
  ['waits'],
  ['accept'],
  ['new', 'scenario', 'other-way'],
  ['validate'],
];

/** Every command line in what was printed: between backticks, behind a colon or a semicolon, or a line by itself. */
function commandLines(text: string): string[] {
  return [
    ...text.matchAll(/(?:`|[:;] |with |^ *)(phasegate [^`\n]*?)(?:`|; | plays it|$)/gm),
  ].flatMap(([, line = '']) => (line.startsWith('phasegate: ') ? [] : [line]));
}

/** The words of a line as a POSIX shell takes them, after the program's name. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)]
    .map(([word]) => word.replaceAll(/'([^']*)'|\\(.)/g, '$1$2'))
    .slice(1);
}

describe('a command line that is printed', () => {
  it.each([...PRINTING, ...OTHERS])('by -A FOLDER %s runs as it stands', async (...words) => {
    const { out, error } = await harbourgate(['-A', FOLDER, ...words], {
      userFolder: top,
      width: 400,
    });
    const lines = commandLines(`${out}\n${error}`);
    if (PRINTING.some((each) => each.join() === words.join())) expect(lines).not.toEqual([]);
    for (const line of lines) {
      const again = wordsOf(line);
      const came = await harbourgate(again, { userFolder: top });
      expect(came.code === 2 ? [line, came.error] : []).toEqual([]);
      const isOfNone = again.includes('--help') || again.slice(0, 2).join(' ') === 'new agreement';
      expect([line, isOfNone || again.includes(FOLDER)]).toEqual([line, true]);
    }
  });

  it('names the agreement in the mend of a problem too', async () => {
    const file = path.join(top, FOLDER, 'scenarios/guild-sequence.yaml');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('northquay: impossible', 'northquay: unopposed'));
    const { code, error } = await harbourgate(['-A', FOLDER, 'validate'], { userFolder: top });
    expect(code).toBe(2);
    expect(error).toContain(`\`phasegate -A '${FOLDER}' accept\``);
  });
});
