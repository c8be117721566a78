// The features that show whether a text contradicts a fact: evidence, negations, sides, opposites, and the words
// themselves.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { normalize, stem, tokenize } from '../text/tokens.ts';
import type { Finding } from './gather-evidence.ts';

/** Names the features of a text in relation to a fact that it may be about. */
export type ContradictionFeatures = (text: string, findings: readonly Finding[]) => (fact: Fact) => string[];

/** The feature of a text that denies what the fact says: exactly one of the two has a negation. */
export const DENIES = 'denied true';

/**
 * The stems of a text: as a set, which is much faster for single words, and as a string that keeps their order for
 * phrases.
 */
interface Stemmed {
  words: ReadonlySet<string>;
  /** The stems in order, with spaces between them and at both ends. */
  spaced: string;
}

/** What a fact itself says. */
interface Own {
  words: ReadonlySet<string>;
  sides: Sides;
  isNegative: boolean;
}

type Side = 'one' | 'other';

/** Which side of each pair of opposites a text is on, by the place of the pair. Pairs of which it names both are left out. */
type Sides = ReadonlyMap<number, Side>;

/** Creates the function that names features, with the words and parties of the knowledge. */
export function createContradictionFeatures({ words, article, facts }: Knowledge): ContradictionFeatures {
  const spellings = new Map(Object.entries(words.short));
  const stemsOf = (text: string) =>
    tokenize(text)
      .flatMap((token) => spellings.get(token)?.split(' ') ?? token)
      .map(stem);
  const phrases = (list: readonly string[]) => list.map((phrase) => toPhrase(tokenize(phrase).map(stem)));
  const canonical = new Map(
    words.same.flatMap(([first = '', ...more]) =>
      more.flatMap((word) =>
        /^[a-z]+$/.test(word) ? [[stem(word), stem(tokenize(first).join(' '))] as const] : [],
      ),
    ),
  );
  const negationsIn = createFindPhrases(phrases(words.negations).map((phrase) => [phrase, phrase]));
  const sidesIn = createSidesIn(
    words.opposites.map(({ one, other }) => ({ one: phrases(one), other: phrases(other) })),
  );
  const sideOf = new Map(article.parties.map(({ id, side }) => [id, side]));
  const ownPeriod = article.periods[0]?.id;
  const names = phrases(article.names);
  const isNegative = (text: Stemmed) => new Set(negationsIn(text)).size % 2 === 1;

  const seen = new Map<string, Own>();
  /** What a fact itself says, read on first use: there may be many facts that nobody asks about. */
  function ownOf({ id, short, claim }: Fact): Own {
    const known = seen.get(id);
    if (known && facts.has(id)) return known;
    const said = stemmed(stemsOf(`${short} ${claim}`));
    const own = { words: said.words, sides: sidesIn(said), isNegative: isNegative(stemmed(stemsOf(short))) };
    seen.set(id, own);
    return own;
  }

  return (text, findings) => {
    const list = stemsOf(normalize(text));
    const whole = stemmed(list);
    const unified = list.map((word) => canonical.get(word) ?? word);
    const negative = isNegative(whole);
    const saysArticle = names.some((name) => holds(whole, name));
    const sided = [...sidesIn(whole)];
    const evidence = findings.flatMap((finding) => finding.evidence);
    const readings = [...new Set(findings.map(({ one }) => one.reading))];
    const sides = [...new Set(readings.flatMap(({ parties }) => parties.map(({ side }) => side)))];
    const sayers = readings.flatMap((reading) => reading.sayers);
    const periods = [...new Set(findings.flatMap(({ one }) => one.period ?? []))];
    const loose = findings.reduce((sum, { looseNegators }) => sum + looseNegators, 0);
    const negators = readings.reduce((sum, reading) => sum + reading.negators.length, 0);
    const general = [
      `sides ${sides.join(' ')}`,
      `negative ${negative}`,
      `loose ${Math.min(2, loose)}`,
      `negators ${Math.min(3, negators)}`,
      `denied whole ${readings.some(({ isDeniedWhole }) => isDeniedWhole)}`,
      ...[...unified, ...list].map((word) => `word ${word}`),
      ...[...pairs(['^', ...list, '$']), ...pairs(unified)].map((pair) => `pair ${pair}`),
    ];
    return (fact) => {
      const own = ownOf(fact);
      const saidBy = new Set((fact.saidBy ?? []).map((id) => sideOf.get(id)));
      const mine = evidence.filter((item) => item.fact?.id === fact.id);
      const turns = sided.flatMap(([i, side]) => {
        const factSide = own.sides.get(i) ?? (i === 0 ? directionOf(fact) : undefined);
        const turned = factSide && (side !== factSide) !== negative;
        return [`opposite ${i} ${side} ${negative}`, ...(factSide ? [`turned ${turned}`] : [])];
      });
      return [
        ...new Set([
          ...turns,
          ...(saysArticle ? [`said by the article ${fact.status}`] : []),
          ...sayers.map(({ side }) => `said by ${side} ${saidBy.size === 0 ? 'stated' : saidBy.has(side)}`),
          ...periods.map((period) => `period ${period === (fact.period ?? ownPeriod) ? 'same' : 'other'}`),
          `denied ${negative !== own.isNegative}`,
          ...mine.map(({ rule }) => `evidence ${rule}`),
          ...evidence.filter((item) => item.fact?.id !== fact.id).map(({ rule }) => `elsewhere ${rule}`),
          `evidence ${mine.length > 0 ? 'some' : 'none'}`,
          ...list.filter((word) => !own.words.has(word)).map((word) => `new ${word}`),
          ...general,
        ]),
      ];
    };
  };
}

const stemmed = (list: readonly string[]): Stemmed => ({
  words: new Set(list),
  spaced: ` ${list.join(' ')} `,
});

/**
 * The stems of a phrase as `holds` expects them: one stem as it is, several with spaces between them and at both
 * ends.
 */
const toPhrase = ([first = '', ...more]: readonly string[]) =>
  more.length > 0 ? ` ${[first, ...more].join(' ')} ` : first;

const holds = ({ words, spaced }: Stemmed, phrase: string) =>
  phrase.startsWith(' ') ? spaced.includes(phrase) : words.has(phrase);

/**
 * Creates the function that finds what phrases stand for in a text. It looks at the words of the text instead of all
 * phrases, of which there are hundreds.
 *
 * @param phrases each phrase, with what it stands for
 */
function createFindPhrases<T>(phrases: readonly (readonly [string, T])[]): (text: Stemmed) => T[] {
  const byFirst = new Map<string, [phrase: string, meaning: T][]>();
  for (const [phrase, meaning] of phrases) {
    const first = phrase.trim().split(' ')[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), [phrase, meaning]]);
  }
  return (text) => {
    const found: T[] = [];
    for (const word of text.words)
      for (const [phrase, meaning] of byFirst.get(word) ?? []) if (holds(text, phrase)) found.push(meaning);
    return found;
  };
}

/** Creates the function that finds the sides that a text is on. */
function createSidesIn(
  opposites: readonly { one: readonly string[]; other: readonly string[] }[],
): (text: Stemmed) => Sides {
  const find = createFindPhrases(
    opposites.flatMap(({ one, other }, pair) => [
      ...one.map((phrase) => [phrase, { pair, side: 'one' as Side }] as const),
      ...other.map((phrase) => [phrase, { pair, side: 'other' as Side }] as const),
    ]),
  );
  return (text) => {
    const sides = new Map<number, Side>();
    const both = new Set<number>();
    for (const { pair, side } of find(text)) {
      if ((sides.get(pair) ?? side) !== side) both.add(pair);
      sides.set(pair, side);
    }
    for (const pair of both) sides.delete(pair);
    return sides;
  };
}

/** Which side of the first pair of opposites, up and down, the direction of a fact is on. */
function directionOf({ values }: Fact): Side | undefined {
  const direction = values.flatMap((value) => (value.kind === 'direction' ? value.direction : []))[0];
  if (direction === 'up') return 'one';
  return direction === 'down' ? 'other' : undefined;
}

const pairs = (list: readonly string[]) => list.slice(1).map((right, i) => `${list[i]} ${right}`);
