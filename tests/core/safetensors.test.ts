// Arrays and texts in one file: what is written can be read, and incomplete files are refused.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTensors, encodeTensors, type Tensor } from '../../src/core/safetensors.ts';

const tensor = fc.oneof<fc.Arbitrary<Tensor>[]>(
  fc.float32Array(),
  fc.uint32Array(),
  fc.uint16Array(),
  fc.int8Array(),
);
const tensors = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tensor);
const metadata = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string());

test('what is written is read again, wherever in memory its bytes stand', () => {
  fc.assert(
    fc.property(tensors, metadata, fc.nat(9), (arrays, texts, offset) => {
      const bytes = encodeTensors(arrays, texts);
      const elsewhere = new Uint8Array(offset + bytes.length);
      elsewhere.set(bytes, offset);
      const decoded = decodeTensors(elsewhere.subarray(offset));
      expect(decoded.metadata).toEqual(texts);
      expect(Object.keys(decoded.tensors).sort()).toEqual(Object.keys(arrays).sort());
      for (const [name, array] of Object.entries(arrays)) {
        expect(decoded.tensors[name]?.constructor).toBe(array.constructor);
        expect(decoded.tensors[name]).toEqual(array);
      }
    }),
  );
});

test('a header that other readers of the format understand comes first', () => {
  const bytes = encodeTensors({ small: Int8Array.of(1, 2, 3), large: Float32Array.of(0.5) }, { a: 'b' });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  expect(header).toEqual({
    __metadata__: { a: 'b' },
    large: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    small: { dtype: 'I8', shape: [3], data_offsets: [4, 7] },
  });
  expect(length % 8).toBe(0);
  expect([...bytes.subarray(8 + length + 4)]).toEqual([1, 2, 3]);
});

test('every part of a file is refused', () => {
  const bytes = encodeTensors({ a: Uint16Array.of(1, 2), b: Int8Array.of(3) }, {});
  for (let length = 0; length < bytes.length; length += 1)
    expect(() => decodeTensors(bytes.subarray(0, length))).toThrow();
});
