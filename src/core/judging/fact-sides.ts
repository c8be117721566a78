// The sides of a dispute that each fact names, to tell what is said of the other side.
import type { Fact } from '../knowledge/schema.ts';
import { parseSentences } from '../text/parse-sentences.ts';
import type { Lexicon } from './lexicon.ts';
import { sidesIn } from './parties.ts';
import { readSentence } from './read-sentence.ts';

/** Which side a fact names does not depend on its figures. */
const NO_FIGURES = { quantities: [], dates: [] };

/**
 * Creates the function that tells whether a text names a side, but only one that a fact does not name. A fact is read
 * when it is first asked about.
 *
 * @param sideOfConcept the side of each concept that names a party
 */
export function createNamesOtherSide(
  lexicon: Lexicon,
  sideOfConcept: ReadonlyMap<string, string>,
): (sides: ReadonlySet<string>, fact: Fact) => boolean {
  const known = new Map<Fact, ReadonlySet<string>>();

  function sidesOf(fact: Fact): ReadonlySet<string> {
    const named = known.get(fact);
    if (named) return named;
    const sentences = parseSentences(`${fact.short}. ${fact.claim}`);
    const sides = sidesIn(
      sentences.map((tokens) => readSentence(tokens, lexicon, sideOfConcept, NO_FIGURES)),
    );
    known.set(fact, sides);
    return sides;
  }

  return (sides, fact) => {
    if (sides.size === 0) return false;
    const own = sidesOf(fact);
    return own.size > 0 && [...sides].every((side) => !own.has(side));
  };
}
