// Settles by the fact that a text is clearly about what the words of an assertion leave open: whose figure it is.
import type { Fact } from '../knowledge/schema.ts';
import { probabilityOf, type Ranked } from '../ranking/ranked.ts';
import { compareWith, isOfItsPopulation } from './compare-quantity.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { JudgingData } from './judging-data.ts';

/** From this probability on a text is clearly about a fact. */
const CLEARLY_MEANT = 0.5;
/** A fact less likely than this is not what a text is about. */
const HARDLY_MEANT = 0.02;

/**
 * A figure or a date that by its words belongs nowhere, or to a fact that is hardly meant, fits the fact that is clearly
 * meant, if that gives it. What else speaks against a text from a fact that is hardly meant decides nothing, unless it is
 * a number: "everyone expected a rise" is no share, but 5,310 barrels are none of 6,310.
 */
export function settleByTopic(
  findings: readonly Finding[],
  ranked: readonly Ranked[],
  facts: ReadonlyMap<string, Fact>,
  { measures, events }: JudgingData,
): Finding[] {
  const top = ranked[0];
  const meant = top && top.probability >= CLEARLY_MEANT ? facts.get(top.id) : undefined;
  if (!meant) return [...findings];
  const isHardlyMeant = (fact: Fact) => probabilityOf(fact.id, ranked) < HARDLY_MEANT;

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
          isOfItsPopulation(one, measure) &&
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
