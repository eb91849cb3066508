import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The example is written as another project would write it; here it runs on the sources.
  resolve: {
    alias: {
      'phasegate/testing': fileURLToPath(new URL('src/testing/index.ts', import.meta.url)),
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/seed.ts'],
    // Under CI=true Ink draws nothing until it exits, and tests of the screen would pass on blanks.
    env: { CI: 'false', CONTINUOUS_INTEGRATION: 'false' },
    // Property tests and tests in a pseudo-terminal are slow on a loaded machine, and are not stuck.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    reporters: ['default'],
  },
});
