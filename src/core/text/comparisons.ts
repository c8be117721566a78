// Recognises questions that set two things side by side.

const COMPARES =
  /\b(?:compared?|comparison|differ(?:s|ed|ence)?|versus|vs|side by side|as against|as opposed to|next to|beside|relative to)\b/i;
const MORE_THAN =
  /\b(?:more|less|fewer|larger|bigger|smaller|higher|lower|better|worse|stronger|weaker)\b.{1,60}\bthan\b|\bas \p{L}+ as\b/iu;

/** Whether a text says of something that it is more or less than something else, or just as much. */
export const saysMoreOrLess = (text: string): boolean => MORE_THAN.test(text);

/** Whether a question sets two things side by side: "how do the members compare with the seats?" */
export const comparesThings = (question: string): boolean =>
  COMPARES.test(question) || saysMoreOrLess(question);
