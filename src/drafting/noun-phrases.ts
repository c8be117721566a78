// Finds the noun phrase that begins or ends at a place in a sentence.
import type { Token } from '../core/text/parse-sentences.ts';

/** A stretch of tokens; `to` is the token after the last. */
export interface Phrase {
  from: number;
  to: number;
}

const PRONOUN = /^(?:he|she|they|it|we|who|i)$/;
const OWNERS = /^(?:his|her|its|their|our|my)$/;

/**
 * Finds the noun phrase, or the pronoun, whose last token is at a place.
 *
 * @returns undefined if none ends there
 */
export function phraseEndingAt(tokens: readonly Token[], last: number): Phrase | undefined {
  if (isPronoun(tokens[last])) return { from: last, to: last + 1 };
  if (!isNoun(tokens[last])) return undefined;
  let from = last;
  for (;;) {
    const before = tokens[from - 1];
    if (isDeterminer(tokens[from])) {
      // "The threat of a war" is one phrase: what precedes an article belongs to it only before an "of".
      if (before?.norm !== 'of' || !isNoun(tokens[from - 2])) break;
      from -= 2;
    } else if (joins(tokens, from - 1)) from -= 1;
    else break;
  }
  return { from, to: last + 1 };
}

/**
 * Finds the noun phrase, or the pronoun, whose first token is at a place.
 *
 * @returns undefined if none begins there
 */
export function phraseStartingAt(tokens: readonly Token[], first: number): Phrase | undefined {
  if (isPronoun(tokens[first])) return { from: first, to: first + 1 };
  if (!isDeterminer(tokens[first]) && !isInside(tokens[first])) return undefined;
  let end = isNoun(tokens[first]) ? first + 1 : 0;
  for (let at = first + 1; at < tokens.length; at += 1) {
    const isWhole = isDeterminer(tokens[at]) && tokens[at - 1]?.norm === 'of';
    if (!isWhole && !joins(tokens, at)) break;
    if (isNoun(tokens[at])) end = at + 1;
  }
  return end > first ? { from: first, to: end } : undefined;
}

/** Whether the token at a place can be in the same phrase as its neighbours. */
function joins(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !after) return false;
  if (isDeterminer(token) || isInside(token)) return true;
  if (isOwner(token)) return isNoun(before);
  // "Negotiating committee": the parser takes the first word for a verb, but it is part of the name.
  if (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.norm))
    return isNoun(after) && (isDeterminer(before) || isOwner(before) || before?.pos === 'ADJ');
  if (token.norm === 'of') return isNoun(before) && (isDeterminer(after) || isInside(after));
  if (token.norm === 'and' || token.norm === '&') return isName(before) && isName(after);
  return token.norm === '-' && before?.end === token.start && after.start === token.end;
}

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
const isInside = (token: Token | undefined): boolean =>
  isNoun(token) || token?.pos === 'ADJ' || token?.pos === 'NUM';
const isDeterminer = (token: Token | undefined): boolean =>
  token?.pos === 'DET' || OWNERS.test(token?.norm ?? '');
const isPronoun = (token: Token | undefined): boolean => PRONOUN.test(token?.norm ?? '');
const isOwner = (token: Token | undefined): boolean => /^['’]s?$/.test(token?.text ?? '');
const isName = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');
