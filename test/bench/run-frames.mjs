/**
 * Measures the terminal UI's frames: see `frames.ts`, which is bundled as the program is.
 *
 *     npm run bench
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { INK_PLUGINS } from '../../src/build/bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = fileURLToPath(new URL('../../dist/bench-frames.js', import.meta.url));
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/bench/frames.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  minify: true,
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    'import.meta.url': JSON.stringify(new URL('../shipped.ts', import.meta.url).href),
  },
  plugins: INK_PLUGINS,
  banner: {
    js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere('/');",
  },
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [outfile], {
  stdio: 'inherit',
  env: { ...process.env, CI: 'false' },
});
process.exitCode = status ?? 1;
