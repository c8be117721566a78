// The rivals of a claim: what it would say with its two sides exchanged, or without one of its denials. A claim whose
// rival fits clearly better has it the wrong way round, or was not understood.
import type { Article } from '../knowledge/schema.ts';
import type { SentenceReading } from './read-sentence.ts';

/** Maximum number of denials that are taken out, one at a time. */
const MAX_DENIALS = 3;
/** What stands for a word that denies, where something has to. */
const AFFIRMING: ReadonlyMap<string, string> = new Map([
  ['nobody', 'everybody'],
  ['none', 'everybody'],
  ['nothing', 'everything'],
  ['neither', 'both'],
  ['no', 'the'],
  ['cannot', 'can'],
]);

/**
 * Creates the function that writes the rivals of a text.
 *
 * @returns the text with its sides exchanged, if the article has two and the text names a party; and the text without
 *   each of its first denials
 */
export function createRivals({
  parties,
}: Pick<Article, 'parties'>): (text: string, readings: Iterable<SentenceReading>) => string[] {
  const [one, other, ...more] = new Set(parties.map(({ side }) => side));
  const nameOf = (side: string | undefined) => parties.find((party) => party.side === side)?.names[0] ?? '';
  const names = new Map(
    one && other && more.length === 0
      ? [
          [one, nameOf(other)],
          [other, nameOf(one)],
        ]
      : [],
  );
  return (text, readings) => {
    const all = [...readings];
    const exchanged = exchangeSides(text, all, names);
    return [...(exchanged === text ? [] : [exchanged]), ...withoutDenials(text, all)];
  };
}

/** A text with another name in the place of each party. */
function exchangeSides(
  text: string,
  readings: readonly SentenceReading[],
  names: ReadonlyMap<string, string>,
): string {
  let exchanged = '';
  let at = 0;
  for (const { tokens, parties } of readings)
    for (const { side, from, to } of parties) {
      const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
      const name = names.get(side);
      if (name === undefined || start < at) continue;
      exchanged += text.slice(at, start) + name;
      at = end;
    }
  return exchanged + text.slice(at);
}

function withoutDenials(text: string, readings: readonly SentenceReading[]): string[] {
  const denials = readings.flatMap(({ tokens, negators }) => negators.flatMap((at) => tokens[at] ?? []));
  return denials.slice(0, MAX_DENIALS).map(({ start, end, norm }) => {
    // "Can't" and "won't" are split into "ca" and "wo" with "n't".
    const before = text.slice(0, start).replace(/\bca$/i, 'can').replace(/\bwo$/i, 'will');
    return before + (AFFIRMING.get(norm) ?? '') + text.slice(end);
  });
}
