// What people put around what they claim: "no doubt about it, ...", and ways to deny it, to wish for it or to mock it.
import { FALSE } from './negators.ts';

const anyOf = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})`, 'i');

const IS = "(?:[’']s|s| is| was| would be)";
const DO_NOT = "(?:do not|don[’']?t)";
const CAN_NOT = "(?:cannot|can not|can[’']?t)";

/** Words that only open a claim, or stress that it is so. */
const STRESSES = anyOf(
  '(?:well|so|yes|yep|yeah|oh|wow|lol|omg|btw|fyi|psa|look|listen|honestly|frankly|seriously|fact|trust me|believe me|mark my words|make no mistake|to be (?:clear|fair|honest)|for the record|as a matter of fact|the (?:fact|truth) is)(?:(?: about it)?[,:]| [—–-]) ',
  'the (?:fact|truth) is that ',
  "(?:there(?:[’']s| is|s) |i have )?no (?:doubt|question)(?: about (?:it|that))?(?:,| that)? ",
  "(?:there(?:[’']s| is|s) )?no (?:denying|disputing|getting around|escaping)(?: it[,:]| (?:the fact )?that) ",
  `(?:(?:it|that)${IS} )?(?:true|a fact|no lie|no joke|no secret|no coincidence|not a lie|plain|undeniable|indisputable|common knowledge)(?: enough)? that `,
  `it (?:${CAN_NOT}|could(?: not|n[’']?t)) be (?:denied|disputed|doubted) that `,
  '(?:nobody|no one|no-one) (?:(?:can|could|would|will) )?(?:denies|deny|disputes|dispute|doubts|doubt) (?:the fact )?that ',
  `(?:i |you )?(?:just )?${CAN_NOT} (?:believe|deny|dispute|forget) (?:the fact )?(?:that )?`,
  `(?:let[’']?s not|${DO_NOT}|never) forget[,:]? (?:that )?`,
  'believe it or not[,:]? ',
  "(?:you(?:[’']d| had)? )?better believe (?:it[,:] )?(?:that )?",
  'contrary to (?:popular belief|(?:all )?rumou?rs?|all appearances|what (?:you|people|some|many|most people)(?: (?:may|might|will|have|would))* (?:think|believe|heard?|read)),? (?!that)',
);

/** Plain ways to say that what follows is not so. */
const NEGATES = anyOf(
  `it${IS} ${FALSE}(?: to (?:say|claim|think|believe|suggest|state))? (?:that )?`,
  `there${IS} (?:no|zero|not a (?:shred|scrap) of) (?:truth (?:to|in) (?:it|(?:the|this|that) (?:claim|idea|rumou?r|story|report|notion))|evidence|proof|sign|indication)(?: whatsoever| at all)? that `,
  'it has never been (?:the case|true|so) that ',
  '(?:nobody|no one|no-one)(?: has| had)?(?: ever)? (?:says|said|claims|claimed)(?: that)? ',
);

/** Scornful ways to say so. */
const DENIES = anyOf(
  "(?:there(?:[’']s| is|s) )?no (?:way|chance)(?: in hell)? (?:that )?(?!(?:to|around|out|of|for|back|forward|in|through|left)\\b)",
  'like hell (?=\\w)',
  'nothing (?:could be|is) (?:further|farther) from the truth than (?:the (?:idea|claim) )?that ',
  'only (?:a|an) (?:fool|idiot|liar|moron) (?:would|could) (?:say|think|claim|believe) (?:that )?',
  "(?:you|they|he|she|somebody|someone|u)(?:[’']re| are|[’']s| is|re)?(?: just| simply)? (?:made|making|make|makes) (?:it )?up that ",
  '(?:stop|quit) (?:saying|claiming|pretending|telling (?:people|everyone)) (?:that )?',
  '(?:pull the other one|in your dreams)[,:;]? ',
);

/** The same at the end of a claim. */
const DENIED =
  /(?:(?<![\s,;:.?!—–-])[\s,;:.?!—–-]+(?:my (?:foot|ass|arse)|yeah,? (?:right|sure)|nope|as if|in your dreams|pull the other one|not true)|(?:[—–-] ?|[.?!…] )not)[\s.!…]*$/i;

/** Ways to mention what follows without saying that it is so: to doubt it, to wish for it, to mock it. */
const WITHHOLDS = anyOf(
  '(?:oh |yeah |sure |and |like )*(?:as if|if only)[,:]? ',
  '(?:oh,? )?(?:(?:yeah|sure),? )?(?:yeah,? right|yeah,? sure|no way|not a chance|like hell)[,:;.!—–-]+ ?',
  '(?:and )?who (?:says|said|told (?:you|u)|claims|thinks|believes)(?: that)? ',
  `(?:${DO_NOT}|you ${CAN_NOT}) (?:you )?(?:dare )?tell (?:me|us) (?:that )?`,
  `${DO_NOT} (?:you )?believe (?:anyone|anybody|people|those|whoever|them|him|her)[^,]{0,20}? (?:says?|tells?|claims?|telling|saying)(?: (?:you|u))?(?: that)? `,
  "(?:i|we)(?:[’']m| am| are)?(?: (?:really|seriously|kinda|still|highly|very much|just|very))* (?:doubt|doubtful|question|wish|hope|skeptical|sceptical|not convinced|not so sure)(?: (?:whether|if|that))? ",
  `(?:i|we)(?: (?:really|just|still))* (?:${DO_NOT}|refuse to) (?:buy|accept|believe)(?: (?:it|the claim|the idea|for a (?:second|minute|moment)))*,? (?:that )?`,
  `(?:it${IS} )?(?:hard|difficult|tough|impossible|doubtful|questionable|debatable|unlikely|dubious|far-fetched)(?: (?:to (?:believe|imagine)|whether|if))+(?: that)? `,
  "(?:suppose|supposing|what if|let[’']?s (?:say|pretend|imagine)|(?:imagine|pretend)(?: for a (?:second|minute|moment))? (?:that|if))(?: that)?,? ",
  'whoever (?:told (?:you|u)|said|says|claims|claimed)(?: that)? ',
);

/**
 * What a claim does with what it says: `asserts` it; `negates` or `denies` it, so that the opposite is claimed, plainly
 * or with scorn; or `withholds` whether it is so ("if only ...", "who says ...").
 */
export type Stance = 'asserts' | 'negates' | 'denies' | 'withholds';

/** Minimum of what is left of a claim without its frame: three words. */
const SAYS_SOMETHING = /(?<!\S)[^\s\p{L}\d]*[\p{L}\d]\S*\s+\S+\s+\S/u;

/** Takes off what is put around a claim. A text that consists of a frame only keeps it. */
export function takeOffFrame(claim: string): { text: string; stance: Stance } {
  let text = claim;
  const take = (frame: RegExp): boolean => {
    const rest = text.trim().replace(frame, '').trim();
    if (rest === text.trim() || !SAYS_SOMETHING.test(rest)) return false;
    text = rest;
    return true;
  };
  take(STRESSES);
  if (take(WITHHOLDS)) return { text, stance: 'withholds' };
  if (take(DENIES) || take(DENIED)) return { text, stance: 'denies' };
  return { stance: take(NEGATES) ? 'negates' : 'asserts', text };
}
