import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phasegate } from './browser.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Asks, with a host's name of its own. */
function asked(url: string, host?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    http
      .get(url, { headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      })
      .on('error', reject);
  });
}

describe('a page that is served', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-served-'));
  const own = path.join(folder, 'harbour');
  let server: ReturnType<typeof spawn>;
  let place = '';

  beforeAll(async () => {
    fs.cpSync(path.join(root, 'test/fixtures/harbour'), own, { recursive: true });
    server = spawn(process.execPath, [
      path.join(root, 'dist/phasegate.js'),
      '-A',
      own,
      'page',
      '--serve',
    ]);
    place = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /http:\S+/.exec(said)?.[0];
        if (found !== undefined) resolve(found.replace(/;$/, ''));
      });
      server.on('exit', () => reject(new Error(`It ended: ${said}`)));
    });
  }, 60_000);
  afterAll(() => {
    server.kill('SIGINT');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is the page, for this machine alone', async () => {
    const { status, text } = await asked(place);
    expect(status).toBe(200);
    expect(text).toContain('connect-src &#39;self&#39;');
    await expect(asked(place, 'elsewhere.example')).resolves.toMatchObject({ status: 404 });
    await expect(asked(`${place}secret`)).resolves.toMatchObject({ status: 404 });
  });

  it('tells of a change, shows what is wrong, and comes back', async () => {
    const file = path.join(own, 'agreement.yaml');
    const before = fs.readFileSync(file, 'utf8');
    const heard = new Promise<string>((resolve) => {
      http.get(`${place}changes`, (response) => {
        response.once('data', (chunk: Buffer) => {
          response.destroy();
          resolve(chunk.toString());
        });
      });
    });
    await asked(place);
    fs.writeFileSync(file, `${before}\nnonsense: <b>\n`);
    await expect(heard).resolves.toContain('data: changed');
    const wrong = await asked(place);
    expect(wrong.text).toContain('nonsense');
    expect(wrong.text).toContain('agreement.yaml');
    expect(wrong.text).not.toContain('<b>');
    fs.writeFileSync(file, before);
    await expect(asked(place)).resolves.toMatchObject({
      text: expect.stringContaining('id="page"'),
    });
  });

  it('says where a page is to go, and that a port is none', () => {
    expect(phasegate('page')).toMatchObject({ status: 2, stderr: expect.stringContaining('-o') });
    expect(phasegate('page', '--serve', '-o', 'x.html').status).toBe(2);
    expect(phasegate('page', '--serve', '--port', '70000')).toMatchObject({ status: 2 });
    const busy = new URL(place).port;
    expect(phasegate('page', '--serve', '--port', busy)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('another program has it'),
    });
  });
});
