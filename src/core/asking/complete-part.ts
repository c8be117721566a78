// Completes a part of a question that refers to something before it, or leaves something out: "and what did it cost?"
import { beginningOf } from '../text/beginning.ts';
import { parseSentences, type Token } from '../text/parse-sentences.ts';
import { isPlural } from '../text/plural.ts';

/** Words that refer to something named before, usually the subject of the previous part. */
const REFERRING =
  /\b(?:(?:it|they|them|he|him|his|she|her|its|their)\b|that one|this one|those|these|(?<=\b(?:is|was|are|were) )that(?=\W*$| of\b))\b/i;
/** An "it" that refers to nothing: "when was it that talks began". */
const EXPLETIVE = /\b(?:is|was) it (?:that|who|which)\b/i;
/** A "that" for which no noun can be put in, but which refers to something: "when was that set?" */
const BARE_THAT = /\bthat\W*$|(?:\b(?:is|was|are|were)|[’']s) that\b/i;

/** Whether a part refers to something named before it. */
export const refersBack = (part: string): boolean =>
  (REFERRING.test(part) || BARE_THAT.test(part)) && !EXPLETIVE.test(part);

const OF_SEVERAL = /^(?:they|them|their|these|those)$/i;
const OF_SOMEBODY = /^(?:his|her|its|their)$/i;

const ENDING = /[?!.\s]+$/;

/** A question about something that it names: "who is Keyser". */
const NAMED =
  /^\W*(?:who|what)(?:[’']?s| is| are| was| were)\s+([\p{L}\p{N}’'-]+(?:\s+[\p{L}\p{N}’'-]+){0,2})\W*$/iu;

/** The words that open a question, before what it asks about. */
const OPENING =
  /^\W*(?:and )?(?:(?:by|at|in|on|for|from|to|since|until) )?(?:who|whom|whose|what|when|where|why|how(?: many| much| long)?|which)\b(?: (?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b)?/i;

/** "By how much?", "by what margin?": such a part measures what the whole clause before it tells. */
const MEASURES = /^\W*(?:and )?by (?:how much|what [\p{L}-]+)\W*$/iu;
/** The clause of a question from its auxiliary verb on: "did prices rise" in "when did prices rise?" */
const ASKING_CLAUSE =
  /^\W*(?:(?:who|what|when|where|why|how|which) )?(?<auxiliary>do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b(?<rest>.*?)[?!.\s]*$/i;

/**
 * Makes a part of a question complete, so that it can stand alone.
 *
 * @param before the previous part, which names what this one refers to
 * @param withoutPeriod takes the words that name a period out of a text, since each part asks about its own period
 * @returns the part unchanged if it leaves nothing out
 */
export function completePart(part: string, before: string, withoutPeriod: (text: string) => string): string {
  const named = withoutPeriod(before);
  const referring = REFERRING.exec(part)?.[0];
  const isOfSeveral = referring !== undefined && OF_SEVERAL.test(referring);
  const phrase = nounPhrase(named) ?? NAMED.exec(named)?.[1] ?? (isOfSeveral ? barePlural(named) : undefined);
  if (phrase && referring !== undefined && !EXPLETIVE.test(part)) {
    // "They" may be anybody's members, but not "the vote".
    if (isOfSeveral && !isPlural(phrase.split(' ').at(-1)?.toLowerCase() ?? '')) return part;
    return part.replace(REFERRING, (word) => (OF_SOMEBODY.test(word) ? `${phrase}’s` : phrase));
  }
  const clause = MEASURES.test(part) ? ASKING_CLAUSE.exec(named)?.groups : undefined;
  if (clause) return `${part.replace(ENDING, '')} ${clause.auxiliary?.toLowerCase()}${clause.rest}?`;
  if (isAsking(withoutPeriod(part))) return part;
  const asked = withoutOpening(named);
  return `${part.replace(ENDING, '')} ${phrase ?? asked}?`;
}

/** Whether a part says what it asks about. "And why?" does not, nor does "how many in 2007?" without its period. */
const isAsking = (part: string): boolean => withoutOpening(part) !== '';

const withoutOpening = (question: string): string => question.replace(OPENING, '').replace(ENDING, '').trim();

const MAX_WORDS = 4;
const isNamePart = ({ pos }: Token) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos);
const isName = ({ pos }: Token) => pos === 'NOUN' || pos === 'PROPN';

/** The first noun phrase with a determiner in a question: "the last price rise". */
function nounPhrase(question: string): string | undefined {
  for (const tokens of parseSentences(beginningOf(question)))
    for (const [at, token] of tokens.entries()) {
      if (!/^(?:the|this|that|these|those|an?)$/.test(token.norm)) continue;
      const behind = tokens.slice(at + 1, at + 1 + MAX_WORDS);
      const end = behind.findIndex((next) => !isNamePart(next));
      const last = behind.slice(0, end < 0 ? undefined : end).findLastIndex(isName);
      if (last >= 0) return question.slice(token.start, (behind[last] as Token).end);
    }
  return undefined;
}

/** The noun in the plural that a question opens with, without a determiner: "talks" in "when do talks resume". */
function barePlural(question: string): string | undefined {
  const [first = ''] = withoutOpening(question).split(/\s/);
  return isPlural(first.toLowerCase()) ? first : undefined;
}
