// Recognises a topic that is only named, without a question about it: "residuals", "health plan", "3%".

/** Longer names say what they ask. */
const MOST_WORDS = 3;
/** Words that ask, act or refer to something: "how many", "did they", "and then". */
const ASKS =
  /\b(?:who\w*|what\w*|when|where|why|how|which|is|are|was|were|am|be|do|does|did|has|have|had|can|could|will|would|should|may|not?|yes|and|or|but|so|then|i|you|he|she|it|they|we|me|this|that)\b/i;

/** Whether a question is just a name: no word in it asks, and only a single word may have a question mark. */
export const isKeyword = (question: string): boolean => {
  const words = question.trim().split(/\s+/);
  const isMarked = /[?!]/.test(question) && words.length > 1;
  return words.length <= MOST_WORDS && !isMarked && !ASKS.test(question);
};
