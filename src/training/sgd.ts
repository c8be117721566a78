// Multinomial logistic regression by stochastic gradient descent.
import { softmaxInPlace } from '../core/ranking/softmax.ts';
import { firstNotBelow } from '../core/text/lower-bound.ts';
import type { Samples } from './samples.ts';
import { createShuffle } from './shuffle.ts';

/**
 * Weights by feature. A feature only has weights for the classes of samples that have it. For the wordings of this
 * project, these are 1 in 33 of all weights, and they rank just as well.
 */
export interface SparseWeights {
  /** Where the row of each feature begins in `classes` and `weights`; one entry more than there are features. */
  starts: Uint32Array;
  /** Ascending within a row. */
  classes: Uint16Array;
  weights: Float32Array;
  /** One for each class. */
  biases: Float32Array;
}

export interface Settings {
  featureCount: number;
  classCount: number;
  /** Number of times that all samples are seen. */
  passes: number;
  /** The step of AdaGrad (Duchi, Hazan and Singer, 2011). */
  rate: number;
  /** Added to the sum of squared gradients, so that the first steps are not too long. */
  damping: number;
  /** The step of the biases, which does not change. */
  biasRate: number;
  /** A class is skipped if its probability is off by less than this, which saves most of the work. */
  negligible: number;
  /** The score of one more, last class for each sample. It competes with the others but is not learned. */
  frozen?: Float32Array;
}

/**
 * Learns to tell the classes of samples apart. The same samples give the same weights on every machine.
 *
 * @param onSamples called with the number of samples seen since the last call
 */
export function sgd(
  samples: Samples,
  settings: Settings,
  onSamples: (count: number) => void = () => {},
): SparseWeights {
  const { classCount, passes, biasRate, negligible, frozen } = settings;
  const model = createWeights(samples, settings);
  const squares = new Float32Array(model.weights.length);
  const scores = new Float32Array(frozen ? classCount + 1 : classCount);
  const moved = new Uint16Array(classCount);
  const shuffle = createShuffle();
  const order = Uint32Array.from(
    [...samples.classes.keys()].flatMap((sample) => Array(samples.repeats?.[sample] ?? 1).fill(sample)),
  );
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order);
    for (let seen = 0; seen < order.length; seen += 1) {
      const sample = order[seen] as number;
      scores.set(model.biases);
      if (frozen) scores[classCount] = frozen[sample] as number;
      addScores(samples, sample, model, scores);
      softmaxInPlace(scores);
      // From here on, the probabilities are errors.
      const right = samples.classes[sample] as number;
      scores[right] = (scores[right] as number) - 1;
      let count = 0;
      for (let c = 0; c < classCount; c += 1) {
        const error = scores[c] as number;
        if (error < negligible && error > -negligible) continue;
        moved[count] = c;
        count += 1;
        model.biases[c] = (model.biases[c] as number) - biasRate * error;
      }
      if (count > 0) descend(samples, sample, model, squares, scores, moved.subarray(0, count), settings);
      if (seen % REPORTED === REPORTED - 1) onSamples(REPORTED);
    }
    onSamples(order.length % REPORTED);
  }
  return model;
}

/** Number of samples between two reports. */
const REPORTED = 500;

/** Weights of zero, one for each feature and each class of the samples that have it. */
function createWeights(samples: Samples, { featureCount, classCount, frozen }: Settings): SparseWeights {
  // In the order of their classes, so that the classes of each feature are ascending, with equal ones in a row.
  const order = [...samples.classes.keys()]
    .filter((sample) => !frozen || samples.classes[sample] !== classCount)
    .sort((a, b) => (samples.classes[a] as number) - (samples.classes[b] as number));
  const last = new Int32Array(featureCount);
  function forEachPair(take: (feature: number, c: number) => void): void {
    last.fill(-1);
    for (const sample of order) {
      const c = samples.classes[sample] as number;
      const end = samples.starts[sample + 1] as number;
      for (let k = samples.starts[sample] as number; k < end; k += 1) {
        const feature = samples.features[k] as number;
        if (last[feature] === c) continue;
        last[feature] = c;
        take(feature, c);
      }
    }
  }
  const starts = new Uint32Array(featureCount + 1);
  forEachPair((feature) => {
    starts[feature + 1] = (starts[feature + 1] as number) + 1;
  });
  for (let feature = 0; feature < featureCount; feature += 1)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  const next = starts.slice();
  const classes = new Uint16Array(starts[featureCount] as number);
  forEachPair((feature, c) => {
    const at = next[feature] as number;
    classes[at] = c;
    next[feature] = at + 1;
  });
  return {
    starts,
    classes,
    weights: new Float32Array(classes.length),
    biases: new Float32Array(classCount),
  };
}

function addScores(samples: Samples, sample: number, model: SparseWeights, scores: Float32Array): void {
  const { features, values } = samples;
  const { starts, classes, weights } = model;
  const end = samples.starts[sample + 1] as number;
  for (let k = samples.starts[sample] as number; k < end; k += 1) {
    const feature = features[k] as number;
    const value = values[k] as number;
    const rowEnd = starts[feature + 1] as number;
    for (let at = starts[feature] as number; at < rowEnd; at += 1) {
      const c = classes[at] as number;
      scores[c] = (scores[c] as number) + value * (weights[at] as number);
    }
  }
}

/** Moves the weights of a sample's features for some classes, given in ascending order, against their errors. */
function descend(
  samples: Samples,
  sample: number,
  { starts, classes, weights }: SparseWeights,
  squares: Float32Array,
  errors: Float32Array,
  moved: Uint16Array,
  { rate, damping }: Settings,
): void {
  const end = samples.starts[sample + 1] as number;
  for (let k = samples.starts[sample] as number; k < end; k += 1) {
    const feature = samples.features[k] as number;
    const value = samples.values[k] as number;
    const rowEnd = starts[feature + 1] as number;
    let at = starts[feature] as number;
    for (let i = 0; i < moved.length && at < rowEnd; i += 1) {
      const c = moved[i] as number;
      at = firstNotBelow(c, classes, at, rowEnd);
      if (at === rowEnd || classes[at] !== c) continue;
      const gradient = (errors[c] as number) * value;
      const square = (squares[at] as number) + gradient * gradient;
      squares[at] = square;
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square + damping);
    }
  }
}
