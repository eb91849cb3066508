import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { phasegate } from './browser.ts';

/** The title of the gate that it takes long to find a path to. */
export const SLOW_GATE = 'All is counted';

/** So many digits that a search goes on for longer than anybody waits. */
const DIGITS = 24;

/**
 * An agreement with a gate to which the shortest path takes millions of events: a number has to be counted up, digit by
 * digit.
 *
 * @returns its folder
 */
export function slowAgreement(): string {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-slow-')), 'slow');
  const { status, stderr } = phasegate('new', 'agreement', folder);
  if (status !== 0) throw new Error(stderr);
  const digits = Array.from({ length: DIGITS }, (_, index) => `digit${index}`);
  const isOne = (event: string) => (digit: string) =>
    `        - { id: ${event}After${digit}, region: ${digit}, stages: [one] }\n`;
  const regions = digits.map(
    (digit) =>
      `  - id: ${digit}\n    kind: circumstance\n    stages:\n      - { id: zero }\n      - { id: one }\n`,
  );
  const counting = digits.map((digit, index) => {
    const lower = digits.slice(0, index);
    const back = lower.map((each) => `      ${each}: { one: zero }\n`).join('');
    return [
      `  - id: ${digit}.set\n    title: ${digit} is set\n    moves: { zero: one }\n    assumed: It counts.\n`,
      lower.length === 0
        ? ''
        : `    also:\n${back}    requirement:\n      all:\n${lower.map(isOne(digit)).join('')}`,
    ].join('');
  });
  const goal = `  - id: phase.counted\n    title: ${SLOW_GATE}\n    alias: counted\n    moves: { phaseOne: phaseTwo }\n    assumed: It counts.\n    requirement:\n      all:\n${digits.map(isOne('goal')).join('')}`;
  fs.appendFileSync(path.join(folder, 'regions.yaml'), `\n${regions.join('')}`);
  fs.appendFileSync(path.join(folder, 'events.yaml'), `\n${counting.join('')}${goal}`);
  return folder;
}
