import fs from 'node:fs';
import path from 'node:path';
import { optionsFor, REQUIRE, run } from './bundler.mjs';

/** The command. What it imports with `import()`, the terminal UI above all, lies beside it and is loaded when needed. */
const COMMAND = 'src/cli/main.ts';
const ENTRY = 'phasegate.js';
/** What the command loads at every start, its own few lines aside. */
const LOADED_AT_START = [
  'src/cli/run.ts',
  'src/cli/process-context.ts',
  'src/cli/process-terminal.ts',
];
/** Another file costs a start more than this many bytes of code that it has no use for. */
const SMALL_BYTES = 8000;

/**
 * Bundles the command, each source file into one place. What several of its parts share lies in chunks, which are named
 * by a digest of what they hold. So the chunks of two builds lie side by side, and each build's files lead to its own.
 *
 * @param {string} root
 * @param {string} out
 * @returns {Promise<import('./library.mjs').Bundled>}
 */
export async function bundleProgram(root, out) {
  const alone = await split(root, out, LOADED_AT_START);
  const small = smallAndShared(alone.metafile);
  const { outputFiles, metafile } = await split(root, out, [...LOADED_AT_START, ...small]);
  refuseCopies(metafile);
  const names = outputFiles.map((file) => {
    const name = path.relative(out, file.path).split(path.sep).join('/');
    const isCommand = name === ENTRY;
    fs.mkdirSync(path.dirname(file.path), { recursive: true });
    // One chunk has what stands for `require` in all of them, and looks for the real one.
    const heads = [
      ...(isCommand ? ['#!/usr/bin/env node'] : []),
      ...(/\btypeof require\b/.test(file.text) ? [REQUIRE] : []),
    ];
    fs.writeFileSync(file.path, [...heads, file.text].join('\n'), {
      mode: isCommand ? 0o755 : 0o644,
    });
    return name;
  });
  return { files: [...names.filter((name) => name !== ENTRY).toSorted(), ENTRY], metafile };
}

/**
 * esbuild makes a chunk for every set of parts that share something, and each file that is loaded takes time. So every
 * part that is loaded later begins with what the command has loaded by then: all of that is then shared by the same
 * parts, and lies in one chunk.
 *
 * @param {string} root
 * @param {string} out
 * @param {readonly string[]} beginning source files that every part loaded later begins with
 */
function split(root, out, beginning) {
  const { banner: _, ...options } = optionsFor(root);
  return run({
    ...options,
    entryPoints: { phasegate: COMMAND },
    outdir: out,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    plugins: [laterParts(root, beginning)],
  });
}

/**
 * Source files in small chunks that are not loaded at the start: every part may as well begin with them, so that they lie
 * in one chunk. Not those that bring a package along: then every part would load the package for nothing.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function smallAndShared({ inputs, outputs }) {
  const atStart = reached(inputs, LOADED_AT_START);
  const chunks = Object.values(outputs).filter(
    ({ entryPoint, bytes }) => entryPoint === undefined && bytes < SMALL_BYTES,
  );
  return chunks
    .flatMap((chunk) => Object.keys(chunk.inputs))
    .filter((input) => input.startsWith('src/'))
    .filter((input) =>
      [...reached(inputs, [input])].every((each) => each.startsWith('src/') || atStart.has(each)),
    )
    .toSorted();
}

/**
 * @param {import('esbuild').Metafile['inputs']} inputs
 * @param {readonly string[]} from
 * @returns {Set<string>} the files, and all that is loaded with them
 */
function reached(inputs, from) {
  const found = new Set(from);
  for (const file of found)
    for (const { kind, path: imported, external } of inputs[file]?.imports ?? [])
      if (kind !== 'dynamic-import' && external !== true) found.add(imported);
  return found;
}

/**
 * @param {string} root
 * @param {readonly string[]} beginning
 * @returns {import('esbuild').Plugin}
 */
function laterParts(root, beginning) {
  const resolving = Symbol('resolving');
  return {
    name: 'later-parts',
    setup(build) {
      build.onResolve(
        { filter: /^\.\.?\// },
        async ({ path: asked, kind, resolveDir, pluginData }) => {
          if (kind !== 'dynamic-import' || pluginData === resolving) return null;
          const found = await build.resolve(asked, { kind, resolveDir, pluginData: resolving });
          if (found.errors.length > 0 || found.external) return found;
          return { path: path.relative(root, found.path), namespace: 'later' };
        },
      );
      build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: file }) => ({
        contents: [
          ...beginning.map((each) => `import './${each}';`),
          `export * from './${file.split(path.sep).join('/')}';`,
        ].join('\n'),
        resolveDir: root,
      }));
    },
  };
}

/**
 * @param {import('esbuild').Metafile} metafile
 * @throws Error where a source file went into two files
 */
function refuseCopies({ outputs }) {
  /** @type {Map<string, string>} */
  const places = new Map();
  for (const [output, { inputs }] of Object.entries(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      const other = places.get(input);
      if (other !== undefined)
        throw new Error(`${input} is in two files of the build: ${other} and ${output}.`);
      places.set(input, output);
    }
  }
}
