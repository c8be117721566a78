// Trains the ranker: multinomial logistic regression over the features of every known wording.
import type { Features } from '../core/ranking/features.ts';
import type { RankerModel } from '../core/ranking/ranker-model.ts';
import { softmaxInPlace } from '../core/ranking/softmax.ts';
import { type Space, toVector, type Vector } from '../core/ranking/vectors.ts';

/** A text and the fact or gap that it belongs to. */
export interface Example {
  features: Features;
  id: string;
}

// In cross-validation 6, 10 and 20 passes came out level. On labelled questions, with 31,000 texts, keeping 900,000
// weights lost nothing, and 450,000 up to two points.
const PASSES = 6;
const RATE = 0.3;
const DAMPING = 0.05;
const KEPT_WEIGHTS = 900_000;
const SEEN_AT_LEAST = 2;
/** A class whose probability is off by less than this is not moved: it saves nine tenths of the work. */
const NEGLIGIBLE = 1e-3;

/**
 * Learns to tell the ids of the examples apart, by stochastic gradient descent with AdaGrad steps. Deterministic: the
 * order of the examples is shuffled by a fixed generator.
 *
 * @param trainedOn the fingerprint of the wordings, kept in the model
 */
export function trainRanker(
  examples: readonly Example[],
  trainedOn: string,
): Omit<RankerModel, 'vocabulary'> {
  const classes = [...new Set(examples.map((example) => example.id))];
  const classOf = new Map(classes.map((id, i) => [id, i]));
  const space = measure(examples);
  const vectors = examples.map((example) => toVector(example.features, space));
  const targets = examples.map((example) => classOf.get(example.id) ?? 0);
  const { weights, biases } = descend(vectors, targets, space.features.length, classes.length);
  return { trainedOn, classes, ...space, biases, ...prune(weights, space.features.length, classes.length) };
}

/** The features that enough examples have, and how rare each is. */
function measure(examples: readonly Example[]): Space & { features: Uint32Array; rarity: Float32Array } {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of [...features.words, ...features.pieces])
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= SEEN_AT_LEAST).sort(([a], [b]) => a - b);
  const features = Uint32Array.from(kept, ([feature]) => feature);
  return {
    features,
    positionOf: new Map([...features].map((feature, position) => [feature, position])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log(1 + examples.length / count)),
    unseen: Math.log(1 + examples.length),
  };
}

function descend(vectors: readonly Vector[], targets: readonly number[], features: number, classes: number) {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes);
  const biases = new Float32Array(classes);
  const scores = new Float32Array(classes);
  const order = vectors.map((_, i) => i);
  const random = createRandom();
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const example of order) {
      const { positions, values } = vectors[example] as Vector;
      scores.set(biases);
      for (let k = 0; k < positions.length; k += 1) {
        const row = (positions[k] as number) * classes;
        const value = values[k] as number;
        for (let c = 0; c < classes; c += 1)
          scores[c] = (scores[c] as number) + value * (weights[row + c] as number);
      }
      softmaxInPlace(scores);
      for (let c = 0; c < classes; c += 1) {
        const error = (scores[c] as number) - (c === targets[example] ? 1 : 0);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        for (let k = 0; k < positions.length; k += 1) {
          const at = (positions[k] as number) * classes + c;
          const gradient = error * (values[k] as number);
          squares[at] = (squares[at] as number) + gradient * gradient;
          weights[at] =
            (weights[at] as number) - (RATE * gradient) / Math.sqrt((squares[at] as number) + DAMPING);
        }
        biases[c] = (biases[c] as number) - 0.02 * error;
      }
    }
  }
  return { weights, biases };
}

/** Keeps the heaviest weights only, one byte each: nine in ten are near zero and change no answer. */
function prune(dense: Float32Array, features: number, classes: number) {
  const sizes = dense.map(Math.abs).sort();
  const least = Math.max(sizes[Math.max(0, sizes.length - KEPT_WEIGHTS)] ?? 0, Number.MIN_VALUE);
  const step = (sizes.at(-1) ?? 1) / 127;
  const starts = new Uint32Array(features + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < features; feature += 1) {
    for (let c = 0; c < classes; c += 1) {
      const weight = dense[feature * classes + c] as number;
      const steps = Math.round(weight / step);
      if (Math.abs(weight) < least || steps === 0) continue;
      targets.push(c);
      weights.push(steps);
    }
    starts[feature + 1] = targets.length;
  }
  return { starts, targets: Uint16Array.from(targets), weights: Int8Array.from(weights), step };
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
}

/** A linear congruential generator (the constants of ANSI C): the same order on every machine. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
