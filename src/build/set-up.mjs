/**
 * One command that makes a checkout ready: dependencies as the lock file has them, and `dist/` as the
 * sources have it. It runs before `npm start` and `npm test`, so it says nothing and takes a fraction
 * of a second when there is nothing to do. Plain Node, because it runs before anything is installed.
 *
 *     node src/build/set-up.mjs [--force|--clean]
 *
 * --force bundles even when dist/ is up to date; --clean does too, and leaves nothing of an older build there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onlyOne } from './only-one.mjs';

const OLDEST_NODE = 20;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const MODULES_STAMP = path.join(MODULES, '.phasegate-installed');
const DIST = path.join(ROOT, 'dist');
const DIST_STAMP = path.join(DIST, '.built-from.json');

/** What `dist/` is made from. Tests and documents are not in it. */
const SOURCES = [
  'src',
  'machines',
  'scenarios',
  'seeds',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** A failure that the reader can do something about: shown without a stack trace. */
class SetUpError extends Error {}

/** @param {string} line */
function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}

/** @param {number} startedAt */
function secondsSince(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** @param {string} file */
function readIfPresent(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/**
 * Identifies an installation: the lock file, and the platform, since esbuild is a native program.
 */
function wantedInstallation() {
  const lock = readIfPresent(path.join(ROOT, 'package-lock.json'));
  if (lock === undefined) throw new SetUpError('package-lock.json is missing from this checkout.');
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether node_modules holds what the lock file asks for although this program did not install it,
 * as after `npm install`. npm keeps its own record of what it installed in a hidden lock file.
 */
function installedByHand() {
  const hidden = readIfPresent(path.join(MODULES, '.package-lock.json'));
  const lock = readIfPresent(path.join(ROOT, 'package-lock.json'));
  if (hidden === undefined || lock === undefined) return false;
  const installed = packagesIn(hidden);
  const locked = packagesIn(lock);
  if (installed === null || locked === null) return false;
  const { '': _root, ...wanted } = locked;
  const sameOrOptional = Object.entries(wanted).every(([name, entry]) => {
    const present = installed[name];
    if (present === undefined) return entry.optional === true;
    return (
      present.version === entry.version &&
      present.integrity === entry.integrity &&
      fs.existsSync(path.join(ROOT, name, 'package.json'))
    );
  });
  return sameOrOptional && Object.keys(installed).every((name) => name in wanted);
}

/**
 * What a lock file lists, by folder; null where it was cut short.
 * @param {string} lock
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null}
 */
function packagesIn(lock) {
  try {
    return JSON.parse(lock).packages ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function dependenciesAreCurrent() {
  return readIfPresent(MODULES_STAMP) === wantedInstallation();
}

/** Whether nothing was built in this clone yet. */
function isFirst() {
  return lastBuild() === null;
}

function installDependencies() {
  const wanted = wantedInstallation();
  if (installedByHand()) {
    fs.writeFileSync(MODULES_STAMP, wanted);
    return;
  }
  const startedAt = Date.now();
  if (!isFirst()) say('installing dependencies (npm ci) ...');
  const npmProgram = process.env['npm_execpath'] ?? '';
  fs.rmSync(MODULES_STAMP, { force: true });
  const [command, ...start] = npmProgram.endsWith('npm-cli.js')
    ? [process.execPath, npmProgram]
    : ['npm'];
  const result = spawnSync(command, [...start, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && command === 'npm',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.error !== undefined || result.status !== 0) {
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}`
      .replace(/^npm error Clean install a project$[\s\S]*(?=^npm error A complete log)/m, '')
      .trim();
    const how = result.error?.message ?? `exit code ${result.status ?? result.signal}`;
    throw new SetUpError(`${said}\nnpm ci failed (${how}): dependencies are not installed.`);
  }
  fs.writeFileSync(MODULES_STAMP, wanted);
  say(`dependencies installed in ${secondsSince(startedAt)}`);
}

/**
 * Every source file below a path, in an order that does not depend on the file system.
 * @param {string} relative
 * @returns {string[]}
 */
function filesBelow(relative) {
  const stats = fs.statSync(path.join(ROOT, relative), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return stats.isFile() ? [relative] : [];
  return fs
    .readdirSync(path.join(ROOT, relative))
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .flatMap((name) => filesBelow(`${relative}/${name}`));
}

/** One hash over the names and contents of all sources: modification times prove nothing after a checkout. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow)) {
    const text = fs.readFileSync(path.join(ROOT, file));
    hash.update(`${file}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
}

/**
 * What the last build was made from, and its files relative to `dist/`; null where there was none, or it was cut short.
 * @returns {{ sources: string, files: string[] } | null}
 */
function lastBuild() {
  try {
    return JSON.parse(fs.readFileSync(DIST_STAMP, 'utf8'));
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    if (isMissing || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {string} sources */
function distIsCurrent(sources) {
  const last = lastBuild();
  return (
    last !== null &&
    last.sources === sources &&
    last.files.every((file) => fs.existsSync(path.join(DIST, file)))
  );
}

/**
 * Builds beside `dist/` and moves the result in file by file, entry last. Each move is atomic, and the files of the build
 * before stay until the next, so a `phasegate` that starts meanwhile finds a whole program, old or new, and one that is
 * open finds the parts that it has yet to load.
 *
 * @param {boolean} clean whether nothing of the build before is to stay
 */
async function build(clean) {
  const startedAt = Date.now();
  const sources = hashOfSources();
  const building = path.join(ROOT, 'dist.building');
  fs.rmSync(building, { recursive: true, force: true });
  fs.mkdirSync(building);
  try {
    const { bundle } = await import('./bundle.mjs');
    const files = await bundle(ROOT, building);
    const before = clean ? [] : (lastBuild()?.files ?? []);
    fs.rmSync(DIST_STAMP, { force: true });
    for (const file of files) {
      fs.mkdirSync(path.dirname(path.join(DIST, file)), { recursive: true });
      fs.renameSync(path.join(building, file), path.join(DIST, file));
    }
    fs.mkdirSync(DIST, { recursive: true });
    removeAllBut(new Set([...files, ...before]));
    fs.writeFileSync(DIST_STAMP, `${JSON.stringify({ sources, files }, null, 2)}\n`);
    say(`built dist/ in ${secondsSince(startedAt)}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetUpError(`${reason}\nThe build failed.`, {
      cause: error,
    });
  } finally {
    fs.rmSync(building, { recursive: true, force: true });
  }
}

/** @param {Set<string>} wanted paths relative to dist/ */
function removeAllBut(wanted) {
  for (const file of filesBelow('dist')) {
    if (!wanted.has(file.slice('dist/'.length))) fs.rmSync(path.join(ROOT, file));
  }
}

/**
 * @param {boolean} force
 * @param {boolean} clean
 */
async function setUp(force, clean) {
  const nodeMajor = Number(process.versions.node.split('.')[0]);
  if (nodeMajor < OLDEST_NODE) {
    throw new SetUpError(
      `phasegate needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`,
    );
  }
  if (!force && dependenciesAreCurrent() && distIsCurrent(hashOfSources())) return;
  await onlyOne(path.join(ROOT, '.set-up.lock'), say, async () => {
    if (isFirst())
      say(
        'this clone is set up once: what the program needs is fetched (npm ci), then it is built. It takes up to half a minute, longer where the network is slow.',
      );
    if (!dependenciesAreCurrent()) installDependencies();
    if (force || !distIsCurrent(hashOfSources())) await build(clean);
  });
}

try {
  const clean = process.argv.includes('--clean');
  await setUp(clean || process.argv.includes('--force'), clean);
} catch (error) {
  const known = error instanceof SetUpError;
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  say('FAILED');
  process.exitCode = 1;
}
