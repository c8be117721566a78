// Whether a text uses a word where a fact uses its antonym, a word that means the opposite whatever it is said of.
import type { Words } from '../knowledge/schema.ts';
import { hash } from '../text/hash.ts';
import { stem } from '../text/tokens.ts';
import type { FactWords } from './fact-words.ts';

/** How often a fact must use a word for it to be what the fact says. */
const MIN_USES = 4;
/** Up to this share of those uses, its opposite is not what the fact says. */
const MAX_SHARE = 0.1;

/**
 * Whether a text says a word whose opposite is what a fact says, and which none of the facts in question says.
 *
 * @param stems the stems of the words of the text
 * @param ids the facts in question
 */
export type SaysOpposite = (stems: ReadonlySet<string>, ids: Iterable<string>) => boolean;

/** Creates the check. */
export function createSaysOpposite(antonyms: Words['antonyms'], { uses }: FactWords): SaysOpposite {
  const oppositesOf = toOpposites(antonyms);
  return (stems, ids) => {
    const facts = [...ids];
    const mostUses = (word: string) => facts.reduce((most, id) => Math.max(most, uses(id, hash(word))), 0);
    for (const word of stems)
      for (const opposite of oppositesOf.get(word) ?? []) {
        if (stems.has(opposite)) continue;
        const said = mostUses(opposite);
        if (said >= MIN_USES && mostUses(word) <= MAX_SHARE * said) return true;
      }
    return false;
  };
}

/** The stems of the opposites of each word, by its own stem. */
function toOpposites(antonyms: Words['antonyms']): ReadonlyMap<string, ReadonlySet<string>> {
  const opposites = new Map<string, Set<string>>();
  for (const { one, other } of antonyms)
    for (const [words, others] of [
      [one, other],
      [other, one],
    ] as const)
      for (const word of words.map(stem))
        opposites.set(word, new Set([...(opposites.get(word) ?? []), ...others.map(stem)]));
  return opposites;
}
