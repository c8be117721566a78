// Inputs that were made to be slow: the maximum cost of a text as long as Discord allows.
import { Bench } from 'tinybench';
import { createSearch } from '../src/core/ranking/search.ts';
import { MAX_TEXT } from '../src/core/text/tokens.ts';
import { createRandom, type GeneratedFact, inventWords, mistype } from './generated.ts';

/** One kind of input and what it took, in milliseconds. */
export interface SlowInput {
  input: string;
  median: number;
  worst: number;
}

const RUNS = 40;

/** Measures each kind of input. Every run gets a different text, so that no cache helps. */
export function measureSlowInputs(facts: readonly GeneratedFact[]): SlowInput[] {
  const search = createSearch(
    facts.map(({ id, claim, questions }) => ({
      id,
      fields: [claim, ...questions].map((text) => ({ text, weight: 1 })),
    })),
  );
  const random = createRandom(3);
  const uses = new Map<string, number>();
  for (const word of facts.flatMap(({ claim }) => claim.split(' ')))
    uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const long = words.filter((word) => word.length >= 8);
  const anyOf = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;

  const inputs: Record<string, () => string> = {
    'one word of 6,000 letters': () => anyOf(words).repeat(MAX_TEXT),
    'one mistyped word, repeated': () => `${mistype(anyOf(long), random)} `.repeat(MAX_TEXT),
    '2,000 different mistyped words': () =>
      Array.from({ length: 2_000 }, () => mistype(anyOf(long), random)).join(' '),
    '2,000 different unknown words': () => inventWords(2_000, random).reverse().join(' '),
    'the most frequent words': () =>
      words
        .slice(0, 200)
        .sort(() => random() - 0.5)
        .join(' '),
    'whole facts, one after another': () =>
      Array.from({ length: 60 }, () => anyOf(facts.map(({ claim }) => claim))).join(' '),
    'opened mentions, links and Markdown': () => `<@${anyOf(words)}https://**`.repeat(MAX_TEXT),
    'characters that unfold to eighteen': () => '\ufdfa'.repeat(MAX_TEXT) + anyOf(words),
  };
  return Object.entries(inputs).map(([input, create]) => {
    const bench = new Bench({ iterations: RUNS, time: 0, warmupIterations: 5, warmupTime: 0 });
    let text = '';
    bench.add(input, () => search.find(text, 10), {
      async: false,
      beforeEach: () => {
        text = create();
      },
    });
    const [task] = bench.runSync();
    if (task?.result.state !== 'completed')
      throw new Error(`${input} could not be measured.`, { cause: task?.result });
    return { input, median: task.result.latency.p50, worst: task.result.latency.max };
  });
}
