// Reads the number that a group of digits stands for, whatever marks separate thousands and decimals.

export interface DigitsReading {
  value: number;
  /** The number of decimals that were typed. */
  decimals: number;
  /** The other value, if its only separator may mean either: "6.310". */
  other?: { value: number; by: 'comma' | 'dot' };
}

/** Maximum number of digits. A longer number is a telephone number, a key or an account. */
const MAX_DIGITS = 15;
const GROUPED = /^\d{1,3}(?:[ ']\d{3})+(?:[.,](\d+))?$/;
const COMMA_THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.(\d+))?$/;
const DOT_THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}(?:,(\d+))?$|^\d{1,3}\.\d{3},(\d+)$/;
/** The Indian way of grouping: a hundred thousand is a lakh, as in 2,86,000. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.(\d+))?$/;
const DECIMAL = /^\d*[.,](\d+)$/;
const ONE_GROUP = /^[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * Reads digits with their separators: "6,310", "6 310", "6'310", "6.310", "96,3".
 *
 * @param digits ASCII digits with blanks, apostrophes, commas and dots between them
 * @returns their value; undefined if they are not a number, as in "6,31,0" or "1.5.2017"
 */
export function readDigits(digits: string): DigitsReading | undefined {
  if (/^\d+$/.test(digits))
    return digits.length > MAX_DIGITS ? undefined : { value: Number(digits), decimals: 0 };
  if (digits.replace(/\D/g, '').length > MAX_DIGITS) return undefined;
  const group = ONE_GROUP.exec(digits);
  if (group) {
    const whole = Number(digits.replace(/\D/g, ''));
    const decimal = Number(digits.replace(',', '.'));
    return group[1] === ','
      ? { value: whole, decimals: 0, other: { value: decimal, by: 'comma' } }
      : { value: decimal, decimals: 3, other: { value: whole, by: 'dot' } };
  }
  for (const pattern of [GROUPED, COMMA_THOUSANDS, DOT_THOUSANDS, LAKHS]) {
    const match = pattern.exec(digits);
    if (!match) continue;
    const decimals = match[1] ?? match[2] ?? '';
    const whole = digits.slice(0, digits.length - decimals.length).replace(/\D/g, '');
    return { value: Number(`${whole}.${decimals || 0}`), decimals: decimals.length };
  }
  const decimal = DECIMAL.exec(digits)?.[1];
  return decimal ? { value: Number(digits.replace(',', '.')), decimals: decimal.length } : undefined;
}
