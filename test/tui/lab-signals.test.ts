import { describe, expect, it } from 'vitest';
import { PROGRAM, type PtyProgram } from './pty-program.ts';
import { AT_START, ENTER, labPrograms, RIGHT } from './lab-programs.ts';

const { open, withBranch, shell, untilKept } = labPrograms();

/** The screens of the laboratory: the keys that lead there from a branch, and what is on them. */
const SCREENS = [
  ['the palette', 'w', 'Type to filter'],
  ['its waivers', 'w\t', '[Waived, granted]'],
  ['the steps of a branch that plays on', 'c', 'Its own'],
  ['the branches', 'B', 'of its own'],
  ['the history', 'H', 'As it was at the beginning'],
  ['a comparison', `d${ENTER}`, 'They share '],
  ['a question', 'p', 'no fewer events lead there.'],
  ['the properties', 'V', 'under every reading: holds'],
  ['the command lines', 'e', 'as a token'],
  ['the commands', ':', 'Type to filter'],
  ['a prompt', 'Sa b', 'Save as:'],
] as const;

/** A program with a branch, at one of the screens. */
async function at(keys: string, shows: string): Promise<PtyProgram> {
  const program = await withBranch();
  await untilKept(program);
  program.send(keys);
  await program.untilShows(shows);
  return program;
}

describe('a signal in the laboratory', () => {
  it.each(SCREENS)(
    'leaves the terminal as it was and the session whole: %s',
    async (_, keys, shows) => {
      const program = await at(keys, shows);
      program.kill('SIGTERM');
      expect(await program.ended).toEqual({ exitCode: 143, signal: 0 });
      await program.until(() => program.buffer === 'normal' && program.isCursorShown);
      const again = open(['resume']);
      await again.untilShows('What if');
      again.send('q');
      expect((await again.ended).exitCode).toBe(0);
    },
  );

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s in the palette: %i', async (signal, exitCode) => {
    const program = await at('w', 'Type to filter');
    program.kill(signal);
    expect(await program.ended).toEqual({ exitCode, signal: 0 });
  });

  it('dies of a closed terminal with the session kept', async () => {
    const program = await at('w', 'Type to filter');
    program.hangUp();
    await program.ended;
    const again = open(['resume']);
    expect(await again.untilShows('What if')).toContain('step 3 of 3');
    again.send('q');
    await again.ended;
  });

  it('stops in the palette and comes back to it', async () => {
    const jobs = shell();
    await jobs.untilShows('ready>');
    jobs.send(`'${process.execPath}' '${PROGRAM}'\r`);
    await jobs.untilShows(AT_START);
    jobs.send(`${RIGHT}${RIGHT}wphase`);
    await jobs.untilShows('Type to filter: phase');
    jobs.send('\x1a');
    await jobs.until((screen) => jobs.buffer === 'normal' && screen.includes('Stopped'));
    jobs.send('fg\r');
    await jobs.until(() => jobs.buffer === 'alternate');
    await jobs.untilShows('Type to filter: phase');
    jobs.send(' two');
    await jobs.untilShows('Type to filter: phase two');
    jobs.send(ENTER);
    // The day, then the reason.
    await jobs.untilShows('On which day?');
    jobs.send(ENTER);
    await jobs.untilShows('One sentence of your own');
    jobs.send(ENTER);
    await jobs.untilShows('New branch: ');
    jobs.send('q');
    await jobs.until((screen) => jobs.buffer === 'normal' && screen.includes('phasegate resume'));
    jobs.send('exit\r');
    expect((await jobs.ended).exitCode).toBe(0);
  });

  it('follows a storm of resizes with a whole frame at the end', async () => {
    const program = await at('w', 'Type to filter');
    for (let turn = 0; turn < 40; turn += 1) {
      program.resize(60 + ((turn * 37) % 141), 16 + ((turn * 11) % 45));
      if (turn % 3 === 0) program.send('\x1b[B');
    }
    program.resize(80, 24);
    await program.until((screen) => {
      const rows = screen.split('\n');
      return (
        rows.filter((row) => row.includes('Type to filter')).length === 1 &&
        rows[22]?.includes('Enter take it') === true
      );
    });
    program.send('\x03');
    expect((await program.ended).exitCode).toBe(130);
  });
});

describe('the exercise in a real terminal', () => {
  it('asks, marks with the sources, gives the score, and leads back', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send(RIGHT.repeat(3));
    await program.untilShows('step 3 of ');
    program.send('X');
    const first = await program.untilShows('Question 1 of ');
    expect(first).not.toContain('Why  derived');
    const count = Number(/Question 1 of (\d+)/.exec(first)?.[1]);
    expect(count).toBeGreaterThan(0);
    for (let question = 1; question <= count; question += 1) {
      await program.untilShows(`Question ${question} of ${count}`);
      program.send(`b${ENTER}`);
      const marked = await program.untilShows('Why  derived');
      expect(marked).toMatch(/\[(?:derived: )?\p{L}|certain from its publication/u);
      program.send(ENTER);
    }
    await program.untilShows(` of ${count} right`);
    program.send(ENTER);
    await program.untilShows('step 3 of ');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });
});
