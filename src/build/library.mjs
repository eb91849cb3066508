import fs from 'node:fs';
import path from 'node:path';
import { optionsFor, run } from './bundler.mjs';

/** What other projects import: `phasegate`, `phasegate/node` and `phasegate/testing`. */
const PARTS = {
  index: 'src/index.ts',
  node: 'src/node/index.ts',
  testing: 'src/testing/index.ts',
};

/**
 * Packages that a project has one of: XState's machines and zod's schemas are handed out, and fast-check is the project's
 * own. Everything else is inside, where nobody sees it.
 */
const THEIR_OWN = ['xstate', 'zod', 'fast-check'];

/**
 * What was bundled: the files, relative to the folder, each after what it loads, and what went into them.
 *
 * @typedef {{ files: string[], metafile: import('esbuild').Metafile }} Bundled
 */

/**
 * Bundles the library into `library/`, apart from the command, whose parts are cut for a quick start. The three share
 * chunks, so that a class is the same class whichever of them it comes from. Nothing of Node is in what `index.js` loads
 * (only `node.js` and `testing.js` ask for it), and nothing is minified: whoever builds a page does that, and a stack
 * trace is to be read.
 *
 * @param {string} root
 * @param {string} out
 * @returns {Promise<Bundled>}
 */
export async function bundleLibrary(root, out) {
  const { banner: _, alias: __, define: ___, external: ____, ...options } = optionsFor(root);
  const { outputFiles, metafile } = await run({
    ...options,
    // Packages that have one form for Node and one for everywhere are to come in the latter.
    platform: 'neutral',
    target: 'es2022',
    minify: false,
    entryPoints: PARTS,
    outdir: path.join(out, 'library'),
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    external: ['node:*', ...THEIR_OWN],
  });
  const names = outputFiles.map((file) => {
    fs.mkdirSync(path.dirname(file.path), { recursive: true });
    fs.writeFileSync(file.path, file.contents);
    return path.relative(out, file.path).split(path.sep).join('/');
  });
  const isEntry = (/** @type {string} */ name) => !name.includes('/parts/');
  const files = [...names.filter((name) => !isEntry(name)), ...names.filter(isEntry)];
  return { files, metafile };
}
