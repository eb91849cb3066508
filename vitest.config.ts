import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/seed.ts'],
    // Under CI=true Ink draws nothing until it exits, and tests of the screen would pass on blanks.
    env: { CI: 'false', CONTINUOUS_INTEGRATION: 'false' },
    // Property tests and tests in a pseudo-terminal are slow on a loaded machine, and are not stuck.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    reporters: ['default'],
  },
});
