/**
 * Takes the picture of the page that the README shows: _Time_, in the record, as the built program writes it.
 *
 *     node test/web/picture.mjs
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const program = fileURLToPath(new URL('../../dist/phasegate.js', import.meta.url));
const picture = fileURLToPath(new URL('./page.png', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-picture-'));
const file = path.join(folder, 'page.html');
const { status, stderr } = spawnSync(process.execPath, [program, 'page', '-o', file], {
  encoding: 'utf8',
});
if (status !== 0) throw new Error(`The page could not be written: ${stderr}`);

const browser = await chromium.launch({
  executablePath: process.env['PHASEGATE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1190 } });
  await page.goto(`file://${file}#view=time`);
  await page.getByRole('tablist').waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
