// How `npm test` finds and runs the tests: three at a time on two processors, since many wait for time-outs and processes;
// each file in a process that has run others.
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    maxWorkers: '150%',
    // Loading discord.js, zod and the rest anew for each file takes longer than most tests. So a test leaves the
    // process as it found it: environment, exit code, working directory, listeners.
    isolate: false,
    // Nothing here depends on the speed of the machine; what hangs still ends.
    expect: { poll: { timeout: MINUTE } },
    testTimeout: 2 * MINUTE,
    hookTimeout: 2 * MINUTE,
  },
});
