// The names of months and their short forms.

const FULL = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** The number of a month, 1 to 12, by its name or its first letters. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...FULL.map((name, i) => [name, i + 1] as const),
  ...FULL.map((name, i) => [name.slice(0, 3), i + 1] as const),
  ['sept', 9],
]);
