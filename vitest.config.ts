// How `npm test` finds and runs the tests: as many at a time as there are processors, each file in a process that has run
// others.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const MINUTE = 60_000;

/**
 * Short files that take long: started last, they would leave a processor without work. What waits runs beside what
 * computes.
 */
const LONG = [
  'knowledge/other-folders',
  'faults/faults',
  'knowledge/answers',
  'cli/process',
  'discord/summary-states',
];

/** Starts the long files first, and then, as usual, the larger file before the smaller. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    sequence: { sequencer: LongFirst },
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
