// Reads from the words beside a share which group it refers to ("40% of the shoppers"), without populations.

import type { Quantity } from '../text/quantity.ts';
import type { AssertionReading } from './read-assertion.ts';
import type { Placed } from './read-sentence.ts';

/** Parts of speech that cannot belong to the name of a group. */
const ENDS = /^(?:VERB|AUX|ADP|PUNCT|CCONJ|SCONJ)$/;
const POINTS_BACK = /^(?:them|these|those)$/;

/** Positions of tokens; `to` is the one after the last. */
interface Span {
  from: number;
  to: number;
}

/**
 * Whether a group stands beside a share that is not the one a value is a share of. Without a group beside it, a share may
 * refer to any.
 *
 * @param whose the concept for the group of the value
 * @param by the concepts that tell the value. In "67% turnout" they stand beside the share, and no group does
 */
export function isOfAnotherGroup(
  one: AssertionReading,
  placed: Placed<Quantity>,
  whose: string,
  by: readonly string[],
): boolean {
  const { tokens, mentions } = one.reading;
  const isTold = tokens[placed.to]?.norm !== 'of';
  const names = (span: Span) =>
    mentions.some(
      ({ concept, from }) =>
        from >= span.from && from < span.to && (concept === whose || (isTold && by.includes(concept))),
    );
  // "Half of them" refers to a group that was named before.
  const pointsBack = ({ from, to }: Span) =>
    one.carried.has(whose) && tokens.slice(from, to).some(({ norm }) => POINTS_BACK.test(norm));
  return [...groupBeside(one, placed), ...groupsAmong(one)].some((span) => !names(span) && !pointsBack(span));
}

/** The tokens in or behind a share that name its group: "40% of the shoppers", "one shopper in four". */
function groupBeside(
  { reading: { tokens } }: AssertionReading,
  { figure, from, to }: Placed<Quantity>,
): Span[] {
  const isRatio = /\b(?:in|out of)\b/.test(figure.text);
  const inside = isRatio && tokens.slice(from, to).some(({ pos }) => pos === 'NOUN') ? [{ from, to }] : [];
  const words = figure.of?.split(' ') ?? [];
  if (words.length === 0) return inside;
  const begin = tokens.findIndex(({ norm }, at) => at >= to && norm === words[0]);
  return [...inside, { from: to, to: Math.max(begin, to) + words.length }];
}

/** The tokens that name a group before or far behind a share: "among shoppers", and "of the shoppers" at the start. */
function groupsAmong({ assertion, reading: { tokens } }: AssertionReading): Span[] {
  return tokens.flatMap(({ norm }, at) => {
    const isOpening = norm === 'of' && (at === 0 || at === assertion.from);
    if (at >= assertion.to || !(isOpening || /^among(?:st)?$/.test(norm))) return [];
    const end = tokens.findIndex(({ pos }, next) => next > at && ENDS.test(pos));
    return [{ from: at, to: end < 0 ? tokens.length : end }];
  });
}
