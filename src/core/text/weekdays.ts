// Resolves a weekday to the coming one, the past one, or either, by what precedes it and the tense around it.
import { distance, plusDays, weekdayOf, weekOf } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { Tokens } from './placed-tokens.ts';
import { STEPS } from './relative-spans.ts';
import { tenseAround } from './tense.ts';

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The days that a weekday without a date may be, likeliest first.
 *
 * @param from the index of the first token of the date: the weekday, or "last", "this" or "next" before it
 * @param to the index of its last token
 * @param weekday 0 is Sunday
 * @param reference the day that it is relative to
 */
export function resolveWeekday(
  tokens: Tokens,
  from: number,
  to: number,
  weekday: number,
  reference: string,
): [Days, ...Days[]] {
  const words = tokens.slice(from, to + 1).map((token) => token.text);
  const step = words.includes('week') ? STEPS.get(words[words.indexOf('week') - 1] ?? '') : undefined;
  if (step !== undefined)
    return [single(plusDays(weekOf(plusDays(reference, 7 * step)).from, (weekday + 6) % 7))];
  const today = weekdayOf(reference);
  const ahead = plusDays(reference, (weekday - today + 7) % 7);
  const back = plusDays(reference, -((today - weekday + 7) % 7));
  switch (tokens[from]?.text) {
    case 'last':
    case 'past':
    case 'previous':
      return [single(back === reference ? plusDays(back, -7) : back)];
    case 'this':
    case 'coming':
      return [single(ahead)];
    case 'next': {
      // "next Tuesday" is the coming one for some and the one of next week for others.
      const coming = ahead === reference ? plusDays(ahead, 7) : ahead;
      const nextWeek = plusDays(weekOf(plusDays(reference, 7)).from, (weekday + 6) % 7);
      return nextWeek === coming ? [single(coming)] : [single(nextWeek), single(coming)];
    }
  }
  // "on a Monday": any of them.
  if (tokens[from - 1]?.text === 'a')
    return [
      single(back),
      ...[ahead, plusDays(back, -7), plusDays(ahead, 7)].filter((day) => day !== back).map(single),
    ];
  if (ahead === reference) return [single(reference)];
  const tense = tenseAround(tokens, from, to);
  if (tense) return [single(tense === 'past' ? back : ahead)];
  const isNear = distance(ahead, reference) <= distance(back, reference);
  return isNear ? [single(ahead), single(back)] : [single(back), single(ahead)];
}

const single = (day: string): Days => ({ from: day, to: day });
