// Recognizes a text that consists of emoji and punctuation alone.

/** Whether there is a letter or a digit in a text. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
