import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a program said, both streams together. */
export interface Said {
  readonly code: number | null;
  readonly said: string;
}

/** Somebody else's project, with the package in it as it would be published. */
export interface PackedProject {
  readonly folder: string;
  /** Runs Node there. */
  readonly run: (...words: string[]) => Said;
  /** Runs the program of the package there. */
  readonly program: (...words: string[]) => Said;
  /** Checks the types of some of its files as strictly as a project can. */
  readonly typeCheck: (
    files: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ) => Said;
  readonly remove: () => void;
}

const OPTIONS = {
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

/** A build may come first, on a machine that has other work. */
export const SET_UP_MS = 240_000;

/**
 * Makes a project elsewhere, packs the package as it would be published, and installs it there with what npm would
 * install along with it.
 *
 * @param others packages that the project has besides
 */
export function packedProject(others: readonly string[]): PackedProject {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-packed-')));
  execFileSync(process.execPath, ['src/build/set-up.mjs'], { cwd: ROOT, stdio: 'pipe' });
  const flags = ['--ignore-scripts', '--offline', '--cache', path.join(folder, 'cache')];
  execFileSync('npm', ['pack', ...flags, '--pack-destination', folder], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  const [packed = ''] = fs.readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(modules);
  execFileSync('tar', ['-xzf', path.join(folder, packed), '-C', modules]);
  fs.renameSync(path.join(modules, 'package'), path.join(modules, 'phasegate'));
  const { dependencies } = JSON.parse(
    fs.readFileSync(path.join(modules, 'phasegate/package.json'), 'utf8'),
  ) as { dependencies: Readonly<Record<string, string>> };
  for (const name of [...others, ...Object.keys(dependencies)]) {
    fs.mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name), 'junction');
  }
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');

  const run = (...words: string[]): Said => {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(
        // npm says in INIT_CWD where these tests were started, which the program takes for where its user stands.
        ([name]) => !/^(?:VITEST|NODE_OPTIONS$|TEST$|INIT_CWD$|PHASEGATE_)/.test(name),
      ),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      env: { ...env, NO_COLOR: '1', COLUMNS: '100' },
      encoding: 'utf8',
    });
    return { code: status, said: `${stdout}${stderr}` };
  };
  return {
    folder,
    run,
    program: (...words) => run('node_modules/phasegate/dist/phasegate.js', ...words),
    typeCheck: (files, options) => {
      const config = path.join(folder, 'tsconfig.json');
      fs.writeFileSync(
        config,
        JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: files }),
      );
      return run('node_modules/typescript/bin/tsc', '-p', config);
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** How a project can have its imports resolved. */
export const RESOLUTIONS = [
  { module: 'preserve', moduleResolution: 'bundler' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
];
