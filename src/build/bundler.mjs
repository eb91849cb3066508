import path from 'node:path';
import * as esbuild from 'esbuild';

/** Some bundled packages are CommonJS and call `require` for Node's own modules. */
export const REQUIRE =
  "import { createRequire as createRequireForBundle } from 'node:module';\n" +
  'const require = createRequireForBundle(import.meta.url);';

/**
 * How everything is bundled.
 *
 * @param {string} root the checkout
 * @returns {esbuild.BuildOptions & { metafile: true; write: false }}
 */
export function optionsFor(root) {
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
    alias: {
      // Ink measures text with string-width, whose emoji pattern takes a third of the UI's start to compile. Ours counts
      // the same columns without it.
      'string-width': './src/build/string-width.ts',
      'node:child_process': './src/build/child-process.ts',
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      // The layout engine would read what it carries in itself by Node's `fetch`, a tenth of the UI's start to load, and
      // takes it as it is where there is none. The program asks no network for anything.
      fetch: 'undefined',
    },
    // Ink's way to React's developer tools, which main.ts keeps it from taking.
    external: ['./devtools.js'],
    banner: { js: REQUIRE },
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'silent',
    metafile: true,
    write: false,
  };
}

/**
 * @param {esbuild.BuildOptions & { metafile: true; write: false }} options
 * @throws Error with everything that esbuild finds wrong, and where
 */
export async function run(options) {
  try {
    return await esbuild.build(options);
  } catch (error) {
    const { errors } = /** @type {esbuild.BuildFailure} */ (error);
    if (errors === undefined) throw error;
    const lines = await esbuild.formatMessages(errors, { kind: 'error' });
    throw new Error(lines.join('').trim(), { cause: error });
  }
}
