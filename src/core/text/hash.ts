// A hash of texts: a number to look things up by.

/**
 * FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll and Vo; RFC 9923).
 *
 * @param value the hash of a preceding text, to hash several texts without joining them
 * @param start the first code unit to hash
 * @param end the code unit after the last one
 * @returns 0 to 2^32 - 1
 */
export function hash(text: string, value = 0x811c9dc5, start = 0, end = text.length): number {
  let hashed = value;
  for (let i = start; i < end; i += 1) hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193);
  return hashed >>> 0;
}
