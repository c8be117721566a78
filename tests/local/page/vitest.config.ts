// How `npm run test:page` finds and runs the tests that need a browser; `npm test` leaves them out.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/local/page/**/*.spec.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One browser at a time: each takes a core.
    fileParallelism: false,
  },
});
