// Tells the kind of thing that a question asks for: a person, a length of time, a number, a share or a reason.
import { normalize } from '../text/tokens.ts';

/** The order is that of the bits that the model keeps for each fact. */
export const QUESTION_KINDS = ['who', 'how long', 'how many', 'what share', 'why'] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What may precede a question word that asks. After any other word, "who" begins a relative clause. */
const BEFORE = String.raw`(?:^|[.,;:?!-]\s*|\b(?:and|so|but|or|then|ok|okay|yo|hey|wait|lol|by|of|for|to|from|with|on|me|know|says?|said|wonder|exactly)\s+)`;

const PATTERNS: Readonly<Record<QuestionKind, RegExp>> = {
  who: new RegExp(String.raw`${BEFORE}who(?:m|se|'?s)?\b`),
  'how long': /\bhow (?:long|many (?:minutes|hours|days|weeks|months|years))\b/,
  'how many': /\bhow many\b(?! (?:percent|points|minutes|hours|days|weeks|months|years))/,
  'what share':
    /\b(?:what|which|how (?:big|large|high))(?:'?s| is| was)? (?:an? |the )?(?:exact )?(?:share|percent(?:age)?|per cent|proportion|fraction|%)|\bhow many percent\b/,
  why: new RegExp(String.raw`${BEFORE}(?:why|how come|(?:for )?what reasons?)\b`),
};

/**
 * Tells the kind of thing that a question asks for, by the first phrase that shows it.
 *
 * @returns undefined for any other question, for instance with "what", "when", "where" or "how"
 */
export function kindOfQuestion(question: string): QuestionKind | undefined {
  const text = normalize(question);
  const found = QUESTION_KINDS.flatMap((kind) => {
    const at = text.search(PATTERNS[kind]);
    return at < 0 ? [] : { kind, at };
  });
  return found.sort((a, b) => a.at - b.at)[0]?.kind;
}
