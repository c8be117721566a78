// Where chrono-node reads a date or a time and people mean none: "this may cost", "for three months", "at 3 studios".
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Tokens } from './found-date.ts';
import { tenseAround } from './tense.ts';

const CASUAL_DAY =
  /^(?:this|last|tonight|tomorrow|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Whether a day, a weekday, a month or a year was given. */
export const hasDay = (start: ParsedComponents): boolean =>
  start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.isCertain('year');

/** Where chrono reads a date and people mean none. */
export function isNoDate(
  tokens: Tokens,
  from: number,
  to: number,
  words: string[],
  result: ParsedResult,
): boolean {
  const [before, after] = [tokens[from - 1], tokens[to + 1]];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const tags = result.tags();
  // "six days before", "a year later": counted from something else. "for three months": a span of time.
  if (tags.has('result/relativeDate') && /^(?:before|after|earlier|later|out|back)$/.test(last)) return true;
  if (
    /^(?:for|[+-])$/.test(first) ||
    (/^[+-]$/.test(before?.text ?? '') && before?.glued === false && tokens[from]?.glued)
  )
    return true;
  // "morning" and "now" are no dates; "this morning" is one.
  if (
    !hasDay(result.start) &&
    !result.start.isCertain('hour') &&
    !words.some((word) => CASUAL_DAY.test(word))
  )
    return !tags.has('result/relativeDate') && !/^(?:this|next|last|past)$/.test(first);
  if (/^(?:last|next|this)$/.test(first) && /^(?:minutes?|seconds?|hours?|day)$/.test(last))
    return words.length === 2;
  // "fell 23% in two years": a span of time.
  if (
    first === 'in' &&
    tags.has('result/relativeDate') &&
    (isSpanOfChange(tokens, from) || tenseAround(tokens, from, to) === 'past')
  )
    return true;
  // "in the month" that something took.
  if (tags.has('result/relativeDate') && /^(?:in|within)$/.test(first) && words[1] === 'the') return true;
  if (first === 'now' || (first === 'after' && tags.has('result/relativeDate'))) return true;
  if (words.length === 1 && !isNamedMonthOrDay(tokens, from, before?.text ?? '', after?.text ?? ''))
    return true;
  return isNoTime(tokens, to, words, result);
}

/** Whether a share or a sum stands shortly before: "down 23% in two years". */
function isSpanOfChange(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - SHARE_REACH), at)
    .some(({ text }) => /^(?:%|percent|pct|points|\$|dollars|half|third|quarter)$/.test(text));
}
const SHARE_REACH = 5;

/** "may", "march", "sun" and "sat" are words as well. */
function isNamedMonthOrDay(tokens: Tokens, at: number, before: string, after: string): boolean {
  const token = tokens[at];
  if (!token || !/^(?:may|march|mar|mon|sun|sat|wed|fri|dec|jan|second|august)$/.test(token.text))
    return true;
  if (
    /^(?:in|since|by|until|till|of|this|next|last|early|mid|late|from|to|through|before|after|during|on|for|and|-)$/.test(
      before,
    ) &&
    !(before === 'to' || before === 'and' || before === 'for' || before === 'on')
  )
    return true;
  if (token.capital && (at > 0 || after === '') && !/^[.!?:"]$/.test(before))
    return token.text !== 'may' || !/^(?:i|it|he|she|we|they|you|not|be|have|the)$/.test(after);
  return token.text.length === 3 && token.text !== 'may' && after === '.';
}

/** "at 10" is a time only where nothing that is counted follows. */
function isNoTime(tokens: Tokens, to: number, words: string[], result: ParsedResult): boolean {
  if (!result.start.isCertain('hour') || result.start.isCertain('meridiem') || hasDay(result.start))
    return false;
  if (words.some((word) => word === 'am' || word === 'pm')) return false;
  if (
    words.some((word) =>
      /^(?::|noon|midnight|o'clock|oclock|night|morning|afternoon|evening|tonight)$/.test(word),
    )
  )
    return false;
  const after = tokens[to + 1];
  return (
    words[0] !== 'at' ||
    result.end != null ||
    after?.kind === 'digits' ||
    (after?.kind === 'word' &&
      !/^(?:on|in|today|tomorrow|tonight|and|but|when|to|until)$/.test(after.text)) ||
    (/^[%$€£.-]$/.test(after?.text ?? '') && tokens[to + 2] !== undefined)
  );
}
