// Tells what a question asks for (who, when, where, how many ...), and whether a fact gives such a thing.
import type { Fact, Value } from '../knowledge/schema.ts';
import { normalize } from '../text/tokens.ts';

export type AskedFor = 'how long' | 'what share' | 'how many' | 'who' | 'when' | 'where' | 'why';

const PATTERNS: Readonly<Record<AskedFor, RegExp>> = {
  'how long': /\bhow (?:long|many (?:minutes|hours|days|weeks|months|years))\b/,
  'what share':
    /\b(?:what|which|how (?:big|large|high))(?:'?s| is| was)? (?:an? |the )?(?:exact )?(?:share|percent(?:age)?|per cent|proportion|fraction|%)|\bhow many percent\b/,
  'how many':
    /\bhow (?:many|much|high|low|big|far|fast|old|large|often)\b|\b(?:number|amount|price|cost) of\b|\bwhat (?:number|amount|price)\b/,
  who: /\bwho(?:m|se|'?s)?\b|\bwhich (?:person|man|woman|president|party|country|company|union)\b|\bwhat(?:'?s| is| was) the name\b/,
  when: /\bwh?en\b|\b(?:what|which) (?:day|date|year|month|time|week|hour)\b/,
  where: /\bwhere\b|\b(?:what|which) (?:place|city|country|state|town)\b/,
  why: /\bwhy\b|\bhow come\b|\bwhat (?:reasons?|made|caused|prompted|led)\b/,
};

const KINDS = Object.keys(PATTERNS) as AskedFor[];

/** All things that a question asks for. Empty for most questions with "what" or "how", and for yes/no questions. */
export function thingsAskedFor(question: string): AskedFor[] {
  const text = normalize(question);
  return KINDS.filter((kind) => PATTERNS[kind].test(text));
}

const YES_NO =
  /^\W*(?:(?:so|and|ok|but) )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/;

/** Whether a question begins like a yes/no question. */
export const isYesNo = (question: string): boolean => YES_NO.test(normalize(question));

const GIVES_REASON = /\b(?:because|since|reason|in order|so that|due to|to avoid|out of)\b/i;
const LENGTH = /hour|day|week|month|year|minute/;

/** Whether a fact gives a thing of this kind, by its values and its attribution. */
export function gives(fact: Fact, asked: AskedFor): boolean {
  const { values, saidBy, quotation, claim } = fact;
  const has = (...kinds: Value['kind'][]) => values.some(({ kind }) => kinds.includes(kind));
  const hasUnit = (fits: (unit: string) => boolean) =>
    values.some((value) => 'unit' in value && fits(value.unit));
  switch (asked) {
    case 'who':
      return has('party', 'name') || saidBy !== undefined || quotation !== undefined;
    case 'when':
      return has('date', 'time');
    case 'where':
      return has('place');
    case 'how many':
      return has('number', 'range');
    case 'how long':
      return hasUnit((unit) => LENGTH.test(unit)) || values.filter(({ kind }) => kind === 'date').length > 1;
    case 'what share':
      return hasUnit((unit) => unit === 'percent');
    case 'why':
      return has('reason', 'condition') || GIVES_REASON.test(claim);
  }
}
