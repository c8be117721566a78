// Tells whether what an assertion names is denied, by how far its negators reach.
import { stem } from '../text/tokens.ts';
import { isPreposition, isToBe, words } from './function-words.ts';
import type { Mention } from './lexicon.ts';
import type { AssertionReading } from './read-assertion.ts';

/** The concept of "nobody" and its like. They stand for somebody and deny at the same time. */
const NOBODY = 'nobody';

/** Verbs that pass a denial on: whoever does not see something as a tactic denies that it is one. */
const HOLDS_FOR = new Set(
  'see regard consider view think believe take treat find feel seem appear look call deem'
    .split(' ')
    .map(stem),
);

/** Nouns that pass a denial on to what follows: "no call for panic", "no need". */
const HAS_NO = words(
  'call need reason cause grounds basis room sign hint trace evidence risk danger prospect',
);

/** Whether nothing in a sentence can deny any of it. */
export const deniesNothing = ({ reading }: AssertionReading): boolean =>
  reading.negators.length === 0 && !reading.isDeniedWhole && !reading.sayers.some(({ denies }) => denies);

/**
 * Whether the thing named at a place is denied. A noun behind a preposition is taken for granted ("no part of the
 * authorization"), unless a verb of the same statement is denied.
 *
 * @param at the tokens of the thing; `to` is the token after the last
 * @param related the other mentions that belong to the same statement
 * @returns "unclear" where a verb that belongs to none of them comes in between
 */
export function denialOf(
  one: AssertionReading,
  at: { from: number; to: number },
  related: readonly Mention[],
): 'no' | 'yes' | 'unclear' {
  if (deniesNothing(one)) return 'no';
  const { reading, assertion } = one;
  const { tokens, negators, mentions, sayers } = reading;
  const head = tokens[at.from];
  const isNoun = head !== undefined && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(head.pos);
  const isInPhrase = isNoun && isPreposition(wordBefore(one, at.from));
  let isUnclear = false;

  const deniesFromBefore = (n: number): boolean => {
    const between = tokens.slice(n + 1, at.from);
    const isPair = ['anything', 'far'].includes(tokens[n]?.norm ?? '');
    const isCut = between.some(
      ({ norm }, i) => [',', ';', ':'].includes(norm) || (norm === 'but' && !(isPair && i === 0)),
    );
    if (isCut) return false;
    const isNear =
      ['rather', 'instead', 'not'].includes(tokens[n]?.norm ?? '') &&
      at.from - n <= 4 &&
      !between.some(({ pos }) => pos === 'VERB');
    const leads =
      isPreposition(tokens[n]?.norm) && between.every(({ pos }) => /^(?:DET|ADJ|PRON|PART)$/.test(pos));
    const isOfNothing =
      tokens[n]?.norm === 'no' && HAS_NO.has(tokens[n + 1]?.norm ?? '') && isPreposition(tokens[n + 2]?.norm);
    if (isInPhrase && !isPair && !isNear && !leads && !(isOfNothing && between.length === 2)) {
      const verb = related.some(
        ({ from }) => from > n && from < at.from && /^(?:VERB|AUX)$/.test(tokens[from]?.pos ?? ''),
      );
      if (!verb) return false;
    }
    const verb = between.findIndex(({ pos, lemma }) => pos === 'VERB' && !HOLDS_FOR.has(lemma));
    const place = n + 1 + verb;
    if (isNoun && verb >= 0 && !related.some(({ from, to }) => from <= place && place < to)) isUnclear = true;
    return true;
  };
  const deniesFromBehind = (n: number): boolean => {
    const word = tokens[n]?.norm ?? '';
    if (['not', 'never', 'hardly', 'no'].includes(word) && isToBe(tokens[n - 1]?.norm) && at.to <= n - 1)
      return ['so', 'true', 'the', 'what', 'part'].includes(tokens[n + 1]?.norm ?? '');
    return ['nothing', 'none', 'neither', 'nobody', 'nowhere'].includes(word);
  };
  const count = negators.filter((n) => {
    if (n >= at.from && n < at.to) return false;
    // A negator inside a phrase belongs to that phrase, as in "no deal". But in "did not ask for more", where the
    // asking belongs to the statement, it denies that more is asked for.
    const owner = mentions.find(
      ({ from, to, concept }) => from <= n && n < to && to - from > 1 && concept !== NOBODY,
    );
    const isShared = owner && related.some(({ from, to }) => from > n && to <= owner.to);
    if (owner && !isShared && (owner.to <= at.from || owner.from >= at.to)) return false;
    if (n >= assertion.from && n < at.from) return deniesFromBefore(n);
    if (n >= at.to && n < assertion.to) return deniesFromBehind(n);
    if (assertion.hasVerb || n >= assertion.from) return false;
    return !tokens.slice(n + 1, assertion.from).some(({ norm }) => ['but', ';', ':'].includes(norm));
  }).length;
  if (isUnclear) return 'unclear';
  const isDeniedBySayer = sayers.some(
    ({ denies, spanFrom, spanTo }) =>
      denies && spanTo <= at.from && !(spanFrom <= at.from && at.from < spanTo),
  );
  const sum = count + (reading.isDeniedWhole ? 1 : 0) + (isDeniedBySayer ? 1 : 0);
  return sum % 2 === 1 ? 'yes' : 'no';
}

/** The word before a noun and its articles and adjectives. */
function wordBefore({ reading: { tokens, negators } }: AssertionReading, from: number): string {
  let at = from - 1;
  while (at >= 0 && /^(?:DET|ADJ|PRON|PART)$/.test(tokens[at]?.pos ?? '') && !negators.includes(at)) at -= 1;
  return tokens[at]?.norm ?? '';
}
