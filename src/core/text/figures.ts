// The numbers, dates and times that stand in a text.
import { DATE_READERS } from './date-figures.ts';
import type { Figure } from './figure.ts';
import { NUMBER_READERS } from './number-figures.ts';
import { normalize } from './tokens.ts';

/** Characters before a figure that may hedge it; the longest hedge has some twenty. */
const HEDGE_REACH = 40;

/** Stands for text that was read already; it occurs in no normalized text. */
const READ = '\u0000';

/**
 * Reads the numbers, dates and times of a text, in order of kind: dates and times first, then numbers; no piece of
 * text is read twice.
 *
 * @param text any string
 * @returns what was read, each with the words it was read from
 */
export function readFigures(text: string): Figure[] {
  let rest = normalize(text);
  const figures: Figure[] = [];
  for (const [pattern, read] of [...DATE_READERS, ...NUMBER_READERS])
    for (const match of rest.matchAll(pattern)) {
      const before = rest.slice(Math.max(0, match.index - HEDGE_REACH), match.index);
      const figure = read(match, before.replaceAll(READ, ' ').trimEnd());
      if (!figure) continue;
      figures.push(figure);
      const end = match.index + match[0].length;
      rest = rest.slice(0, match.index) + READ.repeat(match[0].length) + rest.slice(end);
    }
  return figures;
}
