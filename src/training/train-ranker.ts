// Trains the ranker: multinomial logistic regression over the features of every known wording.
import type { RankerModel } from '../core/ranking/ranker-model.ts';
import { createToVector, type FeatureSpace, type Vector } from '../core/ranking/vectors.ts';
import type { Example } from './examples.ts';
import { quantize, scaleFor } from './quantize.ts';
import { packSamples } from './samples.ts';
import { sgd } from './sgd.ts';

/** Compared on held-out wordings: 6 passes rank little better than 3, and a smaller `negligible` no better. */
const SETTINGS = {
  passes: 3,
  rate: 0.3,
  damping: 0.05,
  biasRate: 0.02,
  negligible: 0.01,
  /** Minimum number of examples with a feature. Among very many examples, a feature of a single one says nothing about others. */
  minExamples: 2,
};

/** Compared on two public benchmarks with 5, 10 and 25 examples a class (docs/quality.md). */
const SETTINGS_FOR_FEW = { ...SETTINGS, passes: 10, minExamples: 1 };

/** The settings for a knowledge with few wordings, or with enough. */
export const settingsFor = (hasFewWordings: boolean): typeof SETTINGS =>
  hasFewWordings ? SETTINGS_FOR_FEW : SETTINGS;

/**
 * Learns to tell the ids of the examples apart.
 *
 * @param hasFewWordings whether the knowledge has few
 * @param onSamples called with the number of examples seen since the last call
 */
export function trainRanker(
  examples: readonly Example[],
  hasFewWordings: boolean,
  onSamples?: (count: number) => void,
): Omit<RankerModel, 'vocabulary'> {
  const classes = [...new Set(examples.map(({ id }) => id))];
  const classOf = new Map(classes.map((id, c) => [id, c]));
  const settings = settingsFor(hasFewWordings);
  const space = measure(examples, settings.minExamples);
  const toVector = createToVector(space);
  const samples = {
    ...packSamples(
      vectorsOf(examples, toVector),
      examples.map(({ id }) => classOf.get(id) as number),
    ),
    repeats: Uint16Array.from(examples, ({ repeats }) => repeats),
  };
  const counts = { featureCount: space.features.length, classCount: classes.length };
  const learned = sgd(samples, { ...settings, ...counts }, onSamples);
  const quantizationScale = scaleFor(learned.weights);
  return {
    ...space,
    classes,
    ...quantize(learned, quantizationScale),
    quantizationScale,
    biases: learned.biases,
  };
}

function* vectorsOf(
  examples: readonly Example[],
  toVector: (features: Example['features']) => Vector,
): Iterable<Vector> {
  for (const { features } of examples) yield toVector(features);
}

/** The features that enough examples have, with their rarity. */
function measure(examples: readonly Example[], minExamples: number): FeatureSpace {
  const counts = countFeatures(examples);
  const features = Uint32Array.from(counts.keys()).sort();
  const kept = features.filter((feature) => (counts.get(feature) as number) >= minExamples);
  return {
    features: kept,
    idf: Float32Array.from(kept, (feature) => idf(counts.get(feature) as number, examples.length)),
    unseen: idf(1, examples.length),
  };
}

/** The number of examples that have each feature. */
function countFeatures(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const block of [features.words, features.charNgrams])
      for (const feature of block) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Inverse document frequency: the logarithm of the number of texts per text with the feature. */
export const idf = (having: number, texts: number): number => Math.log(1 + texts / having);

/** The number of examples that a training sees, in all passes. */
export const samplesSeen = (examples: readonly Example[], hasFewWordings: boolean): number =>
  settingsFor(hasFewWordings).passes * examples.reduce((sum, { repeats }) => sum + repeats, 0);
