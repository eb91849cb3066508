import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The library's parts are what it declares. It checks nothing: a mistake in some other file is no reason not to build. */
const CONFIG = 'src/build/types.tsconfig.json';

/**
 * Has tsc declare the types of the library, and of the sources that it is made of, in `types/` of a folder.
 *
 * @param {string} root the checkout
 * @param {string} out a folder
 * @returns {Promise<string[]>} the files written, relative to `out`
 * @throws Error with what tsc said
 */
export async function declareTypes(root, out) {
  const types = path.join(out, 'types');
  await tsc(root, ['-p', path.join(root, CONFIG), '--outDir', types]);
  return fs
    .readdirSync(types, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => path.join('types', name))
    .toSorted();
}

/**
 * @param {string} root
 * @param {string[]} words
 * @returns {Promise<void>}
 */
function tsc(root, words) {
  const program = path.join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${said.trim()}\nThe types were not declared.`)),
    );
  });
}
