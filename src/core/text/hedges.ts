// How a number in a text is hedged: "more than", "give or take", "or so".
import { isDenial } from './denial.ts';
import { HEDGES_AFTER, HEDGES_BEFORE, type HedgeWord } from './hedge-words.ts';
import type { PlacedToken, Tokens } from './placed-tokens.ts';

interface Phrase {
  words: string[];
  hedge: HedgeWord;
}

/** Phrases by their last word (before a number) or first word (after it), longest first. */
const BEFORE = byWord(HEDGES_BEFORE, (words) => words.at(-1) ?? '');
const AFTER = byWord(HEDGES_AFTER, (words) => words[0] ?? '');

function byWord(phrases: typeof HEDGES_BEFORE, keyOf: (words: string[]) => string): Map<string, Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const [hedge, texts] of Object.entries(phrases) as [HedgeWord, readonly string[]][])
    for (const words of texts.map((text) => text.split(' ')))
      table.set(keyOf(words), [...(table.get(keyOf(words)) ?? []), { words, hedge }]);
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/**
 * Finds the hedge that ends right before a token.
 *
 * @returns the hedge and the index of its first token; undefined if there is none
 */
export function hedgeBefore(tokens: Tokens, at: number): { hedge: HedgeWord; from: number } | undefined {
  const found =
    phraseBefore(tokens, at) ?? (isDeterminer(tokens[at - 1]) ? phraseBefore(tokens, at - 1) : undefined);
  if (found?.hedge !== 'about') return found;
  // "more than about 60%" is more than 60%.
  const outer = phraseBefore(tokens, found.from);
  return outer && outer.hedge !== 'exactly' ? outer : found;
}

function phraseBefore(tokens: Tokens, at: number): { hedge: HedgeWord; from: number } | undefined {
  const phrases = BEFORE.get(tokens[at - 1]?.text ?? '') ?? [];
  const found = phrases.find(({ words }) =>
    words.every((word, i) => tokens[at - words.length + i]?.text === word),
  );
  if (!found) return undefined;
  const { words, hedge } = found;
  const from = at - words.length;
  // "didn't exceed 70%"
  if ((hedge === 'over' || hedge === 'under') && words[0] !== 'not' && isDenial(tokens, from - 1))
    return { hedge: hedge === 'over' ? 'at most' : 'at least', from: from - 1 };
  // "the past two years" are no more than two.
  const isSpan =
    words[0] === 'past' && /^(?:the|this|these|in|its|their|our)$/.test(tokens[from - 1]?.text ?? '');
  return isSpan ? undefined : { hedge, from };
}

/**
 * Finds the hedge that begins at a token, or after a comma or a hyphen there.
 *
 * @returns the hedge and the index of the token after it; undefined if there is none
 */
export function hedgeAfter(tokens: Tokens, at: number): { hedge: HedgeWord; next: number } | undefined {
  const joint = tokens[at];
  const from = joint?.text === ',' || (joint?.text === '-' && joint.glued) ? at + 1 : at;
  const phrases = AFTER.get(tokens[from]?.text ?? '') ?? [];
  const found = phrases.find(({ words }) => words.every((word, i) => tokens[from + i]?.text === word));
  if (!found) return undefined;
  const { words, hedge } = found;
  const next = from + words.length;
  // "6,310 orders, at least 50 of them by mail", "60 + 5": it belongs to the next number.
  const isOfNext = tokens[next]?.kind === 'digits' || (words[0] === 'at' && isDeterminer(tokens[next]));
  if (isOfNext && (words[0] === 'at' || words.length === 1)) return undefined;
  return { hedge, next: words[0] === 'give' ? skipDoubt(tokens, next) : next };
}

/** "give or take a few". */
function skipDoubt(tokens: Tokens, at: number): number {
  const isDoubt = /^(?:few|bit|little|couple|handful|hair)$/.test(tokens[at + 1]?.text ?? '');
  return tokens[at]?.text === 'a' && isDoubt ? at + 2 : at;
}

const isDeterminer = (token: PlacedToken | undefined): boolean =>
  /^(?:the|its|their|his|her|our|those|these)$/.test(token?.text ?? '');
