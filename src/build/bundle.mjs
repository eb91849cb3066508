import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { declareTypes } from './declarations.mjs';

/** The command. What it imports with `import()`, the terminal UI above all, lies beside it and is loaded when needed. */
const COMMAND = 'src/cli/main.ts';
/** What other projects' property tests import as `phasegate/testing`; they bring fast-check and XState. */
const TESTING_KIT = 'src/testing/index.ts';
/** Run once by the build: it validates the shipped content and writes it to `content.json`. */
const CONTENT_COMPILER = 'src/build/compile-content.ts';

/** Some bundled packages are CommonJS and call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireForBundle } from 'node:module';\n" +
  'const require = createRequireForBundle(import.meta.url);';

/**
 * With DEV=true in the environment Ink loads React's developer tools, which are not installed, and
 * reads a package.json that is not beside the bundle. The bundle leaves that way out.
 * @type {esbuild.Plugin}
 */
const WITHOUT_INK_DEVTOOLS = {
  name: 'without-ink-devtools',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: '' }));
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]utils\.js$/ }, () => ({
      contents: 'export const isDev = () => false;',
    }));
  },
};

/**
 * Ink measures text with string-width, whose emoji pattern takes a third of the UI's start to compile.
 * Ours counts the same columns without it.
 * @type {esbuild.Plugin}
 */
const NARROW_STRING_WIDTH = {
  name: 'narrow-string-width',
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, () => ({
      path: path.join(build.initialOptions.absWorkingDir ?? '.', 'src/build/string-width.ts'),
    }));
  },
};

/**
 * Ink takes every line of a frame apart into styled characters and keeps what it found for that frame only. Most lines
 * of a frame were in the one before, so the bundle keeps it from frame to frame: that halves a keystroke.
 * @type {esbuild.Plugin}
 */
const LASTING_INK_CACHE = {
  name: 'lasting-ink-cache',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]output\.js$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      const own = 'caches = new OutputCaches();';
      if (!text.includes(own)) throw new Error('Ink keeps its lines elsewhere now: see bundle.mjs');
      const lasting = `caches = lastingCaches();`;
      const added = `
const LONGEST = 2000;
let lasting = new OutputCaches();
function lastingCaches() {
  if (lasting.styledChars.size > LONGEST || lasting.widths.size > LONGEST * 4) lasting = new OutputCaches();
  return lasting;
}
`;
      return { contents: text.replace(own, lasting) + added, resolveDir: path.dirname(file) };
    });
  },
};

/** What bundling Ink takes. */
export const INK_PLUGINS = [WITHOUT_INK_DEVTOOLS, NARROW_STRING_WIDTH, LASTING_INK_CACHE];

/**
 * Bundles the program into an empty folder: `phasegate.js` with what it loads when needed, `content.json`, the testing
 * kit with its types, and the licences of the packages that went into it. The same sources and lock file give the same bytes;
 * nothing is fetched.
 *
 * @param {string} root the checkout
 * @param {string} out an empty folder directly inside it
 * @returns {Promise<string[]>} the files written, relative to `out`, in an order in which they can
 *   replace an older build: whatever a file needs comes before it
 */
export async function bundle(root, out) {
  const files = [];
  if (fs.existsSync(path.join(root, CONTENT_COMPILER))) {
    files.push(...(await compileContent(root, out)));
  }
  if (fs.existsSync(path.join(root, COMMAND))) {
    const [types, programs] = await Promise.all([
      declareTypes(root, out),
      bundleCommand(root, out),
    ]);
    files.push(...types, ...programs);
  }
  return files;
}

/**
 * @param {string} root
 * @returns {esbuild.BuildOptions & { metafile: true; write: false }}
 */
function optionsFor(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Node compiles what it loads at every start: half the text is a good part of a short command's time.
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    plugins: INK_PLUGINS,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: REQUIRE },
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'silent',
    metafile: true,
    write: false,
  };
}

/**
 * @param {esbuild.BuildOptions & { metafile: true; write: false }} options
 */
async function run(options) {
  try {
    return await esbuild.build(options);
  } catch (error) {
    const { errors } = /** @type {esbuild.BuildFailure} */ (error);
    if (errors === undefined) throw error;
    const lines = await esbuild.formatMessages(errors, { kind: 'error' });
    throw new Error(lines.join('').trim(), { cause: error });
  }
}

/**
 * Bundles the command and, each into one file of its own, what it imports with `import()`. Shared chunks would
 * be smaller on disk, but each file that a module imports costs a start more than the code it saves.
 * @param {string} root
 * @param {string} out
 */
async function bundleCommand(root, out) {
  const entry = 'phasegate.js';
  /** @type {Map<string, string>} */
  const lazy = new Map();
  const command = await run({
    ...optionsFor(root),
    entryPoints: { phasegate: COMMAND },
    outdir: out,
    plugins: [...INK_PLUGINS, apart(lazy)],
  });
  // What is loaded when needed may itself load more when that is needed.
  const parts = [];
  for (const done = new Set(); done.size < lazy.size;) {
    const next = [...lazy].filter(([name]) => !done.has(name));
    for (const [name] of next) done.add(name);
    parts.push(
      await run({
        ...optionsFor(root),
        entryPoints: Object.fromEntries(next),
        outdir: out,
        plugins: [...INK_PLUGINS, apart(lazy)],
      }),
    );
  }
  const partFiles = parts.flatMap(({ outputFiles }) => outputFiles);
  for (const file of [...command.outputFiles, ...partFiles]) {
    const isEntry = path.relative(out, file.path) === entry;
    const needsShebang = isEntry && !file.text.startsWith('#!');
    fs.writeFileSync(file.path, `${needsShebang ? '#!/usr/bin/env node\n' : ''}${file.text}`, {
      mode: isEntry ? 0o755 : 0o644,
    });
  }
  const kit = await run({
    ...optionsFor(root),
    entryPoints: { testing: TESTING_KIT },
    outdir: out,
    external: ['fast-check', 'xstate'],
  });
  for (const file of kit.outputFiles) fs.writeFileSync(file.path, file.contents);
  const licences = 'THIRD-PARTY-LICENCES.txt';
  fs.writeFileSync(
    path.join(out, licences),
    thirdPartyLicences(root, [
      command.metafile,
      ...parts.map(({ metafile }) => metafile),
      kit.metafile,
    ]),
  );
  const names = [...partFiles, ...kit.outputFiles]
    .map((file) => path.relative(out, file.path))
    .toSorted();
  return [licences, ...names, entry];
}

/**
 * Leaves what is imported with `import()` out of a bundle, to be found beside it under the name of its file.
 * @param {Map<string, string>} lazy takes the names and the files found
 * @returns {esbuild.Plugin}
 */
function apart(lazy) {
  return {
    name: 'apart',
    setup(build) {
      build.onResolve(
        { filter: /^\.\.?\// },
        async ({ path: asked, kind, resolveDir, pluginData }) => {
          if (kind !== 'dynamic-import' || pluginData === 'resolving') return null;
          const found = await build.resolve(asked, { kind, resolveDir, pluginData: 'resolving' });
          if (found.errors.length > 0 || found.path.includes('node_modules')) return null;
          const name = path.basename(found.path).replace(/\.\w+$/, '');
          const taken = lazy.get(name);
          if (taken !== undefined && taken !== found.path) {
            return { errors: [{ text: `Two files called ${name} are imported with import().` }] };
          }
          lazy.set(name, found.path);
          return { path: `./${name}.js`, external: true };
        },
      );
    },
  };
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
  return fs
    .readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(out, name)).isFile())
    .toSorted();
}

/**
 * The licence texts that must travel with the packages inside the bundle.
 * @param {string} root
 * @param {esbuild.Metafile[]} metafiles
 */
function thirdPartyLicences(root, metafiles) {
  const folders = new Set();
  for (const output of metafiles.flatMap((metafile) => Object.values(metafile.outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  const sections = [...folders].toSorted().map((folder) => {
    const about = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const texts = fs
      .readdirSync(path.join(root, folder))
      .filter((name) => /^(?:licen[cs]e|notice|copying)/i.test(name))
      .toSorted()
      .map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8').trim());
    return [`${about.name} ${about.version} (${about.license})`, ...texts].join('\n\n');
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `phasegate contains code from these packages.${rule}${sections.join(rule)}\n`;
}
