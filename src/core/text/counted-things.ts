// What a number counts ("6,310 valid tickets"), and the group that a share is of ("96% of the eligible members").
import { skipHyphen } from './cardinal.ts';
import type { Tokens } from './placed-tokens.ts';
import { isPlural } from './plural.ts';

export interface ThingReading {
  text: string;
  /** The index of the token after it. */
  next: number;
}

/** Maximum number of words before the head of a noun phrase: "eligible paying union members" has three. */
const MAX_BEFORE_HEAD = 4;
const DETERMINERS = words('the a an all its their our your his her this that some any nearly almost about');
/** Words that end a noun phrase: function words, and verbs that follow what is counted. */
const STOPS = words(
  [
    'of who that which whose in on at to from by for with without into over under about after before since until during and',
    'or but nor so if as than because while when where is are was were be been being am has have had do does did will would',
    'can could should may might must not never no yes said say says voted vote cast backed supported support favored opposed',
    'agreed rejected approved came come went go goes got get put gave give took take made make want wants wanted lasted last',
    'walked struck stopped left it they we he she you i them him us there here now then ago also just only even still too',
    'more less fewer each apiece per strong old long total altogether overall',
  ].join(' '),
);
/** Groups whose names are singular. */
const COLLECTIVES = words(
  'membership electorate vote guild union turnout total whole group body staff public industry company town',
);
/** Words that may follow the head and belong to it: "those who answered", "members eligible to answer". */
const RELATIVE = words('who that');
const PARTICIPLES = words('voting casting eligible surveyed polled participating');
const OBJECTS = words('ballots votes ballot vote');

/**
 * Reads the noun that a number counts.
 *
 * @param at the index of the token after the number
 */
export function readNoun(tokens: Tokens, at: number): ThingReading | undefined {
  // "the 13,000-member union"
  const joined = skipHyphen(tokens, at);
  const compound = tokens[joined];
  if (joined > at && compound?.kind === 'word' && compound.text !== 'strong')
    return { text: compound.text, next: joined + 1 };
  const head = readHead(tokens, at);
  return head && { text: textOf(tokens, head.from, head.next), next: head.next };
}

/**
 * Reads the group or thing that a share is of.
 *
 * @param at the index of the token after the share
 * @returns the words without "of" and articles: "eligible members", "those who answered"
 */
export function readWhole(tokens: Tokens, at: number): ThingReading | undefined {
  const isOf = tokens[at]?.text === 'of';
  let begin = isOf ? at + 1 : at;
  const hasDeterminer = DETERMINERS.has(tokens[begin]?.text ?? '');
  const last = begin + MAX_BEFORE_HEAD;
  while (begin < last && DETERMINERS.has(tokens[begin]?.text ?? '')) begin++;
  // A number within is read on its own: "20% of the 6,310 stations".
  if (tokens[begin]?.kind === 'digits') begin++;
  const pronoun = tokens[begin]?.text ?? '';
  let next: number;
  if (/^(?:those|them|these|us|ones|which|whom|it)$/.test(pronoun) && isOf) next = begin + 1;
  else {
    const head = readHead(tokens, begin);
    if (!head && !isOf && !hasDeterminer) return undefined;
    next = head?.next ?? (isOf && tokens[begin]?.kind === 'word' && !STOPS.has(pronoun) ? begin + 1 : begin);
  }
  if (next === begin) return undefined;
  next = readClause(tokens, next);
  return { text: textOf(tokens, begin, next), next };
}

/** Reads the group that "everyone" or "no one" refers to: "of the members", "people who answered". */
export function readMembers(tokens: Tokens, at: number, noun: string): ThingReading | undefined {
  if (tokens[at]?.text === 'of') return readWhole(tokens, at);
  const next = readClause(tokens, at);
  return next > at ? { text: `${noun} ${textOf(tokens, at, next)}`, next } : undefined;
}

/** The words up to the first plural or collective noun. */
function readHead(tokens: Tokens, at: number): { from: number; next: number } | undefined {
  let from = at;
  for (let i = at, count = 0; count <= MAX_BEFORE_HEAD; count++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || (STOPS.has(token.text) && !isCompoundVote(tokens, i))) break;
    const joined = skipHyphen(tokens, i + 1);
    if (joined === i + 1) {
      const isOwner = tokens[i + 1]?.text === "'s";
      if (!isOwner && (isPlural(token.text) || COLLECTIVES.has(token.text))) {
        // "union members", "member states": the last plural of a row is the head.
        const more = tokens[i + 1];
        const isLonger = more?.kind === 'word' && isPlural(more.text) && !STOPS.has(more.text);
        if (!isLonger) return { from, next: i + 1 };
      }
      // "the union's members", "yes votes"
      if (!isCompoundVote(tokens, i) && !isOwner && token.text !== "'s") from = i + 1;
    }
    i = joined;
  }
  return undefined;
}

/** "yes votes", "no votes": what was voted belongs to the noun. */
function isCompoundVote(tokens: Tokens, at: number): boolean {
  return (
    /^(?:yes|no)$/.test(tokens[at]?.text ?? '') && /^(?:votes?|ballots?)$/.test(tokens[at + 1]?.text ?? '')
  );
}

/** A relative clause or participle behind the head: "who answered", "taking part", "eligible to answer". */
function readClause(tokens: Tokens, at: number): number {
  const first = tokens[at]?.text ?? '';
  let next = at;
  if (RELATIVE.has(first) && tokens[at + 1]?.kind === 'word') {
    next = at + 2;
    if (
      /^(?:were|are|had|did|have|is|was)$/.test(tokens[at + 1]?.text ?? '') &&
      tokens[next]?.kind === 'word'
    )
      next++;
  } else if (PARTICIPLES.has(first)) next = at + 1;
  else return at;
  if (tokens[next]?.text === 'not' && tokens[next + 1]?.kind === 'word') next += 2;
  if (tokens[next]?.text === 'to' && tokens[next + 1]?.text === 'vote') return next + 2;
  return OBJECTS.has(tokens[next]?.text ?? '') ? next + 1 : next;
}

function textOf(tokens: Tokens, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .reduce((text, token, i) => (i > 0 && token.glued ? text + token.text : `${text} ${token.text}`), '')
    .trim();
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
