// Recognises a topic that is only named, without a question about it: "residuals", "health plan", "3%".

/** Maximum number of words in a name; longer ones say what they ask. */
const MAX_WORDS = 3;
/** Words that ask, act or refer to something: "how many", "did they", "and then". */
const ASKS =
  /\b(?:who\w*|what\w*|when|where|why|how|which|is|are|was|were|am|be|do|does|did|has|have|had|can|could|will|would|should|may|not?|yes|and|or|but|so|then|i|you|he|she|it|they|we|me|this|that)\b/i;
/** Words of politeness: "residuals please" names the same thing as "residuals". */
const POLITE = /^(?:please|pls|plz|thanks|thx)$/i;
/** Words that name nothing by themselves. */
const SMALL = /^(?:an?|the|of|to|in|on|at|for|from|with|by|about)$/i;

/**
 * Reads the bare name that a question consists of, without words of politeness.
 *
 * @returns undefined if a word asks, or if several words have a question mark
 */
export function keywordOf(question: string): string | undefined {
  const words = question.split(/\s+/).filter((word) => word !== '' && !POLITE.test(bare(word)));
  const name = words.join(' ');
  const isMarked = /[?!]/.test(name) && words.length > 1;
  const isName = words.length <= MAX_WORDS && words.some((word) => !SMALL.test(bare(word)));
  return isName && !isMarked && !ASKS.test(name) ? name : undefined;
}

const WHAT_IS = /^(?:what|who|when)(?:[’']?s| is| was| are| were) (?:the )?/i;

/**
 * Reads the bare name of the thing that a short question asks for: "deadline" in "what's the deadline?"
 *
 * @returns undefined for any other question
 */
export function thingAskedFor(question: string): string | undefined {
  const thing = question.replace(WHAT_IS, '').replace(/[?!.\s]+$/, '');
  return WHAT_IS.test(question) ? keywordOf(thing) : undefined;
}

const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');
