// Measures one library on generated knowledge of one size, in a process of its own, and prints the figures as JSON.
import { Bench } from 'tinybench';
import { generateFacts, generateQueries } from './generated.ts';
import { type FindBest, libraries } from './libraries.ts';
import { measureSlowInputs } from './slow-inputs.ts';

/** The results: times in milliseconds, the heap in megabytes, and the share of queries whose fact was found. */
export interface Figures {
  queries: number;
  found: number;
  median: number;
  p99: number;
  build: number;
  heap: number;
}

const MAX_QUERIES = 2_000;
const WARM_UP_QUERIES = 300;
/** Maximum share of the time that may go into warming up. */
const WARM_UP = 0.1;

const [subject = '', size = '', seconds = ''] = process.argv.slice(2);
const facts = generateFacts(Number(size));
if (subject === 'slow inputs') {
  console.log(JSON.stringify(measureSlowInputs(facts)));
} else {
  const createFindBest = libraries[subject];
  if (!createFindBest)
    throw new Error(`No library "${subject}". There are: ${Object.keys(libraries).join(', ')}.`);
  const before = usedMemory();
  const start = performance.now();
  const findBest = createFindBest(facts);
  const build = performance.now() - start;
  const heap = Math.max(0, usedMemory() - before);
  const figures: Figures = { ...measureQueries(findBest, Number(seconds) * 1_000), build, heap };
  console.log(JSON.stringify(figures));
}

/** Asks each query once, since a cache would answer it the second time. Slow libraries get fewer queries. */
function measureQueries(
  findBest: FindBest,
  budget: number,
): Pick<Figures, 'queries' | 'found' | 'median' | 'p99'> {
  const warmUpStart = performance.now();
  let warmedUp = 0;
  for (const { text } of generateQueries(facts, WARM_UP_QUERIES, 7)) {
    if (performance.now() - warmUpStart > budget * WARM_UP) break;
    findBest(text);
    warmedUp++;
  }
  const perQuery = (performance.now() - warmUpStart) / warmedUp;
  const queries = generateQueries(facts, Math.min(MAX_QUERIES, Math.max(1, Math.floor(budget / perQuery))));
  const bench = new Bench({ iterations: queries.length, time: 0, warmup: false });
  let next = 0;
  let found = 0;
  bench.add(
    'query',
    () => {
      const query = queries[next++];
      if (query && findBest(query.text) === query.expected) found++;
    },
    { async: false },
  );
  const [task] = bench.runSync();
  if (task?.result.state !== 'completed')
    throw new Error('The queries could not be measured.', { cause: task?.result });
  const { p50, p99 } = task.result.latency;
  return { queries: queries.length, found: found / queries.length, median: p50, p99 };
}

/** Megabytes in use after a garbage collection, typed arrays included. */
function usedMemory(): number {
  if (!globalThis.gc) throw new Error('Start node with --expose-gc to measure the heap.');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
