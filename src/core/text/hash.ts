// Hashes of texts, for what is looked up by a number instead of by its text.

/**
 * FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll and Vo; RFC 9923).
 *
 * @param value the hash of what stands before the text: hashing in parts saves putting them together
 * @param start the first code unit that counts
 * @param end the first one behind
 * @returns 0 to 2^32 - 1
 */
export function hash(text: string, value = 0x811c9dc5, start = 0, end = text.length): number {
  let hashed = value;
  for (let i = start; i < end; i += 1) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193);
  return hashed >>> 0;
}
