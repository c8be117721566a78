// Fits how well a fact matches a question on folders made from a large one. They have its records without their
// wordings, and lack some records, so that the wordings of those are near misses.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { createCandidates, FEATURES } from '../core/matching/match-features.ts';
import type { MatchWeights } from '../core/matching/match-weights.ts';
import { createFeatures } from '../core/ranking/features.ts';
import { createRanker } from '../core/ranking/ranker.ts';
import { createExamples, frequentWords, wordingsOf } from '../training/examples.ts';
import { fitLogistic, type LogisticSample } from '../training/logistic-regression.ts';
import { createRandom } from '../training/shuffle.ts';
import { trainRanker } from '../training/train-ranker.ts';

/** The shares of facts and gaps that each made folder keeps: some lack gaps, some facts, some both. */
const MADE = [
  { facts: 1, gaps: 1 },
  { facts: 1, gaps: 0.2 },
  { facts: 0.7, gaps: 0.5 },
  { facts: 0.7, gaps: 0.2 },
  { facts: 0.5, gaps: 0.3 },
  { facts: 0.8, gaps: 0.1 },
  { facts: 0.6, gaps: 0.15 },
] as const;

/**
 * Number of wordings asked in each made folder: of a fact, of the questions with a false premise that the fact corrects, of
 * a gap, and of a gap that was left out.
 */
const ASKED = { fact: 12, falsePremise: 5, gap: 5, missingGap: 2 };

/** Weight of a question with a false premise, compared with any other: members ask fewer of them than there are wordings. */
const FALSE_PREMISE = 0.5;

/** Number of decimal places to which weights are stored. */
const DIGITS = 5;

/**
 * Fits the weights. Deterministic.
 *
 * @param knowledge with many wordings
 */
export function fitMatch(
  knowledge: Knowledge,
  onProgress: (done: number, total: number, what: string) => void = () => {},
): { weights: MatchWeights; samples: number } {
  const samples = MADE.flatMap((shares, i) => {
    onProgress(i, MADE.length, 'asking folders without wordings');
    const random = createRandom(i + 1);
    const made = leaveOut(knowledge, shares, random);
    const candidates = candidatesOf(made);
    return samplesOfWordings(knowledge, made, candidates, random);
  });
  return { weights: fitAsExpected(samples), samples: samples.length };
}

type Candidates = ReturnType<typeof candidatesOf>;

/** The candidates for a question in a knowledge, ranked by a model trained on its questions alone. */
function candidatesOf(knowledge: Knowledge) {
  const labelled = wordingsOf(knowledge);
  const examples = labelled.flatMap(createExamples(labelled, knowledge, createFeatures(knowledge.words)));
  const model = { ...trainRanker(examples, true), vocabulary: frequentWords(labelled) };
  const ranker = createRanker(model, knowledge.words);
  const candidates = createCandidates(knowledge);
  return (question: string) => candidates(question, ranker.rank(question));
}

/** A knowledge with some of its facts and gaps, and no wordings. */
function leaveOut(knowledge: Knowledge, shares: (typeof MADE)[number], random: () => number): Knowledge {
  const kept = new Set([
    ...[...knowledge.facts.keys()].filter(() => random() < shares.facts),
    ...[...knowledge.gaps.keys()].filter(() => random() < shares.gaps),
  ]);
  const isKept = (id: string) => kept.has(id);
  const facts = [...knowledge.facts].flatMap(([id, fact]) =>
    isKept(id)
      ? [
          [
            id,
            {
              ...fact,
              related: fact.related.filter(isKept),
              ...(fact.items ? { items: fact.items.filter(isKept) } : {}),
            },
          ] as const,
        ]
      : [],
  );
  const gaps = [...knowledge.gaps].filter(([id]) => isKept(id));
  return { ...knowledge, facts: new Map(facts), gaps: new Map(gaps), wordings: new Map() };
}

/**
 * Samples from the wordings, including those of records that were left out. A fact related to the one asked for may
 * well answer too, so it is not a sample.
 */
function samplesOfWordings(
  { wordings, facts: allFacts }: Knowledge,
  { facts, gaps }: Knowledge,
  candidates: Candidates,
  random: () => number,
): LogisticSample[] {
  return [...wordings].flatMap(([id, { asked, falsePremise }]) => {
    const wanted = allFacts.has(id) ? ASKED.fact : gaps.has(id) ? ASKED.gap : ASKED.missingGap;
    const isNear = (other: string) =>
      other !== id && (facts.get(id)?.related.includes(other) || facts.get(other)?.related.includes(id));
    const samplesOf = (questions: readonly string[], weight: number) =>
      questions.flatMap((question) =>
        candidates(question).flatMap(({ fact, features }): LogisticSample[] =>
          isNear(fact.id) ? [] : [{ features, isSo: fact.id === id, weight }],
        ),
      );
    // The fact that corrects a question is its answer, so the wrong figure or name in the question must not rule it out.
    const corrected = facts.has(id) ? draw(falsePremise, ASKED.falsePremise, random) : [];
    return [...samplesOf(draw(asked, wanted, random), 1), ...samplesOf(corrected, FALSE_PREMISE)];
  });
}

/** Features that speak for a fact the larger they are. All others but the open ones speak against it. */
const FOR: ReadonlySet<string> = new Set<(typeof FEATURES)[number]>([
  'log probability',
  'log probability with related facts',
  'margin over the likeliest gap',
  'margin over the likeliest other fact',
  'share covered',
  'likeness to a wording of the fact',
  'margin of likeness over gaps',
  'figures covered',
  'its own questions ask for it',
  'shares the most words',
]);

/** Features of the question alone, which may speak either way. */
const OPEN: ReadonlySet<string> = new Set<(typeof FEATURES)[number]>(['asks for yes or no', 'words']);

/**
 * Fits with the features whose weights have the expected sign. Where two features say nearly the same, a fit can give
 * one of them the wrong sign, as if a leftover word spoke for a fact. Such a weight fits this article only, so the
 * feature is left out; the worst one goes first.
 */
function fitAsExpected(samples: readonly LogisticSample[]): MatchWeights {
  let names = [...FEATURES];
  for (;;) {
    const places = names.map((name) => FEATURES.indexOf(name));
    const { bias, weights } = fitLogistic(
      samples.map((sample) => ({ ...sample, features: places.map((at) => sample.features[at] as number) })),
    );
    const fitted = names.map((name, i) => ({ name, weight: weights[i] as number }));
    const wrong = fitted.filter(
      ({ name, weight }) => !OPEN.has(name) && (FOR.has(name) ? weight < 0 : weight > 0),
    );
    const [worst] = wrong.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
    if (!worst)
      return {
        bias: rounded(bias),
        weights: Object.fromEntries(
          FEATURES.map((name) => [name, rounded(fitted.find((one) => one.name === name)?.weight ?? 0)]),
        ),
      };
    names = names.filter((name) => name !== worst.name);
  }
}

const rounded = (value: number) => Number(value.toPrecision(DIGITS));

/** A random sample of a list, without repetition. */
function draw<T>(list: readonly T[], count: number, random: () => number): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
