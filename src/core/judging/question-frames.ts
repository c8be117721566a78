// What people put around the statement that they ask about: "I heard that ...", "true or false: ...", "... is that so?".

/** A word or two that only open a message. */
const OPENERS =
  /^(?:(?:so|wait|hold on|hang on|and|but|ok|okay|hey|um|uh|well|oh|hm+|yo|lol|please|quick question|just to be clear|serious question)[,: ]+)+/i;

/** Ways to ask for the truth of what follows. */
const TRUE_OR_FALSE = String.raw`\b(?:true or false|fact or (?:fiction|myth)|myth or fact|yes or no|(?:fact|sanity|reality) ?check\w*|confirm)\b`;
/** The same before a colon, or alone: "True or false, class:", "Fact check:". */
const CALLS_FOR_TRUTH = new RegExp(
  String.raw`^(?:[^.:?!]{0,40}${TRUE_OR_FALSE}[^.:?!]{0,50}:|${TRUE_OR_FALSE}[^\p{L}\d]*)\s+`,
  'iu',
);
/** Introductions before a colon: "Quiz, item 4:", "My editor wants to know:". */
const ANNOUNCES =
  /^[^.:?!]{0,40}\b(?:quiz|check|questions?|query|wants? to know|need to know|wondering|curious|ask)\b[^.:?!]{0,30}:\s+/i;

const SOMEONE = '(?:you|u|ya|someone|somebody|anyone|anybody)';
/** Ways to ask for an answer, possibly after a clause: "can you tell me", "I wonder", "any idea". */
const ASKS_FOR_ANSWER = String.raw`(?:[^.?!:,]{0,60},\s+)?(?:${[
  `(?:can|could|would|will) ${SOMEONE}\\b[^.?!,:]{0,20}?\\b(?:confirm|tell|say|clarify|check|verify|clear up|explain|remind|shed (?:some |any )?light on)`,
  `(?:i|we)(?:['’]?m| am|['’]d| would| should| was| were|['’]ve)?(?: (?:just|only|also|really|still|been|have|be|like to|love to|want to|need to))* (?:wonder(?:ing|ed)?|asking|curious(?: to know)?|know|not sure|unsure|check|confirm)`,
  '(?:please |pls |kindly )?(?:confirm|tell|verify|check|remind|explain)',
  '(?:does|do) (?:anyone|anybody|you)(?: happen to)? know',
  'any idea|wondering|curious',
].join('|')})(?: (?:to |for )?(?:me|us|my \\w+|the class))?(?:,? (?:please|may i ask))?,? `;
/** "Can you confirm whether ...", "I wonder if ...". */
const WONDERS_WHETHER = new RegExp(`^${ASKS_FOR_ANSWER}(?:whether(?: or not)?|if|that) `, 'i');
/** "Could you explain why ...": the question stays an open one. */
const WONDERS_WHAT = new RegExp(
  `^${ASKS_FOR_ANSWER}(?=(?:what|who|whom|whose|when|where|why|how|which)\\b)`,
  'i',
);
/** The same without "whether" or "if": "Can u confirm talks pick up again". */
const ASKS_TO_CONFIRM = new RegExp(
  `^(?:(?:can|could|would|will) ${SOMEONE} )?(?:please |pls |kindly )?confirm:? `,
  'i',
);

/** People who are not a party in any article. */
const ACQUAINTANCE =
  '(?:friend|colleague|coworker|co-worker|boss|editor|teacher|professor|tutor|classmate|student|neighbou?r|roommate|flatmate|housemate|mate|buddy|pal|partner|husband|wife|girlfriend|boyfriend|mother|mom|mum|father|dad|parents|brother|sister|brother-in-law|sister-in-law|mother-in-law|father-in-law|uncle|aunt|cousin|nephew|niece|son|daughter|grandma|grandpa|kid|guy|dude|person|bloke|woman|man|caller|commenter|poster|user|tweet|post|thread|blog|website)s?';
const SAYS =
  '(?:keeps? (?:saying|insisting|claiming)|says?|said|claims?|claimed|insists?|insisted|swears?|swore|maintains?|maintained|reckons?|reckoned|thinks?|believes?|argues?|argued|is convinced|is adamant|tells me|told me)';
/** Hearsay: what somebody who is not a party in the article told the asker. */
const HEARSAY = new RegExp(
  `^(?:${[
    `(?:i|we)(?:['’]ve| have| had| was| were|['’]m| am)?(?: (?:just|also|once|always|keep|kept|been))* (?:heard?|hearing|read|reading|saw|seen|told|taught|gather|understand|thought|believe|assume)(?: it (?:said|claimed|reported)| people saying)?(?: (?:on|in|from|at) [^,.?!]{3,30}? that| somewhere| upthread| recently| today)?(?: that)?`,
    `(?:my|our|a|an|some|one|this|that|the) (?:[\\p{L}-]+ ){0,2}?${ACQUAINTANCE}(?: [\\p{L}-]+){0,4}?(?:, [^,.?!]{3,40},)? ${SAYS}(?: that)?`,
    `(?:somebody|someone|everybody|everyone|people|folks|ppl|caller)(?: (?:on|in|at|over|up|here|upthread)[^,.?!]{0,30}?)? ${SAYS}(?: that)?`,
    `(?:word|rumou?r|the word|talk) (?:is|has it|was)(?: that)?`,
    `it(?:['’]s| is| was)? (?:said|claimed|rumou?red)(?: that)?`,
  ].join('|')})[, ]\\s*`,
  'iu',
);
/** The same as an insertion: "the talks, I'm told, have been friendly". */
const HEARSAY_SET_IN =
  /, (?:i['’]?m told|i (?:hear|gather|read|understand)|so i hear|word has it|as i understand it),/i;

/** Ways to ask for the truth of what precedes: "..., right?", "... Is she right?", "... True?". */
const ASKS_FOR_TRUTH = new RegExp(
  String.raw`\s*[,;:.!–—-]{1,3}\s*(?:${[
    '(?:is|was|are|were) (?:that|this|it|he|she|they|that person|there|i|we|you|my \\w+)\\b[^,;:.?!]{0,16}?\\b(?:right|correct|true|so|the case|a fact|accurate|any truth (?:in|to) (?:it|that|this)|truth (?:in|to) (?:it|that|this)|anything (?:in|to) (?:it|that|this))(?: about (?:it|that|this)| for once| on this| here)?',
    'am i (?:right|correct)(?: (?:about|on|in) (?:it|that|this))?',
    '(?:do|did|have) i (?:have|get|got|understand) (?:it|that|this)(?: right| correctly)?',
    '(?:did|does|do|has|have|was|were|is|are) (?:it|they|he|she)(?: really| indeed)?',
    '(?:true|correct|really|fact|right|is it|seriously|for real)(?: or (?:not|false|fiction))?',
    '(?:can|could) (?:you|anyone|someone) confirm(?: (?:that|this|it))?',
  ].join('|')})\s*\?*\s*$`,
  'i',
);

/** Calls for an answer, which ask nothing by themselves: "do we know?", "anyone?" */
const CALL_FOR_ANSWER =
  '(?:(?:do|does) (?:we|you|u|they|any(?:one|body)|some(?:one|body)) (?:even |actually |happen to )?know?(?: that| yet)?|any(?:one|body)(?: here| else)?(?: knows?)?|any (?:idea|clue)s?|if (?:you|any(?:one|body)) knows?)';
/** The same behind a question: "how many came, do we know?" */
const CALLS_FOR_ANSWER = new RegExp(String.raw`\s*[,;:.?!–—-]{1,3}\s*${CALL_FOR_ANSWER}\s*\?*\s*$`, 'i');
const IS_CALL_FOR_ANSWER = new RegExp(String.raw`^(?:and |but )?${CALL_FOR_ANSWER}\W*$`, 'i');

/** Whether a text only calls for an answer to what precedes it. */
export const isCallForAnswer = (text: string): boolean => IS_CALL_FOR_ANSWER.test(text);

/** Ways to ask about the statement that follows: "is it true that", "does the article say that", "would it be fair to say". */
const ASKS_OF_IT =
  /^(?:(?:is|isn[’']?t|was|would|wouldn[’']?t) (?:it|that)(?: be)?(?: not)? (?:true|right|correct|so|the case|a fact|fair|accurate|safe)(?: to (?:say|think|claim|conclude))?(?: that)?|(?:would|could|can) (?:you|one|we) say(?: that)?|am i (?:right|correct)(?: in (?:thinking|saying)| to think)?(?: that)?|(?:do|did) i (?:understand|get)(?: it| this)?(?: right| rightly| correctly)?(?: that)?|(?:does|did) (?:the|this) (?:article|story|piece|report|paper|newspaper)(?: actually| really)? (?:say|state|report|mention|suggest|claim)(?: that)?) /i;

/** A question without its frame. */
export interface Unframed {
  text: string;
  /** Whether the frame asks for its truth, so that the answer is a yes or a no. */
  asksForTruth: boolean;
}

/** Removes the frame of a question. A text that consists of a frame only keeps it. */
export function unframe(question: string): Unframed {
  let text = question.trim().replace(OPENERS, '');
  let asksForTruth = false;
  const take = (frame: RegExp): boolean => {
    const rest = text.replace(frame, '').trim();
    if (rest === text || !/\p{L}{2}.*\s/u.test(rest)) return false;
    text = rest;
    return true;
  };
  const takeTruth = (frame: RegExp): void => {
    if (take(frame)) asksForTruth = true;
  };
  take(CALLS_FOR_ANSWER);
  take(WONDERS_WHAT);
  takeTruth(CALLS_FOR_TRUTH);
  take(ANNOUNCES);
  takeTruth(WONDERS_WHETHER);
  takeTruth(ASKS_TO_CONFIRM);
  takeTruth(ASKS_FOR_TRUTH);
  if (asksForTruth || /^[^.?!;]+\?$/.test(text)) {
    take(HEARSAY);
    take(HEARSAY_SET_IN);
  }
  takeTruth(ASKS_OF_IT);
  return { text, asksForTruth };
}
