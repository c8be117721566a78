// Recognizes questions that compare two things.
import { beginningOf } from './beginning.ts';
import { parseSentences, type Token } from './parse-sentences.ts';

const COMPARES =
  /\b(?:compared?|comparison|differ(?:s|ed|ence)?|versus|vs|side by side|as against|as opposed to|next to|beside|relative to)\b/i;
const MORE_THAN =
  /\b(?:more|less|fewer|larger|bigger|smaller|higher|lower|better|worse|stronger|weaker)\b.{1,60}\bthan\b/i;
const AS_MUCH_AS = /\bas (?!well|soon|far|such|yet)\p{L}+ as\b/iu;

/** Matches "than" before a figure: "more than 90%" measures one thing, whereas "than 2007" and "than in May" compare two. */
const THAN_A_FIGURE =
  /\bthan\s+(?:(?:about|around|roughly|nearly|almost|just|some)\s+)?(?:[$€£]?(?!(?:19|20)\d\d\b)\d|half\b|(?:a|one|two|three|four|nine)[ -](?:half|thirds?|quarters?|fifths?|tenths?|dozen|hundred|thousand|million|billion|in)\b)/i;

/** Whether a text says that something is more or less than something else, or as much. */
export const saysMoreOrLess = (text: string): boolean => MORE_THAN.test(text) || AS_MUCH_AS.test(text);

const WHICH_OR = /\b(?:which|who)\b.*\bor\b/i;

/**
 * Whether a question asks which of two things is more, or whether they are alike: "which is larger, the one or the
 * other?"
 */
export const weighsTwo = (question: string): boolean =>
  AS_MUCH_AS.test(question) ||
  (WHICH_OR.test(question) && parseSentences(beginningOf(question)).flat().some(isComparative));

const NO_COMPARATIVES = new Set(
  'after, earlier, either, ever, former, however, later, neither, never, other, over, rather, together, whether'.split(
    ', ',
  ),
);
const isComparative = ({ pos, norm }: Token): boolean =>
  /^(?:more|less|better|worse|most|least|best|worst)$/.test(norm) ||
  (/^(?:ADJ|ADV)$/.test(pos) && /er$/.test(norm) && !NO_COMPARATIVES.has(norm));

/** Whether a question compares two things: "how do the members compare with the seats?" */
export const comparesThings = (question: string): boolean =>
  COMPARES.test(question) || (saysMoreOrLess(question) && !THAN_A_FIGURE.test(question));
