// Reads and writes the safetensors format: named arrays of numbers after a header in JSON
// (github.com/huggingface/safetensors).

const KINDS = {
  F32: Float32Array,
  U32: Uint32Array,
  U16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
} as const;

type Kind = keyof typeof KINDS;
export type Tensor = InstanceType<(typeof KINDS)[Kind]>;

/** A file begins with the length of its header, as a little-endian number of this many bytes. */
const LENGTH_BYTES = 8;

/** Arrays begin at multiples of this, so that they can be read in place. */
const ALIGNMENT = 8;

interface Entry {
  dtype: Kind;
  shape: [number];
  /** The first byte, counted from the end of the header, and the byte after the last one. */
  data_offsets: [begin: number, end: number];
}

/** Encodes arrays and texts as one file. Arrays with larger elements come first, so that each is aligned. */
export function encodeTensors(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const arrays = Object.entries(tensors).sort(([, a], [, b]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT);
  let size = 0;
  const entries = arrays.map(([name, array]): [string, Entry] => {
    const begin = size;
    size += array.byteLength;
    return [name, { dtype: kindOf(array), shape: [array.length], data_offsets: [begin, size] }];
  });
  const header = new TextEncoder().encode(
    JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }),
  );
  const data = LENGTH_BYTES + Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(data + size).fill(' '.charCodeAt(0), 0, data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(data - LENGTH_BYTES), true);
  bytes.set(header, LENGTH_BYTES);
  for (const [i, [, array]] of arrays.entries())
    bytes.set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      data + (entries[i] as [string, Entry])[1].data_offsets[0],
    );
  return bytes;
}

/**
 * Decodes the arrays and texts of a file. The arrays are views of its bytes, not copies.
 *
 * @throws {Error} if the bytes are not a safetensors file, or are incomplete
 */
export function decodeTensors(bytes: Uint8Array): {
  tensors: Record<string, Tensor>;
  metadata: Record<string, string>;
} {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const length = Number(new DataView(aligned.buffer, aligned.byteOffset).getBigUint64(0, true));
  const data = LENGTH_BYTES + length;
  const { __metadata__: metadata, ...entries } = JSON.parse(
    new TextDecoder().decode(aligned.subarray(LENGTH_BYTES, data)),
  );
  const read = ([name, { dtype, shape, data_offsets }]: [string, Entry]): [string, Tensor] => {
    const [begin, end] = data_offsets;
    if (data + end > aligned.length) throw new RangeError(`The array "${name}" is cut short`);
    return [
      name,
      new KINDS[dtype](aligned.buffer as ArrayBuffer, aligned.byteOffset + data + begin, shape[0]),
    ];
  };
  const tensors = Object.entries<Entry>(entries).map(read);
  return { tensors: Object.fromEntries(tensors), metadata };
}

const kindOf = (tensor: Tensor): Kind =>
  (Object.keys(KINDS) as Kind[]).find((kind) => tensor instanceof KINDS[kind]) as Kind;
