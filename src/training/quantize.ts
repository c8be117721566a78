// Rounds learned weights to the form in which a ranker stores them: one byte each, without zeros.
import type { RankerModel } from '../core/ranking/ranker-model.ts';
import type { SparseWeights } from './sgd.ts';

type Table = Pick<RankerModel, 'starts' | 'targets' | 'weights'>;

const MAX_BYTE = 127;

/** The scale at which the largest weight just fits into a byte. */
export const scaleFor = (weights: Float32Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MAX_BYTE || 1;

/** Rounds weights to multiples of a scale. Weights that are too large become the largest multiple. */
export function quantize({ starts, classes, weights }: SparseWeights, scale: number): Table {
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-MAX_BYTE, Math.min(MAX_BYTE, Math.round(weight / scale))),
  );
  const isKept = (_: unknown, at: number) => rounded[at] !== 0;
  const keptStarts = new Uint32Array(starts.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let count = keptStarts[row] as number;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
      if (rounded[at] !== 0) count += 1;
    keptStarts[row + 1] = count;
  }
  return { starts: keptStarts, targets: classes.filter(isKept), weights: rounded.filter(isKept) };
}

/** Joins the rows of two tables. The classes of the second follow those of the first. */
export function joinRows(first: Table, second: Table, classCountOfFirst: number): Table {
  const targets = new Uint16Array(first.targets.length + second.targets.length);
  const weights = new Int8Array(targets.length);
  const starts = first.starts.map((start, row) => start + (second.starts[row] as number));
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let at = starts[row] as number;
    for (const [table, offset] of [
      [first, 0],
      [second, classCountOfFirst],
    ] as const)
      for (let from = table.starts[row] as number; from < (table.starts[row + 1] as number); from += 1) {
        targets[at] = (table.targets[from] as number) + offset;
        weights[at] = table.weights[from] as number;
        at += 1;
      }
  }
  return { starts, targets, weights };
}
