// Puts into a part of a question what it only refers to, or leaves out: "and what did it cost?"

/** What refers to something that was named before, as a rule the subject of the part before. */
const REFERRING = /\b(?:it|they|them|he|him|she|that one|this one|those|these)\b/i;

/** Words that end a noun phrase: question words, auxiliaries, prepositions, and the verbs that questions are made of. */
const NOT_IN_NOUN_PHRASE = [
  'who|what|when|where|why|how|which|and|or',
  'do|does|did|is|are|was|were|has|have|had|can|could|will|would|should',
  'of|in|on|for|to|by|with|at|from',
  'say|says|said|want|wants|ask|asks|mean|means|lose|lost|vote|voted|cost|last(?=\\W*$)',
].join('|');
/** A determiner and at most three words behind it. */
const NOUN_PHRASE = new RegExp(
  String.raw`\b(?:the|this|that|these|those|an?)\s+(?:(?!(?:${NOT_IN_NOUN_PHRASE})\b)[\p{L}\p{N}’'-]+\s*){1,3}`,
  'iu',
);

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
  const phrase = NOUN_PHRASE.exec(named)?.[0].trim() ?? NAMED.exec(named)?.[1];
  if (phrase && REFERRING.test(part)) return part.replace(REFERRING, phrase);
  if (isAsking(withoutPeriod(part))) return part;
  const asked = withoutOpening(named);
  return `${part.replace(ENDING, '')} ${phrase ?? asked}?`;
}

/** "And why?" leaves out all that it asks about, and so does "how many in 2007?" without its period. */
const isAsking = (part: string): boolean => withoutOpening(part) !== '';

const withoutOpening = (question: string): string => question.replace(OPENING, '').replace(ENDING, '').trim();
