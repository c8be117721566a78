// Tells this time from the time before: which period of the article a text is about, and which fact belongs to it.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { stem, tokenize } from '../text/tokens.ts';
import type { Ranked } from './ranked.ts';

export interface Periods {
  /** The id of the article's own period. */
  own: string | undefined;
  /** The ids of the periods that a text names, in the order of article.yaml. */
  namedIn(text: string): string[];
  /** The period of a fact; if it names none, the first one of the article. */
  periodOf(fact: Fact): string | undefined;
  /** A text without the words that name a period, or only without those that name a given one. */
  withoutNames(text: string, id?: string): string;
  /**
   * Returns a ranking in which the likeliest fact belongs to the period that the text names: if another fact measures
   * the same in that period ("90% yes this time"), the two change places. A text that names no period, or several,
   * changes nothing.
   */
  preferNamedPeriod(text: string, ranked: readonly Ranked[]): readonly Ranked[];
}

/** Reads the periods of a knowledge and the facts that measure the same thing in two of them. */
export function createPeriods({ article, facts }: Knowledge): Periods {
  const spaced = (text: string) => ` ${tokenize(text).map(stem).join(' ')} `;
  const periods = article.periods.map(({ id, names }) => ({ id, names: names.map(spaced) }));
  const periodOf = ({ period = periods[0]?.id }: Fact) => period;
  const namedIn = (text: string) => {
    const words = spaced(text);
    return periods.filter(({ names }) => names.some((name) => words.includes(name))).map(({ id }) => id);
  };

  const naming = article.periods.map(({ id, names }) => ({ id, pattern: namingPattern(names) }));

  const measured = new Map<string, Fact>();
  for (const fact of facts.values())
    for (const measure of measuresOf(fact)) {
      const key = `${periodOf(fact)} ${measure}`;
      if (!measured.has(key)) measured.set(key, fact);
    }
  const counterpartOf = (fact: Fact, period: string | undefined): Fact | undefined =>
    measuresOf(fact).flatMap((measure) => measured.get(`${period} ${measure}`) ?? [])[0];

  return {
    own: periods[0]?.id,
    namedIn,
    periodOf,
    withoutNames: (text, id) =>
      naming
        .filter((period) => id === undefined || period.id === id)
        .reduce((rest, { pattern }) => rest.replace(pattern, ' '), text)
        .replace(/\s+/g, ' ')
        .trim(),
    preferNamedPeriod(text, ranked) {
      const fact = facts.get(ranked.find(({ id }) => facts.has(id))?.id ?? '');
      if (!fact || measuresOf(fact).length === 0) return ranked;
      const [named, ...more] = namedIn(text);
      if (!named || more.length > 0 || named === periodOf(fact)) return ranked;
      return exchange(ranked, fact, counterpartOf(fact, named));
    },
  };
}

/** Swaps the places of two facts. */
function exchange(ranked: readonly Ranked[], fact: Fact, other: Fact | undefined): readonly Ranked[] {
  if (!other) return ranked;
  const places = new Map([
    [fact.id, other.id],
    [other.id, fact.id],
  ]);
  return ranked.map(({ id, probability }) => ({ id: places.get(id) ?? id, probability }));
}

/** Finds any of the names, the longest first, with the preposition before it; not the year of a date. */
function namingPattern(names: readonly string[]): RegExp {
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '\\$&'));
  return new RegExp(
    `(?:\\b(?:in|of|on|for|during|from|since|back in) )?\\b(?:${longestFirst.join('|')})\\b(?!-\\d)`,
    'gi',
  );
}

const measuresOf = ({ values }: Fact): string[] =>
  values.flatMap((value) => (value.kind === 'number' && value.measure ? value.measure : []));
