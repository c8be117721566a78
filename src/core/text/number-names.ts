// The words for numbers: units, tens, scales and parts.

const units = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** The values of words below one hundred, including two frequent misspellings. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, i) => [word, 10 * (i + 2)] as const),
  ['fourty', 40],
  ['ninty', 90],
]);

/** Factors for the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ dozen: 12, dozens: 12, hundred: 100, hundreds: 100, thousand: 1e3, thousands: 1e3, grand: 1e3 },
    ...{ million: 1e6, millions: 1e6, billion: 1e9, billions: 1e9, trillion: 1e12, trillions: 1e12 },
    ...{ lakh: 1e5, lakhs: 1e5, crore: 1e7, crores: 1e7 },
  }),
);

/** Factors for the digits that they are attached to: "13k", "287m". */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, mil: 1e6, mill: 1e6, mio: 1e6 },
    ...{ b: 1e9, bn: 1e9, bln: 1e9, bil: 1e9, tn: 1e12, trn: 1e12 },
  }),
);

/** Short scales that may follow a blank; "5 m" is five metres. */
export const LOOSE_SHORT_SCALES: ReadonlySet<string> = new Set([
  'k',
  'mn',
  'mln',
  'mil',
  'mill',
  'mio',
  'bn',
  'bln',
  'tn',
  'trn',
]);

/** Short scales of sums of money. Elsewhere they are tonnes, millimetres and metres. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({ t: 1e12, mm: 1e6, m: 1e6, b: 1e9 }),
);

/** What each part divides a whole by. */
export const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{
      half: 2,
      third: 3,
      quarter: 4,
      fourth: 4,
      fifth: 5,
      sixth: 6,
      seventh: 7,
      eighth: 8,
      ninth: 9,
      tenth: 10,
    },
    ...{ halves: 2, thirds: 3, quarters: 4, fourths: 4, fifths: 5, sixths: 6, sevenths: 7, eighths: 8 },
    ...{ ninths: 9, tenths: 10, twentieth: 20, twentieths: 20, hundredth: 100, hundredths: 100 },
  }),
);
