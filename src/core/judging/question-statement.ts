// Tells what kind of answer a question wants, and turns a question into the statement that it asks about.
import { type Unframed, unframe } from './question-frames.ts';

const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)';

const ASKS_OPEN = /\b(?:what|who|whom|whose|when|where|why|how|which)\b/i;

/** A yes/no question begins with a form of "be", "do", "have" or a modal. */
const ASKS_YES_NO = new RegExp(String.raw`^(?:${AUXILIARY}|ca|wo)(?:n[’']?t)?\b`, 'i');
/** "Did the UAW say yes?" ends with "yes" but does not ask for agreement: that takes a comma. */
const ASKS_FOR_AGREEMENT =
  /(?:,\s*(?:yes|no|true|so)|,?\s+(?:right|correct|is that (?:right|true|so|correct)|huh|eh|yeah))\s*\?*\s*$/i;
/** "..., wasn't it?", also as people type it, without an apostrophe or a comma. */
const TAG = new RegExp(
  String.raw`(?:,\s*${AUXILIARY}(?:n[’']?t)?|\s(?:${AUXILIARY}|ca|wo)n[’']?t)\s+(?:it|they|he|she|there|that|we|you)\s*\?*\s*$`,
  'i',
);
const NEGATED_AUXILIARY = /^(is|are|was|were|do|does|did|has|have|had|could|would|should)n[’']?t\b/i;

/** "Is it over, yes or no?", "... or nah": asks for a yes or a no. */
const YES_OR_NO = /[,;:–—-]?\s*\b(?:yes or no|true or false|or (?:not|no|nah|nope|what))\s*\??\s*$/i;
/** "Rising or easing?" names two things; "an hour or so", "he or she" and ", or so they say," do not. */
const ASKS_WHICH =
  /\bor\b(?! (?:so|more|her|she|fewer|less|whatever|anything|something)\b)(?<!,\s*or(?=[^,?]*,))/i;
/**
 * "Going by the union, have the owners ...?", "that podcast, was it ...?": an introduction, a comma, and the
 * question.
 */
const LEADS_IN = new RegExp(
  String.raw`^(?:(?!${ASKS_OPEN.source})[^,:?])+[,:]\s+(?=${AUXILIARY}(?:n[’']?t)?\s+[\p{L}\p{Sc}\d])`,
  'iu',
);
/** "Since talks began in April, isn't it early?" takes its first part for granted and asks about something else. */
const TAKES_FOR_GRANTED =
  /^(?:since|given(?: that)?|now that|seeing(?: that| as)?|considering|with)\b[^?]*,[^?]*\?/i;

/** What a question wants: a yes or a no, one of two things that it names, or something else. */
export type Asked = 'yes or no' | 'which of two' | 'open';

/** Tells what kind of answer a question wants. */
export function askedFor(question: string): Asked {
  const { text, asksForTruth } = asking(question);
  if (TAKES_FOR_GRANTED.test(text)) return 'open';
  const isYesNo =
    asksForTruth ||
    ASKS_YES_NO.test(text) ||
    (!ASKS_OPEN.test(text) && (text.endsWith('?') || asksForAgreement(text)));
  if (!isYesNo) return 'open';
  return ASKS_WHICH.test(text) ? 'which of two' : 'yes or no';
}

/** A question without its frame, its introduction and a closing "yes or no?". */
const asking = (question: string): Unframed => {
  const { text, asksForTruth } = unframe(question);
  const behind = TAKES_FOR_GRANTED.test(text) ? text : text.replace(LEADS_IN, '');
  return { text: YES_OR_NO.test(behind) ? `${behind.replace(YES_OR_NO, '')}?` : behind, asksForTruth };
};

/** Turns a question into the statement that it asks about: "didn't 90% say yes?" becomes "did 90% say yes". */
export const asStatement = (question: string): string => {
  const { text } = unframe(question);
  const agreed = asksForAgreement(text) ? text.replace(TAG, '').replace(ASKS_FOR_AGREEMENT, '') : text;
  return agreed.replace(YES_OR_NO, '.').replace(/\?+/g, '.').replace(NEGATED_AUXILIARY, '$1');
};

/** Whether a statement ends by asking for agreement. "What is it?" and "is it?" only look that way. */
function asksForAgreement(text: string): boolean {
  return ASKS_FOR_AGREEMENT.test(text) || (TAG.test(text) && !ASKS_YES_NO.test(text));
}

const HAPPENED = /^(?:has|have|had|did)(?:n[’']?t)?\b/i;

/** Whether a yes/no question asks about what has happened: "have talks resumed?" */
export const asksWhetherItHappened = (question: string): boolean => HAPPENED.test(unframe(question).text);

/** "Why ...?", "how come ...?", "what made them ...?" */
const FOR_CAUSE =
  /\b(?:why(?:['’]?(?:s|d|re))?|how come|what(?:['’]?s| is| has| had)? (?:made|makes|led|drove|prompted|moved|caused|forced|got|explains|brought|persuaded|convinced|behind))\b/i;

/** Whether a question asks for the cause of something: then it takes for granted that it is so. */
export const asksForCause = (question: string): boolean => FOR_CAUSE.test(question);
