// Reads a sentence for judging: what it names, who is quoted, what it denies, its figures, dates and assertions.
import type { ClockTime, DateSpan } from '../text/date-span.ts';
import { lowerBound } from '../text/lower-bound.ts';
import type { Token } from '../text/parse-sentences.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/read-quantities.ts';
import { type Assertion, cutAssertions } from './cut-assertions.ts';
import type { Lexicon, Mention } from './lexicon.ts';
import { isDeniedWhole, negatorsOf } from './negators.ts';
import { findParties, findSayers, type PartyMention, type Sayer } from './parties.ts';

/** A figure, and the tokens that it covers; `to` is the token after the last. */
export interface Placed<F> {
  figure: F;
  from: number;
  to: number;
}

export interface SentenceReading {
  tokens: readonly Token[];
  mentions: readonly Mention[];
  parties: readonly PartyMention[];
  sayers: readonly Sayer[];
  quantities: readonly Placed<Quantity>[];
  dates: readonly Placed<DateSpan | ClockTime>[];
  assertions: readonly Assertion[];
  /** The indexes of words that deny what follows them. */
  negators: readonly number[];
  /** The indexes of words that say nothing a fact could support, such as "mind you". */
  idle: ReadonlySet<number>;
  /** Whether the sentence as a whole is said to be false: "it is a myth that ...". */
  isDeniedWhole: boolean;
}

/** The figures and dates read in a text. */
export interface Figures {
  quantities: readonly Quantity[];
  dates: readonly (DateSpan | ClockTime)[];
}

/** "The past two years" is a length of time here, not a date. */
const LENGTH_OF_TIME =
  /^(?:the )?(?:past|last|next|previous|recent)\s+(?:couple of |few |\S+ )?(?:years|months|weeks|days|decades?|century)$/i;

const LENGTH_AGO = /^(.+ (?:days?|weeks?|months?|years?)) ago$/i;
const COMPARES_WITH: ReadonlySet<string> = new Set(['than', 'compared', 'versus', 'vs', 'from']);
/** Maximum number of tokens between such a word and a time to compare with: "less than they did two years ago". */
const COMPARED_REACH = 3;

/**
 * Reads a time to compare with as a length of time: "less than two years ago" tells over what time something changed.
 *
 * @returns undefined for any other date
 */
function lengthSince(
  tokens: readonly Token[],
  { figure, from, to }: Placed<DateSpan | ClockTime>,
): Placed<Quantity> | undefined {
  const length = LENGTH_AGO.exec(figure.text)?.[1];
  const isCompared = tokens
    .slice(Math.max(0, from - 1 - COMPARED_REACH), from)
    .some(({ norm }) => COMPARES_WITH.has(norm));
  const quantity = length && isCompared ? readQuantities(length)[0] : undefined;
  return quantity && { figure: quantity, from, to };
}

/** Concepts whose words can also hedge a figure: in "less than 3%", nothing is lowered. */
const HEDGING: ReadonlySet<string> = new Set([
  'more',
  'less',
  'dropped',
  'rose',
  'flat',
  'more-support',
  'less-support',
  'shorter',
  'longer',
  'cuts',
  'rising',
  'falling',
  'closer',
  'narrow',
  'near-unanimous',
  'yes',
  'no',
]);

/**
 * Reads one sentence.
 *
 * @param tokens the tokens of the sentence
 * @param sideOf the side of each concept that names a party
 * @param figures the figures of the whole text; those outside the sentence are left out
 */
export function readSentence(
  tokens: readonly Token[],
  lexicon: Lexicon,
  sideOf: ReadonlyMap<string, string>,
  figures: Figures,
): SentenceReading {
  const placed = placeIn(
    tokens,
    figures.dates.filter(({ text }) => !LENGTH_OF_TIME.test(text)),
  );
  const lengths = placed.flatMap((date) => lengthSince(tokens, date) ?? []);
  const dates = placed.filter(({ from }) => !lengths.some((length) => length.from === from));
  const quantities = [...placeIn(tokens, figures.quantities), ...lengths];
  const isHedge = ({ concept, from, to }: Mention) =>
    HEDGING.has(concept) &&
    quantities.some((one) => one.figure.hedge !== undefined && from >= one.from && to <= one.to);
  const mentions = lexicon(tokens).filter(
    (mention) => !isHedge(mention) && !isSetAgainst(tokens, mention, quantities),
  );
  const parties = findParties(tokens, mentions, sideOf);
  const { negators, idle } = negatorsOf(tokens, quantities);
  const isInside = (at: number, list: readonly { from: number; to: number }[]) =>
    list.some(({ from, to }) => at > from && at < to);
  const isWhole = (at: number) =>
    isInside(at, quantities) || isInside(at, dates) || isInside(at, mentions) || isBetween(tokens, at);
  return {
    tokens,
    mentions,
    parties,
    sayers: findSayers(tokens, parties),
    quantities,
    dates,
    assertions: cutAssertions(tokens, isWhole, (at) =>
      quantities.some(({ from, to }) => at >= from && at < to),
    ),
    negators,
    idle,
    isDeniedWhole: isDeniedWhole(tokens),
  };
}

/**
 * Whether a mention is an "against" that compares two figures, as in "96.3%, against 90% in 2007"; nobody opposes
 * anything there.
 */
const isSetAgainst = (
  tokens: readonly Token[],
  { from, to }: Mention,
  quantities: readonly { from: number; to: number }[],
): boolean =>
  to - from === 1 && tokens[from]?.norm === 'against' && quantities.some((figure) => figure.from === to);

/**
 * Whether an "and" joins the two halves of one thing: "between the union and the owners", "both owners and managers".
 */
function isBetween(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.norm !== 'and') return false;
  const before = tokens.slice(Math.max(0, at - 6), at);
  return (
    before.some(({ norm }) => norm === 'between' || norm === 'both') &&
    !before.some(({ pos }) => pos === 'VERB' || pos === 'PUNCT')
  );
}

function placeIn<F extends { start: number; end: number }>(
  tokens: readonly Token[],
  figures: readonly F[],
): Placed<F>[] {
  const first = tokens[0]?.start ?? 0;
  const last = tokens.at(-1)?.end ?? 0;
  return figures
    .filter(({ start, end }) => start >= first && end <= last)
    .map((figure) => {
      const first = (isBefore: (token: Token) => boolean) =>
        lowerBound(tokens.length, (at) => isBefore(tokens[at] as Token));
      return {
        figure,
        from: first(({ end }) => end <= figure.start),
        to: first(({ start }) => start < figure.end),
      };
    });
}
