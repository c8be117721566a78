// Formats a number with its noun in the singular or the plural.

/**
 * Formats a count, as in "1 fact" or "2 facts".
 *
 * @param plural if it is not the noun with an "s"
 */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
