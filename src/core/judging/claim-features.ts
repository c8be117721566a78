// What in a text tells whether it has a fact as it is or otherwise: figures, sides, negations, and its very words.

import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { createPeriods } from '../ranking/periods.ts';
import type { Figure } from '../text/figure.ts';
import { readFigures } from '../text/figures.ts';
import { normalize, stem, tokenize } from '../text/tokens.ts';
import { compareFigure, compareFigures } from './compare-figures.ts';

/** Reads a claim; what comes back names what stands in it, seen from a fact that it may be about. */
export type ReadSignals = (claim: string) => (fact: Fact) => string[];

/** The signal whether a text denies what the fact says: it has a negation and the fact none, or the reverse. */
const DENIED = 'denied';
export const DENIES = `${DENIED} true`;

/** Stems of words beside which the party is named that is said to say so. */
const SAYING = new Set(
  'say says said sez claim insist argue according per admit deny maintain contend allege figure announce report told tell estimate'
    .split(' ')
    .map(stem),
);
/** How many words may stand between the party and the word of saying. */
const SAYING_REACH = 3;
/** Those that stand before the party in any case. */
const LEADING = new Set(['according', 'per'].map(stem));
const POSSESSIVE = /(?<!\p{L})(\p{L}{1,32}?)(?:'s|s')(?!\p{L})/gu;

/** Makes the function that reads a claim's signals, from the knowledge's own words and parties. */
export function createSignals(knowledge: Knowledge): ReadSignals {
  const { words } = knowledge;
  const { parties } = knowledge.article;
  const spellings = new Map(Object.entries(words.short));
  const stems = (text: string) =>
    tokenize(text)
      .flatMap((token) => spellings.get(token)?.split(' ') ?? token)
      .map(stem);
  const phrases = (list: readonly string[]) => list.map((phrase) => tokenize(phrase).map(stem).join(' '));
  const canonical = new Map(
    words.same.flatMap(([first = '', ...more]) =>
      more.flatMap((word) =>
        /^[a-z]+$/.test(word) ? [[stem(word), stem(tokenize(first).join(' '))] as const] : [],
      ),
    ),
  );
  const negations = phrases(words.negations);
  const opposites = words.opposites.map(({ one, other }) => ({ one: phrases(one), other: phrases(other) }));
  const sideOfName = new Map(
    parties.flatMap(({ side, names }) => names.map((name) => [stem(name), side] as const)),
  );
  const sideOf = new Map(parties.map(({ id, side }) => [id, side]));
  const periods = createPeriods(knowledge);
  const article = phrases(knowledge.article.names);
  /** Whether the periods that a claim names are the fact's or another one. */
  const periodSignals = ([named, ...more]: readonly string[], fact: Fact): string[] => {
    if (!named) return [];
    if (more.length > 0) return ['periods several'];
    const period = periods.periodOf(fact);
    return [`period ${named === period ? 'same' : 'other'}`, `period ${named} of ${period}`];
  };
  const seen = new Map<Fact, ReturnType<typeof readFact>>();
  /** What a fact itself says, read when it is first asked for: there may be far more facts than are asked about. */
  function ownOf(fact: Fact): ReturnType<typeof readFact> {
    const own = seen.get(fact) ?? readFact(fact);
    seen.set(fact, own);
    return own;
  }
  const readFact = ({ short, claim }: Fact) => ({
    said: stemmed(stems(`${short} ${claim}`)),
    parties: readParties(normalize(claim)),
    negative: isNegative(stemmed(stems(short))),
  });

  const isNegative = (text: Stemmed) => negations.filter((phrase) => holds(text, phrase)).length % 2 === 1;

  /** The sides that a text names, in order, the side that acts, and those that are said to say so. */
  function readParties(claim: string, list: readonly string[] = stems(claim)) {
    const named = list.flatMap((word, at) => {
      const side = sideOfName.get(word);
      return side ? [{ side, at }] : [];
    });
    const sayers = sayersOf(list, named);
    const owners = new Set([...claim.matchAll(POSSESSIVE)].map(([, name = '']) => stem(name)));
    const acting = named.filter((one) => !sayers.includes(one) && !owners.has(list[one.at] ?? ''));
    const agent = acting.find(({ at }) => list.slice(Math.max(0, at - 2), at).includes('by')) ?? acting[0];
    return { sides: [...new Set(named.map(({ side }) => side))], agent: agent?.side, sayers };
  }

  /** Whether the sides that a claim names, and the one that acts, are those of the fact. */
  function sideSignals({ sides, agent }: ReturnType<typeof readParties>, fact: Fact): string[] {
    const its = ownOf(fact).parties;
    return [
      `sides ${sides.join(' ')}`,
      `agent ${agent}`,
      ...(sides.length > 0 ? [`sides own ${sides.every((side) => its.sides.includes(side))}`] : []),
      ...(agent && its.agent ? [`agent own ${agent === its.agent}`] : []),
    ];
  }

  function saidBySignals(sayers: readonly Named[], { saidBy = [] }: Fact): string[] {
    const sides = new Set(saidBy.map((id) => sideOf.get(id)));
    return sayers.map(({ side }) => `said by ${side} ${sides.size === 0 ? 'stated' : sides.has(side)}`);
  }

  return (text) => {
    const claim = normalize(text);
    const list = stems(claim);
    const whole = stemmed(list);
    const unified = list.map((word) => canonical.get(word) ?? word);
    const negative = isNegative(whole);
    const figures = readFigures(text);
    const named = periods.namedIn(claim);
    const actors = readParties(claim, list);
    const saysArticle = article.some((name) => holds(whole, name));
    const sided = opposites.flatMap(({ one, other }, i) => {
      const side = sideIn(whole, one, other);
      return side ? [{ one, other, i, side }] : [];
    });
    const words = [
      ...[...unified, ...list].map((word) => `word ${word}`),
      ...[...pairs(['^', ...list, '$']), ...pairs(unified)].map((pair) => `pair ${pair}`),
    ];
    return (fact) => {
      const { said, negative: factIsNegative } = ownOf(fact);
      const turns = sided.flatMap(({ one, other, i, side }) => {
        const factSide = sideIn(said, one, other) ?? (i === 0 ? directionOf(fact) : undefined);
        const turned = factSide && (side !== factSide) !== negative;
        return [`opposite ${i} ${side} ${negative}`, ...(factSide ? [`turned ${turned}`] : [])];
      });
      return [
        ...new Set([
          ...figureSignals(figures, fact),
          ...turns,
          ...sideSignals(actors, fact),
          ...(saysArticle ? [`said by the article ${fact.status}`] : []),
          ...saidBySignals(actors.sayers, fact),
          ...periodSignals(named, fact),
          `negative ${negative}`,
          `${DENIED} ${negative !== factIsNegative}`,
          ...list.filter((word) => !said.words.has(word)).map((word) => `new ${word}`),
          ...words,
        ]),
      ];
    };
  };
}

interface Named {
  side: string;
  /** Its place among the words. */
  at: number;
}

/** Who says it stands before the word of saying, or else behind it: "the guild says", "according to the guild". */
const sayersOf = (list: readonly string[], named: readonly Named[]): Named[] =>
  list.flatMap((word, at) => {
    if (!SAYING.has(word)) return [];
    const before = named.findLast((one) => one.at < at && at - one.at <= SAYING_REACH);
    const behind = named.find((one) => one.at > at && one.at - at <= SAYING_REACH);
    return (LEADING.has(word) ? behind : (before ?? behind)) ?? [];
  });

/** How the claim's figures stand to the fact's: the same, others, or of no kind that it has. */
function figureSignals(figures: readonly Figure[], fact: Fact): string[] {
  if (figures.length === 0) return ['no figure'];
  const { same, other } = compareFigures(figures, fact);
  return [
    `figure ${other.length > 0 ? 'differs' : same.length > 0 ? 'same' : 'unrelated'}`,
    ...new Set(figures.map((figure) => `figure ${figure.kind} ${compareFigure(figure, fact)}`)),
  ];
}

/** A text's stems: as a set, in which single words are found far sooner, and in their order for phrases. */
interface Stemmed {
  words: ReadonlySet<string>;
  /** Spaces between all of them and at both ends. */
  spaced: string;
}

const stemmed = (list: readonly string[]): Stemmed => ({
  words: new Set(list),
  spaced: ` ${list.join(' ')} `,
});

const holds = ({ words, spaced }: Stemmed, phrase: string) =>
  phrase.includes(' ') ? spaced.includes(` ${phrase} `) : words.has(phrase);

function sideIn(
  text: Stemmed,
  one: readonly string[],
  other: readonly string[],
): 'one' | 'other' | undefined {
  const has = (phrases: readonly string[]) => phrases.some((phrase) => holds(text, phrase));
  if (has(one) === has(other)) return undefined;
  return has(one) ? 'one' : 'other';
}

/** The side of the first opposites, which are up and down, that a fact's own direction is. */
function directionOf({ values }: Fact): 'one' | 'other' | undefined {
  const direction = values.flatMap((value) => (value.kind === 'direction' ? value.direction : []))[0];
  if (direction === 'up') return 'one';
  return direction === 'down' ? 'other' : undefined;
}

const pairs = (list: readonly string[]) => list.slice(1).map((right, i) => `${list[i]} ${right}`);
