// Whether a claim says a fact otherwise: logistic regression over the claim's signals, for all facts and for each one.
import { hash } from '../hash.ts';
import type { Fact } from '../schema.ts';
import type { ReadSignals } from './signals.ts';

/** What training leaves behind. */
export interface PolarityModel {
  /** One weight for each hash of a signal, in steps of `step`. */
  weights: Int8Array;
  step: number;
  bias: number;
}

/** A claim, the fact that it is about, and whether it says that fact otherwise. */
export interface PolarityExample {
  text: string;
  fact: Fact;
  otherwise: boolean;
}

/** Signals are hashed into this many weights: a power of two, some eight times as many as there are signals. */
const SIZE = 2 ** 20;
const PASSES = 20;
const RATE = 0.1;
const DAMPING = 0.1;

/** A word tells more of all facts together than of one alone; any other signal as much (by cross-validation). */
const WORDS_OF_ONE_FACT = 0.4;

/** The probability that a claim with these signals says the fact otherwise, 0 to 1. */
export const polarityOf = (
  signals: readonly string[],
  fact: Fact,
  { weights, step, bias }: PolarityModel,
): number => sigmoid(bias + step * dot(weights, toPoint(signals, fact)));

/** Learns from claims to tell the two apart; deterministic, a matter of seconds. */
export function trainPolarity(examples: readonly PolarityExample[], read: ReadSignals): PolarityModel {
  const points = examples.map(({ text, fact }) => toPoint(read(text)(fact), fact));
  const order = shuffled(examples.length);
  const weights = new Float32Array(SIZE);
  const squares = new Float32Array(SIZE);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const i of order) {
      const point = points[i] ?? [];
      const error = sigmoid(bias + dot(weights, point)) - (examples[i]?.otherwise ? 1 : 0);
      for (const [position, value] of point) {
        const gradient = error * value;
        squares[position] = (squares[position] as number) + gradient * gradient;
        weights[position] =
          (weights[position] as number) -
          (RATE * gradient) / Math.sqrt((squares[position] as number) + DAMPING);
      }
      bias -= 0.02 * error;
    }
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / step)), step, bias };
}

/** Where a claim's signals have their weights, and how much each counts. */
type Point = readonly (readonly [position: number, value: number])[];

/** Every kind of signal counts as much as any other, however many of it there are. */
function toPoint(signals: readonly string[], fact: Fact): Point {
  const kindOf = (signal: string) => /^(?:word|pair|new)(?= )/.exec(signal)?.[0] ?? '';
  const counts = new Map<string, number>();
  for (const signal of signals) counts.set(kindOf(signal), (counts.get(kindOf(signal)) ?? 0) + 1);
  const ofFact = hash(`${fact.id}|`);
  return signals.flatMap((signal) => {
    const kind = kindOf(signal);
    const value = 1 / Math.sqrt(counts.get(kind) ?? 1);
    return [
      [positionOf(signal), value] as const,
      [positionOf(signal, ofFact), kind ? value * WORDS_OF_ONE_FACT : value] as const,
    ];
  });
}

const dot = (weights: ArrayLike<number>, point: Point) =>
  point.reduce((sum, [position, value]) => sum + value * (weights[position] as number), 0);

const sigmoid = (sum: number) => 1 / (1 + Math.exp(-sum));

/** Where a text has its weight; behind the text of a hash, if there is one. */
function positionOf(text: string, before?: number): number {
  const value = hash(text, before);
  return ((value >>> 20) ^ value) & (SIZE - 1);
}

/** The numbers below a length in an order that mixes near and far ones, the same on every machine. */
function shuffled(length: number): number[] {
  return Array.from({ length }, (_, i) => ({ i, key: positionOf(`order ${i}`) }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ i }) => i);
}
