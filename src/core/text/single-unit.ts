// Reads one of a unit, without a number: "a month", "a full year", "a decade", "an hour and a half".
import { isMeasure, wholeUnit } from './measure-units.ts';
import { MAX_ROUNDING, readAdded } from './numeral.ts';
import type { Tokens } from './placed-tokens.ts';

/** Adjectives between "a" and a unit. */
const WHOLE = new Set('full whole single entire solid complete good'.split(' '));
/** Words before "a day" that make it a span. Elsewhere it is a rate, or any day. */
const SPAN_CUES = new Set(
  'for within over under than about around nearly almost just only least most lasted last took take takes lasting after exactly another past roughly barely'.split(
    ' ',
  ),
);

/** Reads one of a unit that begins with "a"; undefined if it is a rate ("a day") or any such unit ("a week later"). */
export function readSingleUnit(
  tokens: Tokens,
  at: number,
):
  | { number: number; tolerance: number; unit: string; scale: number; measure?: string; next: number }
  | undefined {
  const article = tokens[at]?.text;
  if (article !== 'a' && article !== 'an') return undefined;
  const isStressed = WHOLE.has(tokens[at + 1]?.text ?? '');
  const name = isStressed ? at + 2 : at + 1;
  const [word, after] = [tokens[name]?.text ?? '', tokens[name + 1]];
  if (isMeasure(word) && after?.text === 'of')
    return { number: 1, tolerance: 0, unit: 'count', scale: 1, measure: word, next: name + 1 };
  const whole = wholeUnit(word);
  if (!whole || (after?.text === '-' && after.glued)) return undefined;
  const [unit, factor] = whole;
  // "a second series"
  if (unit === 'seconds' && after?.kind === 'word') return undefined;
  const added = readAdded(tokens, name + 1);
  const isSpan = isStressed || added !== undefined || factor > 1 || SPAN_CUES.has(tokens[at - 1]?.text ?? '');
  if (!isSpan) return undefined;
  const number = 1 + (added?.value ?? 0);
  const tolerance = added ? Math.min(added.tolerance, number * MAX_ROUNDING) : 0.5;
  return {
    number: number * factor,
    tolerance: tolerance * factor,
    unit,
    scale: 1,
    next: added?.next ?? name + 1,
  };
}
