// How `npm test` finds and runs the tests: as many at a time as there are processors, each file in a process that has run
// others.
import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    maxWorkers: '100%',
    // Room for what is soon garbage: collected less often, it takes less of the processor.
    execArgv: ['--max-semi-space-size=64'],
    // Loading discord.js, zod and the rest anew for each file takes longer than most tests. So a test leaves the
    // process as it found it: environment, exit code, working directory, listeners.
    isolate: false,
    // Nothing here depends on the speed of the machine; what hangs still ends.
    expect: { poll: { timeout: MINUTE } },
    testTimeout: 5 * MINUTE,
    hookTimeout: 5 * MINUTE,
  },
});
