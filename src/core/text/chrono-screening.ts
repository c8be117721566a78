// Recognizes what chrono-node takes for a date or a time although people mean none: "this may cost", "for three
// months", "at 3 stations".
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Tokens } from './placed-tokens.ts';
import { tenseAround } from './tense.ts';

/** What chrono read, with the indexes of its first and last tokens and their texts. */
export interface ChronoReading {
  from: number;
  to: number;
  words: readonly string[];
  result: ParsedResult;
}

/** Maximum number of tokens before "in two years" that may hold the share that changed over that time. */
const SHARE_REACH = 5;
const SHARE = /^(?:%|percent|pct|points|\$|dollars|half|third|quarter)$/;
/** Months and weekdays, in full or shortened, that are also ordinary words. */
const WORDS = new Set('may march mar mon sun sat wed fri dec jan august'.split(' '));
/** Words before such a word that make it a date. */
const BEFORE_DATE = new Set(
  'in since by until till of this next last early mid late from through before after during -'.split(' '),
);
/** Words after a capitalized "May" that make it a verb. */
const AFTER_VERB = new Set('i it he she we they you not be have the'.split(' '));
/** Words with which a part of the day belongs to a certain day: "this morning". */
const DAY = /^(?:this|next|past|last|tonight|tomorrow|yesterday|today|\w+day)$/;
/** Words that a time without a.m. or p.m. may have. */
const CLOCK = /^(?::|noon|midnight|o'clock|am|pm|night|morning|afternoon|evening|tonight)$/;
const AFTER_TIME = new Set('on in today tomorrow tonight and but when to until'.split(' '));

/** Whether a day, a weekday, a month or a year was given. */
export const hasDay = (start: ParsedComponents): boolean =>
  start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.isCertain('year');

/** Whether people do not mean a date or a time by what chrono read. */
export function isNoDate(tokens: Tokens, reading: ChronoReading): boolean {
  const { result, words } = reading;
  if (result.tags().has('result/relativeDate')) return isNoCountedDate(tokens, reading);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (first === 'now' || isSigned(tokens, reading)) return true;
  // "in the morning": of any day.
  if (!hasDay(result.start) && !result.start.isCertain('hour')) return !words.some((word) => DAY.test(word));
  // "at the last minute"
  if (/^(?:last|next|this)$/.test(first) && /^(?:minute|second|hour|day)s?$/.test(last)) return true;
  return (words.length === 1 && !isDateWord(tokens, reading.from)) || isNoTime(tokens, reading);
}

/** Recognizes days relative to another event, and spans of time that are not dates. */
function isNoCountedDate(tokens: Tokens, reading: ChronoReading): boolean {
  const { from, to, words } = reading;
  const [first = '', second = '', last = ''] = [words[0], words[1], words.at(-1)];
  // "six days before", "a year later", "after three days"
  if (/^(?:before|after|earlier|later|out|back)$/.test(last) || first === 'after') return true;
  // "for three months", "+2 months"
  if (first === 'for' || isSigned(tokens, reading)) return true;
  if (/^(?:last|next|this)$/.test(first) && /^(?:minute|second|hour|day)s?$/.test(last))
    return words.length === 2;
  // "within the month"
  if (/^(?:in|within)$/.test(first) && second === 'the') return true;
  // "fell 23% in two years"
  if (first !== 'in') return false;
  const before = tokens.slice(Math.max(0, from - SHARE_REACH), from);
  return before.some(({ text }) => SHARE.test(text)) || tenseAround(tokens, from, to) === 'past';
}

/** "+3 days", "-3y" */
function isSigned(tokens: Tokens, { from, words }: ChronoReading): boolean {
  const before = tokens[from - 1];
  const isSign = /^[+-]$/.test(before?.text ?? '') && before?.glued === false && tokens[from]?.glued === true;
  return isSign || /^[+-]$/.test(words[0] ?? '');
}

/** Whether a word that may be a month or a weekday is one. In "they may leave" and "the sun", it is not. */
function isDateWord(tokens: Tokens, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !WORDS.has(token.text)) return true;
  if (BEFORE_DATE.has(before?.text ?? '') || (token.capital && after?.text === "'s")) return true;
  const beginsSentence = before === undefined ? after !== undefined : /^[.!?:"]$/.test(before.text);
  if (token.capital && !beginsSentence) return token.text !== 'may' || !AFTER_VERB.has(after?.text ?? '');
  return token.text.length === 3 && token.text !== 'may' && after?.text === '.';
}

/** "At 10" is a time only if it does not count what follows. */
function isNoTime(tokens: Tokens, { to, words, result }: ChronoReading): boolean {
  const { start, end } = result;
  if (!start.isCertain('hour') || start.isCertain('meridiem') || hasDay(start)) return false;
  if (words.some((word) => CLOCK.test(word))) return false;
  const [after, second] = [tokens[to + 1], tokens[to + 2]];
  if (words[0] !== 'at' || end || after?.kind === 'digits') return true;
  if (after?.kind === 'word') return !AFTER_TIME.has(after.text);
  return /^[%$€£.-]$/.test(after?.text ?? '') && second !== undefined;
}
