import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsBelow } from '../cli/temporary-folder.ts';
import {
  type PackedProject,
  packedProject,
  RESOLUTIONS,
  SET_UP_MS,
} from '../library/packed-project.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('./example', import.meta.url));
const LIBRARY_EXAMPLE = fileURLToPath(new URL('../library/example', import.meta.url));

/** What somebody else's project has besides phasegate and what npm installs along with it. */
const INSTALLED = ['fast-check', 'vitest', 'typescript', '@types/node'];

/** The examples of a README, as they stand there. */
function readmeExamples(file: string, language: string): string[] {
  const readme = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const blocks = readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return [...blocks].map(([, code = '']) => code);
}

let packed: PackedProject;
let project = '';

/** A project elsewhere, with the package as it would be published, and the examples copied into it. */
beforeAll(() => {
  packed = packedProject(INSTALLED);
  project = packed.folder;
  fs.cpSync(EXAMPLE, path.join(project, 'lease'), { recursive: true });
  fs.cpSync(LIBRARY_EXAMPLE, path.join(project, 'library'), { recursive: true });
  const [test = ''] = readmeExamples('src/testing/README.md', 'ts');
  fs.writeFileSync(path.join(project, 'lease/readme.test.ts'), test);
  const [script = ''] = readmeExamples('README.md', 'js');
  fs.writeFileSync(path.join(project, 'readme.mjs'), script);
  const [search = ''] = readmeExamples('src/library/README.md', 'js');
  fs.writeFileSync(path.join(project, 'search.mjs'), search);
}, SET_UP_MS);

afterAll(() => packed.remove());

const run: PackedProject['run'] = (...words) => packed.run(...words);
const typeCheck: PackedProject['typeCheck'] = (files, options) => packed.typeCheck(files, options);

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

  it('has the manual page that it names', () => {
    const folder = path.join(project, 'node_modules/phasegate');
    const { man } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      man: string;
    };
    const page = fs.readFileSync(path.join(folder, man), 'utf8');
    expect(page).toMatch(/^\.TH PHASEGATE 1 /m);
    expect(run('node_modules/phasegate/dist/phasegate.js', 'help', '--man').said).toBe(page);
  });

  // Only mandoc itself can say whether a page is as it has to be, and it is not everywhere.
  it.skipIf(spawnSync('mandoc', ['-T', 'ascii', '/dev/null']).error !== undefined)(
    'has a manual page that mandoc, where it is installed, finds nothing wrong with',
    () => {
      const page = path.join(project, 'node_modules/phasegate/dist/phasegate.1');
      const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', page], {
        encoding: 'utf8',
      });
      // A page that is built has no day of its own.
      const lines = stdout.split('\n').filter((line) => line !== '');
      expect(lines.filter((line) => !line.includes('missing date'))).toEqual([]);
    },
  );

  it('works without fast-check, which its kit for tests alone asks for', () => {
    const installed = path.join(project, 'node_modules/fast-check');
    const aside = path.join(project, 'fast-check-aside');
    const imported = (name: string) =>
      run('--input-type=module', '--eval', `console.log(typeof await import('${name}'))`);
    fs.renameSync(installed, aside);
    try {
      expect(imported('phasegate')).toEqual({ code: 0, said: 'object\n' });
      expect(imported('phasegate/node')).toEqual({ code: 0, said: 'object\n' });
      expect(run('node_modules/phasegate/dist/phasegate.js', 'list').code).toBe(0);
      expect(imported('phasegate/testing').said).toContain("Cannot find package 'fast-check'");
    } finally {
      fs.renameSync(aside, installed);
    }
    const { peerDependenciesMeta: optional } = JSON.parse(
      fs.readFileSync(path.join(project, 'node_modules/phasegate/package.json'), 'utf8'),
    ) as { peerDependenciesMeta: unknown };
    expect(optional).toEqual({ 'fast-check': { optional: true } });
  });

  it.each(RESOLUTIONS)('has types that resolve, with $moduleResolution', (resolution) => {
    expect(typeCheck(['lease/*.ts'], { ...resolution, skipLibCheck: true })).toEqual({
      code: 0,
      said: '',
    });
  });

  it.each(RESOLUTIONS)('has declarations that are right, with $moduleResolution', (resolution) => {
    const everything = ['phasegate', 'phasegate/node', 'phasegate/testing'].map(
      (name, index) =>
        `import * as part${index} from '${name}';\nexport const names${index} = part${index};\n`,
    );
    fs.writeFileSync(path.join(project, 'kit.ts'), everything.join(''));
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

  it('has every part that it exports, with its types', async () => {
    const folder = path.join(project, 'node_modules/phasegate');
    const { exports } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      exports: Readonly<Record<string, string | { types: string; default: string }>>;
    };
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['.', './node', './testing']));
    const schemas = fs.readdirSync(path.join(folder, 'dist/schemas'));
    expect(schemas).toContain('scenario.json');
    const parts = Object.entries(exports).flatMap(([name, target]) =>
      name.includes('*')
        ? schemas.map((schema) => ({ name: name.replace('*.json', schema), target }))
        : [{ name, target }],
    );
    const script = parts.map(({ name, target }) => {
      const asked = `phasegate${name.slice(1)}`;
      if (typeof target === 'string')
        return `JSON.parse(fs.readFileSync(new URL(import.meta.resolve('${asked}')), 'utf8'));`;
      expect(fs.readFileSync(path.join(folder, target.types), 'utf8')).toContain('export');
      return `if (Object.keys(await import('${asked}')).length < 5) throw new Error('${asked}');`;
    });
    fs.writeFileSync(
      path.join(project, 'parts.mjs'),
      ["import fs from 'node:fs';", ...script, "console.log('all there');"].join('\n'),
    );
    expect(run('parts.mjs')).toEqual({ code: 0, said: 'all there\n' });
  });

  it('is one class whichever part it comes from', () => {
    fs.writeFileSync(
      path.join(project, 'same.mjs'),
      [
        "import * as all from 'phasegate';",
        "import * as kit from 'phasegate/testing';",
        'for (const name of Object.keys(kit))',
        '  if (name in all && all[name] !== kit[name]) throw new Error(name);',
        "console.log(['play', 'standing', 'finish'].every((name) => name in all && name in kit));",
      ].join('\n'),
    );
    expect(run('same.mjs')).toEqual({ code: 0, said: 'true\n' });
  });

  it('asks for nothing of Node in what a page loads', () => {
    const folder = path.join(project, 'node_modules/phasegate/dist/library');
    const loaded = new Set(['index.js']);
    const packages = new Set<string>();
    // A set goes on over what is added to it meanwhile.
    for (const file of loaded) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      for (const [, name = ''] of text.matchAll(
        /^(?:import|export)\b[^'"\n]*(?:\n[^'"\n]*)*?["']([^"'\n]+)["'];|\bimport\(["']([^"']+)["']\)/gm,
      ))
        if (name.startsWith('.')) loaded.add(path.join(path.dirname(file), name));
        else if (name !== '') packages.add(name);
    }
    expect([...packages].toSorted()).toEqual(['xstate', 'zod']);
  });

  it('runs the script that reads a folder and asks', () => {
    const { code, said } = run('library/check.mjs', 'lease', 'renewal');
    expect(said).toMatch(/^The millstream lease\n[\s\S]*The lease is renewed \(gate renewal/);
    expect(code).toBe(0);
    const wrong = run('library/check.mjs', 'lease/readings', 'renewal');
    expect(wrong.said).toMatch(/agreement\.yaml/);
    expect(wrong.code).toBe(2);
  });

  it.each([
    ['pivots.mjs', ['renewal'], ['pivots', 'renewal']],
    ['points-of-no-return.mjs', ['renewal'], ['points-of-no-return', 'renewal']],
    ['exercise.mjs', [], ['exercise', 'first-season']],
    [
      'exercise.mjs',
      ['renewal-upstream=rentIsPaid'],
      ['exercise', 'first-season', '--answer', 'renewal-upstream=rentIsPaid'],
    ],
    ['unmet.mjs', [], ['check', '--unmet']],
    ['levels.mjs', ['month'], ['levels', '--every', 'month']],
    ['duties.mjs', [], ['duties']],
    ['export.mjs', ['xstate'], ['export', '--format', 'xstate']],
    ['export.mjs', ['dot'], ['export', '--format', 'dot']],
  ])('runs %s with %j, which says what the command says', (script, words, command) => {
    const asked = run(`library/${script}`, 'lease', ...words);
    const printed = packed.program('-A', './lease', ...command);
    expect(asked.said.length).toBeGreaterThan(40);
    expect(asked).toEqual({ code: 0, said: printed.said });
  });

  it('runs the script that imports', () => {
    const machine = 'machine.json';
    const exportedText = packed.program('-A', './lease', 'export', '--format', 'xstate').said;
    fs.writeFileSync(path.join(project, machine), exportedText);
    const { code, said } = run('library/import.mjs', machine, 'carried-over');
    expect(said).toMatch(/^a machine of XState: an agreement$/m);
    expect(code).toBe(0);
    expect(packed.program('-A', './carried-over', 'validate').code).toBe(0);
  });

  it('takes a folder that is laid over an agreement that ships, in the command and in a script', () => {
    const write = (name: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(project, 'laid', name)), { recursive: true });
      fs.writeFileSync(path.join(project, 'laid', name), text);
    };
    write('agreement.yaml', 'extends: highmeadow\nid: laid\n');
    write(
      'scenarios/further.yaml',
      'continues: meadow-record\nsteps:\n' +
        '  - { id: met, date: 2041-06-05, title: They meet, claims: [report-1.c5], event: talks.held }\n',
    );
    fs.writeFileSync(
      path.join(project, 'laid.mjs'),
      [
        "import { openAgreement } from 'phasegate/node';",
        "import { loadAgreement } from 'phasegate/testing';",
        "const read = openAgreement('laid', { validate: true });",
        'if (!read.ok) throw new Error(JSON.stringify(read.problems));',
        "console.log(read.agreement.id, read.scenarios.get('meadow-record').steps.at(-1).id);",
        "console.log(loadAgreement('laid').agreement.title === read.agreement.title);",
      ].join('\n'),
    );
    expect(run('laid.mjs')).toEqual({ code: 0, said: 'laid met\ntrue\n' });
    const played = packed.program('-A', 'laid', 'play', 'meadow-record');
    expect(played.said).toContain('They meet');
    expect(packed.program('validate', 'laid')).toMatchObject({ code: 0 });
    for (const words of [
      ['new', 'reading', 'reeve'],
      ['new', 'source', 'leaflet', '--published', '2041-06-07'],
      ['accept', '--write'],
      ['rename', 'met', 'gathered', '--write'],
      ['fmt', '--write'],
      ['schemas', '--write'],
      ['list'],
    ])
      expect([words, packed.program('-A', 'laid', ...words)]).toMatchObject([words, { code: 0 }]);
    const written = fs.readFileSync(path.join(project, 'laid/scenarios/further.yaml'), 'utf8');
    expect(written).toMatch(/id: gathered[^]*reeve: recognised/);
    expect(packed.program('validate', 'laid')).toMatchObject({ code: 0 });
    write('agreement.yaml', 'extends: highmedow\n');
    expect(run('laid.mjs').said).toContain('there is no agreement');
  });

  it('writes nothing into the package as it is installed', () => {
    const inPackage = 'node_modules/phasegate';
    const before = textsBelow(path.join(project, inPackage));
    const beside = fs.readdirSync(project);
    for (const words of [
      ['new', 'reading', 'ostley-folk'],
      ['new', 'source', 'leaflet', '--published', '2041-06-07'],
      ['new', 'scenario', 'other'],
      ['accept', '--write'],
      ['rename', 'meadow-record', 'record', '--write'],
      ['fmt', '--write'],
      ['schemas', '--write'],
    ]) {
      const came = packed.program('-A', 'highmeadow', ...words);
      expect([words, came.code]).toEqual([words, 2]);
      expect(came.said).toMatch(
        /part of the program .*\[not-possible\]\n +\S.*extends: highmeadow/,
      );
    }
    for (const place of ['machines/highmeadow', 'dist', '.'])
      for (const words of [
        ['accept', '--write'],
        ['schemas', '--write'],
        ['fmt', '--write'],
      ]) {
        const came = packed.program('-A', `${inPackage}/${place}`, ...words);
        expect([place, words, came.code]).toEqual([place, words, 2]);
        expect(came.said).toMatch(/\[[a-z-]+\]\n +\S/);
      }
    expect(textsBelow(path.join(project, inPackage))).toEqual(before);
    expect(fs.readdirSync(project)).toEqual(beside);
  });

  it('runs the script of the README', () => {
    const { code, said } = run('readme.mjs');
    expect(said).toMatch(/^The millstream lease\n/);
    expect(code).toBe(0);
  });

  it('runs the search of the README of the library', () => {
    const { code, said } = run('search.mjs');
    expect(said).toMatch(/The shortest path to "The lease is renewed"|There is no path/);
    expect(code).toBe(0);
  });

  it('runs the example and the lines of the README', () => {
    const { code, said } = run('node_modules/vitest/vitest.mjs', 'run', '--root', project);
    expect(said).toMatch(/Tests +5 passed \(5\)/);
    expect(code).toBe(0);
  });
});
