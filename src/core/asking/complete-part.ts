// Puts into a part of a question what it only refers to, or leaves out: "and what did it cost?"
import { parseSentences, type Token } from '../text/parse-sentences.ts';

/** What refers to something that was named before, as a rule the subject of the part before. */
const REFERRING =
  /\b(?:(?:it|they|them|he|him|his|she|her|its|their)\b|that one|this one|those|these|(?<=\b(?:is|was|are|were) )that(?=\W*$| of\b))\b/i;
/** In "when was it that talks began" it stands for nothing. */
const EXPLETIVE = /\b(?:is|was) it (?:that|who|which)\b/i;
const OF_SOMEBODY = /^(?:his|her|its|their)$/i;

const ENDING = /[?!.\s]+$/;

/** What is asked about by name: "who is Keyser". */
const NAMED =
  /^\W*(?:who|what)(?:[’']?s| is| are| was| were)\s+([\p{L}\p{N}’'-]+(?:\s+[\p{L}\p{N}’'-]+){0,2})\W*$/iu;

/** What a question asks with, before what it asks about. */
const OPENING =
  /^\W*(?:and )?(?:(?:by|at|in|on|for|from|to|since|until) )?(?:who|whom|whose|what|when|where|why|how(?: many| much| long)?|which)\b(?: (?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b)?/i;

/**
 * A part of a question that can stand alone.
 *
 * @param before the part before, which names what this one refers to
 * @param withoutPeriod takes the words that name a period out of a text, since each part asks of its own period
 * @returns the part itself if it leaves nothing out
 */
export function completePart(part: string, before: string, withoutPeriod: (text: string) => string): string {
  const named = withoutPeriod(before);
  const phrase = nounPhrase(named) ?? NAMED.exec(named)?.[1];
  if (phrase && REFERRING.test(part) && !EXPLETIVE.test(part))
    return part.replace(REFERRING, (word) => (OF_SOMEBODY.test(word) ? `${phrase}’s` : phrase));
  if (isAsking(withoutPeriod(part))) return part;
  const asked = withoutOpening(named);
  return `${part.replace(ENDING, '')} ${phrase ?? asked}?`;
}

/** "And why?" leaves out all that it asks about, and so does "how many in 2007?" without its period. */
const isAsking = (part: string): boolean => withoutOpening(part) !== '';

const withoutOpening = (question: string): string => question.replace(OPENING, '').replace(ENDING, '').trim();

const MOST_WORDS = 4;
const isNamePart = ({ pos }: Token) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos);
const isName = ({ pos }: Token) => pos === 'NOUN' || pos === 'PROPN';

/** What a question first names with a determiner: "the last price rise". */
function nounPhrase(question: string): string | undefined {
  for (const tokens of parseSentences(question))
    for (const [at, token] of tokens.entries()) {
      if (!/^(?:the|this|that|these|those|an?)$/.test(token.norm)) continue;
      const behind = tokens.slice(at + 1, at + 1 + MOST_WORDS);
      const end = behind.findIndex((next) => !isNamePart(next));
      const last = behind.slice(0, end < 0 ? undefined : end).findLastIndex(isName);
      if (last >= 0) return question.slice(token.start, (behind[last] as Token).end);
    }
  return undefined;
}
