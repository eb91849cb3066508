import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('./example', import.meta.url));

/** What somebody else's project has besides phasegate and what npm installs along with it. */
const INSTALLED = ['fast-check', 'xstate', 'vitest', 'typescript', '@types/node'];

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

let project = '';

/** A project elsewhere, with the package as it would be published, and the example copied into it. */
beforeAll(() => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-packed-')));
  execFileSync(process.execPath, ['src/build/set-up.mjs'], { cwd: ROOT, stdio: 'pipe' });
  const flags = ['--ignore-scripts', '--offline', '--cache', path.join(project, 'cache')];
  execFileSync('npm', ['pack', ...flags, '--pack-destination', project], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  const [packed = ''] = fs.readdirSync(project).filter((name) => name.endsWith('.tgz'));
  const modules = path.join(project, 'node_modules');
  fs.mkdirSync(modules);
  execFileSync('tar', ['-xzf', path.join(project, packed), '-C', modules]);
  fs.renameSync(path.join(modules, 'package'), path.join(modules, 'phasegate'));
  const { dependencies } = JSON.parse(
    fs.readFileSync(path.join(modules, 'phasegate/package.json'), 'utf8'),
  ) as { dependencies: Readonly<Record<string, string>> };
  for (const name of [...INSTALLED, ...Object.keys(dependencies)]) {
    fs.mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name), 'junction');
  }
  fs.writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }\n');
  fs.cpSync(EXAMPLE, path.join(project, 'lease'), { recursive: true });
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, section = ''] = readme.split('\n## For property tests\n');
  const [, example = ''] = /^```ts\n([\s\S]*?)^```/m.exec(section) ?? [];
  fs.writeFileSync(path.join(project, 'lease/readme.test.ts'), example);
});

afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

function run(...words: string[]): { code: number | null; said: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_OPTIONS$|TEST$)/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: project,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

/** Checks the types of some of the project's files as strictly as a project can. */
function typeCheck(
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): ReturnType<typeof run> {
  const config = path.join(project, 'tsconfig.json');
  fs.writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: files }),
  );
  return run('node_modules/typescript/bin/tsc', '-p', config);
}

const RESOLUTIONS = [
  { module: 'preserve', moduleResolution: 'bundler' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
];

describe('the published package', () => {
  it('holds what is built, and no sources', () => {
    const folder = path.join(project, 'node_modules/phasegate');
    expect(fs.readdirSync(folder).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
    const files = fs.readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /(?<!\.d)\.tsx?$|\.built-from/.test(name))).toEqual([]);
  });

  it('runs its command', () => {
    const { code, said } = run('node_modules/phasegate/dist/phasegate.js', 'list', 'scenarios');
    expect(said).toContain('record');
    expect(code).toBe(0);
  });

  it.each(RESOLUTIONS)('has types that resolve, with $moduleResolution', (resolution) => {
    expect(typeCheck(['lease/*.ts'], { ...resolution, skipLibCheck: true })).toEqual({
      code: 0,
      said: '',
    });
  });

  it.each(RESOLUTIONS)('has declarations that are right, with $moduleResolution', (resolution) => {
    const everything = "import * as kit from 'phasegate/testing';\nexport const names = kit;\n";
    fs.writeFileSync(path.join(project, 'kit.ts'), everything);
    // With exactOptionalPropertyTypes XState's own declarations do not pass.
    const options = {
      ...resolution,
      skipLibCheck: false,
      exactOptionalPropertyTypes: false,
      // The declarations name each other with .ts, which a project need not allow itself.
      allowImportingTsExtensions: false,
    };
    expect(typeCheck(['kit.ts'], options)).toEqual({ code: 0, said: '' });
  });

  it('has types that tell what is wrong', () => {
    fs.writeFileSync(
      path.join(project, 'wrong.ts'),
      [
        "import { loadAgreement, Runner, type ScenarioFile, takeUnder } from 'phasegate/testing';",
        "const { agreement, scenarios } = loadAgreement('lease');",
        'const terms = { reading: 1, day: null, knownBy: null, waived: [] };',
        'takeUnder(new Runner(agreement), agreement, terms, {}, "x");',
        'for (const { kind } of scenarios.values()) if (kind === "likely") break;',
        'export const file: ScenarioFile = {};',
      ].join('\n'),
    );
    const { said } = typeCheck(['wrong.ts'], { ...RESOLUTIONS[0], skipLibCheck: true });
    const lines = [...said.matchAll(/wrong\.ts\((\d+)/g)].map(([, line]) => Number(line));
    expect(lines).toEqual([4, 5, 6]);
  });

  it('runs the example and the lines of the README', () => {
    const { code, said } = run('node_modules/vitest/vitest.mjs', 'run', '--root', project);
    expect(said).toMatch(/Tests +5 passed \(5\)/);
    expect(code).toBe(0);
  });
});
