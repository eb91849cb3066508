import fs from 'node:fs';
import path from 'node:path';
import { optionsFor, run } from './bundler.mjs';

/** What a page is made of: what unpacks it, its program, what of that is run when asked for, how it and a paper look. */
const PARTS = {
  boot: 'src/web/boot.ts',
  page: 'src/web/main.tsx',
  files: 'src/web/files-script.ts',
  style: 'src/web/page.css',
  paper: 'src/web/paper.css',
};

/**
 * Bundles the page into `page/`: texts, which `phasegate page` and `report` put into one file with an agreement.
 *
 * @param {string} root
 * @param {string} out
 * @returns {Promise<import('./library.mjs').Bundled>}
 */
export async function bundlePage(root, out) {
  const { banner: _, alias: __, define, external: ___, ...options } = optionsFor(root);
  const { outputFiles, metafile } = await run({
    ...options,
    platform: 'browser',
    // Each is a script by itself, whose names are its own.
    format: 'iife',
    // Two years of browsers: what came with them is used as it is.
    target: ['chrome120', 'firefox121', 'safari17'],
    mainFields: ['browser', 'module', 'main'],
    define: { 'process.env.NODE_ENV': define?.['process.env.NODE_ENV'] ?? '"production"' },
    entryPoints: PARTS,
    outdir: path.join(out, 'page'),
  });
  const files = outputFiles.map((file) => {
    fs.mkdirSync(path.dirname(file.path), { recursive: true });
    fs.writeFileSync(file.path, file.contents);
    return path.relative(out, file.path).split(path.sep).join('/');
  });
  return { files, metafile };
}
