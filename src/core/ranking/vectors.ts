// Texts as points: the features that training knows, weighed by how rare they are (tf-idf with binary counts).
import { lowerBound } from '../text/lower-bound.ts';
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

/** A part of a word that was never seen tells less than a word: half of its neighbors are unseen with it. */
const UNSEEN_NGRAM = 0.5;

/**
 * Scales each block of features to length 1. Unknown features count in that length, so a text of which the knowledge
 * knows little stays near zero: that is what makes it refusable.
 */
export function toVector({ words, charNgrams }: Features, space: FeatureSpace): Vector {
  const vector: Vector = { positions: [], values: [] };
  append(vector, words, space, space.unseen);
  append(vector, charNgrams, space, space.unseen * UNSEEN_NGRAM);
  return vector;
}

function append(
  { positions, values }: Vector,
  features: Uint32Array,
  { features: known, idf }: FeatureSpace,
  unseen: number,
): void {
  const first = values.length;
  let squares = 0;
  for (const feature of features) {
    const position = positionIn(known, feature);
    const weight = position === undefined ? unseen : (idf[position] as number);
    squares += weight * weight;
    if (position === undefined) continue;
    positions.push(position);
    values.push(weight);
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = first; i < values.length; i += 1) values[i] = (values[i] as number) / length;
}

/** Where a number stands in an ascending list; a Map of as many would take ten times the memory. */
export function positionIn(ascending: Uint32Array, number: number): number | undefined {
  const position = lowerBound(ascending.length, (at) => (ascending[at] as number) < number);
  return ascending[position] === number ? position : undefined;
}
