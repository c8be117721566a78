// What training leaves behind: a sparse table of weights, one row a feature, small enough to keep beside the knowledge.

import type { VerdictModel } from '../verdict/train.ts';
import type { Decision } from './decision.ts';

export interface RankerModel {
  /** The SHA-256 of the wordings it was trained on. */
  trainedOn: string;
  /** Ids of the facts and gaps it tells apart; a class is a position in this list. */
  classes: readonly string[];
  /** Words of the training texts, the most frequent first: what a typing error is taken for. */
  vocabulary: readonly string[];
  /** Feature hashes, ascending. */
  features: Uint32Array;
  /** How much a feature tells, by its rarity (log of texts per text that has it). */
  rarity: Float32Array;
  /** The rarity of a feature that training never saw. */
  unseen: number;
  /** Where a feature's row starts in `targets` and `weights`; one entry more than there are features. */
  starts: Uint32Array;
  targets: Uint16Array;
  /** Weights in steps of `step`, so that one byte holds each. */
  weights: Int8Array;
  step: number;
  biases: Float32Array;
  /** Missing in a model that is only trained to measure how it does. */
  decision?: Decision;
  /** Whether claims say facts otherwise: a weight for each hash of a signal. Comes with `verdict`. */
  polarity?: Int8Array;
  verdict?: VerdictModel;
}

const ARRAYS = {
  features: Uint32Array,
  rarity: Float32Array,
  starts: Uint32Array,
  targets: Uint16Array,
  weights: Int8Array,
  biases: Float32Array,
  polarity: Int8Array,
} as const;

/** The model as text: JSON, its arrays in base64, little-endian. */
export function encodeModel(model: RankerModel): string {
  const arrays = Object.keys(ARRAYS).flatMap((name) => {
    const array = model[name as keyof typeof ARRAYS];
    return array ? [[name, toBase64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))]] : [];
  });
  return JSON.stringify({ ...model, ...Object.fromEntries(arrays) });
}

/** The model of a text that `encodeModel` wrote. @throws {SyntaxError} on anything else */
export function decodeModel(text: string): RankerModel {
  const stored = JSON.parse(text);
  const arrays = Object.entries(ARRAYS)
    .filter(([name]) => name in stored)
    .map(([name, Kind]) => [name, new Kind(fromBase64(stored[name]).buffer)]);
  return { ...stored, ...Object.fromEntries(arrays) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

/** A loop, since `Uint8Array.from` would first make a list of a million letters. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
