// This vote and the one before: which of the article's periods a text speaks of, and the fact of that period.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { stem, tokenize } from '../text/tokens.ts';
import type { Ranked } from './ranked.ts';

export interface Periods {
  /** The ids of the periods that a text names, in the order of article.yaml. */
  namedIn(text: string): string[];
  /** The period of a fact: its own, else the article's own year. */
  periodOf(fact: Fact): string | undefined;
  /**
   * A ranking in which the likeliest fact is of the period that the text names: where another fact measures the same
   * in that period ("90% yes this time"), the two change places. A text that names none means the article's own
   * period: where the next fact measures the same in another one, both shares are given to the fact of the own.
   *
   * @param rivalShare the next fact is as well meant as the likeliest if it is this likely beside it
   */
  aim(text: string, ranked: readonly Ranked[], rivalShare: number): readonly Ranked[];
}

/** Makes what tells the periods of a knowledge apart. */
export function createPeriods({ article, facts }: Knowledge): Periods {
  const spaced = (text: string) => ` ${tokenize(text).map(stem).join(' ')} `;
  const periods = article.periods.map(({ id, names }) => ({ id, names: names.map(spaced) }));
  const periodOf = ({ period = periods[0]?.id }: Fact) => period;
  const namedIn = (text: string) => {
    const words = spaced(text);
    return periods.filter(({ names }) => names.some((name) => words.includes(name))).map(({ id }) => id);
  };

  const measured = new Map<string, Fact>();
  for (const fact of facts.values())
    for (const measure of measuresOf(fact)) {
      const key = `${periodOf(fact)} ${measure}`;
      if (!measured.has(key)) measured.set(key, fact);
    }
  const counterpartOf = (fact: Fact, period: string | undefined): Fact | undefined =>
    measuresOf(fact).flatMap((measure) => measured.get(`${period} ${measure}`) ?? [])[0];

  return {
    namedIn,
    periodOf,
    aim(text, ranked, rivalShare) {
      const likeliest = ranked.find(({ id }) => facts.has(id));
      const fact = facts.get(likeliest?.id ?? '');
      if (!likeliest || !fact || measuresOf(fact).length === 0) return ranked;
      const [named, ...more] = namedIn(text);
      if (more.length > 0) return ranked;
      if (named)
        return named === periodOf(fact) ? ranked : exchange(ranked, fact, counterpartOf(fact, named));
      const rival = ranked.find(({ id }) => id !== fact.id && facts.has(id));
      const other = facts.get(rival?.id ?? '');
      if (!rival || !other || rival.share < rivalShare * likeliest.share) return ranked;
      if (counterpartOf(fact, periodOf(other)) !== other) return ranked;
      const [present, past] = periodOf(fact) === periods[0]?.id ? [fact, other] : [other, fact];
      const share = likeliest.share + rival.share;
      return ranked
        .map((one) =>
          one.id === present.id ? { ...one, share } : one.id === past.id ? { ...one, share: 0 } : one,
        )
        .toSorted((one, next) => next.share - one.share);
    },
  };
}

/** Puts one fact in the other's place. */
function exchange(ranked: readonly Ranked[], fact: Fact, other: Fact | undefined): readonly Ranked[] {
  if (!other) return ranked;
  const places = new Map([
    [fact.id, other.id],
    [other.id, fact.id],
  ]);
  return ranked.map(({ id, share }) => ({ id: places.get(id) ?? id, share }));
}

const measuresOf = ({ values }: Fact): string[] =>
  values.flatMap((value) => (value.kind === 'number' && value.measure ? value.measure : []));
