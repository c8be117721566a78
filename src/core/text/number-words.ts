// Numbers written in words: "ninety-six point three", "six thousand three hundred and ten", "thirty-two and a half".

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Multiply the number before them; where none is, they stand for themselves ("a million"). */
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  grand: 1e3,
  k: 1e3,
  million: 1e6,
  mil: 1e6,
  mill: 1e6,
  m: 1e6,
  mm: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
};
const VALUES = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
]);

/** The words as alternatives of a pattern, the longest first. */
export const alternatives = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length).join('|');

const unit = `(?:${alternatives(UNITS)})`;
// A ten takes the digit behind it in any case: were it free not to, a row of such numbers could be read in 2^n ways.
const digit = `(?:${alternatives(UNITS.slice(1, 10))})\\b`;
const tens = `(?:(?:${alternatives(TENS)})(?:[- ]${digit}|(?![- ]${digit}))|${unit})`;
const spelledScale = '(?:dozen|hundred|thousand|grand|million|billion)';
const group = `(?:(?:an?(?= ${spelledScale}\\b)|${tens})(?:[- ]${spelledScale})*)`;

/** Matches a number in words: groups with their scales, joined by blanks or "and", decimals behind "point". */
export const NUMBER_WORDS = `(?:${group}(?:(?: and |[- ])${group})*(?: point(?: ${unit})+)?)`;
/** Matches a scale behind digits: "13k", "287 million". */
export const SCALE = `(?:${alternatives(Object.keys(SCALES))})`;

/** What a scale multiplies by; 1 for none. */
export const factorOf = (scale: string | undefined): number => SCALES[scale ?? ''] ?? 1;

/**
 * The number that words or digits stand for.
 *
 * @param text what `NUMBER_WORDS` matches, or digits
 * @returns the number, and how many decimals it was given with
 */
export function parseNumber(text: string): { number: number; decimals: number } {
  if (/^\d/.test(text)) {
    const typed = text.replaceAll(',', '');
    return { number: Number(typed), decimals: typed.split('.')[1]?.length ?? 0 };
  }
  const [whole = '', fraction = ''] = text.split(' point ');
  const digits = fraction
    .split(' ')
    .filter(Boolean)
    .map((word) => VALUES.get(word) ?? 0)
    .join('');
  return { number: Number(`${parseWhole(whole)}.${digits || '0'}`), decimals: digits.length };
}

function parseWhole(text: string): number {
  let total = 0;
  let group = 0;
  for (const word of text.split(/[- ]/)) {
    const scale = SCALES[word];
    if (scale === undefined) group += VALUES.get(word) ?? 0;
    else if (scale >= 1000) {
      total += (group || 1) * scale;
      group = 0;
    } else group = (group || 1) * scale;
  }
  return total + group;
}
