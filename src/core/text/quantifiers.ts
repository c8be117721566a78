// Recognizes words that stand for a number, and tells them from other uses: "at all", "the most popular".
import { readWhole } from './counted-things.ts';
import { isNegator } from './denial.ts';
import { readUnit } from './measure-units.ts';
import { SCALES, SMALL_NUMBERS } from './number-names.ts';
import type { Tokens } from './placed-tokens.ts';
import { isPlural } from './plural.ts';
import { QUANTIFIERS, type QuantifierPhrase } from './quantifier-phrases.ts';
import type { Interval } from './quantity.ts';

export interface QuantifierReading {
  interval: Interval;
  unit: string;
  /** What the word itself counts: "everyone" counts people. */
  noun?: string;
  /** The index of the token after it. */
  next: number;
}

/** Phrases by their first word, longest first. */
const BY_FIRST = new Map<string, QuantifierPhrase[]>();
for (const phrase of QUANTIFIERS) {
  const first = phrase.words[0] ?? '';
  BY_FIRST.set(
    first,
    [...(BY_FIRST.get(first) ?? []), phrase].sort((a, b) => b.words.length - a.words.length),
  );
}

/** Words before a quantifier that give it another meaning: "at all", "the most", "the past few". */
const NOT_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  all: words('at after above for once over'),
  most: words('the at his her its their my our your two three'),
  few: words('a the past last next these those every first'),
  some: words('then and'),
  many: words('how so too as that'),
  no: words('vote voted voting votes said say says oh the a more many their'),
  none: words('second bar'),
  majority: words('thirds fifths quarters third quarter % percent super'),
};
/** Words that begin a group: "all the members", "most of them". */
const GROUP_BEGINS = words('of the these those its their our your his her them us you who');
const PRONOUNS = words('them us you who these those');
/** Words after a quantifier that give it another meaning: "all along", "no longer", "most important". */
const NOT_BEFORE = words(
  'along over right night day week month year time out in but on kinds sorts about around alone too so this longer less more better worse other others important recent likely popular successful matter doubt sense means news yes business thanks times days hours weeks months years ways now due quarter hour minute season weekend accounts reports estimates measures degree extent point reason wonder idea clue chance penny cent dollar vote votes',
);
/** What groups do in counts and claims: "all said yes", "most agreed". */
const GROUP_VERBS = words(
  'voted vote said say says agreed agree backed supported support favored are were is was have had did do want wanted opposed rejected approved stayed turned',
);

/**
 * Reads the quantifier that begins at a token.
 *
 * @returns undefined if none begins there
 */
export function readQuantifier(tokens: Tokens, at: number): QuantifierReading | undefined {
  // "@everyone" addresses people and says nothing about them.
  if (tokens[at]?.glued && tokens[at - 1]?.text === '@') return undefined;
  const phrases = BY_FIRST.get(tokens[at]?.text ?? '') ?? [];
  const found = phrases.find((phrase) => {
    const last = phrase.words.at(-1) ?? '';
    if (!phrase.words.every((word, i) => tokens[at + i]?.text === word)) return false;
    if (NOT_AFTER[last]?.has(tokens[at - 1]?.text ?? '')) return false;
    return !phrase.needsGroup || isGroup(tokens, at + phrase.words.length, last);
  });
  if (!found) return undefined;
  const { interval, unit, noun } = found;
  const next = at + found.words.length;
  // "several weeks", "hundreds of days", "millions of dollars"
  const measured =
    unit === 'count' ? readUnit(tokens, tokens[next]?.text === 'of' ? next + 1 : next) : undefined;
  if (!measured) return { interval, unit, ...(noun ? { noun } : {}), next };
  const { factor } = measured;
  const { low, high } = interval;
  return {
    interval: { ...interval, low: low * factor, high: high * factor },
    unit: measured.unit,
    next: measured.next,
  };
}

/** Whether a group that a quantifier can be of begins at a token. */
function isGroup(tokens: Tokens, at: number, quantifier: string): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  const isWeak = quantifier === 'no' || quantifier === 'some';
  if (!token || token.kind === 'sign') return quantifier === 'most' || quantifier === 'majority';
  if (token.kind === 'digits' || SMALL_NUMBERS.has(token.text) || SCALES.has(token.text))
    return quantifier === 'all';
  if (isNegator(token.text) || NOT_BEFORE.has(token.text)) return false;
  if (quantifier === 'every') return true;
  if (quantifier === 'majority' || quantifier === 'bulk')
    return !/^(?:leader|whip|owner|shareholder|stake)s?$/.test(token.text);
  if (GROUP_BEGINS.has(token.text)) {
    if (isWeak && token.text !== 'of') return false;
    // "All the way", "most of the time" and "all the streaming stuff" refer to no group.
    const head = tokens[token.text === 'of' ? at + 2 : at + 1]?.text ?? '';
    return (
      PRONOUNS.has(token.text) ||
      (!/^(?:way|time|rest|best|same|above)$/.test(head) && readWhole(tokens, at) !== undefined)
    );
  }
  if (GROUP_VERBS.has(token.text)) return !isWeak;
  return (
    isPlural(token.text) || (after?.kind === 'word' && !GROUP_VERBS.has(after.text) && isPlural(after.text))
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
