// What in a claim tells whether it says a fact as it is or otherwise: figures, sides, negations, and its very words.
import { kindOf, readFigures } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import { createPeriods } from '../periods.ts';
import { holdAgainst } from '../premise.ts';
import type { Fact } from '../schema.ts';
import { normalize, stem, tokenize } from '../tokens.ts';

/** Reads the names of what stands in a claim, seen from the fact that it is about. */
export type ReadSignals = (claim: string, fact: Fact) => string[];

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
/** What members call the article when they say what stands in it. */
const ARTICLE = /\b(?:article|text|story|piece|paper|write-?up|la ?times|l\.a\. times)\b/;
const POSSESSIVE = /(\p{L}+)(?:'s|s')(?!\p{L})/gu;

/** Makes the function that reads a claim's signals, from the knowledge's own words and parties. */
export function createSignals(knowledge: Knowledge): ReadSignals {
  const { article, words, facts } = knowledge;
  const spellings = new Map(Object.entries(words.short));
  const stems = (text: string) =>
    tokenize(text)
      .flatMap((token) => spellings.get(token)?.split(' ') ?? token)
      .map(stem);
  const phrases = (list: readonly string[]) =>
    list.map((phrase) => ` ${tokenize(phrase).map(stem).join(' ')} `);
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
    article.parties.flatMap(({ side, names }) => names.map((name) => [stem(name), side] as const)),
  );
  const sideOf = new Map(article.parties.map(({ id, side }) => [id, side]));
  const periods = createPeriods(knowledge);
  /** Whether a claim speaks of the fact's period or of another one. */
  const periodSignals = (claim: string, fact: Fact): string[] => {
    const [named, ...more] = periods.namedIn(claim);
    if (!named) return [];
    if (more.length > 0) return ['periods several'];
    const period = periods.periodOf(fact);
    return [`period ${named === period ? 'same' : 'other'}`, `period ${named} of ${period}`];
  };
  const own = new Map(
    [...facts.values()].map((fact) => [fact.id, spaced(stems(`${fact.short} ${fact.claim}`))]),
  );

  /** The sides that a text names, in order, the side that acts, and the side that is said to say so. */
  function partySignals(claim: string, list: readonly string[], fact: Fact): string[] {
    const named = list.flatMap((word, at) => {
      const side = sideOfName.get(word);
      return side ? [{ side, at }] : [];
    });
    const sayers = sayersOf(list, named);
    const saidBy = new Set((fact.saidBy ?? []).map((id) => sideOf.get(id)));
    const owners = new Set([...claim.matchAll(POSSESSIVE)].map(([, name = '']) => stem(name)));
    const acting = named.filter((one) => !sayers.includes(one) && !owners.has(list[one.at] ?? ''));
    const agent = acting.find(({ at }) => list.slice(Math.max(0, at - 2), at).includes('by')) ?? acting[0];
    return [
      `sides ${[...new Set(named.map(({ side }) => side))].join(' ')}`,
      `agent ${agent?.side}`,
      ...(ARTICLE.test(claim) ? [`said by the article ${fact.status}`] : []),
      ...sayers.map(({ side }) => `said by ${side} ${saidBy.size === 0 ? 'stated' : saidBy.has(side)}`),
    ];
  }

  return (text, fact) => {
    const claim = normalize(text);
    const list = stems(claim);
    const spacedOut = spaced(list);
    const said = own.get(fact.id) ?? '';
    const unified = list.map((word) => canonical.get(word) ?? word);
    const negative = negations.filter((phrase) => spacedOut.includes(phrase)).length % 2;
    const turns = opposites.flatMap(({ one, other }, i) => {
      const side = sideIn(spacedOut, one, other);
      if (!side) return [];
      const factSide = sideIn(said, one, other) ?? (i === 0 ? directionOf(fact) : undefined);
      const turned = factSide && (side !== factSide) !== (negative === 1);
      return [`opposite ${i} ${side} ${negative}`, ...(factSide ? [`turned ${turned}`] : [])];
    });
    return [
      ...new Set([
        ...figureSignals(claim, fact),
        ...turns,
        ...partySignals(claim, list, fact),
        ...periodSignals(claim, fact),
        `negations ${negative}`,
        ...unified.map((word) => `word ${word}`),
        ...list.filter((word) => !said.includes(` ${word} `)).map((word) => `new ${word}`),
        ...list.map((word) => `word ${word}`),
        ...pairs(['^', ...list, '$']).map((pair) => `pair ${pair}`),
        ...pairs(unified).map((pair) => `pair ${pair}`),
      ]),
    ];
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
function figureSignals(claim: string, fact: Fact): string[] {
  const held = readFigures(claim).map((figure) => ({
    kind: kindOf(figure),
    agreement: holdAgainst(figure, fact),
  }));
  if (held.length === 0) return ['no figure'];
  const same = held.filter(({ agreement }) => agreement === 'same');
  const differs = held.some(
    ({ kind, agreement }) => agreement === 'other' && !same.some((one) => one.kind === kind),
  );
  return [
    `figure ${differs ? 'differs' : same.length > 0 ? 'same' : 'unrelated'}`,
    ...new Set(held.map(({ kind, agreement }) => `figure ${kind.split(' ')[0]} ${agreement}`)),
  ];
}

const spaced = (list: readonly string[]) => ` ${list.join(' ')} `;

function sideIn(text: string, one: readonly string[], other: readonly string[]): 'one' | 'other' | undefined {
  const has = (phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));
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
