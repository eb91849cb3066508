import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inChromium, opened, phasegate } from './browser.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SCENARIO = `agreement: harbour
id: of-mine
kind: hypothetical
title: Of mine
summary: Tried.
branchesFrom: { scenario: harbour-record, step: envoys-meet }
steps:
  - id: one
    title: The batteries are sealed
    because: To see.
    status: assumed
    event: batteries.sealed
`;

inChromium('command lines that are copied from the page', (given) => {
  it('work as they stand beside the folder and the file, which they name by their names', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-lines-'));
    try {
      fs.cpSync(path.join(root, 'test/fixtures/harbour'), path.join(folder, 'harbour'), {
        recursive: true,
      });
      fs.writeFileSync(path.join(folder, 'my own.yaml'), SCENARIO);
      const file = path.join(folder, 'page.html');
      const { status, stderr } = phasegate(
        '-A',
        path.join(folder, 'harbour'),
        'page',
        path.join(folder, 'my own.yaml'),
        '-o',
        file,
      );
      expect([status, stderr]).toEqual([0, '']);
      expect(fs.readFileSync(file, 'utf8')).not.toContain(folder);
      const { page, errors } = await opened(given.browser, file, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByRole('button', { name: 'Take away' }).click();
      await page.getByRole('menuitem', { name: 'Copy command lines' }).click();
      await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
      const said = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n');
      expect(said[0]).toBe('# To be typed beside harbour and my own.yaml.');
      const lines = said.filter((line) => !line.startsWith('#'));
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => line.includes("'my own.yaml'"))).toHaveLength(lines.length);
      fs.writeFileSync(
        path.join(folder, 'phasegate'),
        `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist/phasegate.js')}' "$@"\n`,
        { mode: 0o755 },
      );
      for (const line of lines) {
        const run = spawnSync('sh', ['-c', line], {
          cwd: folder,
          // Without what tells of the folder that the tests were started in.
          env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
          encoding: 'utf8',
        });
        expect([line, run.stderr]).toEqual([line, '']);
        expect(run.status).toBeLessThan(2);
      }
      expect(errors).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
