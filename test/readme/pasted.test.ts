import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedgate } from '../cli/command-line.ts';

const page = fs.readFileSync(new URL('../../machines/README.md', import.meta.url), 'utf8');

/** A block of the page, with the file that its first line says it goes into. */
interface Pasted {
  readonly file: string;
  readonly isAllOfIt: boolean;
  readonly text: string;
}

const blocks = [
  ...page.matchAll(/^```yaml accord\n( *# (\S+), (all of it|at its end)\n[\s\S]*?)^```/gm),
].map(([, text = '', file = '', place]): Pasted => ({
  file,
  isAllOfIt: place === 'all of it',
  text,
}));

const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-pasted-'));
afterAll(() => fs.rmSync(userFolder, { recursive: true, force: true }));

const answer = (...words: string[]) =>
  shippedgate(['-A', 'accord', ...words], { userFolder, width: 200 });

describe('what real agreements need, pasted into a new agreement', () => {
  beforeAll(async () => {
    await shippedgate(['new', 'agreement', 'accord'], { userFolder });
    for (const { file, isAllOfIt, text } of blocks) {
      const place = path.join(userFolder, file);
      if (isAllOfIt) fs.writeFileSync(place, text);
      else fs.appendFileSync(place, text);
    }
  });

  it('has every block of the page', () => {
    expect(blocks.length).toBe(page.split('```yaml accord').length - 1);
    expect(blocks.map(({ file }) => file)).toEqual([
      'accord/parties.yaml',
      'accord/events.yaml',
      'accord/readings/mediator.yaml',
      'accord/scenarios/attempt.yaml',
    ]);
  });

  it('is right', async () => {
    const { code, out, error } = await answer('validate');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('All is right');
  });

  it('is in the form that fmt gives', async () => {
    const { out } = await answer('fmt');
    expect(out).not.toContain('@@');
  });

  it('lists who holds the role and who acts for whom, with their days', async () => {
    const { out } = await answer('list', 'parties');
    expect(out).toContain('held by: the mediator until 19 Jan 2030; Party B from 20 Jan 2030');
    expect(out).toContain('acts for: Party A from 12 Jan 2030');
  });

  it('lists both duties, whom they bind and when they are due', async () => {
    const { out } = await answer('duties');
    expect(out).toMatch(
      /event envoys\.reported.*within 1 week of[^]*Binds the mediator \(as the chair of the talks\)[^]*pending: due by 17 Jan 2030/,
    );
    expect(out).toMatch(
      /event envoys\.parted.*by 1 Mar 2030[^]*Binds Party B[^]*due by 1 Mar 2030/,
    );
  });

  it('asks a condition on its days only, and so the position', async () => {
    const asked = async (...when: string[]) =>
      (await answer('check', 'withdrawal.completed', '--reading', 'mediator', ...when)).out;
    expect(await asked('--as-of', '2030-01-12')).toContain(
      'Would open with all of these:\n    envoys: meeting\n    exchange: under way or complete\n',
    );
    expect(await asked('--as-of', '2030-01-15')).toMatch(/Would open with: envoys: meeting$/m);
    expect(await asked('--scenario', 'attempt', '--as-of', '2030-02-01')).toContain(
      'The mediator: no position any more',
    );
  });

  it('plays the void attempt, and the event that happens again', async () => {
    const { out } = await answer('play', 'attempt');
    expect(out).toContain('attempted, void under every reading');
    expect(out.match(/unopposed under every reading/g)).toHaveLength(2);
    expect((await answer('duties', '--scenario', 'attempt')).out).toMatch(
      /event envoys\.reported[^]*met[^]*on 17 Jan 2030 \(first-report-on-talks\)/,
    );
  });
});
