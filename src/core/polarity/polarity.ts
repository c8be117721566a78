// Whether a text has a fact otherwise: logistic regression over the text's signals, for all facts and for each one.
import { hash } from '../hash.ts';
import type { Fact } from '../schema.ts';
import { DENIES, type ReadSignals } from './signals.ts';

/** What training leaves behind. */
export interface PolarityModel {
  /** One weight for each hash of a signal, in steps of `step`. */
  weights: Int8Array;
  step: number;
  bias: number;
}

/** A text about a fact, as it is learned from: read once for all trainings, which takes longer than they do. */
export interface PolarityExample {
  point: Point;
  otherwise: boolean;
}

/** Signals are hashed into this many weights, a power of two; four times as many told no more texts apart. */
const SIZE = 2 ** 20;
const PASSES = 20;
const RATE = 0.1;
const DAMPING = 0.1;

/** A word tells more of all facts together than of one alone; any other signal as much (by cross-validation). */
const WORDS_OF_ONE_FACT = 0.4;

/** The probability that a text with these signals has the fact otherwise, 0 to 1. */
export const polarityOf = (
  signals: readonly string[],
  fact: Fact,
  { weights, step, bias }: PolarityModel,
): number => sigmoid(bias + step * dot(weights, toPoint(signals, fact)));

/** Makes what turns texts into examples. */
export const createExamples =
  (read: ReadSignals) =>
  (text: string, fact: Fact, otherwise: boolean): PolarityExample => ({
    point: toPoint(read(text)(fact), fact),
    otherwise,
  });

/** Learns from texts to tell the two apart; deterministic, a matter of seconds. */
export function trainPolarity(examples: readonly PolarityExample[]): PolarityModel {
  const order = shuffled(examples.length);
  const weights = new Float32Array(SIZE);
  const squares = new Float32Array(SIZE);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const i of order) {
      const { point, otherwise } = examples[i] as PolarityExample;
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

/** Where a text's signals have their weights, and how much each counts; packed, since training keeps all of them. */
interface Point {
  positions: Uint32Array;
  values: Float32Array;
}

/** Kinds of signal that a text has as many of as words; the others are of the text as a whole. */
const KINDS = /^(?:word|pair|new)(?= )/;
/** What stands before a signal that counts the other way round in a text that denies. */
const TURNED = hash('turned|');

/**
 * Every kind of signal counts as much as any other, however many of it there are. A denial turns round what everything
 * else in a text speaks for, so each signal counts once as it is, and once with the sign of the denial.
 */
function toPoint(signals: readonly string[], fact: Fact): Point {
  const kinds = signals.map((signal) => KINDS.exec(signal)?.[0] ?? '');
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const ofFact = hash(`${fact.id}|`);
  const turnedOfFact = hash(`turned|${fact.id}|`);
  const turn = signals.includes(DENIES) ? -1 : 1;
  const positions: number[] = [];
  const values: number[] = [];
  const add = (position: number, value: number) => {
    positions.push(position);
    values.push(value);
  };
  for (const [i, signal] of signals.entries()) {
    const kind = kinds[i] as string;
    const value = 1 / Math.sqrt(counts.get(kind) ?? 1);
    const valueOfFact = kind ? value * WORDS_OF_ONE_FACT : value;
    add(positionOf(signal), value);
    add(positionOf(signal, ofFact), valueOfFact);
    add(positionOf(signal, TURNED), turn * value);
    add(positionOf(signal, turnedOfFact), turn * valueOfFact);
  }
  return { positions: Uint32Array.from(positions), values: Float32Array.from(values) };
}

function dot(weights: ArrayLike<number>, { positions, values }: Point): number {
  let sum = 0;
  for (let k = 0; k < positions.length; k += 1)
    sum += (values[k] as number) * (weights[positions[k] as number] as number);
  return sum;
}

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
