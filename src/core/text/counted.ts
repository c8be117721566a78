// A number with its noun, in the singular or the plural.

/** Such as "1 fact" or "2 facts". @param plural unless that is the noun with an "s" added */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
