import fs from 'node:fs';
import path from 'node:path';
import { optionsFor, run } from './bundler.mjs';
import { thirdPartyLicences } from './licences.mjs';

/** The command. What it imports with `import()`, the terminal UI above all, lies beside it and is loaded when needed. */
const COMMAND = 'src/cli/main.ts';
/** What other projects' property tests import as `phasegate/testing`; they bring fast-check. */
const TESTING_KIT = 'src/testing/index.ts';
/** What the command loads at every start, all but its first lines. */
const LOADED_AT_START = [
  'src/cli/run.ts',
  'src/cli/process-context.ts',
  'src/cli/process-terminal.ts',
];

/**
 * Bundles the command and the testing kit, each source file into one place: a class is the same class wherever it is
 * loaded from. What several of them share lies in chunks, which are named by a digest of what they hold. So the chunks of
 * two builds lie side by side, and each build's files lead to its own.
 *
 * @param {string} root
 * @param {string} out
 * @returns {Promise<string[]>} the files written, relative to `out`, each after what it loads
 */
export async function bundleProgram(root, out) {
  const options = optionsFor(root);
  const { outputFiles, metafile } = await run({
    ...options,
    entryPoints: { phasegate: COMMAND, testing: TESTING_KIT },
    outdir: out,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    external: [...(options.external ?? []), 'fast-check'],
    plugins: [LATER_PARTS],
  });
  refuseCopies(metafile);
  const licences = 'THIRD-PARTY-LICENCES.txt';
  fs.writeFileSync(path.join(out, licences), thirdPartyLicences(root, metafile));
  const entries = ['testing.js', 'phasegate.js'];
  const names = outputFiles.map((file) => {
    const name = path.relative(out, file.path).split(path.sep).join('/');
    const isCommand = name === entries.at(-1);
    fs.mkdirSync(path.dirname(file.path), { recursive: true });
    fs.writeFileSync(file.path, `${isCommand ? '#!/usr/bin/env node\n' : ''}${file.text}`, {
      mode: isCommand ? 0o755 : 0o644,
    });
    return name;
  });
  return [licences, ...names.filter((name) => !entries.includes(name)).toSorted(), ...entries];
}

/**
 * esbuild makes a chunk for every set of parts that share something, and each file that a start loads costs it more than
 * the code in it. So every part that is loaded later begins with what the command has loaded by then: all of that is then
 * shared by the same parts, and lies in one chunk (or two, since the testing kit shares some of it).
 *
 * @type {import('esbuild').Plugin}
 */
const LATER_PARTS = {
  name: 'later-parts',
  setup(build) {
    const root = build.initialOptions.absWorkingDir ?? '.';
    build.onResolve(
      { filter: /^\.\.?\// },
      async ({ path: asked, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === LATER_PARTS) return null;
        const found = await build.resolve(asked, { kind, resolveDir, pluginData: LATER_PARTS });
        if (found.errors.length > 0 || found.external) return found;
        return { path: path.relative(root, found.path), namespace: 'later' };
      },
    );
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: file }) => ({
      contents: [
        ...LOADED_AT_START.map((each) => `import './${each}';`),
        `export * from './${file.split(path.sep).join('/')}';`,
      ].join('\n'),
      resolveDir: root,
    }));
  },
};

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
