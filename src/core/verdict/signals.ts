// What in a claim tells whether it says a fact as it is or otherwise: figures, sides, negations, and its very words.
import { readFigures } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import { holdAgainst } from '../premise.ts';
import { createFeatures } from '../ranker/features.ts';
import type { Fact } from '../schema.ts';
import { normalize, stem, tokenize } from '../tokens.ts';

/** Names of what stands in a claim, seen from one fact; each also counts for that fact alone. */
export type ReadSignals = (claim: string, fact: Fact) => string[];

/** Words after which, or before which, the party is named that is said to say so. */
const SAYING = /^(?:say|sai|sez|claim|insist|argu|accord|per|admit|deni|maintain|contend|alleg|figur|state|told|tell|reckon|estim|put)$/;
/** How many words may stand between the party and the word of saying. */
const SAYING_REACH = 3;

/** Makes the function that reads a claim's signals, from the knowledge's own words and parties. */
export function createSignals({ article, words }: Knowledge): ReadSignals {
  const read = createFeatures(words);
  const negations = phrasesOf(words.negations);
  const opposites = words.opposites.map(({ one, other }) => ({ one: phrasesOf(one), other: phrasesOf(other) }));
  const names = article.parties.flatMap(({ side, names }) => names.map((name) => ({ side, phrase: phrase(name) })));
  const sideOf = new Map(article.parties.map(({ id, side }) => [id, side]));
  const own = new Map<string, string>();

  return (claim, fact) => {
    const text = phrase(claim);
    let said = own.get(fact.id);
    if (said === undefined) own.set(fact.id, (said = phrase(`${fact.short} ${fact.claim}`)));
    const negative = count(text, negations) % 2;
    return [
      ...figureSignals(claim, fact),
      `negations ${negative}`,
      ...opposites.flatMap(({ one, other }, i) => {
        const side = sideIn(text, one, other);
        const factSide = sideIn(said, one, other);
        if (!side) return [];
        const turned = (side !== factSide) !== (negative === 1);
        return [`opposite ${i} ${side}`, `opposite ${i} ${side} ${negative}`, ...(factSide ? [`turned ${turned}`] : [])];
      }),
      ...partySignals(text, fact),
    ];
  };
}
