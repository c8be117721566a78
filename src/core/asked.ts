// The kind of answer that a question asks for.
import type { AskedKind } from './answer.ts';
import { normalize } from './text/tokens.ts';

// In order: the first that stands in the question decides.
const KINDS: [RegExp, AskedKind][] = [
  [
    /\bwhat (?:share|percent|percentage|proportion|fraction)\b|\bwhat %|\bhow many (?:percent|%)|\bpercentage\b/,
    'what share',
  ],
  [/\bhow long\b|\bhow many (?:days|weeks|months|years)\b|\bduration\b/, 'how long'],
  [/\bhow much\b/, 'how much'],
  [/\bhow many\b|\bnumber of\b|\bhead ?count\b/, 'how many'],
  [
    /\bwhen\b|\bwhat (?:day|date|time|year|month|hour)\b|\bwhich (?:day|date|year|month|weekday)\b|\bdeadline\b/,
    'when',
  ],
  [/\bwhere\b/, 'where'],
  [/\bwho(?:se|m|s|'s)?\b/, 'who'],
  [/\bwhy\b|\bhow come\b|\bwhat (?:reason|caused)\b/, 'why'],
  [/\bhow\b/, 'how'],
];

/** The kind of answer asked for, or undefined where the words don't say. */
export function askedKind(question: string): AskedKind | undefined {
  const text = normalize(question);
  return KINDS.find(([pattern]) => pattern.test(text))?.[1];
}
