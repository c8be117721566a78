// Texts as points: the features that training knows, each by its rarity, unknown ones counted in the length.
import type { Features } from './features.ts';

export interface Vector {
  /** Positions of known features in the model's list. */
  positions: number[];
  values: number[];
}

/** Where to look a feature up, and how much it tells. */
export interface Space {
  positionOf: Pick<ReadonlyMap<number, number>, 'get'>;
  rarity: ArrayLike<number>;
  unseen: number;
}

/** A piece of a word that was never seen tells less than a word: half of its neighbors are unseen with it. */
const UNSEEN_PIECE = 0.5;

/**
 * Scales each block of features to length 1. Unknown features count in that length, so a text that the knowledge
 * knows little of stays near zero: that is what makes it refusable.
 */
export function toVector({ words, pieces }: Features, space: Space): Vector {
  const vector: Vector = { positions: [], values: [] };
  append(vector, words, space, space.unseen);
  append(vector, pieces, space, space.unseen * UNSEEN_PIECE);
  return vector;
}

function append(
  { positions, values }: Vector,
  features: readonly number[],
  space: Space,
  unseen: number,
): void {
  const first = values.length;
  let squares = 0;
  for (const feature of features) {
    const position = space.positionOf.get(feature);
    const weight = position === undefined ? unseen : (space.rarity[position] ?? 0);
    squares += weight * weight;
    if (position === undefined) continue;
    positions.push(position);
    values.push(weight);
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = first; i < values.length; i += 1) values[i] = (values[i] ?? 0) / length;
}
