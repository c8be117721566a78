// Finds the sentence of a longer message that asks.

/**
 * Finds the sentence of a longer message that asks: the last one with a question mark, or else the last one.
 *
 * @returns undefined for a message of a single sentence
 */
export function askingSentence(text: string): string | undefined {
  const sentences = text
    .split(/(?<=[.?!])\s+|\n+/)
    .filter((sentence) => sentence.trim().split(/\s+/).length >= 3);
  if (sentences.length < 2) return undefined;
  return sentences.findLast((sentence) => sentence.includes('?')) ?? sentences.at(-1);
}
