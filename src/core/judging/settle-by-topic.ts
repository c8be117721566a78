// Settles what the words of an assertion leave open, by the fact that the text is clearly about: whose figure it is.
import type { Fact } from '../knowledge/schema.ts';
import { probabilityOf, type Ranked } from '../ranking/ranked.ts';
import { compareWith } from './compare-intervals.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { JudgingData, Measure } from './judging-data.ts';
import { fitsUnnamedGroup, isOfItsPopulation } from './share-population.ts';

/** Minimum probability at which a text is clearly about a fact. */
const CLEARLY_MEANT = 0.5;
/** Below this probability, a text is not about a fact. */
const HARDLY_MEANT = 0.02;

/**
 * Assigns a figure or date that belongs to no fact, or to one that is hardly meant, to the fact that the text is
 * clearly about, if that fact gives it. Other certain evidence from a fact that is hardly meant no longer
 * contradicts, unless it is a number: the "everyone" of "everyone expected a rise" is not a share, but 5,310 barrels
 * do differ from 6,310.
 *
 * @param ranked the probability of each fact and gap that the text is about it
 * @param facts all facts, by id
 */
export function settleByTopic(
  findings: readonly Finding[],
  ranked: readonly Ranked[],
  facts: ReadonlyMap<string, Fact>,
  { measures, events, populations }: JudgingData,
): Finding[] {
  const top = ranked[0];
  const meant = top && top.probability >= CLEARLY_MEANT ? facts.get(top.id) : undefined;
  if (!meant) return [...findings];
  const isHardlyMeant = (fact: Fact) => probabilityOf(fact.id, ranked) < HARDLY_MEANT;

  const measuresAlike = ({ unit, told }: Measure) =>
    measures.filter(
      (other) => other.unit === unit && other.told.by.some((concept) => told.by.includes(concept)),
    );

  const settled = ({ one }: Finding, item: Evidence): Evidence => {
    const { rule, fact, tokens } = item;
    const isAgainst = CERTAIN.has(rule) && fact !== undefined && isHardlyMeant(fact);
    if (!isAgainst && rule !== 'figure of nothing' && rule !== 'date of nothing') return item;
    const { quantities, dates, isDeniedWhole } = one.reading;
    const quantity = quantities.find(({ from }) => tokens.includes(from));
    const date = dates.find(({ from }) => tokens.includes(from))?.figure;
    if (isDeniedWhole) return item;
    if (quantity && rule !== 'figure denied') {
      const isGiven = measures.some(
        (measure) =>
          measure.fact === meant &&
          isOfItsPopulation(one, quantity, measure, populations) &&
          !fitsUnnamedGroup(one, quantity, [measure], measuresAlike(measure), populations) &&
          compareWith(quantity.figure, measure) === 'inside',
      );
      if (isGiven) return { rule: 'figure fits', fact: meant, sign: 1, tokens };
    }
    if (date?.kind === 'date') {
      const isGiven = events.some(
        (event) =>
          event.fact === meant && event.days && date.from <= event.days.from && event.days.to <= date.to,
      );
      if (isGiven) return { rule: 'date fits', fact: meant, sign: 1, tokens };
    }
    const isNumber = date !== undefined || (quantity !== undefined && !quantity.figure.isQuantifier);
    return isAgainst && !isNumber ? { ...item, rule: 'figure open', sign: 0 } : item;
  };
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((item) => settled(finding, item)),
  }));
}
