// Texts as points: the features that training knows, weighted by how rare they are (tf-idf with binary counts).
import type { Features } from './features.ts';

export interface Vector {
  /** Positions of known features in the feature space. */
  positions: number[];
  values: number[];
}

/** The features that training knows. */
export interface FeatureSpace {
  /** Their hashes, ascending. */
  features: Uint32Array;
  /** The inverse document frequency of each: the logarithm of how many texts there are for one that has it. */
  idf: Float32Array;
  /** The inverse document frequency of a feature that training has not seen. */
  unseen: number;
}

/** A part of a word that was never seen says less than the word would: half of its neighbours are unseen with it. */
const UNSEEN_NGRAM = 0.5;

/** Number of leading bits of a hash that select its bucket. */
const BUCKET_BITS = 16;
const HASH_BITS = 32;

/**
 * Creates the function that scales each block of features to length 1. Unknown features count towards that length, so
 * a text that the knowledge hardly covers stays near zero, and can be refused.
 */
export function createToVector(space: FeatureSpace): (features: Features) => Vector {
  const positionOf = createPositions(space.features);
  const { idf, unseen } = space;

  function append({ positions, values }: Vector, features: Uint32Array, unknown: number): void {
    const first = values.length;
    let squares = 0;
    for (const feature of features) {
      const position = positionOf(feature);
      const weight = position < 0 ? unknown : (idf[position] as number);
      squares += weight * weight;
      if (position < 0) continue;
      positions.push(position);
      values.push(weight);
    }
    const length = Math.sqrt(squares) || 1;
    for (let i = first; i < values.length; i += 1) values[i] = (values[i] as number) / length;
  }

  return ({ words, charNgrams }) => {
    const vector: Vector = { positions: [], values: [] };
    append(vector, words, unseen);
    append(vector, charNgrams, unseen * UNSEEN_NGRAM);
    return vector;
  };
}

/**
 * Creates the function that finds the index of a hash in an ascending list, or -1. A table gives the one or two
 * hashes that begin with the same bits. Binary search took five times as long, and a Map takes ten times the memory.
 */
export function createPositions(ascending: Uint32Array): (hash: number) => number {
  const starts = new Uint32Array(2 ** BUCKET_BITS + 1);
  const bucketOf = (hash: number) => hash >>> (HASH_BITS - BUCKET_BITS);
  for (const hash of ascending) starts[bucketOf(hash) + 1] = (starts[bucketOf(hash) + 1] as number) + 1;
  for (let bucket = 1; bucket < starts.length; bucket += 1)
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  return (hash) => {
    const end = starts[bucketOf(hash) + 1] as number;
    for (let at = starts[bucketOf(hash)] as number; at < end; at += 1) if (ascending[at] === hash) return at;
    return -1;
  };
}
