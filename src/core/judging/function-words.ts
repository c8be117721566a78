// Function words, which show how the words around them belong together.
/** A set of the words of a text, which single spaces part. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const TO_BE = words("is are was were be been being am 's get gets got gotten become");
const PREPOSITIONS = words(
  'of for to from with against on than at in between among upon about by into over after before during without',
);

/** Whether a word, in lower case, is a form of "to be", "to get" or "to become". */
export const isToBe = (word: string | undefined) => TO_BE.has(word ?? '');
/** Whether a word, in lower case, is a preposition. */
export const isPreposition = (word: string | undefined) => PREPOSITIONS.has(word ?? '');
