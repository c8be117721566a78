// Recognises a question that follows up on another one: "and in 2007?", "how about the turnout?"

const OPENS_FOLLOW_UP = /^(?:and|but|or|how about|what about|what of|same for)\b/i;
/** A longer question says what it asks about. */
const MAX_WORDS = 6;

/** Whether a question leaves out what it asks about, because an earlier question said it. */
export const isFollowUp = (question: string): boolean => {
  const text = question.trim();
  return OPENS_FOLLOW_UP.test(text) && text.split(/\s+/).length <= MAX_WORDS;
};
