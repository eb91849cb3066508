import { isBuiltin } from 'node:module';
import type { Checkout } from './checkout.ts';
import {
  codeFiles,
  codeMatches,
  fileImports,
  folderOf,
  show,
  type CodeFile,
} from './code-files.ts';
import { namesIn } from './forbidden-names.ts';
import { lineAt } from './source-text.ts';

export interface Rule {
  readonly name: string;
  /** Printed when the rule is broken: why it is there. */
  readonly reason: string;
  /** One line for each place that breaks the rule. */
  readonly violations: (checkout: Checkout) => string[];
  /** Small checkouts, each of which the rule must catch. */
  readonly planted: readonly Planted[];
  /** Small checkouts that look alike and are fine. */
  readonly fine: readonly Planted[];
}

/** Texts by path; `topLevel` lists what else stands in the top folder. */
export interface Planted {
  readonly files?: Readonly<Record<string, string>>;
  readonly topLevel?: readonly string[];
}

/** Which folders of src/ a folder of src/ may import, itself aside. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  load: ['model'],
  search: ['model'],
  answer: ['model', 'search'],
  explain: ['model', 'answer', 'search'],
  draw: ['model', 'load', 'explain'],
  lab: ['model', 'search', 'answer'],
  web: ['model', 'load', 'search', 'answer', 'explain', 'draw', 'lab'],
  library: ['model', 'load', 'answer', 'search', 'explain', 'draw'],
  'index.ts': ['model', 'load', 'answer', 'search', 'explain', 'draw', 'library'],
  node: ['model', 'load'],
  cli: ['model', 'load', 'answer', 'search', 'explain', 'draw', 'node', 'tui', 'web'],
  tui: ['model', 'load', 'answer', 'search', 'explain', 'draw', 'node', 'lab'],
  testing: ['model', 'answer', 'search', 'load', 'node'],
  build: ['model', 'load', 'node', 'explain', 'draw'],
};

/** Which folders of src/tui/ a folder of it may import, itself aside. */
const TUI_ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lab: ['model'],
  views: ['model', 'lab'],
  screens: ['model', 'lab', 'views'],
};
/** What draws the screens and runs them: nothing of it is known to them. */
const TUI_ON_TOP = /^src\/tui\/(?:app|bottom|frame|pages|pointing|reduce|services|start)\.tsx?$/;

/** The folder of src/tui/ that a file is in; empty for a file that is in none of them. */
function tuiFolderOf(file: string): string {
  return /^src\/tui\/(\w+)\//.exec(file)?.[1] ?? '';
}

/** The folders of src/ that run in Node; all the others run in a browser too. */
const IN_NODE = ['node', 'cli', 'tui', 'testing', 'build'];

/** The one file of machines/ that is code, and what it may know: it shows XState's own tools the machine that ships. */
const MACHINES_INDEX = 'machines/index.ts';
const INDEX_KNOWS = ['src/model/machine.ts', 'src/node/load-agreement.ts'];

/** Files of src/ over 400 lines, each with the reason why it is not two files. */
const LONG_FILES: Readonly<Record<string, string>> = {};
const LONGEST = 400;

const TOP_LEVEL = new Set(
  [
    'package.json package-lock.json tsconfig.json vitest.config.ts',
    'src machines scenarios seeds test',
    'README.md CHANGELOG.md LICENSE',
    'node_modules dist dist.building coverage',
  ].flatMap((names) => names.split(' ')),
);

function cyclesIn(checkout: Checkout): string[] {
  const next = new Map<string, string[]>();
  for (const found of fileImports(checkout, 'src', 'machines')) {
    next.set(found.file, [...(next.get(found.file) ?? []), found.target]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    } else if (!done.has(file)) {
      for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    }
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}

/** A `.skip` wants a comment on its line or the one above that says why. */
function unexplainedSkips(files: CodeFile[]): string[] {
  return files.flatMap(({ file, source }) => {
    const comments = source.comments.split('\n');
    return source.code.split('\n').flatMap((line, index) => {
      const skip = /\.(?:skip|skipIf|todo)\s*\(/.exec(line)?.[0];
      const nearby = `${comments[index - 1] ?? ''}${comments[index] ?? ''}`;
      const explained = /\p{L}{3,}\P{L}+\p{L}{2,}/u.test(nearby);
      return skip === undefined || explained ? [] : [`${file}:${index + 1} ${skip}`];
    });
  });
}

export const RULES: readonly Rule[] = [
  {
    name: 'arrows between the folders of src/ point one way',
    reason:
      'The core must be readable, testable and reusable without what is built on it: model <- ' +
      'load, search <- answer <- explain <- draw <- library, cli, tui. A new folder says in ' +
      'ARROWS what it may know.',
    violations: (checkout) => {
      const homeless = [...checkout.files.keys()]
        .filter((file) => file.startsWith('src/') && ARROWS[folderOf(file)] === undefined)
        .map((file) => `${file} is in no folder that ARROWS knows`);
      const against = fileImports(checkout, 'src').filter(({ file, target, specifier }) => {
        if (!specifier.startsWith('.')) return false;
        const [from, to] = [folderOf(file), folderOf(target)];
        return !target.startsWith('src/') || (from !== to && !ARROWS[from]?.includes(to));
      });
      return [...homeless, ...against.map(show)];
    },
    planted: [
      { files: { 'src/model/run.ts': "import { why } from '../answer/why.ts';" } },
      { files: { 'src/search/plan.ts': "export * from '../answer/why.ts';" } },
      { files: { 'src/search/plan.ts': "import type { Text } from '../explain/text.ts';" } },
      { files: { 'src/load/load.ts': "import { plan } from '../search/plan.ts';" } },
      { files: { 'src/explain/text.ts': "const { read } = await import('../node/read.ts');" } },
      { files: { 'src/tui/start.ts': "import '../cli/main.ts';" } },
      { files: { 'src/model/run.ts': "import { x } from '../../test/x.ts';" } },
      { files: { 'src/cli/main.ts': "import { any } from '../testing/any.ts';" } },
      { files: { 'src/newcomer/x.ts': '' } },
      { files: { 'src/stray.ts': '' } },
    ],
    fine: [
      { files: { 'src/explain/text.ts': "import { why } from '../answer/why.ts';" } },
      { files: { 'src/model/run.ts': "import { gate } from './gate.ts'; // '../cli/x.ts'" } },
      { files: { 'src/model/run.ts': 'const text = "import x from \'../cli/main.ts\'";' } },
    ],
  },
  {
    name: 'arrows between the folders of src/tui/ point one way',
    reason:
      'A screen is one file, with its keys, its page and what Enter does: model <- lab <- views <- screens, ' +
      'and above them what draws and runs them all. Whoever reads a screen needs to know nothing of the others.',
    violations: (checkout) =>
      fileImports(checkout, 'src')
        .filter(({ file, target }) => {
          const [from, to] = [tuiFolderOf(file), tuiFolderOf(target)];
          if (from === '') return false;
          if (TUI_ON_TOP.test(target)) return true;
          return to !== '' && from !== to && !TUI_ARROWS[from]?.includes(to);
        })
        .map(show),
    planted: [
      { files: { 'src/tui/views/page.ts': "import { GATES } from '../screens/gates.ts';" } },
      { files: { 'src/tui/model/choice.ts': "import { page } from '../views/page.ts';" } },
      { files: { 'src/tui/screens/keys/moving.ts': "import { frameOf } from '../../frame.ts';" } },
      { files: { 'src/tui/newcomer/x.ts': "import { page } from '../views/page.ts';" } },
    ],
    fine: [
      { files: { 'src/tui/screens/gates.ts': "import { page } from '../views/page.ts';" } },
      { files: { 'src/tui/views/page.ts': "import { at } from '../moves.ts';" } },
      { files: { 'src/tui/frame.ts': "import { SCREENS } from './screens/index.ts';" } },
    ],
  },
  {
    name: 'machines/ is data',
    reason:
      'An agreement is a folder of YAML that anybody can write. Only machines/index.ts is code: it loads ' +
      'the one that ships as everybody loads theirs.',
    violations: (checkout) => {
      const code = codeFiles(checkout, 'machines')
        .filter(({ file }) => file !== MACHINES_INDEX)
        .map(({ file }) => `${file} is code`);
      const imports = fileImports(checkout, 'machines').filter(
        ({ specifier, target }) => specifier.startsWith('.') && !INDEX_KNOWS.includes(target),
      );
      return [...code, ...imports.map(show)];
    },
    planted: [
      { files: { 'machines/x/index.ts': '' } },
      { files: { 'machines/index.ts': "import { a } from '../src/answer/a.ts';" } },
      { files: { 'machines/index.ts': "import { x } from './x.ts';" } },
    ],
    fine: [
      {
        files: {
          'machines/index.ts': "import { loadAgreement } from '../src/node/load-agreement.ts';",
          'machines/x/agreement.yaml': 'id: x',
        },
      },
    ],
  },
  {
    name: 'src/ imports nothing of machines/',
    reason: 'src/ works for any agreement: it finds those that ship by looking into the folder.',
    violations: (checkout) =>
      fileImports(checkout, 'src')
        .filter(({ target }) => target.startsWith('machines/'))
        .map(show),
    planted: [
      { files: { 'src/cli/main.ts': "import { m } from '../../machines/index.ts';" } },
      { files: { 'src/model/x.ts': "import type { M } from '../../machines/index.ts';" } },
    ],
    fine: [{ files: { 'src/cli/main.ts': "const home = 'machines';" } }],
  },
  {
    name: 'only src/node reads and writes files',
    reason:
      "Other people's files are hostile and disks fill up: refusing and saving are done once, in " +
      'src/node, and everything else stays a function of its arguments. (src/build makes the program.)',
    violations: (checkout) =>
      fileImports(checkout, 'src', 'machines')
        .filter(({ specifier }) => /^(?:node:)?fs(?:\/|$)/.test(specifier))
        .filter(({ file }) => !['node', 'build'].includes(folderOf(file)))
        .map(show),
    planted: [
      { files: { 'src/load/load.ts': "import fs from 'node:fs';" } },
      { files: { 'src/cli/main.ts': "import { readFile } from 'fs/promises';" } },
      { files: { 'machines/index.ts': "const fs = await import('node:fs/promises');" } },
    ],
    fine: [{ files: { 'src/node/read.ts': "import fs from 'node:fs';" } }],
  },
  {
    name: `only ${IN_NODE.join(', ')} use what Node alone has`,
    reason:
      'What is below them is the library, and a web page bundles it: what it needs of its surroundings comes in as an ' +
      'argument, or is there in Node and in every browser.',
    violations: (checkout) => {
      const isBelow = ({ file }: { readonly file: string }) =>
        file.startsWith('src/') && !IN_NODE.includes(folderOf(file));
      const imports = fileImports(checkout, 'src')
        .filter(({ specifier }) => isBuiltin(specifier))
        .filter(isBelow)
        .map(show);
      const globals =
        /(?<![\w$.?])(?:Buffer|setImmediate|clearImmediate|__dirname|__filename|global)\b(?!\s*:)|\bimport\.meta\b|\bNodeJS\./g;
      return [...imports, ...codeMatches(codeFiles(checkout, 'src').filter(isBelow), globals)];
    },
    planted: [
      { files: { 'src/load/hash.ts': "import { createHash } from 'node:crypto';" } },
      { files: { 'src/load/hash.ts': "import { createHash } from 'crypto';" } },
      { files: { 'src/model/x.ts': "const { inspect } = await import('node:util');" } },
      { files: { 'src/explain/x.ts': "import type { Readable } from 'node:stream';" } },
      { files: { 'src/index.ts': "export { readFile } from 'fs/promises';" } },
      { files: { 'src/load/x.ts': "const bytes = Buffer.from('a');" } },
      { files: { 'src/search/x.ts': 'const bytes: Buffer | null = null;' } },
      { files: { 'src/search/x.ts': 'setImmediate(next);' } },
      { files: { 'src/load/x.ts': "new URL('x', import.meta.url);" } },
    ],
    fine: [
      { files: { 'src/node/x.ts': "import os from 'node:os';\nBuffer.from('a');" } },
      { files: { 'src/build/x.mjs': "import os from 'node:os';" } },
      { files: { 'src/load/x.ts': '// Buffer.from() is not asked\nconst x: ArrayBuffer = y;' } },
      { files: { 'src/load/x.ts': "import { isEqual } from 'es-toolkit/predicate';" } },
    ],
  },
  {
    name: 'Ink stays in src/tui, and React there and in src/web',
    reason: 'They cost 70 ms and more at start, and the same answers must come without a screen.',
    violations: (checkout) =>
      fileImports(checkout, 'src', 'machines')
        .filter(
          ({ file, specifier }) =>
            (/^(?:ink|ink-[^/]+)(?:\/|$)/.test(specifier) && folderOf(file) !== 'tui') ||
            (/^(?:react|react-dom)(?:\/|$)/.test(specifier) &&
              !['tui', 'web'].includes(folderOf(file))),
        )
        .map(show),
    planted: [
      { files: { 'src/cli/main.ts': "import { render } from 'ink';" } },
      { files: { 'src/web/app.tsx': "import { Box } from 'ink';" } },
      {
        files: {
          'src/explain/html.tsx': "import { renderToStaticMarkup } from 'react-dom/server';",
        },
      },
    ],
    fine: [
      { files: { 'src/tui/app.tsx': "import { Box } from 'ink';" } },
      { files: { 'src/web/app.tsx': "import { useState } from 'react';" } },
    ],
  },
  {
    name: 'src/cli loads src/tui and src/web with import() only',
    reason: 'A static import would load React and Ink for every command, a screen or not.',
    violations: (checkout) =>
      fileImports(checkout, 'src/cli')
        .filter(({ target, kind }) => /^src\/(?:tui|web)\//.test(target) && kind === 'static')
        .map(show),
    planted: [
      { files: { 'src/cli/main.ts': "import { start } from '../tui/start.ts';" } },
      { files: { 'src/cli/main.ts': "import { start, type Options } from '../tui/start.ts';" } },
      { files: { 'src/cli/main.ts': "export { start } from '../tui/start.ts';" } },
    ],
    fine: [
      { files: { 'src/cli/main.ts': "const { start } = await import('../tui/start.ts');" } },
      { files: { 'src/cli/main.ts': "import type { Options } from '../tui/start.ts';" } },
      { files: { 'src/cli/main.ts': "import { type Options } from '../tui/start.ts';" } },
    ],
  },
  {
    name: 'fast-check stays in src/testing',
    reason: 'It is a tool for tests, and is not part of the program.',
    violations: (checkout) =>
      fileImports(checkout, 'src', 'machines')
        .filter(({ specifier }) => /^(?:fast-check|vitest)(?:\/|$)/.test(specifier))
        .filter(({ file, specifier }) => folderOf(file) !== 'testing' || specifier !== 'fast-check')
        .map(show),
    planted: [
      { files: { 'src/search/plan.ts': "import fc from 'fast-check';" } },
      { files: { 'src/testing/any.ts': "import { test } from 'vitest';" } },
    ],
    fine: [{ files: { 'src/testing/any.ts': "import fc from 'fast-check';" } }],
  },
  {
    name: 'what is imported is written out',
    reason:
      'A computed import() or a require() is an arrow that nobody can check, bundlers included.',
    violations: (checkout) =>
      fileImports(checkout, 'src', 'machines')
        .filter(({ specifier }) => specifier === '<computed>')
        .map(show),
    planted: [{ files: { 'src/cli/main.ts': 'await import(name);' } }],
    fine: [{ files: { 'src/cli/main.ts': "await import('./name.ts');" } }],
  },
  {
    name: 'no import cycles',
    reason: 'Files in a cycle can only be read, moved and started together. Types count too.',
    violations: cyclesIn,
    planted: [
      {
        files: {
          'src/model/a.ts': "import { b } from './b.ts';",
          'src/model/b.ts': "import { c } from './c.ts';",
          'src/model/c.ts': "import type { A } from './a.ts';",
        },
      },
      { files: { 'machines/a.ts': "export * from './a.ts';" } },
    ],
    fine: [
      {
        files: {
          'src/model/a.ts': "import { b } from './b.ts'; import { c } from './c.ts';",
          'src/model/b.ts': "import { c } from './c.ts';",
        },
      },
    ],
  },
  {
    name: 'clock, randomness and process stay at the edge',
    reason:
      'The same question must have the same answer tomorrow and in a test. They come in as arguments, ' +
      "from src/cli, the UI's entry (src/tui/start.ts, src/tui/terminal*), src/build, the turns of the page's searches " +
      '(src/web/answerers.ts), the browser that a page is open in (src/web/own-browser.ts), or for those who import the library from src/library/run.ts.',
    violations: (checkout) => {
      const files = codeFiles(checkout, 'src', 'machines').filter(
        ({ file }) =>
          !/^src\/(?:cli\/|build\/|library\/run\.ts$|tui\/start\.ts$|tui\/terminal|web\/(?:answerers|own-browser)\.ts$)/.test(
            file,
          ),
      );
      const names = new Set(files.map(({ file }) => file));
      const imported = fileImports(checkout, 'src', 'machines')
        .filter(({ file, specifier }) => names.has(file) && /^(?:node:)?process$/.test(specifier))
        .map(show);
      const pattern =
        /\bDate\s*\.\s*now\b|\bnew\s+Date\b|\bMath\s*\.\s*random\b|\bperformance\s*\.\s*now\b|(?<![\w$.])process\s*(?:\??\.\s*\w|\[)|\bglobalThis\s*\.\s*process\b/g;
      return [...codeMatches(files, pattern), ...imported];
    },
    planted: [
      { files: { 'src/model/run.ts': 'const now = Date.now();' } },
      { files: { 'src/answer/why.ts': 'const day = new Date(2026, 0, 24);' } },
      { files: { 'src/search/plan.ts': 'if (Math.random() > 0.5) return;' } },
      { files: { 'src/explain/text.ts': 'const width = process.stdout.columns;' } },
      { files: { 'src/explain/text.ts': 'const width = `${process.env.COLUMNS}`;' } },
      { files: { 'src/tui/views/app.tsx': "import { stdout } from 'node:process';" } },
    ],
    fine: [
      { files: { 'src/cli/main.ts': 'process.exitCode = 1;' } },
      { files: { 'src/tui/start.ts': 'process.exitCode = 1;' } },
      {
        files: {
          'src/model/run.ts': "// Date.now() is not asked here\nconst x = 'process.env';",
        },
      },
    ],
  },
  {
    name: 'src/ names nothing of a shipped agreement',
    reason:
      'Everything about an agreement is in machines/, scenarios/ and seeds/, so that another one ' +
      'needs no change in src/. The names come from machines/*/parties.yaml and the regions of the content.',
    violations: namesIn,
    planted: [
      { files: { 'src/cli/main.ts': '// as in the Rafah scenario' } },
      { files: { 'src/model/gazaGate.ts': '' } },
      { files: { 'machines/x/index.ts': '' } },
      ...["const other = 'ruritania';", 'inRuritania();', '// the Grand Duchy', "f('gd');"].map(
        (text) => ({
          files: {
            'machines/x/parties.yaml':
              'parties: [{ id: ruritania, title: Ruritania }, { id: gd, title: the Grand Duchy (GD) }]',
            'src/model/run.ts': text,
          },
        }),
      ),
      ...['if (riverBridge) return;', '// the river bridge'].map((text) => ({
        files: {
          'seeds/a.yaml': 'claims: [{ id: c1, regions: [riverBridge, talks] }]',
          'src/model/run.ts': text,
        },
      })),
    ],
    fine: [
      {
        files: {
          'machines/x/parties.yaml':
            'parties: [{ id: us, title: Usland }, { id: pa, title: Paland }]',
          'seeds/a.yaml': 'claims: [{ id: c1, regions: [talks] }]',
          'src/model/run.ts': '// It tells us who talks, and the status.',
        },
      },
    ],
  },
  {
    name: 'no check is switched off in silence',
    reason:
      '`any` and @ts-ignore hide the mistakes that types are there to find (@ts-expect-error with a ' +
      'reason says when it is no longer needed); .only hides other tests; a .skip says why beside it.',
    violations: (checkout) => {
      const files = codeFiles(checkout, 'src', 'machines', 'test');
      const inComments = files.flatMap(({ file, source }) =>
        [
          ...source.comments.matchAll(/@ts-(?:ignore|nocheck)\b|@ts-expect-error\s*(?:\*\/|\n|$)/g),
        ].map((match) => `${file}:${lineAt(source.comments, match.index)} ${match[0].trim()}`),
      );
      return [
        ...codeMatches(files, /\bas\s+any\b|<any>|:\s*any\b(?!\s*\()/g),
        ...inComments,
        ...codeMatches(files, /\b(?:describe|it|test|suite|bench)\s*(?:\.\w+)*\.only\b/g),
        ...codeMatches(files, /\.only\s*\(/g),
        ...unexplainedSkips(files),
      ];
    },
    planted: [
      { files: { 'src/model/run.ts': 'const run = value as any;' } },
      { files: { 'src/model/run.ts': '// @ts-ignore: later\nf(1);' } },
      { files: { 'src/model/run.ts': '// @ts-expect-error\nf(1);' } },
      { files: { 'test/a.test.ts': "it.only('a', () => {});" } },
      { files: { 'test/a.test.ts': "it.skip('a', () => {});" } },
      { files: { 'test/a.test.ts': "\n\ndescribe.skip('a', () => {});" } },
    ],
    fine: [
      { files: { 'src/model/run.ts': "const text = 'as any';\n// as any reader can see" } },
      { files: { 'test/a.test.ts': "// The terminal is not there on Windows.\nit.skip('a', f);" } },
    ],
  },
  {
    name: `no file of src/ is over ${LONGEST} lines`,
    reason:
      'A long file is a question: is it two things? If it is one, LONG_FILES says why. An exception ' +
      'that is no longer needed goes away.',
    violations: (checkout) => {
      const lines = new Map(
        [...checkout.files]
          .filter(([file]) => file.startsWith('src/'))
          .map(([file, text]) => [file, text.split('\n').length - 1]),
      );
      const long = [...lines]
        .filter(([file, count]) => count > LONGEST && LONG_FILES[file] === undefined)
        .map(([file, count]) => `${file} has ${count} lines`);
      const needless = Object.keys(LONG_FILES)
        .filter(
          (file) => checkout.topLevel.includes('package.json') && (lines.get(file) ?? 0) <= LONGEST,
        )
        .map((file) => `${file} no longer needs its exception`);
      return [...long, ...needless];
    },
    planted: [{ files: { 'src/model/run.ts': '\n'.repeat(LONGEST + 1) } }],
    fine: [{ files: { 'src/model/run.ts': '\n'.repeat(LONGEST) } }],
  },
  {
    name: 'the top folder holds only what a reader expects',
    reason: 'It is the first thing that a visitor sees. New things have a folder to go to.',
    violations: ({ topLevel }) =>
      topLevel
        .filter(
          (name) => !TOP_LEVEL.has(name) && !name.startsWith('.') && !/\.(?:log|tgz)$/.test(name),
        )
        .map((name) => `${name} stands in the top folder`),
    planted: [{ topLevel: ['notes.md'] }, { topLevel: ['utils'] }],
    fine: [{ topLevel: ['package.json', '.ci', 'README.md'] }],
  },
  {
    name: 'the lock file names no server',
    reason: 'Where packages come from is for each machine to say; the hashes say what they are.',
    violations: ({ files }) =>
      [...(files.get('package-lock.json') ?? '').matchAll(/"resolved": ".*"/g)].map(
        ([found]) => `package-lock.json ${found}`,
      ),
    planted: [
      { files: { 'package-lock.json': '{ "resolved": "https://packages.example/a.tgz" }' } },
    ],
    fine: [{ files: { 'package-lock.json': '{ "integrity": "sha512-x" }' } }],
  },
];
