import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AT_START, CLEAR, ENTER, ESCAPE, labPrograms, RIGHT } from './lab-programs.ts';

const { open, withBranch, phasegate, inFolder, untilKept } = labPrograms();

describe('the laboratory in a real terminal', () => {
  it('opens the crossing in December, plays on, compares, saves, and hands it in as a file', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send(`t2025-12-20${ENTER}`);
    await program.untilShows('As of 20 Dec 2025: ');
    program.send('w');
    await program.untilShows('Possible as reported');
    program.send('both directions');
    // What turns on something that is not known is not chosen until somebody chooses it.
    await program.untilShows('Turns on what is not known');
    await program.untilShows('nothing is chosen yet');
    program.send(`\x1b[B${ENTER}`);
    // What is not known to have happened is in no branch: it begins behind a step.
    await program.untilShows('no branch can begin there');
    program.send(ESCAPE);
    await program.until((screen) => !screen.includes('as of 20 Dec 2025'));
    program.send('w');
    await program.untilShows('Possible as reported');
    program.send('both directions');
    await program.untilShows('Rafah opens in both directions');
    program.send(`\x1b[B${ENTER}`);
    await program.untilShows('On which day?');
    program.send(ENTER);
    await program.untilShows('Why (may stay empty)?');
    program.send(`The crossing was talked about.${ENTER}`);
    await program.untilShows("Reason (assumed, no party's): The crossing was talked about.");
    program.send('c');
    await program.untilShows('Played on from');
    await program.untilShows('"Rafah opens in');
    program.send(ESCAPE);
    await program.untilShows('2 Step');
    program.send('d');
    await program.untilShows('Compare with');
    program.send(ENTER);
    const compared = await program.untilShows('They share ');
    const shared = Number(/They share (\d+) steps and part after/.exec(compared)?.[1]);
    expect(shared).toBeGreaterThan(0);
    program.send(ESCAPE);
    await program.untilShows('2 Step');
    program.send('S');
    await program.untilShows('Save as:');
    program.send(`${CLEAR}crossing.yaml${ENTER}`);
    await program.untilShows('Saved as crossing.yaml.');
    program.send('q');
    expect(await program.ended).toEqual({ exitCode: 0, signal: 0 });

    const played = phasegate('play', './crossing.yaml');
    expect(played).toContain('Rafah opens in both directions');
    const difference = phasegate('diff', './crossing.yaml', 'record');
    expect(difference).toContain(`They share ${shared} steps and part after`);
    // What is saved is checked like any other file.
    expect(phasegate('validate', inFolder('crossing.yaml'))).not.toContain('problem');
  });

  it("says at the record's end that the same is refused, and what is not met", async () => {
    const program = open();
    await program.untilShows(AT_START);
    // On the front page End leads to its end.
    program.send(ESCAPE);
    await program.until((screen) => !screen.includes('What is in question'));
    program.send('\x1b[Fr');
    await program.untilShows('Shown under ');
    program.send('w');
    await program.untilShows('Type to filter');
    program.send('both directions');
    await program.untilShows("Contested: one party's position lets it pass, another's closes it");
    await program.untilShows('nothing is chosen yet');
    program.send('\x1b[B\x1b[C');
    await program.untilShows('refused (unmet: ');
    program.send(ESCAPE);
    await program.until((screen) => !screen.includes('Type to filter'));
    program.send('\x03');
    expect((await program.ended).exitCode).toBe(130);
  });

  it('brings a session back after it was killed', async () => {
    const program = await withBranch();
    await untilKept(program);
    program.kill('SIGKILL');
    await program.ended;
    const again = open(['resume']);
    await again.untilShows('What if');
    await again.untilShows('step 3 of 3');
    // What was done can still be undone, and done again.
    again.send('u');
    await again.untilShows('Undone: New branch');
    await again.untilShows('step 2 of ');
    again.send('U');
    await again.untilShows('step 3 of 3');
    again.send('q');
    expect((await again.ended).exitCode).toBe(0);
    await again.untilShows('phasegate resume');
  });

  it('says on screen and on leaving that a session could not be kept', async () => {
    const program = open();
    await program.untilShows(AT_START);
    // The folder is a file.
    fs.writeFileSync(inFolder('state', 'phasegate', 'sessions'), '');
    program.send(`nnw`);
    await program.untilShows('Type to filter');
    program.send(`${ENTER}${ENTER}${ENTER}`);
    await program.untilShows('SESSION NOT KEPT');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
    await program.untilShows('phasegate: the session was not kept');
  });

  it('saves what is to be saved when it is left in the same breath', async () => {
    const program = await withBranch();
    program.send(`S${CLEAR}fast.yaml${ENTER}q`);
    expect((await program.ended).exitCode).toBe(0);
    expect(phasegate('play', './fast.yaml')).toContain('hypothetical');
    const again = open();
    await again.untilShows(AT_START);
    again.send(`nnw`);
    await again.untilShows('Type to filter');
    again.send(`${ENTER}${ENTER}${ENTER}`);
    await again.untilShows('New branch');
    again.send(`S${CLEAR}fast.yaml${ENTER}q`);
    expect((await again.ended).exitCode).toBe(0);
    await again.untilShows('not saved: there is a file fast.yaml already');
  });

  it('takes a paste for text, and not for keys', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send('\x1b[200~nnq\r\x1b[201~');
    await program.untilShows('What is pasted does nothing here');
    await program.untilShows(AT_START);
    program.send('t\x1b[200~2025-12-20\n\x1b[201~');
    await program.untilShows('2025-12-20');
    program.send(ENTER);
    await program.untilShows('As of 20 Dec 2025: ');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });

  it('never writes over a file without asking, and says when a folder cannot be written to', async () => {
    const kept = inFolder('kept.yaml');
    fs.writeFileSync(kept, 'mine');
    const program = await withBranch();
    program.send(`S${CLEAR}kept.yaml${ENTER}`);
    await program.untilShows('There is a file kept.yaml already');
    expect(fs.readFileSync(kept, 'utf8')).toBe('mine');
    program.send(`no${ENTER}`);
    await program.untilShows('Not saved.');
    program.send(`S${CLEAR}nowhere/at/all.yaml${ENTER}`);
    await program.untilShows('It would be in a folder that does not exist');
    program.send(ESCAPE);
    await program.until((screen) => !screen.includes('Save as:'));
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
    expect(fs.readFileSync(kept, 'utf8')).toBe('mine');
  });

  it('offers the work that was kept when it opens, and goes on with it', async () => {
    const program = await withBranch();
    await untilKept(program);
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
    const again = open();
    await again.untilShows('c goes on with your work');
    again.send('c');
    await again.untilShows('You go on where you left off.');
    expect(again.rows()[0]).toContain('hypothetical');
    again.send('u');
    await again.untilShows('Undone');
    again.send('q');
    expect((await again.ended).exitCode).toBe(0);
  });

  it('keeps an exercise that is not over, and goes on with it', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send('X');
    await program.untilShows('Question 1 of');
    program.send(`a${ENTER}${ENTER}`);
    await program.untilShows('Question 2 of');
    await untilKept(program);
    program.send(`${ESCAPE}q`);
    await program.untilShows('phasegate resume');
    expect((await program.ended).exitCode).toBe(0);
    const again = open();
    await again.untilShows('goes on with your exercise, at question 2');
    again.send('X');
    await again.untilShows('Question 2 of');
    again.send(`${ESCAPE}q`);
    expect((await again.ended).exitCode).toBe(0);
    expect(phasegate('resume', '--list')).toMatch(/an exercise on \S+, 1 answered/);
  });

  it('keeps a task for which nothing was tried yet', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send('x');
    await program.untilShows('takes a task up');
    program.send(ENTER);
    await program.untilShows('The steps begin here');
    await untilKept(program);
    program.send('q');
    await program.untilShows('phasegate resume');
    expect((await program.ended).exitCode).toBe(0);
    expect(phasegate('resume', '--list')).toMatch(/a task on \S+/);
    const again = open();
    await again.untilShows('m marks your task');
    again.send('m');
    await again.untilShows('b where it begins');
    again.send('b');
    await again.untilShows('The steps begin here');
    again.send('q');
    expect((await again.ended).exitCode).toBe(0);
  });

  it('finds a way and plays it', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send(`${RIGHT}rr`);
    await program.untilShows('step 1 of');
    program.send('gjj\r');
    await program.untilShows('Kept on the board');
    program.send('p');
    await program.untilShows('Enter plays it as a branch.');
    program.send(ENTER);
    await program.untilShows('A path: ');
    program.send(RIGHT);
    await program.untilShows('step 2 of');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });
});
