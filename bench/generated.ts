// Generated knowledge for the benchmark: the same facts and queries in every run and for every library.

/** A made-up fact: a claim, and the questions that it answers. */
export interface GeneratedFact {
  id: string;
  claim: string;
  questions: string[];
}

/** What somebody types, and the fact that it was derived from. */
export interface Query {
  text: string;
  expected: string;
}

/** Random numbers from 0 up to 1 (mulberry32, by Tommy Ettinger, public domain). */
export type Random = () => number;

const SYLLABLES = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'h',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'w',
  'st',
  'tr',
  'ch',
  'pl',
]
  .flatMap((onset) => ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'].map((vowel) => onset + vowel))
  .flatMap((open) => ['', '', 'n', 'r', 't'].map((coda) => open + coda));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** The share of queries with one typing error. */
const MISTYPED = 0.3;

/** Makes random numbers. The same seed gives the same ones. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Makes up facts: claims of 12 to 25 words, four questions each of 4 to 10 words, half of them the claim's own.
 *
 * Words follow Zipf's law: the n-th most frequent one is used in proportion to 1 / n. Their number follows Heaps' law:
 * 30 times the root of the length of all texts in words, as in English collections.
 */
export function generateFacts(count: number, seed = 1): GeneratedFact[] {
  const random = createRandom(seed);
  const word = createZipf(inventWords(Math.round(30 * Math.sqrt(count * 46)), random), random);
  return Array.from({ length: count }, (_, index) => {
    const claim = Array.from({ length: between(12, 25, random) }, word);
    const questions = Array.from({ length: 4 }, () =>
      Array.from({ length: between(4, 10, random) }, () =>
        random() < 0.5 ? pick(claim, random) : word(),
      ).join(' '),
    );
    return { id: `fact-${index}`, claim: claim.join(' '), questions };
  });
}

/**
 * Derives queries, each from one fact: 3 to 12 different words of its claim and one of its questions, in any order, two
 * of them from the rarer half, since a question names what it is about; 30% of the queries have one typing error in a
 * word of 4 letters or more.
 */
export function generateQueries(facts: readonly GeneratedFact[], count: number, seed = 2): Query[] {
  const random = createRandom(seed);
  const uses = new Map<string, number>();
  for (const { claim } of facts) {
    for (const word of claim.split(' ')) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  return Array.from({ length: count }, () => {
    const fact = pick(facts, random);
    const words = [...new Set(`${fact.claim} ${pick(fact.questions, random)}`.split(' '))];
    const rarer = words
      .toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
      .slice(0, words.length / 2);
    const topic = shuffle(rarer, random).slice(0, 2);
    const rest = shuffle(words, random).filter((word) => !topic.includes(word));
    const query = shuffle([...topic, ...rest.slice(0, between(1, 10, random))], random);
    if (random() < MISTYPED) {
      const long = query.flatMap((word, index) => (word.length >= 4 ? [index] : []));
      const at = long.length > 0 ? pick(long, random) : -1;
      if (at >= 0) query[at] = mistype(query[at] as string, random);
    }
    return { text: query.join(' '), expected: fact.id };
  });
}

/** Makes one typing error: leaves out, inserts or replaces a letter, or swaps it with the next. */
export function mistype(word: string, random: Random): string {
  const at = between(0, word.length - 2, random);
  const letter = pick([...LETTERS], random);
  const edits = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(edits, random);
}

/** Makes up different words that can be pronounced. The frequent ones are short, as in any language. */
export function inventWords(count: number, random: Random): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const rank = words.size;
    const syllables = rank < 60 ? 1 : between(2, rank < 2_000 ? 3 : 4, random);
    words.add(Array.from({ length: syllables }, () => pick(SYLLABLES, random)).join(''));
  }
  return [...words];
}

function createZipf(words: readonly string[], random: Random): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return () => {
    const target = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    return words[low] as string;
  };
}

function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
