// The whole trained model, and its bytes: small enough to keep beside the knowledge.
import type { FalsePremiseModel, VerdictModel } from './judging/judging-model.ts';
import type { RankerModel } from './ranking/ranker-model.ts';

/** The ranker with what judging learned; a model of the ranker alone judges nothing. */
export interface Model extends RankerModel {
  /** Whether claims say facts otherwise: a weight for each hash of a signal. Comes with `verdict`. */
  polarity?: Int8Array;
  verdict?: VerdictModel;
  /** Whether questions take facts for otherwise: a weight for each hash of a signal. Comes with `falsePremise`. */
  falsePremiseWeights?: Int8Array;
  falsePremise?: FalsePremiseModel;
}

/** Those of larger elements first, so that each begins where its elements may. */
const ARRAYS = {
  features: Uint32Array,
  rarity: Float32Array,
  starts: Uint32Array,
  biases: Float32Array,
  targets: Uint16Array,
  weights: Int8Array,
  polarity: Int8Array,
  falsePremiseWeights: Int8Array,
} as const;

type ArrayName = keyof typeof ARRAYS;

/** Another number for every change of what a model holds, so that an older one is not half understood. */
const FORMAT = 4;

/** How long the text at the beginning is, in bytes, as one little-endian number. */
const LENGTH_BYTES = 4;

/** The largest element of an array, in bytes. */
const ALIGNMENT = 4;

/**
 * The model as bytes: the length of a text, the text (JSON of all that is no array, and how many bytes each array
 * has; spaces fill it up to the alignment), then the arrays one behind the other, little-endian. Arrays as text would
 * be held in memory several times over while they are read.
 */
export function encodeModel(model: Model): Uint8Array {
  const names = (Object.keys(ARRAYS) as ArrayName[]).filter((name) => model[name]);
  const arrays = names.map((name) => bytesOf(model[name]));
  const rest = Object.fromEntries(Object.entries(model).filter(([name]) => !(name in ARRAYS)));
  const sizes = Object.fromEntries(names.map((name, i) => [name, arrays[i]?.length]));
  const json = new TextEncoder().encode(JSON.stringify({ format: FORMAT, rest, sizes }));
  const text = new Uint8Array(Math.ceil(json.length / ALIGNMENT) * ALIGNMENT).fill(' '.charCodeAt(0));
  text.set(json);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return joined([length, text, ...arrays]);
}

/**
 * The model of the bytes that `encodeModel` wrote; its arrays are views of them where they are aligned, not copies.
 * @throws {Error} on anything else, and on those of another version
 */
export function decodeModel(bytes: Uint8Array): Model {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true);
  let at = LENGTH_BYTES + length;
  const { format, rest, sizes } = JSON.parse(new TextDecoder().decode(aligned.subarray(LENGTH_BYTES, at)));
  if (format !== FORMAT) throw new Error('This ranker is of another version of the bot. Run: npm run train');
  const arrays = Object.entries<number>(sizes).map(([name, size]) => {
    const Kind = ARRAYS[name as ArrayName];
    const array = new Kind(
      aligned.buffer as ArrayBuffer,
      aligned.byteOffset + at,
      size / Kind.BYTES_PER_ELEMENT,
    );
    at += size;
    return [name, array];
  });
  return { ...rest, ...Object.fromEntries(arrays) };
}

const bytesOf = (array: Model[ArrayName]) =>
  array ? new Uint8Array(array.buffer, array.byteOffset, array.byteLength) : new Uint8Array();

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
