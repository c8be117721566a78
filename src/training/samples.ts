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

/** Room for the features of this many samples, a few dozen each, before the arrays have to grow. */
const FIRST_ROOM = 2 ** 20;

/**
 * Packs points, and the class of each. The points may be made one by one: those of all wordings at once would take as
 * much memory again.
 */
export function packSamples(points: Iterable<Point>, classes: readonly number[]): Samples {
  const starts = new Uint32Array(classes.length + 1);
  let features = new Uint32Array(FIRST_ROOM);
  let values = new Float32Array(FIRST_ROOM);
  let count = 0;
  for (const point of points) {
    const start = starts[count] as number;
    const end = start + point.positions.length;
    if (end > features.length) {
      const room = Math.max(end, 2 * features.length);
      features = copiedInto(new Uint32Array(room), features);
      values = copiedInto(new Float32Array(room), values);
    }
    features.set(point.positions, start);
    values.set(point.values, start);
    count += 1;
    starts[count] = end;
  }
  const end = starts[count] as number;
  return {
    starts,
    features: features.slice(0, end),
    values: values.slice(0, end),
    classes: Uint16Array.from(classes),
  };
}

function copiedInto<T extends Uint32Array | Float32Array>(larger: T, list: T): T {
  larger.set(list);
  return larger;
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
