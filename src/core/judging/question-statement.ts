// Tells what a question wants to be answered with, and turns a question into the statement that it asks about.

const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)';

const ASKS_OPEN = /\b(?:what|who|whom|whose|when|where|why|how|which)\b/i;

/** A yes/no question begins with a form of "be", "do", "have" or a modal. */
const ASKS_YES_NO = new RegExp(String.raw`^(?:${AUXILIARY}|ca|wo)(?:n[’']?t)?\b`, 'i');
/** "Did the UAW say yes?" ends with its answer's word, but asks for no agreement: that needs a comma. */
const ASKS_FOR_AGREEMENT =
  /(?:,\s*(?:yes|no|true|so)|,?\s+(?:right|correct|is that (?:right|true|so|correct)|huh|eh|yeah))\s*\?*\s*$/i;
/** "..., wasn't it?"; without an apostrophe or a comma too, as it is typed. */
const TAG = new RegExp(
  String.raw`(?:,\s*${AUXILIARY}(?:n[’']?t)?|\s(?:${AUXILIARY}|ca|wo)n[’']?t)\s+(?:it|they|he|she|there|that|we|you)\s*\?*\s*$`,
  'i',
);
const OPENERS =
  /^(?:(?:so|wait|hold on|hang on|and|but|ok|okay|hey|um|uh|well|oh|hm+|yo|lol|quick question|just to be clear|serious question|true or false)[,: ]+)+/i;
const IS_IT_SO = /^(?:is|isn[’']?t|was) (?:it|that) (?:true|right|correct|so|the case|a fact) (?:that )?/i;
const NEGATED_AUXILIARY = /^(is|are|was|were|do|does|did|has|have|had|could|would|should)n[’']?t\b/i;

/** "Is it over, yes or no?", "... or nah": asks for the word. */
const YES_OR_NO = /[,;:–—-]?\s*\b(?:yes or no|true or false|or (?:not|no|nah|nope|what))\s*\??\s*$/i;
/** "Rising or easing?"; "an hour or so" and "he or she" name no second thing. */
const ASKS_WHICH = /\bor\b(?! (?:so|more|her|she|fewer|less)\b)/i;
/** "Going by the union, have the owners ...?", "that podcast, was it ...?": what leads in, and the question behind a comma. */
const LEADS_IN = new RegExp(
  String.raw`^(?:(?!${ASKS_OPEN.source})[^,:?])+[,:]\s+(?=${AUXILIARY}(?:n[’']?t)?\s+\p{L})`,
  'iu',
);
/** "Since talks began in April, isn't it early?" takes for granted what stands first, and asks something else. */
const TAKES_FOR_GRANTED =
  /^(?:since|given(?: that)?|now that|seeing(?: that| as)?|considering|with)\b[^?]*,[^?]*\?/i;

/** What a question wants: a word, one of two things that it names, or something else. */
export type Asked = 'yes or no' | 'which of two' | 'open';

/** What a question wants to be answered with. */
export function askedFor(question: string): Asked {
  const text = asking(question);
  if (TAKES_FOR_GRANTED.test(text)) return 'open';
  const isYesNo =
    ASKS_YES_NO.test(text) || (!ASKS_OPEN.test(text) && (text.endsWith('?') || asksForAgreement(text)));
  if (!isYesNo) return 'open';
  return ASKS_WHICH.test(text) ? 'which of two' : 'yes or no';
}

/** A question without what leads in and what only asks for the word. */
const asking = (question: string): string => {
  const text = question.trim().replace(OPENERS, '');
  const behind = TAKES_FOR_GRANTED.test(text) ? text : text.replace(LEADS_IN, '');
  return YES_OR_NO.test(behind) ? `${behind.replace(YES_OR_NO, '')}?` : behind;
};

/** A question as the statement that it asks about: "didn't 90% say yes?" asks about "did 90% say yes". */
export const asStatement = (question: string): string => {
  const text = question.trim();
  const agreed = asksForAgreement(text) ? text.replace(TAG, '').replace(ASKS_FOR_AGREEMENT, '') : text;
  return agreed
    .replace(YES_OR_NO, '.')
    .replace(/\?+/g, '.')
    .replace(OPENERS, '')
    .replace(IS_IT_SO, '')
    .replace(NEGATED_AUXILIARY, '$1');
};

/** Whether a statement ends by asking for agreement; "what is it?" and "is it?" only seem to. */
function asksForAgreement(text: string): boolean {
  const stated = text.replace(OPENERS, '');
  if (ASKS_FOR_AGREEMENT.test(stated)) return true;
  return TAG.test(stated) && !ASKS_YES_NO.test(stated);
}

const HAPPENED = /^(?:has|have|had|did)(?:n[’']?t)?\b/i;

/** Whether a yes/no question is about what has happened: "have talks resumed?" */
export const asksWhetherItHappened = (question: string): boolean =>
  HAPPENED.test(question.trim().replace(OPENERS, ''));
