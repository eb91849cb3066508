import { describe, expect, it } from 'vitest';
import { phasegate } from './command-line.ts';

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

const { out: overview } = await phasegate(['--help']);
const commands = [...overview.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(
  ([, name = '']) => name,
);

/** Commands that only show what there is: no answer of theirs is a no. */
const SHOWING = ['list', 'claims', 'claim', 'resume'];

describe('--help', () => {
  it('lists the commands', () => {
    expect(commands.length).toBeGreaterThan(15);
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('says how to come to a screen reader’s words, to ASCII and to no colours, as the manual page does', async () => {
    const { out: manual } = await phasegate(['help', '--man']);
    for (const variable of ['INK_SCREEN_READER=true', 'LC_ALL=C', 'NO_COLOR=1']) {
      expect(overview).toMatch(new RegExp(`^ {2}${variable} {2,}[a-zA-Z]`, 'm'));
      expect(manual).toContain(`.B ${variable}`);
    }
  });

  it.each(commands)('explains %s, its arguments and its options', async (name) => {
    const { code, out, error } = await phasegate([name, '--help']);
    expect(code).toBe(0);
    expect(error).toBe('');
    const [usage = '', description = ''] = out.split('\n\n');
    expect(usage).toMatch(new RegExp(`^Usage: phasegate ${name}\\b`));
    expect(description).toMatch(/^[A-Z].*[.:]/s);
    const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)(?: <\S+>)?(.*)$/gm)];
    expect(options.map(([, option]) => option)).toContain('--help');
    expect(options.filter(([, , said = '']) => said.trim() === '')).toEqual([]);
  });

  it.each(commands.filter((name) => !SHOWING.includes(name)))(
    'says what the exit codes of %s mean',
    async (name) => {
      const { out } = await phasegate([name, '--help']);
      expect(flat(out)).toMatch(/Exit code: 0\b.*\b2 (?:on an error|when something is wrong)\./);
    },
  );

  it.each(commands)('offers both clocks for %s or neither', async (name) => {
    const { out } = await phasegate([name, '--help']);
    expect(out.includes('--known-by <day>')).toBe(out.includes('--as-of <day>'));
    // A scenario that is to be written branches off a step.
    // Where something is searched from a moment, the moment has its clocks.
    const hasMoment = /--from <(?!scenario@step>)|--scenario </.test(out);
    expect(!hasMoment || out.includes('--as-of <day>')).toBe(true);
  });

  it.each(commands)('speaks for %s in words that answers have', async (name) => {
    const { out } = await phasegate([name, '--help']);
    expect(out).not.toMatch(/\bleaf\b|\bleaves\b|\banyone\b|base reading/i);
  });

  it('says of verify where it starts, which is not where other searches do', async () => {
    const { out } = await phasegate(['verify', '--help']);
    expect(flat(out)).toContain('(default: the very beginning, with the positions and waivers');
    expect(flat(out)).not.toContain('(default: the end of the record)');
  });
});
