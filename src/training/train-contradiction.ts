// Learns from statements and questions what tells a text that contradicts its fact from one that does not.
import type { ReadSignals } from '../core/judging/claim-features.ts';
import { dot, type Point, positionOf, SIZE, sigmoid, toPoint } from '../core/judging/contradiction.ts';
import type { ContradictionModel } from '../core/judging/judging-model.ts';
import type { Fact } from '../core/knowledge/schema.ts';

const PASSES = 20;
const RATE = 0.1;
const DAMPING = 0.1;

/** A text about a fact, as it is learned from: read once for all trainings, which takes longer than they do. */
export interface ContradictionExample {
  point: Point;
  otherwise: boolean;
}

/** Makes what turns texts into examples. */
export const createExamples =
  (read: ReadSignals) =>
  (text: string, fact: Fact, otherwise: boolean): ContradictionExample => ({
    point: toPoint(read(text)(fact), fact),
    otherwise,
  });

/** Learns from texts to tell the two apart; deterministic, a matter of seconds. */
export function trainContradiction(examples: readonly ContradictionExample[]): ContradictionModel {
  const order = shuffled(examples.length);
  const weights = new Float32Array(SIZE);
  const squares = new Float32Array(SIZE);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const i of order) {
      const { point, otherwise } = examples[i] as ContradictionExample;
      const error = sigmoid(bias + dot(weights, point)) - (otherwise ? 1 : 0);
      for (let k = 0; k < point.positions.length; k += 1) {
        const position = point.positions[k] as number;
        const gradient = error * (point.values[k] as number);
        squares[position] = (squares[position] as number) + gradient * gradient;
        weights[position] =
          (weights[position] as number) -
          (RATE * gradient) / Math.sqrt((squares[position] as number) + DAMPING);
      }
      bias -= 0.02 * error;
    }
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return {
    weights: Int8Array.from(weights, (weight) => Math.round(weight / step)),
    step,
    bias,
  };
}

/** The numbers below a length in an order that mixes near and far ones, the same on every machine. */
function shuffled(length: number): number[] {
  return Array.from({ length }, (_, i) => ({ i, key: positionOf(`order ${i}`) }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ i }) => i);
}
