import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { processContext } from '../../src/cli/process-context.ts';
import { watchContent } from '../../src/cli/watching.ts';
import { phasegate } from './command-line.ts';
import { copyOfHarbour } from './temporary-folder.ts';

/** Watches an agreement while a test changes it. */
async function watching(
  test: (watched: { top: string; out: () => string; looks: () => number }) => Promise<void>,
) {
  const top = copyOfHarbour();
  let out = '';
  let looks = 0;
  let isOver = false;
  const terminal = {
    write: async (text: string) => {
      out += text;
    },
    writeError: async (text: string) => {
      out += text;
    },
    width: Infinity,
    isInteractive: false,
    isErrorTerminal: false,
  };
  const context = processContext(
    () => [],
    null,
    terminal,
    { packageFolder: top, userFolder: top },
    async () => 0,
  );
  const ended = watchContent(context, 'harbour', {
    now: () => '10:11:12',
    pause: () => new Promise((resolve) => setTimeout(resolve, 5)),
    isOver: () => {
      looks += 1;
      return isOver;
    },
  });
  try {
    await test({ top, out: () => out, looks: () => looks });
  } finally {
    isOver = true;
    await ended;
  }
}

const patient = { timeout: 20_000, interval: 5 };

describe('phasegate validate --watch', () => {
  it('answers at the start and after each change, and is silent while nothing changes', async () => {
    await watching(async ({ top, out, looks }) => {
      const answers = () => out().match(/10:11:12 {2}.*/g) ?? [];
      const right = /^10:11:12 {2}harbour: all is right in 15 files, 4 scenarios among them$/;
      await vi.waitFor(() => expect(answers()).toHaveLength(1), patient);
      expect(answers()[0]).toMatch(right);
      expect(out()).toMatch(/^Watching harbour in harbour, .*; q or Ctrl-C ends it\.\n10:11:12 /);
      const before = looks();
      await vi.waitFor(() => expect(looks()).toBeGreaterThan(before + 10), patient);
      expect(answers()).toHaveLength(1);

      const regions = path.join(top, 'harbour/regions.yaml');
      const text = fs.readFileSync(regions, 'utf8');
      fs.writeFileSync(regions, text.replace('starts: parley', 'starts: parlay'));
      await vi.waitFor(() => expect(answers()).toHaveLength(2), patient);
      expect(out()).toMatch(/10:11:12 {2}harbour: \d+ problems?\nharbour\/regions.yaml:5:13: /);
      expect(out()).toContain('parley?');

      fs.writeFileSync(regions, text);
      await vi.waitFor(() => expect(answers()).toHaveLength(3), patient);
      expect(answers()[2]).toMatch(right);
    });
  });

  it('brings the schemas up to date that were written, and writes none where there are none', async () => {
    await watching(async ({ top, out }) => {
      const folder = path.join(top, 'harbour/.schemas');
      const parties = path.join(top, 'harbour/parties.yaml');
      const text = fs.readFileSync(parties, 'utf8');
      const looked = async (count: number) =>
        vi.waitFor(() => expect(out().match(/10:11:12/g)).toHaveLength(count), patient);
      await looked(1);
      const add = (id: string) =>
        fs.writeFileSync(
          parties,
          text.replace('speakers:', `  - { id: ${id}, title: More }\nspeakers:`),
        );
      add('rowers');
      await looked(2);
      expect(fs.existsSync(folder)).toBe(false);
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, 'reading.json'), '{}\n');
      add('sailmakers');
      await vi.waitFor(() => expect(out()).toContain('\nbrought 1 schema up to date\n'), patient);
      expect(fs.readdirSync(folder)).toEqual(['reading.json']);
      const schema = () => fs.readFileSync(path.join(folder, 'reading.json'), 'utf8');
      expect(schema()).toContain('"sailmakers"');
      fs.writeFileSync(parties, 'parties: [');
      await looked(4);
      expect(schema()).toContain('"sailmakers"');
      fs.writeFileSync(parties, text);
      await vi.waitFor(() => expect(schema()).not.toContain('"sailmakers"'), patient);
    });
  });

  it('sees files that come and go, and an agreement that is gone for a while', async () => {
    await watching(async ({ top, out }) => {
      const scenario = path.join(top, 'harbour/scenarios/more.yaml');
      await vi.waitFor(() => expect(out()).toContain('15 files'), patient);
      fs.writeFileSync(scenario, 'agreement: harbour\n');
      await vi.waitFor(() => expect(out()).toContain('harbour/scenarios/more.yaml:1:1: '), patient);
      fs.rmSync(scenario);
      await vi.waitFor(() => expect(out().match(/15 files/g)).toHaveLength(2), patient);
      fs.renameSync(path.join(top, 'harbour'), path.join(top, 'away'));
      await vi.waitFor(() => expect(out()).toMatch(/there is no agreement/), patient);
      fs.renameSync(path.join(top, 'away'), path.join(top, 'harbour'));
      await vi.waitFor(() => expect(out().match(/15 files/g)).toHaveLength(3), patient);
    });
  });
});

describe('validate --watch', () => {
  it('takes one folder for the agreement to watch, and no more than one', async () => {
    const one = await phasegate(['validate', 'nowhere', '--watch']);
    expect([one.code, one.error]).toEqual([
      2,
      expect.stringContaining('there is no agreement "nowhere" [unknown-id]'),
    ]);
    const two = await phasegate(['validate', 'nowhere', 'here', '--watch']);
    expect([two.code, two.error]).toEqual([
      2,
      expect.stringContaining('--watch looks at the agreement as a whole, not at "here"'),
    ]);
  });
});
