import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import * as vite from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../chromium.ts';
import { type PackedProject, packedProject, SET_UP_MS } from './packed-project.ts';

const EXAMPLE = fileURLToPath(new URL('./example', import.meta.url));
const LEASE = fileURLToPath(new URL('../testing/example', import.meta.url));

/** What a page holds once everything in it is done, as Chromium shows it. */
async function shown(folder: string, profile: string): Promise<Record<string, string>> {
  const server = http.createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const file = path.join(folder, name);
    const isThere = fs.existsSync(file) && fs.statSync(file).isFile();
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(isThere ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(isThere ? fs.readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  const quiet =
    'headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update disable-sync';
  try {
    const { stdout } = await promisify(execFile)(
      CHROMIUM ?? '',
      [
        ...quiet.split(' ').map((flag) => `--${flag}`),
        `--user-data-dir=${profile}`,
        // Timers run as fast as they can, and the page is printed once ten of its seconds are over.
        '--virtual-time-budget=10000',
        '--dump-dom',
        `http://127.0.0.1:${port}/index.html`,
      ],
      { timeout: 120_000, maxBuffer: 16 * 1024 * 1024 },
    );
    const places = stdout.matchAll(/<pre id="([^"]+)">([\s\S]*?)<\/pre>/g);
    return Object.fromEntries(
      [...places].map(([, id = '', text = '']) => [
        id,
        text
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&nbsp;', '\u00A0')
          .replaceAll('&amp;', '&'),
      ]),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

// Needs a browser: skipped where there is no Chromium on the path (on Debian, the package `chromium`).
describe.skipIf(CHROMIUM === null)('a page with the library, in Chromium', () => {
  let packed: PackedProject;
  let inNode: Record<string, string> = {};

  beforeAll(() => {
    packed = packedProject([]);
    fs.cpSync(LEASE, path.join(packed.folder, 'lease'), { recursive: true });
    fs.cpSync(EXAMPLE, path.join(packed.folder, 'library'), { recursive: true });
    fs.writeFileSync(
      path.join(packed.folder, 'in-node.mjs'),
      `import fs from 'node:fs';
import { ask } from './library/ask.js';
const names = fs.readdirSync('lease', { recursive: true }).filter((name) => name.endsWith('.yaml'));
const files = Object.fromEntries(names.map((name) => [name, fs.readFileSync('lease/' + name, 'utf8')]));
console.log(JSON.stringify(await ask(files, 'renewal')));
`,
    );
    inNode = JSON.parse(packed.run('in-node.mjs').said) as typeof inNode;
  }, SET_UP_MS);

  afterAll(() => packed.remove());

  it('has the answers of Node to compare with', () => {
    expect(Object.keys(inNode)).toEqual(['check', 'verdict', 'plan']);
    expect(inNode['check']).toContain('The lease is renewed');
  });

  it('bundled by esbuild, says what Node says', async () => {
    const built = path.join(packed.folder, 'built-by-esbuild');
    await esbuild.build({
      absWorkingDir: path.join(packed.folder, 'library'),
      entryPoints: { page: 'page-esbuild.js' },
      outdir: built,
      bundle: true,
      format: 'esm',
      platform: 'browser',
      loader: { '.yaml': 'text' },
      logLevel: 'silent',
    });
    fs.writeFileSync(
      path.join(built, 'index.html'),
      '<!doctype html><meta charset="utf-8"><body><script type="module" src="page.js"></script></body>',
    );
    expect(await shown(built, path.join(packed.folder, 'profile-1'))).toEqual(inNode);
  });

  it('bundled by Vite, says what Node says', async () => {
    const built = path.join(packed.folder, 'built-by-vite');
    await vite.build({
      root: path.join(packed.folder, 'library'),
      configFile: false,
      logLevel: 'silent',
      build: { outDir: built, target: 'esnext', emptyOutDir: true },
    });
    expect(await shown(built, path.join(packed.folder, 'profile-2'))).toEqual(inNode);
  });
});
