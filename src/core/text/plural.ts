// Tells whether a word looks like the plural of a noun.

const IRREGULAR = new Set('people men women children staff crew media folks series'.split(' '));
const NO_PLURALS = new Set(
  'yes this its his less us news various previous perhaps always does has was is thus plus versus across'.split(
    ' ',
  ),
);

/** Guesses by the ending, without a dictionary. */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word)) return true;
  return /[a-z]{2}s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !NO_PLURALS.has(word);
}
