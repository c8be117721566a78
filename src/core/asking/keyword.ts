// Recognises what is only named and not asked about: "residuals", "health plan", "3%".

/** Anything named in more words than this also says what it wants. */
const MOST_WORDS = 3;
/** Words that ask, act or point at something: "how many", "did they", "and then". */
const ASKS =
  /\b(?:who\w*|what\w*|when|where|why|how|which|is|are|was|were|am|be|do|does|did|has|have|had|can|could|will|would|should|may|not?|yes|and|or|but|so|then|i|you|he|she|it|they|we|me|this|that)\b/i;
/** "Residuals please" names no more than "residuals". */
const POLITE = /^(?:please|pls|plz|thanks|thx)$/i;
/** These alone name nothing. */
const SMALL = /^(?:an?|the|of|to|in|on|at|for|from|with|by|about)$/i;

/**
 * The bare name that a question consists of, without what is said out of politeness.
 * @returns undefined where a word asks, and for several words with a question mark
 */
export function keywordOf(question: string): string | undefined {
  const words = question.split(/\s+/).filter((word) => word !== '' && !POLITE.test(bare(word)));
  const name = words.join(' ');
  const isMarked = /[?!]/.test(name) && words.length > 1;
  const isName = words.length <= MOST_WORDS && words.some((word) => !SMALL.test(bare(word)));
  return isName && !isMarked && !ASKS.test(name) ? name : undefined;
}

const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');
