import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { optionsFor, run } from './bundler.mjs';
import { declareTypes } from './declarations.mjs';
import { bundleLibrary } from './library.mjs';
import { bundlePage } from './page.mjs';
import { thirdPartyLicences } from './licences.mjs';
import { bundleProgram } from './program.mjs';

/** Run once by the build: it validates the shipped content and writes it to `content.json`. */
const CONTENT_COMPILER = 'src/build/compile-content.ts';

/** The manual page, which the program writes of itself. */
const MANUAL = 'phasegate.1';

/**
 * Bundles the program into an empty folder: `phasegate.js` with what it loads when needed, `content.json`, the library
 * with its types, and the licences of the packages that went into them. The same sources and lock file give the same bytes;
 * nothing is fetched.
 *
 * @param {string} root the checkout
 * @param {string} out an empty folder directly inside it
 * @returns {Promise<string[]>} the files written, relative to `out`, in an order in which they can
 *   replace an older build: whatever a file needs comes before it
 */
export async function bundle(root, out) {
  const content = await compileContent(root, out);
  const [types, library, page, program] = await Promise.all([
    declareTypes(root, out),
    bundleLibrary(root, out),
    bundlePage(root, out),
    bundleProgram(root, out),
  ]);
  fs.writeFileSync(path.join(out, MANUAL), manualPage(out));
  const licences = 'THIRD-PARTY-LICENCES.txt';
  const metafiles = [library.metafile, page.metafile, program.metafile];
  fs.writeFileSync(path.join(out, licences), thirdPartyLicences(root, metafiles));
  return [
    ...content,
    ...types,
    MANUAL,
    licences,
    ...library.files,
    ...page.files,
    ...program.files,
  ];
}

/**
 * Runs the content compiler in the checkout's top folder, with `out` as its one argument.
 * @param {string} root
 * @param {string} out
 * @returns {Promise<string[]>} what it wrote: content.json and whatever it puts beside it
 */
async function compileContent(root, out) {
  const program = path.join(out, 'compile-content.js');
  const result = await run({
    ...optionsFor(root),
    entryPoints: { 'compile-content': CONTENT_COMPILER },
    outdir: out,
  });
  for (const file of result.outputFiles) fs.writeFileSync(file.path, file.contents);
  const compiled = spawnSync(process.execPath, [program, out], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  fs.rmSync(program);
  const said = `${compiled.stdout ?? ''}${compiled.stderr ?? ''}`.trim();
  if (compiled.error !== undefined) throw compiled.error;
  if (compiled.status !== 0) {
    const how = compiled.signal ?? `exit code ${compiled.status}`;
    throw new Error(`${said}\nThe shipped content did not compile (${how}).`);
  }
  if (!fs.existsSync(path.join(out, 'content.json'))) {
    throw new Error(`${said}\n${CONTENT_COMPILER} ended well but wrote no content.json.`);
  }
  return filesIn(out);
}

/**
 * @param {string} out where the program has just been bundled
 * @returns {string} its manual page, in roff
 */
function manualPage(out) {
  const words = [path.join(out, 'phasegate.js'), 'help', '--man'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stderr}\nThe program did not write its manual page.`);
  return stdout;
}

/**
 * @param {string} folder
 * @returns {string[]} every file below it, relative to it
 */
function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .toSorted();
}
